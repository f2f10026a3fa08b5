import { type Act, commitments, type DomainState, decisions } from '@gavel/domain'
import { get, type Instant, type MemberId, values } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analysisTable } from './read.ts'
import type { AnalysisTable, Asking } from './table.ts'
import {
  act,
  at,
  delegate,
  done,
  founded,
  members,
  readers,
  secretariat,
  seeing,
  type Walk,
} from './testing/walk.ts'

const audiences = [{ kind: 'public' }, { kind: 'members' }, { kind: 'body', body: 'swg' }] as const
const says = [
  'notStarted',
  'limited',
  'substantial',
  'complete',
  'nothingNew',
  'noEvidence',
  'unclear',
] as const

/** One step of a random year: who does what to which commitment after how many days. */
interface Step {
  readonly what: 'undertake' | 'join' | 'leave' | 'change' | 'withdraw' | 'carry' | 'report' | 'revise'
  readonly commitment: number
  readonly member: number
  readonly seed: number
  readonly days: number
}

const step = fc.record<Step>({
  what: fc.constantFrom(
    'undertake',
    'undertake',
    'join',
    'leave',
    'change',
    'withdraw',
    'carry',
    'report',
    'report',
    'report',
    'report',
    'revise',
  ),
  commitment: fc.nat(5),
  member: fc.nat(2),
  seed: fc.nat(10_000),
  days: fc.oneof({ weight: 6, arbitrary: fc.nat(90) }, { weight: 1, arbitrary: fc.nat(2_500) }),
})

const addDays = decisions.addDays
const day = (now: Instant): string => now.slice(0, 10)

/** Terms of many kinds: with and without an end, measure, area or decision, reported once or again and again. */
const terms = (seed: number, from: string, recorded: boolean) => {
  const start = recorded ? addDays(from, -(seed % 900)) : from
  const until = seed % 3 === 0 ? null : addDays(start, 100 + (seed % 2_000))
  const everyMonths = until === null ? 1 + (seed % 14) : seed % 14
  return {
    title: 'Title',
    pledge: 'Pledge',
    ...(seed % 4 === 0 ? { measure: { catalogue: '2021', measure: seed % 8 === 0 ? 'm1' : 'm2' } } : {}),
    ...(seed % 4 === 1 ? { area: 'EC-2' } : {}),
    ...(seed % 5 === 0 ? { decision: 'd1' } : {}),
    from: start,
    until,
    evidence: [{ kind: 'document' as const, what: 'A paper' }],
    reporting: { first: addDays(start, seed % 70), everyMonths },
  }
}

/** The act of a step, in the state it finds; undefined where there is nothing to do it to. */
const actOf = (
  state: DomainState,
  { what, commitment, member, seed }: Step,
  n: number,
  now: Instant,
): Act | undefined => {
  const [code, id] = [members[member]!, `c${commitment}`]
  const recorded = seed % 2 === 0
  const who = recorded ? secretariat() : delegate(code)
  const source = recorded ? { source: 'elsewhere' } : {}
  const base = { commitment: id, member: code, ...source }
  const make = (type: string, body: object) => act(who, type as never, body as never, now) as Act
  const fresh = `c${6 + n}`
  switch (what) {
    case 'undertake':
      return make('commitments.undertake', {
        ...base,
        terms: terms(seed, day(now), recorded),
        audience: audiences[seed % 3],
      })
    case 'join':
      return make('commitments.join', base)
    case 'leave':
    case 'withdraw':
      return make(`commitments.${what}`, { ...base, reason: 'Because.' })
    case 'change':
      return make('commitments.change', {
        ...base,
        terms: terms(seed, day(now), recorded),
        reason: 'Because.',
      })
    case 'carry':
      return make('commitments.carryForward', {
        ...base,
        into: fresh,
        terms: terms(seed, day(now), recorded),
        reason: 'Because.',
      })
    default: {
      const found = get(state.commitments.commitments, id)
      if (found === undefined) return undefined
      const standing = commitments.standingReports(found, code as MemberId)
      const revised = what === 'revise' ? standing[seed % Math.max(1, standing.length)] : undefined
      const owed = commitments.dueDays(found, code as MemberId, addDays(day(now), 400))
      const due =
        what === 'revise'
          ? revised?.due
          : owed.length > 0 && seed % 5 > 0
            ? owed[seed % owed.length]
            : undefined
      return make('commitments.report', {
        ...base,
        report: `r${n}`,
        ...(due === undefined ? {} : { due }),
        ...(revised === undefined ? {} : { revises: revised.id }),
        period: { from: day(now), until: day(now) },
        says: says[seed % 7],
        words: 'Words.',
        evidence: [{ evidence: `e${n}`, title: 'Paper', on: day(now), address: 'https://example.org/paper' }],
      })
    }
  }
}

const walked = (
  steps: readonly Step[],
  each: (walk: Walk, now: Instant) => void = () => {},
): readonly [Walk, Instant] => {
  let walk = founded
  let now = at('10:00')
  for (const [n, one] of steps.entries()) {
    now = `${addDays(day(now), one.days)}T10:00:00.000Z` as Instant
    const next = actOf(walk.state, one, n, now)
    if (next !== undefined) walk = done(walk, next)
    each(walk, now)
  }
  return [walk, now]
}

const owners = function* (state: DomainState, asking: Asking) {
  for (const one of values(state.commitments.commitments)) {
    if (!asking.sees(one.audience)) continue
    const { measure, area } = one.terms
    const of = measure === undefined ? (area ?? null) : commitments.areaOf(state, measure)!
    for (const member of new Set(one.owners.map(owner => owner.member))) yield { one, member, area: of }
  }
}

const plus = (sums: Map<string, number>, key: readonly unknown[], n = 1) =>
  sums.set(JSON.stringify(key), (sums.get(JSON.stringify(key)) ?? 0) + n)

/** What a naive count over the state says, commitment by commitment, as `[table, keys…, column]`. */
const naive = (state: DomainState, asking: Asking): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  const now = commitments.today(state, asking.now)
  for (const { one, member, area } of owners(state, asking)) {
    for (const { due, status } of commitments.dues(one, member, now, 0, 800)) {
      const year = due.slice(0, 4)
      if (Number(year) > Number(now.slice(0, 4)) + 1) continue
      const tell = (what: string, n?: number) => plus(sums, ['reports', member, area, year, what], n)
      const isPast = due < now
      if (isPast || status.kind === 'told') tell('due')
      if (status.kind !== 'told') tell(isPast ? 'unanswered' : 'ahead')
      else {
        const late = status.daysLate
        if (late > 0) tell('daysLate', late)
        tell(
          late === 0
            ? 'onTime'
            : late < 8
              ? 'late7'
              : late < 31
                ? 'late30'
                : late < 91
                  ? 'late90'
                  : 'lateMore',
        )
      }
    }
    for (const report of commitments.standingReports(one, member)) {
      plus(sums, ['told', member, area, report.on.slice(0, 4), report.says])
      if (report.movedBack) plus(sums, ['told', member, area, report.on.slice(0, 4), 'backward'])
    }
    if (!commitments.ownersOf(one).includes(member)) continue
    const status = commitments.statusFor(one, member, now)
    plus(sums, ['standing', member, area, status])
    const { silentSince } = commitments.memberStanding(one, member, now)
    if (status === 'silent') plus(sums, ['silence', member, area, silentSince!.slice(0, 4), 'silent'])
  }
  for (const one of values(state.commitments.commitments))
    if (asking.sees(one.audience) && one.terms.decision !== undefined)
      plus(sums, ['decisions', one.terms.decision, one.ended?.kind ?? 'commitments'])
  return sums
}

/** The same from the answered tables: every sum that is not nought. */
const answered = (tables: readonly AnalysisTable[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { name, columns, rows } of tables)
    for (const row of rows) {
      const keys = row.filter((_, place) => columns[place]!.kind === 'key')
      for (const [place, cell] of row.entries()) {
        const { kind, name: of } = columns[place]!
        if (['count', 'days'].includes(kind) && cell !== 0 && of !== 'forward')
          plus(sums, [name, ...keys, of], cell as number)
      }
    }
  return sums
}

const asked = ['reports', 'told', 'standing', 'silence', 'decisions']
const sorted = (sums: ReadonlyMap<string, number>) => [...sums].sort(([a], [b]) => (a < b ? -1 : 1))

describe('the counters kept live are what a count over the state says', () => {
  test.each(readers)('for %s, whatever happened and however long nobody said anything', (_, as) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), fc.nat(4_000), (steps, wait) => {
        const [walk, last] = walked(steps)
        const now = `${addDays(day(last), wait)}T10:00:00.000Z` as Instant
        const asking = { state: walk.state, now, sees: seeing(walk.state, as, now) }
        const tables = asked.map(name => analysisTable(name, walk.value, {}, asking)!)
        expect(sorted(answered(tables))).toEqual(sorted(naive(walk.state, asking)))
      }),
      { numRuns: 150 },
    )
  })

  test('and they are the same after they were written down and read again half-way', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 40 }), steps => {
        const [through] = walked(steps)
        let walk = founded
        let now = at('10:00')
        for (const [n, one] of steps.entries()) {
          now = `${addDays(day(now), one.days)}T10:00:00.000Z` as Instant
          if (n === steps.length >> 1) walk = JSON.parse(JSON.stringify(walk)) as Walk
          const next = actOf(walk.state, one, n, now)
          if (next !== undefined) walk = done(walk, next)
        }
        expect(JSON.parse(JSON.stringify(walk.value))).toEqual(JSON.parse(JSON.stringify(through.value)))
      }),
      { numRuns: 50 },
    )
  })

  test('the walks reach every kind of act: the law is not empty', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 60 }), steps => {
        const [walk] = walked(steps)
        for (const one of values(walk.state.commitments.commitments)) {
          if (one.before.length > 0) reached.add('changed')
          if (one.ended !== null) reached.add(one.ended.kind)
          if (one.owners.some(({ until }) => until !== undefined)) reached.add('left')
          if (new Set(one.owners.map(({ member }) => member)).size < one.owners.length)
            reached.add('rejoined')
          if (one.reports.some(({ revises }) => revises !== undefined)) reached.add('revised')
          if (one.reports.some(({ movedBack }) => movedBack)) reached.add('backward')
          if (one.reports.some(({ due }) => due !== undefined)) reached.add('answered')
        }
      }),
      { numRuns: 150, seed: 7 },
    )
    expect([...reached].sort()).toEqual(
      [
        'answered',
        'backward',
        'carriedForward',
        'changed',
        'left',
        'rejoined',
        'revised',
        'withdrawn',
      ].sort(),
    )
  })
})
