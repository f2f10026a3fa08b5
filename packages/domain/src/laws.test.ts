import { canonicalJson, type Json, replay, values } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, type DomainEvent, type DomainState, domain, initial } from './index.ts'
import {
  type Actor,
  act,
  after,
  assembly,
  at,
  chair,
  decided,
  delegate,
  observerParty,
  rule,
  secretariat,
  withRights,
} from './testing/index.ts'

/*
 * Laws of the first two chapters, on random histories: whatever people try, in whatever order, these hold.
 */

const codes = ['AAA', 'BBB', 'CCC'] as const
const world = [...assembly(...codes), observerParty('OBS'), rule('quorum.opens', '1/3')]

const member = fc.constantFrom(...codes)
const actor: fc.Arbitrary<Actor> = fc.oneof(
  member.map(code => delegate(code)),
  member.map(code => delegate(code, '2')),
  fc.constantFrom(chair('soc'), chair('mc'), secretariat()),
)
const credential = fc.oneof(
  member.map(code => `cred-${code.toLowerCase()}`),
  fc.constantFrom('one', 'two', 'cred-chair-soc'),
)

const accredit = (by: Actor, id: string, code: string, full: boolean): Act => {
  const to = full ? delegate(code, '2') : withRights(delegate(code, '2'), 'read', 'speak')
  return act(by, 'institution.accredit', {
    credential: id,
    person: to.person,
    name: `Delegate of ${code}`,
    capacity: { kind: 'delegate', member: code },
    rights: to.rights,
    from: at('08:00'),
  })
}

const convene = (by: Actor, meeting: string, body: string): Act =>
  act(by, 'meetings.convene', {
    meeting,
    body,
    title: 'Meeting',
    opensAt: at('09:10'),
    place: 'Hall',
    timeZone: 'UTC',
    agenda: [{ number: '1', title: 'Item' }],
  })

/** Acts as people send them, sensible and senseless; the time of each is its place in the history. */
const attempt: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(actor, credential, member, fc.boolean()).map(args => accredit(...args)),
  fc
    .tuple(actor, fc.constantFrom('revoke', 'suspend', 'restore'), credential)
    .map(([by, how, id]) =>
      act(by, `institution.${how as 'revoke'}Credential`, { credential: id, reason: 'because' }),
    ),
  fc.tuple(actor, fc.constantFrom('m', 'n'), fc.constantFrom('soc', 'mc')).map(args => convene(...args)),
  fc
    .tuple(actor, fc.constantFrom('m', 'n'), member, fc.boolean())
    .map(([by, meeting, code, present]) =>
      act(by, 'meetings.recordPresence', { meeting, member: code, present }),
    ),
  fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: fc.constant(chair('soc')) }, { weight: 1, arbitrary: actor }),
      fc.constantFrom('open', 'open', 'suspend', 'resume', 'close'),
      fc.constantFrom('m', 'm', 'n'),
    )
    .map(([by, what, meeting]) => act(by, `meetings.${what as 'open'}`, { meeting })),
)
const history = fc.array(attempt, { maxLength: 40, size: 'max' })

interface Lived {
  readonly events: readonly DomainEvent[]
  readonly states: readonly DomainState[]
}

/** A history lived act by act, a minute apart. */
const live = (attempts: readonly Act[], start: DomainState): Lived => {
  const events: DomainEvent[] = []
  const states = [start]
  attempts.forEach((tried, n) => {
    const minute = at(`${9 + Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}`.padStart(5, '0'))
    const outcome = decided({ ...tried, at: minute }, states.at(-1)!)
    const now = outcome.kind === 'accepted' ? outcome.events : []
    events.push(...now)
    states.push(now.reduce(domain.evolve, states.at(-1)!))
  })
  return { events, states }
}
const foundations = [...world, convene(chair('soc'), 'm', 'soc')]
const start = after(...foundations)
const written = (value: unknown): string => canonicalJson(value as Json)

describe('laws', () => {
  test('a replay of the events gives the state that was lived', () =>
    fc.assert(
      fc.property(history, attempts => {
        const { events, states } = live(attempts, start)
        expect(written(replay(domain, events, start))).toBe(written(states.at(-1)))
      }),
    ))

  test('a snapshot, written and read, and the tail give the same state', () =>
    fc.assert(
      fc.property(history, fc.nat(), (attempts, cut) => {
        const { events } = live(attempts, start)
        const at = events.length === 0 ? 0 : cut % events.length
        const snapshot = JSON.parse(JSON.stringify(replay(domain, events.slice(0, at), start))) as DomainState
        expect(written(replay(domain, events.slice(at), snapshot))).toBe(
          written(replay(domain, events, start)),
        )
      }),
    ))

  test('every event is plain data: written and read it is the same', () =>
    fc.assert(
      fc.property(history, attempts => {
        const { events } = live(attempts, start)
        expect(JSON.parse(written(events))).toEqual(events)
      }),
    ))

  test('deciding changes nothing, and the same question has the same answer', () =>
    fc.assert(
      fc.property(history, attempt, (attempts, tried) => {
        const now = live(attempts, start).states.at(-1)!
        const before = written(now)
        expect(written(decided(tried, now))).toBe(written(decided(tried, now)))
        expect(written(now)).toBe(before)
      }),
    ))

  test('no member is special: renamed members live the same history under other names', () => {
    const other: { readonly [code: string]: string } = { AAA: 'CCC', BBB: 'AAA', CCC: 'BBB' }
    const renamed = (text: string): string =>
      text
        .replace(/AAA|BBB|CCC/g, code => other[code]!)
        .replace(/aaa|bbb|ccc/g, code => other[code.toUpperCase()]!.toLowerCase())
    fc.assert(
      fc.property(history, attempts => {
        const turned = JSON.parse(renamed(JSON.stringify(attempts))) as readonly Act[]
        expect(renamed(written(live(attempts, start).events))).toBe(
          written(live(turned, after(...(JSON.parse(renamed(JSON.stringify(foundations))) as Act[]))).events),
        )
      }),
    )
  })

  test('a member has no more voices than one: her delegates share her one seat', () =>
    fc.assert(
      fc.property(history, attempts => {
        for (const state of live(attempts, start).states)
          for (const meeting of meetingsOf(state))
            expect(new Set(meeting.present).size).toBe(meeting.present.length)
      }),
    ))

  test('the histories are not empty: most kinds of event happen in them', () => {
    const kinds = new Set(
      fc
        .sample(history, { numRuns: 200, seed: 7 })
        .flatMap(one => live(one, start).events.map(event => event.type)),
    )
    for (const kind of [
      'institution.accredited',
      'institution.credentialSuspended',
      'institution.credentialRevoked',
      'meetings.convened',
      'meetings.presenceRecorded',
      'meetings.opened',
      'meetings.suspended',
      'meetings.closed',
    ])
      expect(kinds, kind).toContain(kind)
  })

  test('the founding begins from nothing', () => expect(written(after())).toBe(written(initial)))
})

const meetingsOf = (state: DomainState) => [...values(state.meetings.meetings)]
