import type { institution } from '@gavel/domain'
import { instant } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { isPast, knownBy, standingOf, untilEndOf } from './standing.ts'

const now = instant('2026-11-24T12:00:00.000Z')
const credential = (more: object): institution.Credential =>
  ({
    status: 'valid',
    from: '2026-01-01T00:00:00.000Z',
    rights: [],
    ...more,
  }) as unknown as institution.Credential

describe('how a credential stands', () => {
  it.each([
    [{}, 'valid'],
    [{ until: '2027-06-01T00:00:00.000Z' }, 'valid'],
    [{ until: '2026-12-10T00:00:00.000Z' }, 'ending'],
    [{ until: '2026-11-24T12:00:00.000Z' }, 'ended'],
    [{ from: '2026-11-25T00:00:00.000Z' }, 'coming'],
    [{ status: 'suspended' }, 'suspended'],
    [{ status: 'suspended', until: '2026-11-01T00:00:00.000Z' }, 'ended'],
    [{ status: 'revoked', until: '2026-11-01T00:00:00.000Z' }, 'revoked'],
  ])('[I-4] [I-5] %j is %s', (more, standing) => {
    expect(standingOf(credential(more), now)).toBe(standing)
    expect(isPast(credential(more), now)).toBe(standing === 'ended' || standing === 'revoked')
  })
})

describe('a word somebody is known by', () => {
  it.each([
    ['Ayşe Yılmaz', 'ayse-y-lmaz'],
    ['  Dr. José  Núñez ', 'dr-jose-nunez'],
    ['Анна', ''],
  ])('of %s', (name, word) => expect(knownBy(name)).toBe(word))
})

describe('the end of a day', () => {
  it('is the beginning of the next, where one is', () => {
    const until = new Date(untilEndOf('2026-12-31')!)
    expect([until.getFullYear(), until.getMonth(), until.getDate(), until.getHours()]).toEqual([
      2027, 0, 1, 0,
    ])
    expect(untilEndOf('31.12.2026')).toBeUndefined()
  })
})
