import {
  type DomainEvent,
  type DomainState,
  decideAsSystem,
  domain,
  type Slice,
  sliceOf,
} from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { expect, test, vi } from 'vitest'
import { act, assembly, at, secretariat } from '../../../../packages/domain/src/testing/builders.ts'
import { type LevelSlice, sliceKeeper } from './slices.ts'
import type { ShownEntry } from './stream.ts'

/** A record of an assembly and some meetings, as the public sees it. */
const record = (() => {
  const acts = [
    ...assembly('AAA', 'BBB'),
    ...Array.from({ length: 6 }, (_, n) =>
      act(secretariat(), 'meetings.convene', {
        meeting: `m${n}`,
        body: 'soc',
        title: `Meeting ${n}`,
        opensAt: at('2026-12-01 09:00'),
        place: 'Hall',
        timeZone: 'UTC',
        agenda: [{ number: '1', title: 'Item' }],
      }),
    ),
  ]
  let state: DomainState = domain.initial
  const states = [state]
  const entries: ShownEntry[] = []
  for (const [index, one] of acts.entries()) {
    const outcome = one.as.kind === 'system' ? decideAsSystem(one, state) : domain.decide(one, state)
    if (outcome.kind === 'refused') throw new Error(outcome.refusal.rule)
    const { events } = outcome
    state = events.reduce<DomainState>((s, event) => domain.evolve(s, event as DomainEvent), state)
    states.push(state)
    entries.push({ index, events: events as readonly DomainEvent[] })
  }
  return { entries, states }
})()

const since = '2026-01-01T00:00:00.000Z' as Instant
const levelAt = (index: number): LevelSlice => ({
  index,
  slice: sliceOf(record.states[index]!, () => true, { texts: [], since }) as Slice,
})
const size = record.entries.length
const meetings = (level: LevelSlice | undefined) => level?.slice.state.meetings.meetingOrder.length

const loaded = async (keeper: ReturnType<typeof sliceKeeper>): Promise<LevelSlice> => {
  keeper.get(null)
  await vi.waitFor(() => expect(keeper.get(null)).toBeDefined())
  return keeper.get(null)!
}

test('a slice is folded level with what the stream brings', async () => {
  const keeper = sliceKeeper({ fetch: async () => levelAt(size - 4), entries: async () => [] })
  await loaded(keeper)
  keeper.take(record.entries.slice(size - 4, size - 2))
  keeper.take(record.entries.slice(size - 2))
  expect(keeper.get(null)!.index).toBe(size)
  expect(meetings(keeper.get(null))).toBe(6)
})

test('a slice that comes later than the stream is brought level with what the stream has kept, and what it has not', async () => {
  const asked: (readonly [number, number])[] = []
  const keeper = sliceKeeper({
    fetch: async () => levelAt(size - 5),
    entries: async (from, to) => {
      asked.push([from, to])
      return record.entries.slice(from, to)
    },
  })
  keeper.take(record.entries.slice(size - 2))
  const level = await loaded(keeper)
  expect(asked).toEqual([[size - 5, size - 2]])
  expect(level.index).toBe(size)
  expect(meetings(level)).toBe(6)
})

test('an entry that is sent twice is folded once', async () => {
  const keeper = sliceKeeper({ fetch: async () => levelAt(size - 3), entries: async () => [] })
  await loaded(keeper)
  keeper.take(record.entries.slice(size - 3, size - 1))
  keeper.take(record.entries.slice(size - 2))
  expect(meetings(keeper.get(null))).toBe(6)
})

test('a slice that cannot be folded any further is fetched anew, as of after what it could not take', async () => {
  const wanted: number[] = []
  const keeper = sliceKeeper({
    fetch: async (_, after) => {
      wanted.push(after)
      return levelAt(Math.max(after, size - 2))
    },
    entries: async () => [],
  })
  await loaded(keeper)
  keeper.take([{ index: size - 2, again: true }])
  await vi.waitFor(() => expect(keeper.get(null)!.index).toBe(size - 1))
  expect(wanted).toEqual([0, size - 1])
})

test('a slice that could not be fetched says why, and is fetched when asked again', async () => {
  let line = false
  const keeper = sliceKeeper({
    fetch: async () => {
      if (!line) throw new Error('no line')
      return levelAt(size)
    },
    entries: async () => [],
  })
  keeper.get(null)
  await vi.waitFor(() => expect(keeper.failure(null)).toBeInstanceOf(Error))
  line = true
  keeper.retry(null)
  await vi.waitFor(() => expect(keeper.get(null)).toBeDefined())
  expect(keeper.failure(null)).toBeUndefined()
})
