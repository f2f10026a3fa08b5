import { get, type Instant, instant } from '@gavel/kernel'
import { adopts, cleanText, hash, puts, room, subjectOn } from '../../decisions/testing/scene.ts'
import type { Act, ActType, DomainState } from '../../state.ts'
import {
  type Actor,
  accredited,
  act,
  after,
  area,
  at,
  chair,
  coordinator,
  delegate,
  type Fact,
  observer,
  observerParty,
  type Plain,
  rule,
  secretariat,
} from '../../testing/index.ts'
import type { Commitment } from '../state.ts'

/** The day on which the acts of these tests play, and the instant they default to. */
export const today = '2026-11-23'
export const now = at('11:00')

/** Noon of a day. */
export const on = (day: string): Instant => at(`${day} 12:00`)

/** A text that is clean and issued, of a body and with an audience of its own. */
export const textOf = (text: string, audience: object, bodyCode = 'soc'): readonly Act[] =>
  cleanText(text, hash('b')).map(made =>
    made.type === 'texts.introduce'
      ? ({ ...made, body: { ...made.body, audience, body: bodyCode } } as unknown as Act)
      : made,
  )

/** A decision of `soc` on a text, adopted in the meeting m1 by 10:20. */
export const adopted = (decision: string, facts: readonly Fact[], text: string): readonly Act[] => [
  puts({ decision, subject: subjectOn(after(...facts), text) }, at('10:00')),
  adopts(at('10:20'), decision),
]

const swg = { kind: 'body', body: 'swg' } as const
const long = instant('2020-01-01T00:00:00.000Z')

const texts: readonly Fact[] = [
  ...room,
  rule('body.composition', ['AAA', 'BBB'], long, 'swg'),
  observerParty('OBS'),
  accredited(observer('OBS')),
  area('mil', 'military'),
  area('eco', 'economic'),
  ...['mil', 'eco'].map(code => accredited(coordinator(code))),
  ...textOf('t2', { kind: 'public' }),
  ...textOf('t3', { kind: 'members' }),
  ...textOf('hidden', swg, 'swg'),
]

/**
 * An organisation at work before 11:00: AAA to DDD, of which AAA and BBB sit in the closed group `swg`; an observer; two
 * areas with a coordinator each; the public texts t1 (adopted as d1) and t2, t3 for members (adopted as d3), `hidden` for
 * the group; an edition `2021` of the catalogue with `m1` in `mil` and `e1` in `eco`.
 */
export const ground: readonly Fact[] = [
  ...texts,
  ...adopted('d1', texts, 't1'),
  ...adopted('d3', texts, 't3'),
  act(
    secretariat(),
    'commitments.openCatalogue',
    { catalogue: '2021', title: { en: 'Catalogue' }, adopted: '2021', source: 'test' },
    at('10:30'),
  ),
  ...(
    [
      ['m1', 'mil'],
      ['e1', 'eco'],
    ] as const
  ).map(([measure, of]) =>
    act(
      secretariat(),
      'commitments.recordMeasure',
      { catalogue: '2021', measure, area: of, name: { en: measure }, source: 'test' },
      at('10:31'),
    ),
  ),
]

type Body<Type extends ActType> = Plain<Extract<Act, { type: Type }>['body']>

/** The terms of a commitment that holds for three years and is reported on each 15 April. */
export const terms = (more: Partial<Body<'commitments.undertake'>['terms']> = {}) => ({
  title: 'Visits',
  pledge: 'We invite observers to our exercises.',
  measure: { catalogue: '2021', measure: 'm1' },
  from: '2026-01-01',
  until: '2028-12-31',
  evidence: [{ kind: 'visit' as const, what: 'a visit took place' }],
  reporting: { first: '2027-04-15', everyMonths: 12 },
  ...more,
})

/** Terms in an area, under no measure. */
export const termsIn = (area: string, more: Partial<Body<'commitments.undertake'>['terms']> = {}) => {
  const { measure: _, ...rest } = terms(more)
  return { ...rest, area }
}

export const undertakes = (
  member = 'AAA',
  commitment = 'c1',
  more: Partial<Body<'commitments.undertake'>> = {},
  when: Instant = now,
): Act =>
  act(
    delegate(member),
    'commitments.undertake',
    { commitment, member, terms: terms(), audience: { kind: 'public' }, ...more },
    when,
  )

/** What the secretariat records of a member from a source, with reports due on 15 April since 2024. */
export const recorded = (member = 'AAA', commitment = 'r1', more: object = {}): Act =>
  act(
    secretariat(),
    'commitments.undertake',
    {
      commitment,
      member,
      terms: terms({ from: '2023-01-01', reporting: { first: '2024-04-15', everyMonths: 12 } }),
      audience: { kind: 'public' },
      source: 'a letter of 2023',
      ...more,
    },
    now,
  )

export const joins = (member: string, commitment = 'c1', when: Instant = now): Act =>
  act(delegate(member), 'commitments.join', { commitment, member }, when)

export const leaves = (member: string, commitment = 'c1', when: Instant = now): Act =>
  act(delegate(member), 'commitments.leave', { commitment, member, reason: 'budget' }, when)

export const changes = (
  member: string,
  more: Partial<Body<'commitments.change'>> = {},
  when: Instant = now,
) =>
  act(
    delegate(member),
    'commitments.change',
    { commitment: 'c1', member, terms: terms({ title: 'More visits' }), reason: 'more money', ...more },
    when,
  )

export const withdraws = (member: string, commitment = 'c1', when: Instant = now): Act =>
  act(delegate(member), 'commitments.withdraw', { commitment, member, reason: 'budget' }, when)

export const forwards = (member: string, more: Partial<Body<'commitments.carryForward'>> = {}, when = now) =>
  act(
    delegate(member),
    'commitments.carryForward',
    { commitment: 'c1', member, into: 'c2', terms: terms(), reason: 'a new plan', ...more },
    when,
  )

/** A piece of evidence that can be found. */
export const proof = (evidence = 'e1', more: object = {}) => ({
  evidence,
  title: 'A report of the visit',
  on: '2026-11-20',
  address: 'https://example.org/visit',
  ...more,
})

type Telling = Body<'commitments.report'>

/** A delegate tells of the calendar year before. */
export const tells = (
  by: Actor | string = 'AAA',
  more: Partial<Telling> = {},
  when: Instant = on('2027-04-10'),
) => {
  const actor = typeof by === 'string' ? delegate(by) : by
  const member = actor.as.kind === 'delegate' ? actor.as.member : 'AAA'
  return act(
    actor,
    'commitments.report',
    {
      commitment: 'c1',
      report: 'p1',
      member,
      period: { from: '2026-01-01', until: '2026-11-22' },
      says: 'limited',
      words: '',
      evidence: [],
      ...more,
    },
    when,
  )
}

export const names = (
  person: string,
  role: 'focalPoint' | 'alternate' | 'validator',
  more: Partial<Body<'commitments.nameContact'>> = {},
  when: Instant = now,
  by = delegate('AAA'),
): Act =>
  act(by, 'commitments.nameContact', { member: 'AAA', person, role, scope: { kind: 'all' }, ...more }, when)

/** A delegate of AAA who may propose and join, and accredits nobody. */
export const desk = (which: string): Actor => ({
  ...delegate('AAA', which),
  rights: ['read', 'speak', 'propose', 'object', 'join'],
})

/** Three desks of AAA, `aaa-1` to `aaa-3`; `aaa` heads the delegation. */
export const desks: readonly Act[] = ['-1', '-2', '-3'].map(which => accredited(desk(which)))

export const opensPlan = (more: object = {}, by = secretariat()): Act =>
  act(
    by,
    'commitments.openPlan',
    { plan: 'plan-2027', body: 'soc', year: '2027', title: 'Plan of 2027', ...more },
    now,
  )

export const planned = (more: object = {}) => ({
  title: 'Workshop',
  area: 'mil',
  measures: [{ catalogue: '2021', measure: 'm1' }],
  host: 'AAA' as string | null,
  format: 'inPerson' as const,
  from: '2027-05-10',
  until: '2027-05-12',
  aim: 'To know each other.',
  ...more,
})

export const proposes = (
  by: Actor = delegate('AAA'),
  more: object = {},
  activity = 'a1',
  plan = 'plan-2027',
) => act(by, 'commitments.proposeActivity', { activity, plan, planned: planned(more) }, now)

export const lays = (text = 't1', by = secretariat(), when: Instant = now, plan = 'plan-2027') =>
  act(by, 'commitments.layPlan', { plan, text }, when)

export const adoptsPlan = (decision = 'd1', by = secretariat(), when: Instant = now, plan = 'plan-2027') =>
  act(by, 'commitments.adoptPlan', { plan, decision }, when)

/** A plan with one activity of AAA's, adopted. */
export const adoptedPlan: readonly Fact[] = [...ground, opensPlan(), proposes(), lays(), adoptsPlan()]

export const opensReview = (by: Actor = chair(), more: object = {}): Act =>
  act(
    by,
    'commitments.openReview',
    {
      review: 'v1',
      body: 'soc',
      dimension: 'military',
      title: 'Review',
      from: '2026-01-01',
      until: '2026-12-31',
      ...more,
    },
    now,
  )

export const commitmentIn = (state: DomainState, commitment = 'c1'): Commitment => {
  const found = get(state.commitments.commitments, commitment)
  if (found === undefined) throw new RangeError(`no commitment ${commitment}`)
  return found
}
