import type { MemberId } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { subjectOn } from '../decisions/testing/scene.ts'
import { type Act, type Audience, audienceOf, isAmong } from '../index.ts'
import {
  type Actor,
  act,
  after,
  at,
  chair,
  coordinator,
  decided,
  delegate,
  type Fact,
  given,
  observer,
  rule,
  secretariat,
  sitting,
} from '../testing/index.ts'
import { readersOfCommitmentsAct } from './index.ts'
import {
  adoptedPlan,
  changes,
  forwards,
  ground,
  joins,
  lays,
  leaves,
  names,
  now,
  opensPlan,
  opensReview,
  proof,
  proposes,
  tells,
  terms,
  undertakes,
  withdraws,
} from './testing/scene.ts'

/*
 * What a rival learns. AAA and BBB sit in the group swg; CCC, the observer, the public and coordinators do not.
 */

const swg = { kind: 'body', body: 'swg' } as const
const secret = [...ground, undertakes('AAA', 'c1', { audience: swg })]
const rival = delegate('CCC')

const on = (type: string, body: object, by: Actor = rival): Act =>
  act(by, type as never, { commitment: 'c1', ...body } as never, now)
const evidence = { evidence: proof(), audience: { kind: 'public' } }

/** Every act on a commitment, by somebody who may not read it. */
const tries: readonly Act[] = [
  joins('CCC'),
  leaves('CCC'),
  changes('CCC'),
  withdraws('CCC'),
  forwards('CCC'),
  tells('CCC'),
  on('commitments.addEvidence', { member: 'CCC', ...evidence }),
  on('commitments.validateReport', { report: 'p1', member: 'CCC' }),
  on('commitments.returnReport', { report: 'p1', member: 'CCC', reason: 'r' }),
  on('commitments.assess', { finds: 'limited', words: 'w' }, coordinator('mil')),
  on('commitments.assess', { finds: 'limited', words: 'w' }, observer('OBS')),
  act(
    rival,
    'commitments.nameContact',
    { member: 'CCC', person: 'ccc', role: 'focalPoint', scope: { kind: 'commitment', commitment: 'c1' } },
    now,
  ),
]

describe('a commitment one may not read', () => {
  test.each(tries.map(made => [`${made.type} by ${made.by}`, made] as const))(
    '[I-34, C-15] is answered as one that is not there: %s',
    (_, made) => {
      const facts = { commitment: 'c1', found: false }
      given(secret).when(made).refused('C-15', facts)
      given(ground).when(made).refused('C-15', facts)
    },
  )
  test('[I-34] in a question and in a response too', () => {
    const asks = act(
      rival,
      'commitments.ask',
      { review: 'v1', question: 'q', member: 'CCC', to: 'AAA', commitment: 'c1', wording: 'Why?' },
      now,
    )
    const responds = act(
      rival,
      'commitments.respond',
      { recommendation: 'n1', member: 'CCC', response: 'noted', words: '', commitment: 'c1' },
      now,
    )
    for (const facts of [ground, secret])
      for (const made of [asks, responds])
        given(facts, opensReview()).when(made).refused('C-15', { commitment: 'c1', found: false })
  })
  test('[I-34] the group itself acts on it, and so does the secretariat', () => {
    given(secret).when(joins('BBB')).accepted()
    given(secret).when(tells('AAA')).accepted()
    given(secret)
      .when(on('commitments.assess', { finds: 'limited', words: 'w' }, secretariat()))
      .accepted()
  })
})

/** A decision of the group on its hidden text, adopted. */
const meeting: readonly Fact[] = [...ground, ...sitting('w', 'swg', ['AAA', 'BBB'])]
const hiddenDecision: readonly Fact[] = [
  ...meeting,
  act(
    chair('swg'),
    'decisions.put',
    {
      decision: 'dh',
      meeting: 'w',
      item: '1',
      title: 'Hush',
      subject: subjectOn(after(...meeting), 'hidden'),
    },
    at('10:40'),
  ),
  act(chair('swg'), 'decisions.declareAdopted', { decision: 'dh' }, at('10:45')),
]

describe('texts and decisions one may not read', () => {
  const unknown = (decision: string) => ({ decision, found: false })
  test('[I-34] are answered as if they were not there', () => {
    for (const decision of ['dh', 'none']) {
      given(hiddenDecision)
        .when(undertakes('CCC', 'c1', { terms: terms({ decision }) }))
        .refused('D-10', unknown(decision))
      given(hiddenDecision)
        .when(
          act(
            rival,
            'commitments.agreeToMeasure',
            { catalogue: '2021', measure: 'm1', member: 'CCC', from: '2027', decision },
            now,
          ),
        )
        .refused('D-10', unknown(decision))
    }
    for (const text of ['hidden', 'none']) {
      given(ground)
        .when(
          act(
            coordinator('mil'),
            'commitments.recordPaper',
            { paper: 'p', area: 'mil', kind: 'actionPlan', text },
            now,
          ),
        )
        .refused('T-1', { text })
      given(ground, opensPlan(), proposes()).when(lays(text, chair())).refused('T-1', { text })
      given(ground, opensReview())
        .when(act(chair(), 'commitments.concludeReview', { review: 'v1', text }, now))
        .refused('T-1', { text })
    }
  })
  test('[C-41] nor does one who may read them name them to those who may not', () => {
    const facts = { decision: 'dh', found: true, readBy: 'body', namedTo: 'public' }
    const naming = (audience: object) =>
      given(hiddenDecision).when(
        undertakes('AAA', 'c1', { terms: terms({ decision: 'dh' }), audience: audience as never }),
      )
    naming({ kind: 'public' }).refused('C-41', facts)
    naming({ kind: 'members' }).refused('C-41', { ...facts, namedTo: 'members' })
    naming(swg).accepted()
    given(hiddenDecision, undertakes())
      .when(changes('AAA', { terms: terms({ decision: 'dh' }) }))
      .refused('C-41', facts)
    given(hiddenDecision, undertakes())
      .when(forwards('AAA', { terms: terms({ decision: 'dh' }) }))
      .refused('C-41', facts)
    given(ground)
      .when(undertakes('AAA', 'c1', { terms: terms({ decision: 'd3' }) }))
      .refused('C-41', { ...facts, decision: 'd3', readBy: 'members' })
    given(ground)
      .when(undertakes('AAA', 'c1', { terms: terms({ decision: 'd3' }), audience: { kind: 'members' } }))
      .accepted()
  })
  test('[C-41] the secretariat shows no hidden text as a paper, a plan or the end of a review', () => {
    const facts = { text: 'hidden', found: true, readBy: 'body', namedTo: 'members' }
    given(ground)
      .when(
        act(
          secretariat(),
          'commitments.recordPaper',
          { paper: 'p', area: 'mil', kind: 'actionPlan', text: 'hidden' },
          now,
        ),
      )
      .refused('C-41', facts)
    given(ground, opensPlan(), proposes()).when(lays('hidden')).refused('C-41', facts)
    given(ground, opensReview())
      .when(act(secretariat(), 'commitments.concludeReview', { review: 'v1', text: 'hidden' }, now))
      .refused('C-41', facts)
    given(ground, opensPlan(), proposes()).when(lays('t3')).accepted()
  })
  test('[C-41] nobody is appointed, and no edition opened, by what the public may not read', () => {
    const appoints = act(
      chair(),
      'commitments.appointCoordinator',
      { area: 'mil', office: 'coordinator', holder: 'AAA', from: '2027-01-01', decision: 'd3' },
      now,
    )
    given(ground).when(appoints).refused('C-41')
  })
  test('[C-41] a member does not make its own closed commitment known in a response, nor another’s in a question', () => {
    const recommended = act(
      delegate('CCC'),
      'commitments.recommend',
      { recommendation: 'n1', member: 'CCC', to: 'AAA', wording: 'Do it.' },
      now,
    )
    given(secret, recommended)
      .when(
        act(
          delegate('AAA'),
          'commitments.respond',
          { recommendation: 'n1', member: 'AAA', response: 'supported', words: '', commitment: 'c1' },
          now,
        ),
      )
      .refused('C-41', { commitment: 'c1', found: true, readBy: 'body', namedTo: 'public' })
    given(secret, opensReview())
      .when(
        act(
          delegate('BBB'),
          'commitments.ask',
          { review: 'v1', question: 'q', member: 'BBB', to: 'AAA', commitment: 'c1', wording: 'Why?' },
          now,
        ),
      )
      .refused('C-41', { commitment: 'c1', found: true, readBy: 'body', namedTo: 'members' })
  })
})

const audience = (facts: readonly Fact[], made: Act): Audience => {
  expect(decided(made, after(facts)).kind).toBe('accepted')
  return audienceOf(made, after(facts, made))
}

describe('who reads what', () => {
  const members = { kind: 'members' }
  const everyone = { kind: 'public' }
  test('[I-9] what is done about a commitment is read by those who read it', () => {
    expect(audience(secret, joins('BBB'))).toEqual(swg)
    expect(audience(secret, changes('AAA'))).toEqual(swg)
    expect(audience(secret, withdraws('AAA'))).toEqual(swg)
    expect(audience(secret, forwards('AAA'))).toEqual(swg)
    expect(audience(secret, tells('AAA'))).toEqual(swg)
    expect(audience(ground, undertakes())).toEqual(everyone)
    expect(
      audience(
        secret,
        on('commitments.addEvidence', { member: 'AAA', evidence: proof(), audience: swg }, delegate('AAA')),
      ),
    ).toEqual(swg)
  })
  test('[I-9] plans and reviews are the members’ until a decision, and then as open as it is', () => {
    expect(audience(ground, opensPlan())).toEqual(members)
    expect(audience([...ground, opensPlan()], proposes())).toEqual(members)
    expect(audience([...ground, opensPlan(), proposes()], lays())).toEqual(members)
    expect(audience([...ground, opensPlan(), proposes(), lays()], adoptedPlan.at(-1) as Act)).toEqual(
      everyone,
    )
    const closedPlan = act(secretariat(), 'commitments.adoptPlan', { plan: 'plan-2027', decision: 'd3' }, now)
    const laid = [...ground, opensPlan(), proposes(), lays('t3')]
    expect(audience(laid, closedPlan)).toEqual(members)
    expect(readersOfCommitmentsAct(closedPlan as never, after(laid))).toEqual(members)
    expect(audience(ground, opensReview())).toEqual(members)
  })
  test('[I-9] who reports on a commitment is told no further than the commitment', () => {
    expect(audience(ground, names('aaa', 'focalPoint'))).toEqual(members)
    const scope = { kind: 'commitment', commitment: 'c1' } as const
    expect(audience(secret, names('aaa', 'focalPoint', { scope }))).toEqual(swg)
    expect(audience([...ground, undertakes()], names('aaa', 'focalPoint', { scope }))).toEqual(members)
  })
  test('[I-9] a recommendation made in a review stays among the members', () => {
    const made = (more: object) =>
      act(
        delegate('AAA'),
        'commitments.recommend',
        { recommendation: 'n1', member: 'AAA', to: 'BBB', wording: 'Do it.', ...more },
        now,
      )
    const answers = act(
      delegate('BBB'),
      'commitments.respond',
      { recommendation: 'n1', member: 'BBB', response: 'noted', words: '' },
      now,
    )
    expect(audience(ground, made({}))).toEqual(everyone)
    expect(audience([...ground, made({})], answers)).toEqual(everyone)
    const inReview = [...ground, opensReview()]
    expect(audience(inReview, made({ review: 'v1' }))).toEqual(members)
    expect(audience([...inReview, made({ review: 'v1' })], answers)).toEqual(members)
  })
  test('[I-9] an observer reads what members read only where the rules say so', () => {
    const own = [...ground, undertakes('AAA', 'c1', { audience: { kind: 'members' } })]
    const finds = on('commitments.assess', { finds: 'limited', words: 'w' }, observer('OBS'))
    given(own).when(finds).refused('C-15', { commitment: 'c1', found: false })
    given(own, rule('observers.readMembers', true)).when(finds).accepted()
    expect(
      isAmong(members as Audience, { kind: 'delegate', member: 'AAA' as MemberId }, after(own), now),
    ).toBe(true)
  })
})
