import type { Instant } from '@gavel/kernel'
import type { Line } from '@gavel/notices/browser'
import { expect, test } from 'vitest'
import { waits } from './waits.ts'

const at = '2026-11-24T10:00:00.000Z' as Instant
const given = { at, recordedAt: at, by: 'p', how: 'here', note: null, byAnswer: false } as const
type Mine = NonNullable<Line['mine']>

const mine = (part: Partial<Mine>): Mine => ({
  member: 'KAZ',
  acknowledgement: { kind: 'untimed', at },
  acknowledged: given,
  silentSince: null,
  answer: { kind: 'untimed', at: null },
  answers: [],
  ...part,
})

test('[N-16] a notice waits until it is acknowledged and what is owed to it is answered, and never once withdrawn', () => {
  expect(waits({ status: 'open', mine: mine({}) })).toBe(false)
  expect(waits({ status: 'open', mine: mine({ acknowledged: null }) })).toBe(true)
  expect(waits({ status: 'closed', mine: mine({ acknowledged: null }) })).toBe(true)
  expect(waits({ status: 'withdrawn', mine: mine({ acknowledged: null }) })).toBe(false)
  expect(waits({ status: 'open', mine: mine({ answer: { kind: 'awaited', due: at, leftMs: 1 } }) })).toBe(
    true,
  )
  expect(
    waits({ status: 'open', mine: mine({ answer: { kind: 'silent', due: at, since: at, silentMs: 1 } }) }),
  ).toBe(true)
  expect(waits({ status: 'open', mine: null })).toBe(false)
})
