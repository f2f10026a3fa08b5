import { describe, expect, it } from 'vitest'
import { addressOf, soughtIn, viewOf } from './asked.ts'

describe('what a list of commitments looks at', () => {
  it('is read from the address and written back into it', () => {
    const sought = soughtIn('?q=border%20visits&member=KAZ&status=silent&page=7&area=')
    expect(sought).toEqual({ q: 'border visits', member: 'KAZ', status: 'silent' })
    expect(soughtIn(addressOf(sought).split('?')[1]!)).toEqual(sought)
    expect(addressOf({})).toBe('/commitments')
  })

  it('passes over a word no commitment stands by, and does not ask for more than a view takes', () => {
    expect(soughtIn('status=best&member=%20&q=x')).toEqual({ q: 'x' })
    expect(soughtIn(`q=${'x'.repeat(300)}`).q).toHaveLength(200)
    expect(viewOf({ member: 'KAZ' }, 'c-7')).toBe('/api/commitments?member=KAZ&limit=25&after=c-7')
  })
})
