import {
  canonicalJson,
  dayMs,
  get,
  has,
  type Instant,
  type Json,
  later,
  type MemberId,
  replay,
  values,
} from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, type Audience, audienceOf, type DomainEvent, type DomainState, domain } from '../index.ts'
import {
  type Actor,
  act,
  after,
  chair,
  coordinator,
  decided,
  delegate,
  observer,
  secretariat,
} from '../testing/index.ts'
import { isWithin, ownersOf, type Report, standingReports, type Waiting } from './index.ts'
import { desk, desks, ground, names, now, proof, terms, termsIn, undertakes } from './testing/scene.ts'

/*
 * Laws of the chapter on random histories of nine years: whatever delegations, coordinators, observers and the
 * secretariat try, in whatever order, these hold.
 */

const start = after(ground, desks, names('aaa-2', 'validator'), undertakes())
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
const codes = ['AAA', 'BBB', 'CCC'] as const
const ids = ['c1', 'c2', 'c3'] as const
const reports = Array.from({ length: 11 }, (_, n) => `p${n}`)
const days = ['2027-04-15', '2027-10-15', '2028-04-15', '2029-04-15'] as const
const audiences = [{ kind: 'public' }, { kind: 'members' }, { kind: 'body', body: 'swg' }] as const
const sayings = ['notStarted', 'limited', 'substantial', 'complete', 'nothingNew', 'noEvidence'] as const
const people: readonly Actor[] = [
  ...codes.map(code => delegate(code)),
  desk('-1'),
  desk('-2'),
  secretariat(),
  coordinator('mil'),
  observer('OBS'),
  chair(),
]

interface Attempt {
  readonly what: number
  readonly who: number
  readonly on: number
  readonly a: number
  readonly b: number
  readonly wait: number
}
const attempt: fc.Arbitrary<Attempt> = fc.record({
  what: fc.nat(19),
  who: fc.nat(999),
  on: fc.nat(999),
  a: fc.nat(999),
  b: fc.nat(999),
  wait: fc.nat(60),
})
const history = fc.array(attempt, { minLength: 20, maxLength: 70, size: 'max' })
/** A delegation that tells and validates, tells and validates: on one commitment, by its three desks. */
const telling = fc.array(
  fc.record({
    what: fc.constantFrom(6, 7, 8, 11, 12, 13),
    who: fc.constantFrom(0, 3, 3, 4),
    on: fc.constant(0),
    a: fc.nat(999),
    b: fc.nat(999),
    wait: fc.nat(40),
  }),
  { minLength: 20, maxLength: 60, size: 'max' },
)

const termsOf = ({ a, b }: Attempt) => {
  const reporting = { first: pick(days, a), everyMonths: pick([0, 6, 12], b) }
  const more = { reporting, until: pick(['2028-12-31', '2035-12-31'], a), title: `Terms ${b}` }
  return pick([terms(more), termsIn('eco', more), terms({ ...more, decision: pick(['d1', 'd3'], a) })], b)
}

/** A report: on any day, on one that is due, or in the place of one that stands. */
const tellingOf = (
  state: DomainState,
  { a, b }: Attempt,
  member: string,
  commitment: string,
  when: Instant,
  source: object,
) => {
  const about = get(state.commitments.commitments, commitment)
  const standing = about === undefined ? [] : standingReports(about, member as MemberId)
  const old: Report | undefined = a % 3 === 0 ? pick(standing, b) : undefined
  const due = old === undefined ? (a % 4 === 0 ? undefined : pick(days, b)) : old.due
  return {
    commitment,
    report: pick(reports, a + b),
    member,
    period: { from: '2026-01-01', until: when.slice(0, 10) },
    says: pick(sayings, b),
    words: b % 5 === 0 ? '' : 'These are the words.',
    evidence: b % 3 === 0 ? [] : [proof(pick(['e1', 'e2'], a), { title: `Title ${a % 2}` })],
    ...(due === undefined ? {} : { due }),
    ...(old === undefined ? {} : { revises: old.id }),
    ...source,
  }
}

const waitingOf = (state: DomainState, member: string): readonly Waiting[] => {
  const waiting = get(state.commitments.waiting, member)
  return waiting === undefined ? [] : [...values(waiting)]
}

/** Acts on a commitment and its reports, by anybody, mostly in her own name. */
const actOf = (state: DomainState, tried: Attempt, when: Instant): Act => {
  const { what, who, on, a, b } = tried
  const by = what < 12 ? pick([...people.slice(0, 6)], who) : pick(people, who)
  const member = by.as.kind === 'delegate' ? by.as.member : pick(codes, a)
  const commitment = pick(ids, on)
  const source = by.as.kind === 'secretariat' && b % 5 > 0 ? { source: 'a letter' } : {}
  const reason = 'because'
  // Mostly about a report that waits; now and then about one that does not.
  const waiting: Waiting | undefined = b % 5 === 0 ? undefined : pick(waitingOf(state, 'AAA'), a)
  const draft = {
    commitment: waiting?.commitment ?? commitment,
    report: waiting?.report.id ?? pick(reports, a),
    member: 'AAA',
  }
  switch (what) {
    case 0:
    case 1:
      return act(
        by,
        'commitments.undertake',
        { commitment, member, terms: termsOf(tried), audience: pick(audiences, b), ...source },
        when,
      )
    case 2:
      return act(by, 'commitments.join', { commitment, member, ...source }, when)
    case 3:
      return act(by, 'commitments.leave', { commitment, member, reason, ...source }, when)
    case 4:
      return act(
        by,
        'commitments.change',
        { commitment, member, terms: termsOf(tried), reason, ...source },
        when,
      )
    case 5:
      return b % 3 === 0
        ? act(by, 'commitments.withdraw', { commitment, member, reason, ...source }, when)
        : act(
            by,
            'commitments.carryForward',
            { commitment, member, into: pick(ids, a), terms: termsOf(tried), reason, ...source },
            when,
          )
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
      return act(by, 'commitments.report', tellingOf(state, tried, member, commitment, when, source), when)
    case 11:
    case 12:
      return act(pick([delegate('AAA'), desk('-2')], b), 'commitments.validateReport', draft, when)
    case 13:
      return act(
        pick([delegate('AAA'), desk('-2')], b),
        'commitments.returnReport',
        { ...draft, reason },
        when,
      )
    case 14:
      return act(
        by,
        'commitments.addEvidence',
        {
          commitment,
          member,
          evidence: proof(pick(['e1', 'e2', 'e3'], a)),
          audience: pick(audiences, b),
          ...source,
        },
        when,
      )
    case 15:
      return act(by, 'commitments.assess', { commitment, finds: 'limited', words: 'w' }, when)
    case 16:
      return names(
        pick(['aaa-1', 'aaa-2'], a),
        pick(['validator', 'validator', 'focalPoint', 'alternate'], b),
        {},
        when,
      )
    case 17:
      return act(
        delegate('AAA'),
        'commitments.releaseContact',
        { member: 'AAA', person: pick(['aaa-1', 'aaa-2'], a), role: 'validator', scope: { kind: 'all' } },
        when,
      )
    case 18:
      return act(
        delegate('AAA'),
        b % 2 === 0 ? 'institution.suspendCredential' : 'institution.restoreCredential',
        { credential: `cred-${pick(['aaa-1', 'aaa-2'], a)}`, reason },
        when,
      )
    default:
      return act(
        by,
        'commitments.recommend',
        { recommendation: `n${a % 3}`, member, to: pick(codes, b), wording: 'w', ...source },
        when,
      )
  }
}

interface Step {
  readonly act: Act
  readonly before: DomainState
  readonly events: readonly DomainEvent[]
  readonly after: DomainState
  readonly audience: Audience
}
interface Lived {
  readonly steps: readonly Step[]
  readonly last: DomainState
  readonly refused: number
}

/** A history lived act by act; up to two months go by between two of them. */
const live = (tried: readonly Attempt[]): Lived => {
  const steps: Step[] = []
  let state = start
  let when = now
  let refused = 0
  for (const one of tried) {
    when = later(when, one.wait * dayMs)
    const made = actOf(state, one, when)
    const outcome = decided(made, state)
    if (outcome.kind === 'refused') {
      refused++
      continue
    }
    const next = outcome.events.reduce(domain.evolve, state)
    steps.push({
      act: made,
      before: state,
      events: outcome.events,
      after: next,
      audience: audienceOf(made, next),
    })
    state = next
  }
  return { steps, last: state, refused }
}

const written = (value: unknown): string => canonicalJson(value as Json)
const commitmentsOf = (state: DomainState) => [...values(state.commitments.commitments)]
const eventsOf = ({ steps }: Lived) => steps.flatMap(({ events }) => events)

describe('laws of commitments', () => {
  test('[C-31, C-20] a replay, a snapshot and the tail give the state that was lived', () =>
    fc.assert(
      fc.property(history, fc.nat(), (tried, cut) => {
        const lived = live(tried)
        // As the record gives them back: written in one order of fields, and read.
        const events = JSON.parse(written(eventsOf(lived))) as readonly DomainEvent[]
        const at = events.length === 0 ? 0 : cut % events.length
        const snapshot = JSON.parse(written(replay(domain, events.slice(0, at), start))) as DomainState
        expect(written(replay(domain, events.slice(at), snapshot))).toBe(written(lived.last))
      }),
      { numRuns: 60 },
    ))

  test('[C-21] an act that is refused appends nothing and changes nothing', () =>
    fc.assert(
      fc.property(history, attempt, (tried, one) => {
        const { last } = live(tried)
        const before = written(last)
        const outcome = decided(actOf(last, one, later(now, 4_000 * dayMs)), last)
        expect(written(last)).toBe(before)
        if (outcome.kind === 'refused') expect(Object.keys(outcome).sort()).toEqual(['kind', 'refusal'])
        else expect(outcome.events.length).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    ))

  test('[C-28, C-41] nothing widens the audience of a commitment, and what is told of it goes no further', () =>
    fc.assert(
      fc.property(history, tried => {
        for (const { act: made, before, after: next, audience } of live(tried).steps) {
          for (const { id, audience: was } of commitmentsOf(before))
            expect(get(next.commitments.commitments, id)?.audience).toEqual(was)
          for (const { audience: own, evidence, carriedFrom } of commitmentsOf(next)) {
            for (const piece of evidence) expect(isWithin(piece.audience, own)).toBe(true)
            const from = carriedFrom === null ? undefined : get(next.commitments.commitments, carriedFrom)
            if (from !== undefined) expect(own).toEqual(from.audience)
          }
          if (!('commitment' in made.body)) continue
          const about = get(next.commitments.commitments, made.body.commitment as string)!
          expect(isWithin(audience, about.audience), made.type).toBe(true)
        }
      }),
      { numRuns: 60 },
    ))

  test('[C-24] a report that waits is read by its delegation only, and its words stand nowhere else', () =>
    fc.assert(
      fc.property(history, tried => {
        for (const { events, after: next, audience } of live(tried).steps) {
          for (const { type, ...event } of events)
            if (type === 'commitments.reportDrafted' || type === 'commitments.reportReturned')
              expect(audience).toEqual({ kind: 'delegation', member: (event as { member?: string }).member })
          for (const code of codes)
            for (const { report, commitment } of waitingOf(next, code))
              for (const one of get(next.commitments.commitments, commitment)!.reports)
                expect(one.at === report.at && one.id === report.id).toBe(false)
        }
      }),
      { numRuns: 60 },
    ))

  test('[C-22] a due day is answered at most once by the reports that stand, and a name is told once', () =>
    fc.assert(
      fc.property(fc.oneof(history, telling), tried => {
        for (const commitment of commitmentsOf(live(tried).last)) {
          const names = commitment.reports.map(({ id }) => id)
          expect(new Set(names).size).toBe(names.length)
          for (const { member } of commitment.owners) {
            const days = standingReports(commitment, member).flatMap(({ due }) => due ?? [])
            expect(new Set(days).size).toBe(days.length)
          }
        }
      }),
      { numRuns: 100 },
    ))

  test('[C-20, C-26, C-30] nobody’s words are changed by others; what goes back says why; what ended stays ended', () =>
    fc.assert(
      fc.property(history, tried => {
        for (const { before, after: next } of live(tried).steps)
          for (const was of commitmentsOf(before)) {
            const is = get(next.commitments.commitments, was.id)!
            if (is.terms !== was.terms || (is.ended !== null && was.ended === null))
              expect(ownersOf(was)).toHaveLength(1)
            if (was.ended !== null)
              expect([is.ended, is.reports, is.terms]).toEqual([was.ended, was.reports, was.terms])
            expect(is.reports.slice(0, was.reports.length)).toEqual(was.reports)
            for (const { movedBack, words } of is.reports)
              expect(movedBack && words.trim() === '').toBe(false)
          }
      }),
      { numRuns: 60 },
    ))

  test('the histories are worth it: most kinds of event happen in them, and most attempts are refused by some rule', () => {
    const lived = fc.sample(history, { numRuns: 120, seed: 7 }).map(live)
    const kinds = new Set(lived.flatMap(eventsOf).map(({ type }) => type))
    for (const kind of [
      'undertaken',
      'joined',
      'left',
      'changed',
      'withdrawn',
      'carriedForward',
      'reportDrafted',
      'reported',
      'reportReturned',
      'evidenceAdded',
      'assessed',
      'contactNamed',
      'contactReleased',
      'recommended',
    ])
      expect(kinds, kind).toContain(`commitments.${kind}`)
    const told = lived.flatMap(({ last }) => commitmentsOf(last)).flatMap(({ reports }) => reports)
    expect(told.some(({ revises }) => revises !== undefined)).toBe(true)
    expect(told.some(({ movedBack }) => movedBack)).toBe(true)
    expect(lived.every(({ refused }) => refused > 0)).toBe(true)
    expect(lived.some(({ last }) => has(last.commitments.waiting, 'AAA'))).toBe(true)
  })
})
