import { describe, expect, test } from 'vitest'
import {
  type Actor,
  act,
  after,
  at,
  chair,
  coordinator,
  delegate,
  type Fact,
  observer,
  rule,
  secretariat,
  system,
  term,
} from '../testing/index.ts'
import { remindersFor } from './index.ts'
import {
  adoptedPlan,
  desk,
  desks,
  ground,
  joins,
  lays,
  leaves,
  names,
  now,
  on,
  opensPlan,
  opensReview,
  proposes,
  tells,
  undertakes,
  withdraws,
} from './testing/scene.ts'

const one = [...ground, undertakes()]
const due = { due: '2027-04-15' }

/** What somebody is reminded of on a day: kinds and days left. */
const of = (by: Actor, day: string, ...facts: readonly Fact[]) =>
  remindersFor(after(...facts), by.as, on(day)).map(({ kind, days }) => [kind, days])
const everybody = [
  ...['AAA', 'BBB', 'CCC', 'DDD'].map(code => delegate(code)),
  chair(),
  chair('mc'),
  coordinator('mil'),
  coordinator('eco'),
  observer('OBS'),
  secretariat(),
  system(),
]
/** Who of all is reminded of a kind on a day. */
const whoHears = (kind: string, day: string, ...facts: readonly Fact[]) =>
  everybody.filter(by => of(by, day, ...facts).some(([one]) => one === kind)).map(({ person }) => person)

describe('reminders', () => {
  test('[C-40] of a report: its owners alone, from so many days before, until it is told', () => {
    const a = delegate('AAA')
    expect(of(a, '2027-03-31', one)).toEqual([])
    expect(of(a, '2027-04-01', one)).toEqual([['reportDue', 14]])
    expect(of(a, '2027-04-15', one)).toEqual([['reportDue', 0]])
    expect(of(a, '2027-04-16', one)).toEqual([['reportOverdue', -1]])
    expect(of(a, '2027-04-16', one, tells('AAA', due))).toEqual([])
    expect(whoHears('reportOverdue', '2027-04-16', one)).toEqual(['aaa'])
    const early = rule('report.remindDays', 60)
    expect(of(a, '2027-02-14', [ground, early, undertakes()])).toEqual([['reportDue', 60]])
  })
  test('[C-40] nobody of what has ended, or is not hers any more', () => {
    expect(of(delegate('AAA'), '2027-05-01', one, withdraws('AAA', 'c1', on('2027-04-20')))).toEqual([])
    const left = [...one, joins('BBB'), leaves('AAA', 'c1', on('2027-04-20'))]
    expect(whoHears('reportOverdue', '2027-05-01', left)).toEqual(['bbb'])
  })
  test('[C-40, C-24] of what waits for validation, or came back: the delegation alone', () => {
    const waits = [...one, desks, names('aaa-2', 'validator'), tells(desk('-1'), due)]
    expect(of(delegate('AAA'), '2027-04-20', waits)).toEqual([['reportWaits', -5]])
    expect(whoHears('reportWaits', '2027-04-20', waits)).toEqual(['aaa'])
    const back = act(
      desk('-2'),
      'commitments.returnReport',
      { commitment: 'c1', report: 'p1', member: 'AAA', reason: 'r' },
      on('2027-04-12'),
    )
    expect(of(delegate('AAA'), '2027-04-20', waits, back)).toEqual([['reportReturned', -5]])
  })
  test('[C-40] of a question: whom it was put to; of one put to no member: who leads', () => {
    const asks = (question: string, to: string | null) =>
      act(
        delegate('AAA'),
        'commitments.ask',
        { review: 'v1', question, member: 'AAA', to, wording: 'How many?' },
        now,
      )
    const asked = [...ground, opensReview(), asks('q1', 'BBB')]
    expect(whoHears('questionWaits', '2026-11-24', asked)).toEqual(['bbb'])
    expect(whoHears('questionWaits', '2026-11-24', [ground, opensReview(), asks('q1', null)])).toEqual([
      'coordinator-mil',
      'registry',
    ])
    const two = remindersFor(after(asked, asks('q2', 'BBB')), delegate('BBB').as, now)
    expect(new Set(two.map(({ uid }) => uid)).size).toBe(2)
    const answered = act(
      delegate('BBB'),
      'commitments.answer',
      { review: 'v1', question: 'q1', wording: 'Three.' },
      now,
    )
    expect(whoHears('questionWaits', '2026-11-24', [...asked, answered])).toEqual([])
    const closed = [
      act(chair(), 'commitments.concludeReview', { review: 'v1', text: 't1' }, now),
      act(chair(), 'commitments.closeReview', { review: 'v1', decision: 'd1' }, now),
    ]
    expect(whoHears('questionWaits', '2026-11-24', [...asked, closed])).toEqual([])
  })
  test('[C-40] of a recommendation: the member it is for, until it has said anything', () => {
    const made = act(
      delegate('AAA'),
      'commitments.recommend',
      { recommendation: 'n1', member: 'AAA', to: 'BBB', wording: 'Do it.' },
      now,
    )
    const said = act(
      delegate('BBB'),
      'commitments.respond',
      { recommendation: 'n1', member: 'BBB', response: 'pending', words: '' },
      now,
    )
    expect(whoHears('recommendationWaits', '2026-11-24', [...ground, made])).toEqual(['bbb'])
    expect(whoHears('recommendationWaits', '2026-11-24', [...ground, made, said])).toEqual([])
  })
  test('[C-40] of an activity nobody has told of: host, coordinator, secretariat, once it has ended', () => {
    expect(whoHears('activityUntold', '2027-05-12', adoptedPlan)).toEqual([])
    expect(whoHears('activityUntold', '2027-05-13', adoptedPlan)).toEqual([
      'aaa',
      'coordinator-mil',
      'registry',
    ])
    const told = (status: string, more: object, when = on('2027-05-01')) =>
      act(
        delegate('AAA'),
        'commitments.recordActivity',
        {
          activity: 'a1',
          happened: { status, participants: [], outcome: '', documents: [], ...more } as never,
        },
        when,
      )
    const off = [...adoptedPlan, told('postponed', { from: '2027-09-01' })]
    expect(whoHears('activityUntold', '2027-09-01', off)).toEqual([])
    expect(whoHears('activityUntold', '2027-09-02', off)).toHaveLength(3)
    expect(whoHears('activityUntold', '2027-09-02', [...adoptedPlan, told('cancelled', {})])).toEqual([])
    expect(whoHears('activityUntold', '2027-09-02', [...ground, opensPlan(), proposes()])).toEqual([])
  })
  test('[C-40] of a plan that was laid and not adopted: the secretariat', () => {
    const laid = [...ground, opensPlan(), proposes(), lays()]
    expect(whoHears('planUnadopted', '2026-12-01', laid)).toEqual(['registry'])
    expect(whoHears('planUnadopted', '2026-12-01', adoptedPlan)).toEqual([])
  })
  test('[C-40] of the end of a term: who holds it, who acts under it, and the secretariat', () => {
    const ends = [
      ...ground,
      term('swg', 'BBB', '2026-11-24', '2027-03-01'),
      ...(['coordinator', 'coCoordinator'] as const).map(kind =>
        act(
          system(),
          'institution.recordTerm',
          {
            office: { kind, area: 'mil' },
            holder: 'CCC',
            from: '2026-01-01',
            until: '2027-03-01',
            source: 's',
          },
          at('08:00'),
        ),
      ),
    ]
    expect(whoHears('termEnds', '2026-12-30', ends)).toEqual([])
    expect(whoHears('termEnds', '2026-12-31', ends)).toEqual(['bbb', 'ccc', 'coordinator-mil', 'registry'])
    expect(of(chair('swg'), '2027-03-01', ends)).toEqual([['termEnds', 0]])
    expect(whoHears('termEnds', '2027-03-02', ends)).toEqual([])
    const all = remindersFor(after(ends), secretariat().as, on('2026-12-31'))
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(3)
  })
  test('[C-40] the most urgent first, and the same thing under the same name every day', () => {
    const two = [...one, undertakes('AAA', 'c2')]
    const facts = [...two, tells('AAA', { ...due, commitment: 'c2' })]
    const [first, second] = ['2027-04-01', '2027-04-10'].map(day =>
      remindersFor(after(two), delegate('AAA').as, on(day)).map(({ uid }) => uid),
    )
    expect(first).toEqual(second)
    expect(of(delegate('AAA'), '2028-04-10', facts)).toEqual([
      ['reportOverdue', -361],
      ['reportDue', 5],
      ['reportDue', 5],
    ])
  })
})
