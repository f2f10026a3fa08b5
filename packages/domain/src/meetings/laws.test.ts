import { canonicalJson, type Json, msBetween, replay } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Audience,
  audienceOf,
  changesWhatIsSeen,
  type DomainEvent,
  type DomainState,
  domain,
  foldShown,
  meetings,
  type Sees,
  sliceOf,
} from '../index.ts'
import { after, at } from '../testing/index.ts'
import { attempts, lived, meetingOf, type Step } from './testing/histories.ts'
import { inSession } from './testing/room.ts'

/** Laws of meetings, on random histories: whatever people try on the floor, in whatever order, these hold. */

const start = after(...inSession())
const written = (value: unknown): string => canonicalJson(value as Json)
const holds = (law: (steps: readonly Step[]) => void, numRuns = 100) =>
  fc.assert(
    fc.property(attempts, tried => law(lived(start, tried))),
    { numRuns },
  )
const eventsOf = (steps: readonly Step[]): readonly DomainEvent[] => steps.flatMap(({ events }) => events)

describe('laws of the floor', () => {
  test('[M-37] one speaks at a time: every turn ends before the next begins, and each that ended had begun', () =>
    holds(steps => {
      let speaking: string | null = null
      for (const event of eventsOf(steps)) {
        if (event.type === 'meetings.floorGiven') {
          expect(speaking).toBe(null)
          speaking = event.request
        }
        if (event.type === 'meetings.floorEnded') {
          expect(event.request).toBe(speaking)
          speaking = null
        }
      }
    }))

  test('[M-33] a list keeps the order of asking among those of one kind', () =>
    holds(steps => {
      for (const { after: state } of steps)
        for (const { requests } of meetingOf(state).lists)
          for (const [n, each] of requests.entries()) {
            const next = requests[n + 1]
            if (next === undefined) continue
            expect(each.standing <= next.standing).toBe(true)
            if (each.standing === next.standing) expect(each.at <= next.at).toBe(true)
          }
    }))

  test('[M-38] the floor goes to the first', () =>
    holds(steps => {
      for (const { before, events } of steps)
        for (const event of events)
          if (event.type === 'meetings.floorGiven')
            expect(meetings.listOf(meetingOf(before), event.item).requests[0]?.request).toBe(event.request)
    }))

  test('[M-40] nobody has used more time than has passed, and points of order are left out of it', () =>
    holds(steps => {
      for (const event of eventsOf(steps))
        if (event.type === 'meetings.floorEnded') {
          expect(event.usedMs).toBeGreaterThanOrEqual(0)
          expect(event.usedMs).toBeLessThanOrEqual(msBetween(event.since, event.at))
        }
      for (const { after: state, act } of steps) {
        const { speaking } = meetingOf(state)
        if (speaking === null) continue
        expect(meetings.floorClock(speaking, act.at).running).toBe(
          meetings.openPoint(meetingOf(state)) === undefined,
        )
      }
    }))

  test('[M-49] no motion is carried over an objection, and what is carried happens', () =>
    holds(steps => {
      for (const { events } of steps)
        for (const event of events)
          if (event.type === 'meetings.motionDecided')
            expect(event.carried).toBe(event.objectors.length === 0)
    }))

  test('a replay gives the state that was lived, also from a snapshot that was written and read', () =>
    fc.assert(
      fc.property(attempts, fc.nat(), (tried, cut) => {
        const steps = lived(start, tried)
        const events = eventsOf(steps)
        const last = steps.at(-1)?.after ?? start
        expect(written(replay(domain, events, start))).toBe(written(last))
        const half = events.length === 0 ? 0 : cut % events.length
        const snapshot = JSON.parse(
          JSON.stringify(replay(domain, events.slice(0, half), start)),
        ) as DomainState
        expect(written(replay(domain, events.slice(half), snapshot))).toBe(written(last))
      }),
    ))

  test('the histories are worth it: every kind of event of the floor happens in some', () => {
    const kinds = new Set(
      fc
        .sample(attempts, { numRuns: 300, seed: 11 })
        .flatMap(tried => eventsOf(lived(start, tried)).map(({ type }) => type)),
    )
    for (const kind of [
      'floorAsked',
      'listLeft',
      'floorGiven',
      'floorEnded',
      'listClosed',
      'listReopened',
      'debateClosed',
      'pointRaised',
      'pointRuled',
      'rulingAppealed',
      'appealDecided',
      'moved',
      'motionDecided',
      'motionWithdrawn',
      'objectionRaised',
      'itemConcluded',
      'suspended',
      'adjourned',
      'resumed',
      'closed',
      'accessSet',
      'statementRecorded',
      'journalCirculated',
      'agendaChanged',
    ])
      expect(kinds, kind).toContain(`meetings.${kind}`)
  })
})

describe('what those see who stand before the doors', () => {
  const reads =
    (...open: readonly string[]): Sees =>
    (audience: Audience) =>
      audience.kind === 'public' || open.includes(audience.kind)
  const classes = { 'the public': reads(), members: reads('members'), 'the body': reads('members', 'body') }
  const wanted = { texts: [], since: at('00:00') }

  test('[M-52] a slice kept up to date is the slice of the later state, or says that it is stale', () => {
    const whys = new Set<string>()
    let foldedEvents = 0
    const follow = (steps: readonly Step[], sees: Sees): void => {
      let slice = sliceOf(start, sees, wanted)
      for (const { act, events, after: state } of steps) {
        const shown = sees(audienceOf(act, state))
          ? { events }
          : changesWhatIsSeen(events, sees, state)
            ? { again: true as const }
            : {}
        const next = foldShown(slice, shown)
        if (next.kind === 'stale') whys.add(next.why)
        else foldedEvents += shown.events?.length ?? 0
        const truth = sliceOf(state, sees, wanted)
        slice = next.kind === 'stale' ? truth : next.slice
        expect(written(slice.state.meetings)).toBe(written(truth.state.meetings))
      }
    }
    holds(steps => {
      for (const sees of Object.values(classes)) follow(steps, sees)
    }, 60)
    expect([...whys].filter(why => !/doors|no journal|what may be seen/.test(why))).toEqual([])
    expect(foldedEvents).toBeGreaterThan(1_000)
  })

  test('[M-52] nothing that is said behind closed doors is in the slice of the public', () => {
    const ofPublic = (state: DomainState) =>
      written(sliceOf(state, classes['the public'], wanted).state.meetings)
    holds(steps => {
      for (const [n, { act, events }] of steps.entries()) {
        if (events.length === 0 || audienceOf(act, steps[n]!.after).kind === 'public') continue
        const secrets = events.flatMap(event =>
          event.type === 'meetings.pointRaised'
            ? [event.point]
            : event.type === 'meetings.moved'
              ? [event.motion]
              : event.type === 'meetings.statementRecorded'
                ? [event.statement]
                : event.type === 'meetings.shown' && event.what.kind === 'message'
                  ? [event.what.words]
                  : [],
        )
        for (const { after: state } of steps.slice(n))
          for (const secret of secrets) expect(ofPublic(state)).not.toContain(`"${secret}"`)
      }
    }, 60)
  })
})
