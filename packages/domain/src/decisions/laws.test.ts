import { canonicalJson, get, type Instant, type Json, later, minuteMs, replay } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecisionsAct } from './acts.ts'
import { decideOn } from './decide.ts'
import { decisionStatus, whoObjects } from './decisionStatus.ts'
import type { DecisionsEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { silenceStatus } from './silenceStatus.ts'
import { type DecisionsState, initial, type SilenceEntry } from './state.ts'
import { actIn, groundOn, hour, members, start, type World } from './testing/world.ts'

const asJson = (value: unknown): string => canonicalJson(value as Json)
const member = fc.constantFrom(...members)
const decision = fc.constantFrom('d', 'e', 'f')

/** What somebody may try: mostly sense, some nonsense; the instant is added by the clock of the run. */
const attempt = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('put' as const), decision }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('object' as const), decision, member }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('withdrawObjection' as const), decision, member }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('declareAdopted' as const), decision }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('declareNoConsensus' as const),
      decision,
      next: fc.constantFrom('carriedOver' as const, 'dropped' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('withdrawPut' as const), decision }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('openSilence' as const),
      decision,
      minutes: fc.integer({ min: 60, max: 900 }),
      meeting: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('proposeSilence' as const),
      decision,
      minutes: fc.integer({ min: 120, max: 600 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('breakSilence' as const), decision, member }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('askExtension' as const), decision, member }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constantFrom('extendSilence' as const, 'resumeSilence' as const),
      decision,
      minutes: fc.integer({ min: 1, max: 1_500 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('suspendSilence' as const, 'withdrawSilence' as const),
      decision,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constantFrom('giveNotice' as const, 'confirmSilence' as const, 'publish' as const),
      decision,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('afterBroken' as const), decision }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reissue' as const) }) },
)
type Attempt = typeof attempt extends fc.Arbitrary<infer A> ? A : never
const session = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 120 }), tried: attempt }), {
  minLength: 20,
  maxLength: 100,
  size: 'max',
})

const bodyOf = (tried: Exclude<Attempt, { type: 'reissue' }>, world: World, now: Instant): object => {
  const subject = {
    kind: 'text',
    text: `t-${tried.decision}`,
    symbol: `T/${world.document}`,
    document: world.document,
  }
  const offer =
    'minutes' in tried
      ? { expiresAt: later(now, tried.minutes * minuteMs), timeZone: 'UTC', announcedAs: 'then' }
      : {}
  const about = {
    decision: tried.decision,
    title: 'T',
    subject,
    item: '1',
    reason: 'r',
    body: 'soc',
    ...offer,
  }
  switch (tried.type) {
    case 'put':
    case 'proposeSilence':
      return { ...about, meeting: 'm1' }
    case 'openSilence':
      return tried.meeting ? { ...about, meeting: 'm1' } : about
    case 'confirmSilence':
      return { decision: tried.decision, meeting: 'm2' }
    case 'breakSilence':
      return { decision: tried.decision, member: tried.member, by: { kind: 'objection' } }
    case 'afterBroken':
      return { decision: tried.decision, next: 'reopenedWithAmendment' }
    default:
      return { ...about, ...tried }
  }
}

interface Step {
  readonly act: DecisionsAct
  readonly before: DecisionsState
  readonly after: DecisionsState
  readonly events: readonly DecisionsEvent[]
  readonly refused: string | null
}

/** Plays a session: every try, in order, as the record would take it. */
const play = (tries: readonly { readonly wait: number; readonly tried: Attempt }[]): readonly Step[] => {
  let world = start({ m1: 'open', m2: 'open' })
  let now = hour(0)
  const steps: Step[] = []
  for (const { wait, tried } of tries) {
    now = later(now, wait * minuteMs)
    if (tried.type === 'reissue') {
      world = { ...world, document: world.document === 'a' ? 'b' : 'a' }
      continue
    }
    const made = actIn(world, `decisions.${tried.type}`, bodyOf(tried, world, now) as never)
    const act = { ...made, at: now } as DecisionsAct
    const outcome = decideOn(act, world.own, groundOn(world))
    const events = outcome.kind === 'accepted' ? outcome.events : []
    const after = events.reduce(evolve, world.own)
    steps.push({
      act,
      before: world.own,
      after,
      events,
      refused: outcome.kind === 'refused' ? outcome.refusal.rule : null,
    })
    world = { ...world, own: after }
  }
  return steps
}

const runs = { numRuns: 300 }

describe('what holds in every session', () => {
  test('the sessions are worth looking at: everything happens in some of them', () => {
    const happened = fc
      .sample(session, { numRuns: 300, seed: 7 })
      .flatMap(tries => play(tries).flatMap(({ events }) => events.map(({ type }) => type)))
    const count = (type: DecisionsEvent['type']) => happened.filter(one => one === type).length
    for (const type of [
      'decisions.decisionAdopted',
      'decisions.consensusNotReached',
      'decisions.silenceOpened',
      'decisions.silenceBroken',
      'decisions.noticeGiven',
      'decisions.silenceConfirmed',
      'decisions.silenceExtended',
      'decisions.silenceResumed',
      'decisions.decisionPublished',
    ] as const)
      expect([type, count(type) > 2]).toEqual([type, true])
  })
  test('[D-5] nothing is adopted over a maintained objection', () => {
    fc.assert(
      fc.property(session, tries => {
        for (const { before, events } of play(tries))
          for (const event of events)
            if (event.type === 'decisions.decisionAdopted')
              expect(whoObjects(get(before.decisions, event.decision)!)).toEqual([])
      }),
      runs,
    )
  })
  test('[D-6] what is adopted is what was put, to the letter', () => {
    fc.assert(
      fc.property(session, tries => {
        const put = new Map<string, string>()
        for (const { events } of play(tries))
          for (const event of events) {
            if (event.type === 'decisions.decisionPut') put.set(event.decision, asJson(event.subject))
            if (event.type === 'decisions.decisionAdopted')
              expect(asJson(event.subject)).toBe(put.get(event.decision))
          }
      }),
      runs,
    )
  })
  test('[D-43] no number is given twice', () => {
    fc.assert(
      fc.property(session, tries => {
        const given = play(tries).flatMap(({ events }) =>
          events.flatMap(event =>
            'number' in event && event.number !== undefined ? [event.number.symbol] : [],
          ),
        )
        expect(new Set(given).size).toBe(given.length)
      }),
      runs,
    )
  })
  test('replay of the events gives the same state, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(session, tries => {
        const steps = play(tries)
        const events = steps.flatMap(step => step.events)
        const decider = { initial, evolve, decide: () => ({ kind: 'accepted' as const, events: [] }) }
        const replayed = replay(decider, JSON.parse(JSON.stringify(events)) as typeof events)
        expect(asJson(replayed)).toBe(asJson(steps.at(-1)?.after ?? initial))
        for (const { before, after, refused } of steps) if (refused !== null) expect(after).toBe(before)
      }),
      runs,
    )
  })
  test('[D-27] an ended silence stays as it ended, whenever it is asked, and through a restart', () => {
    fc.assert(
      fc.property(session, fc.integer({ min: 0, max: 10_000 }), (tries, minutes) => {
        const ended = new Map<string, string>()
        for (const { act, after } of play(tries)) {
          if (!('decision' in act.body)) continue
          const { decision: name } = act.body
          const found = get(after.decisions, name)
          if (found?.course.stage !== 'silence') {
            ended.delete(name)
            continue
          }
          const key = `${name} ${found.round}`
          const { entries } = found.course.silence
          const restarted = JSON.parse(JSON.stringify(entries)) as typeof entries
          const status = silenceStatus(entries, act.at)
          expect(silenceStatus(restarted, act.at)).toEqual(status)
          const before = ended.get(key)
          if (before !== undefined) expect(asJson(status)).toBe(before)
          if (status.kind === 'running' || status.kind === 'suspended') continue
          ended.set(key, asJson(status))
          expect(silenceStatus(entries, later(act.at, minutes * minuteMs))).toEqual(status)
          expect(decisionStatus(found, act.at).kind).toBe(status.kind === 'kept' ? 'adopted' : 'notAdopted')
        }
      }),
      runs,
    )
  })
})

describe('[D-27] the outcome depends on entries and instants only', () => {
  const instantIn = fc.integer({ min: 0, max: 3_000 }).map(minutes => later(hour(0), minutes * minuteMs))
  /** Entries as the record might hold them, sense or not, in the order of their instants. */
  const entries = fc
    .array(
      fc.oneof(
        fc.record({
          kind: fc.constantFrom('extended' as const, 'resumed' as const),
          at: instantIn,
          expiresAt: instantIn,
        }),
        fc.record({
          kind: fc.constantFrom('suspended' as const, 'withdrawn' as const),
          at: instantIn,
          reason: fc.constant('r'),
        }),
        fc.record({
          kind: fc.constant('broken' as const),
          at: instantIn,
          member: fc.constant('AAA' as never),
          how: fc.constant({ kind: 'objection' as const }),
        }),
      ),
      { maxLength: 6 },
    )
    .map((list): readonly SilenceEntry[] => [
      { kind: 'opened', at: hour(0), expiresAt: hour(20) },
      ...[...list].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    ])
  test('[D-27] asking often on the way, or never, makes no difference', () => {
    fc.assert(
      fc.property(entries, instantIn, (list, now) => {
        const seen: SilenceEntry[] = []
        for (const entry of list) {
          if (entry.at > now) break
          seen.push(entry)
          silenceStatus(seen, entry.at)
        }
        expect(silenceStatus(seen, now)).toEqual(silenceStatus(list, now))
      }),
    )
  })
  test('[D-26, D-28] once ended it never changes, whatever is written afterwards', () => {
    fc.assert(
      fc.property(entries, instantIn, fc.integer({ min: 0, max: 5_000 }), (list, now, minutes) => {
        const status = silenceStatus(list, now)
        if (status.kind === 'running' || status.kind === 'suspended') return
        expect(silenceStatus(list, later(now, minutes * minuteMs))).toEqual(status)
      }),
    )
  })
})
