import { type Act, type DomainState, type decisions, domain, sliceOf } from '@gavel/domain'
import {
  type BodyId,
  get,
  id,
  type MemberId,
  type PersonId,
  type ReviewId,
  type TextId,
  values,
} from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import {
  type Actor,
  accredited,
  act,
  after,
  assembly,
  at,
  delegate,
  secretariat,
  system,
  withRights,
} from '../../../../packages/domain/src/testing/index.ts'
import {
  type Inside,
  withActivities,
  withCommitment,
  withDecisions,
  withPapers,
  withPlan,
  withPlans,
  withRecommendations,
  withReviews,
} from './asked-state.ts'

/** What the rules say on a whole state they say on a slice with what the views answered put into it. */

const desk = withRights(delegate('AAA', '-1'), 'read', 'speak', 'propose', 'join')
const terms = {
  title: 'Visits',
  pledge: 'We invite observers.',
  area: 'MP-1',
  from: '2026-01-01',
  until: '2028-12-31',
  evidence: [{ kind: 'visit' as const, what: 'a visit' }],
  reporting: { first: '2026-11-30', everyMonths: 12 },
}
const report = (by: Actor, name: string) =>
  act(by, 'commitments.report', {
    commitment: 'c1',
    report: name,
    member: 'AAA',
    due: '2026-11-30',
    period: { from: '2026-01-01', until: '2026-11-20' },
    says: 'limited',
    words: '',
    evidence: [],
  })
const planned = {
  title: 'Workshop',
  area: 'MP-1',
  measures: [],
  host: null,
  format: 'virtual' as const,
  from: '2027-05-10',
  until: '2027-05-12',
  aim: 'To know each other.',
}

const whole: DomainState = after(
  assembly('AAA', 'BBB'),
  act(system(), 'institution.recordArea', {
    area: 'MP-1',
    dimension: 'military',
    name: { en: 'Visits' },
    source: 'test',
  }),
  accredited(desk),
  act(delegate('AAA'), 'commitments.undertake', {
    commitment: 'c1',
    member: 'AAA',
    terms,
    audience: { kind: 'public' },
  }),
  act(delegate('AAA'), 'commitments.nameContact', {
    member: 'AAA',
    person: 'aaa',
    role: 'validator',
    scope: { kind: 'all' },
  }),
  report(desk, 'p1'),
  act(secretariat(), 'commitments.openPlan', { plan: 'p', body: 'soc', year: '2027', title: 'Plan' }),
  act(secretariat(), 'commitments.proposeActivity', { activity: 'a1', plan: 'p', planned }),
  act(delegate('BBB'), 'commitments.recommend', {
    recommendation: 'r1',
    member: 'BBB',
    to: 'AAA',
    wording: 'Invite us too.',
  }),
)

const slice = sliceOf(whole, () => true, { texts: [], since: at('2026-01-01 00:00') }).state

const asked = (): DomainState => {
  const own = whole.commitments
  const waiting = [...values(get(own.waiting, 'AAA')!)].map(({ commitment: _, ...row }) => row)
  const inside: readonly Inside[] = [
    { member: id<MemberId>('AAA'), waiting, contacts: get(own.contacts, 'AAA') ?? [] },
  ]
  const commitment = get(own.commitments, 'c1')!
  const { activities: _, ...plan } = get(own.plans, 'p')!
  const withOne = withCommitment(slice, { commitment, inside })
  const withTwo = withPlan(withOne, { plan, activities: [...values(own.activities)] })
  return withRecommendations(withTwo, [...values(own.recommendations)])
}

const said = (state: DomainState, one: Act) => {
  const outcome = domain.decide(one, state)
  return outcome.kind === 'refused' ? outcome.refusal.rule : 'accepted'
}

const acts: readonly (readonly [string, Act])[] = [
  [
    'accepted',
    act(delegate('AAA'), 'commitments.validateReport', { commitment: 'c1', report: 'p1', member: 'AAA' }),
  ],
  ['C-24', act(desk, 'commitments.validateReport', { commitment: 'c1', report: 'p1', member: 'AAA' })],
  ['C-22', report(desk, 'p1')],
  ['accepted', report(delegate('AAA'), 'p2')],
  ['C-19', act(delegate('AAA'), 'commitments.join', { commitment: 'c1', member: 'AAA' })],
  ['accepted', act(delegate('BBB'), 'commitments.join', { commitment: 'c1', member: 'BBB' })],
  ['C-20', act(delegate('BBB'), 'commitments.withdraw', { commitment: 'c1', member: 'BBB', reason: 'x' })],
  [
    'C-6',
    act(secretariat(), 'commitments.openPlan', { plan: 'q', body: 'soc', year: '2027', title: 'Plan' }),
  ],
  ['accepted', act(delegate('BBB'), 'commitments.offerToHost', { activity: 'a1', member: 'BBB' })],
  ['C-9', act(delegate('BBB'), 'commitments.withdrawActivity', { activity: 'a1', reason: 'x' })],
  [
    'accepted',
    act(delegate('AAA'), 'commitments.respond', {
      recommendation: 'r1',
      member: 'AAA',
      response: 'noted',
      words: '',
    }),
  ],
  [
    'C-31',
    act(delegate('AAA'), 'commitments.releaseContact', {
      member: 'AAA',
      person: 'aaa-1',
      role: 'validator',
      scope: { kind: 'all' },
    }),
  ],
]

describe('what the views answered, put into the slice', () => {
  it.each(acts)('is refused or accepted as on the whole: %s', (expected, one) => {
    expect(said(whole, one)).toBe(expected)
    expect(said(asked(), one)).toBe(expected)
  })

  it('holds what lists answer, in their order, and what is held whole stays whole', () => {
    const rows = [...values(whole.commitments.plans)].map(({ activities: _, ...row }) => row)
    expect(withPlans(asked(), rows).commitments).toMatchObject({
      plans: asked().commitments.plans,
      planOrder: ['p'],
    })
    const papers = [
      { id: 'x', area: 'MP-1', kind: 'actionPlan' as const, text: id<TextId>('t'), at: at('10:00') },
    ]
    expect(withPapers(withPapers(slice, papers), papers).commitments.papers).toEqual(papers)
    const review = {
      id: id<ReviewId>('v'),
      body: id<BodyId>('soc'),
      dimension: 'military',
      title: 'Review',
      from: '2026-01-01',
      until: '2026-12-31',
      openedAt: at('10:00'),
      questions: [],
      text: null,
      decision: null,
    }
    expect(withReviews(slice, [review]).commitments.reviewOrder).toEqual(['v'])
  })

  it('[D-10] finds a decision settled long ago, which no slice holds', () => {
    const decision = {
      id: 'd-old',
      subject: { kind: 'wording', wording: 'We meet again.' },
      course: { stage: 'adopted', at: at('2020-01-01 00:00'), meeting: 'm' },
      objections: [],
      statements: [],
    } as unknown as decisions.Decision
    const leaning = act(delegate('AAA'), 'commitments.undertake', {
      commitment: 'c2',
      member: 'AAA',
      terms: { ...terms, decision: 'd-old' },
      audience: { kind: 'public' },
    })
    expect(said(slice, leaning)).toBe('D-10')
    expect(said(withDecisions(slice, [decision]), leaning)).toBe('accepted')
  })

  it('leaves the slice it was given as it was, and what is put in twice stands once', () => {
    const commitment = get(whole.commitments.commitments, 'c1')!
    expect(get(slice.commitments.commitments, 'c1')).toBeUndefined()
    const contacts = get(whole.commitments.contacts, 'AAA') ?? []
    const inside: readonly Inside[] = [{ member: id<MemberId>('AAA'), waiting: [], contacts }]
    const twice = withCommitment(withCommitment(slice, { commitment, inside }), { commitment, inside })
    expect(get(twice.commitments.contacts, 'AAA')).toEqual(contacts)
    expect(contacts.map(({ person }) => person)).toEqual([id<PersonId>('aaa')])
    const again = withActivities(withActivities(slice, [...values(whole.commitments.activities)]), [])
    expect(again.commitments.activities.size).toBe(1)
  })
})
