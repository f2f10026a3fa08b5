import { describe, expect, it } from 'vitest'
import { pastedLink, returnTo, wayIn } from './return-to.ts'

describe('where somebody goes once she is in', () => {
  it.each([
    ['', '/'],
    ['?from=%2Ftexts%2Fa%23p-1', '/texts/a#p-1'],
    ['?from=https://evil.example', '/'],
    ['?from=//evil.example', '/'],
    ['?from=/%5Cevil.example', '/'],
    ['?from=javascript:alert(1)', '/'],
    ['?from=/sign-in', '/'],
    ['?from=/seats', '/'],
  ])('%s leads to %s', (search, path) => expect(returnTo(search)).toBe(path))

  it('the way in remembers where one is, unless that is nowhere', () => {
    expect(returnTo(wayIn('/sign-in', '/texts/a b').slice('/sign-in'.length))).toBe('/texts/a b')
    expect(wayIn('/sign-in', '/')).toBe('/sign-in')
    expect(wayIn('/seats', '/sign-in')).toBe('/seats')
  })
})

describe('a link that was pasted', () => {
  const token = `gvi_0123456789abcdef_${'x'.repeat(43)}`
  it.each([
    [`https://gavel.example.org/sign-in/${token}`, `/sign-in/${token}`],
    [` ${token} `, `/sign-in/${token}`],
    [`/sign-in/${token.replace('gvi', 'gvl')}`, `/sign-in/${token.replace('gvi', 'gvl')}`],
    ['https://gavel.example.org/', undefined],
    [`${token}?x=1`, undefined],
    ['gvs_0123456789abcdef_secret-of-a-sign-in', undefined],
  ])('%s', (pasted, path) => expect(pastedLink(pasted)).toBe(path))
})
