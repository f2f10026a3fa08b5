import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { id, type MemberId } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import {
  type CountedConsent,
  denunciationEffectiveOn,
  entryIntoForce,
  inForceForParty,
  isBoundOn,
} from './entryIntoForce.ts'
import { bbnj } from './testing/bbnj.ts'

const { entryIntoForce: terms } = bbnj
const party = (n: number | string): MemberId => id<MemberId>(`P${n}`)
const deposit = (n: number | string, on: string, more: Partial<CountedConsent> = {}): CountedConsent => ({
  party: party(n),
  on,
  counts: true,
  ...more,
})
/** The first `count` parties, one a week, the last of them on the day given. */
const upTo = (count: number, last: string): readonly CountedConsent[] =>
  Array.from({ length: count }, (_, at) => deposit(at + 1, addDays(last, -7 * (count - 1 - at))))
const sixty = upTo(60, '2025-09-19')

describe('the marine biodiversity agreement as the test case', () => {
  test('[D-53] the sixtieth deposit on 19 September 2025 brings it into force on 17 January 2026', () => {
    expect(entryIntoForce(terms, sixty)).toEqual({
      needed: 60,
      deposited: 60,
      missing: 0,
      completedOn: '2025-09-19',
      inForceOn: '2026-01-17',
    })
  })
  test('[D-53] one short is one short', () => {
    expect(entryIntoForce(terms, sixty.slice(1))).toEqual({
      needed: 60,
      deposited: 59,
      missing: 1,
      completedOn: null,
      inForceOn: null,
    })
    expect(inForceForParty(terms, sixty.slice(1), party(2))).toBeNull()
  })
  test('[D-52] the instrument of a regional organisation is not counted, and yet binds it', () => {
    const withUnion = [...sixty.slice(1), deposit('EU', '2025-05-28', { counts: false })]
    expect(entryIntoForce(terms, withUnion).missing).toBe(1)
    const complete = [deposit('EU', '2025-05-28', { counts: false }), ...sixty]
    expect(entryIntoForce(terms, complete).inForceOn).toBe('2026-01-17')
    expect(inForceForParty(terms, complete, party('EU'))).toBe('2026-01-17')
  })
  test('[D-54] later parties: thirty days after their own deposit, never before the treaty', () => {
    const later = [
      ...sixty,
      deposit(61, '2025-09-26'),
      deposit(62, '2025-12-18'),
      deposit(63, '2025-12-19'),
      deposit(64, '2026-03-01'),
    ]
    expect(inForceForParty(terms, later, party(61))).toBe('2026-01-17')
    expect(inForceForParty(terms, later, party(62))).toBe('2026-01-17')
    expect(inForceForParty(terms, later, party(63))).toBe('2026-01-18')
    expect(inForceForParty(terms, later, party(64))).toBe('2026-03-31')
    expect(inForceForParty(terms, later, party(60))).toBe('2026-01-17')
    expect(inForceForParty(terms, later, party(99))).toBeNull()
  })
  test('[D-54] of two deposits on the day that completes the number, the second is a later one', () => {
    const slow = { instruments: 1, delayDays: 10, laterPartyDays: 30 }
    const both = [deposit(1, '2026-01-01'), deposit(2, '2026-01-01')]
    expect([inForceForParty(slow, both, party(1)), inForceForParty(slow, both, party(2))]).toEqual([
      '2026-01-11',
      '2026-01-31',
    ])
  })
  test('[D-55] consent taken back before the number is complete is not counted', () => {
    const [first, ...others] = sixty
    const takenBack = [{ ...first!, withdrawnOn: '2025-09-01' }, ...others]
    expect(entryIntoForce(terms, takenBack)).toMatchObject({ deposited: 59, missing: 1, inForceOn: null })
    expect(entryIntoForce(terms, [...takenBack, deposit(61, '2025-10-01')])).toMatchObject({
      completedOn: '2025-10-01',
      inForceOn: addDays('2025-10-01', 120),
    })
  })
  test('[D-55] taken back between the sixtieth deposit and the entry, the count goes on', () => {
    const [first, ...others] = sixty
    const takenBack = [{ ...first!, withdrawnOn: '2025-12-01' }, ...others]
    expect(entryIntoForce(terms, takenBack).inForceOn).toBeNull()
    const covered = [...takenBack, deposit(61, '2025-11-01')]
    expect(entryIntoForce(terms, covered).inForceOn).toBe('2026-01-17')
    expect(entryIntoForce(terms, [...takenBack, deposit(61, '2025-12-10')]).inForceOn).toBe(
      addDays('2025-12-10', 120),
    )
    expect(inForceForParty(terms, covered, party(1))).toBeNull()
  })
  test('[D-57] a denunciation takes effect a year after its receipt: a year, not 365 days', () => {
    expect(denunciationEffectiveOn(bbnj, '2027-03-01', undefined)).toBe('2028-03-01')
    expect(denunciationEffectiveOn(bbnj, '2027-03-01', '2027-06-01')).toBe('2028-03-01')
    expect(denunciationEffectiveOn(bbnj, '2027-03-01', '2029-01-01')).toBe('2029-01-01')
    const [first, ...others] = sixty
    const leaving = [
      { ...first!, denounced: { receivedOn: '2027-03-01', effectiveOn: '2028-03-01' } },
      ...others,
    ]
    expect(isBoundOn(terms, leaving, party(1), '2028-02-29')).toBe(true)
    expect(isBoundOn(terms, leaving, party(1), '2028-03-01')).toBe(false)
    expect(isBoundOn(terms, leaving, party(2), '2028-03-01')).toBe(true)
    expect(isBoundOn(terms, leaving, party(2), '2026-01-16')).toBe(false)
    expect(entryIntoForce(terms, leaving).inForceOn).toBe('2026-01-17')
  })
})

describe('other ways of counting', () => {
  test('[D-53] months, and the first day of the month that follows them', () => {
    const months = {
      instruments: 2,
      delayDays: 0,
      delayMonths: 3,
      laterPartyDays: 0,
      laterPartyMonths: 3,
      onFirstOfMonth: true,
    }
    const two = [deposit(1, '2025-01-10'), deposit(2, '2025-03-15'), deposit(3, '2025-09-01')]
    expect(entryIntoForce(months, two).inForceOn).toBe('2025-07-01')
    expect(inForceForParty(months, two, party(3))).toBe('2026-01-01')
  })
})

describe('what holds for every history of deposits', () => {
  const small = { instruments: 3, delayDays: 20, laterPartyDays: 5 }
  const history = fc
    .array(
      fc.record({
        on: fc.integer({ min: 0, max: 100 }),
        counts: fc.boolean(),
        stays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      }),
      { maxLength: 10 },
    )
    .map(list =>
      list.map(({ on, counts, stays }, at) =>
        deposit(at, addDays('2026-01-01', on), {
          counts,
          ...(stays === undefined ? {} : { withdrawnOn: addDays('2026-01-01', on + stays) }),
        }),
      ),
    )
  test('[D-53] on the day of entry at least the number stands, each deposited the period before or earlier', () => {
    fc.assert(
      fc.property(history, consents => {
        const { inForceOn, completedOn } = entryIntoForce(small, consents)
        if (inForceOn === null || completedOn === null) return
        const standing = consents.filter(
          one =>
            one.counts &&
            one.on <= completedOn &&
            (one.withdrawnOn === undefined || one.withdrawnOn > completedOn),
        )
        expect(standing.length).toBeGreaterThanOrEqual(3)
        expect(addDays(completedOn, 20)).toBe(inForceOn)
      }),
    )
  })
  test('[D-54] nobody is bound before the treaty, and the order of recording of other days does not matter', () => {
    fc.assert(
      fc.property(history, consents => {
        const { inForceOn } = entryIntoForce(small, consents)
        for (const { party: one } of consents) {
          const own = inForceForParty(small, consents, one)
          if (own !== null) expect(inForceOn !== null && own >= inForceOn).toBe(true)
        }
        expect(entryIntoForce(small, [...consents].reverse()).inForceOn).toBe(inForceOn)
      }),
    )
  })
})

const text = join(process.cwd(), '..', 'shared', 'samples', 'bbnj-agreement-2023-06-19.en.txt')
describe.skipIf(!existsSync(text))(
  'the parameters against the agreement itself (skipped where it is absent)',
  () => {
    test('[D-53, D-54, D-57] its articles 65, 68 and 73 say these numbers', () => {
      const words = readFileSync(text, 'utf8')
      expect(words).toContain('120 days after the date of deposit of the sixtieth instrument')
      expect(words).toContain('on the thirtieth day following the deposit of its instrument')
      expect(words).toContain('from 20 September 2023')
      expect(words).toContain('until 20 September 2025')
      expect(words).toContain('shall take effect one year after the date of receipt')
    })
  },
)
