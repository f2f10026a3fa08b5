import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { subjectOn } from '../decisions/testing/scene.ts'
import {
  type Actor,
  act,
  after,
  at,
  chair,
  coordinator,
  delegate,
  given,
  observer,
  secretariat,
} from '../testing/index.ts'
import { ground, joins, now, on, opensReview, today, undertakes } from './testing/scene.ts'

const recommends = (by: Actor = delegate('AAA'), more: object = {}) =>
  act(
    by,
    'commitments.recommend',
    {
      recommendation: 'n1',
      ...(by.as.kind === 'delegate' ? { member: by.as.member } : {}),
      to: 'BBB',
      wording: 'Publish the calendar.',
      ...more,
    },
    now,
  )
const responds = (by: Actor = delegate('BBB'), more: object = {}) =>
  act(
    by,
    'commitments.respond',
    { recommendation: 'n1', member: 'BBB', response: 'supported', words: '', ...more },
    now,
  )

describe('recommendations', () => {
  test('[C-32] one member’s to another', () => {
    const state = given(ground).when(recommends()).accepted()
    expect(get(state.commitments.recommendations, 'n1')).toEqual({
      id: 'n1',
      member: 'AAA',
      to: 'BBB',
      wording: 'Publish the calendar.',
      on: today,
      at: now,
      responses: [],
    })
    given(ground)
      .when(recommends(delegate('BBB')))
      .refused('C-32')
    given(ground)
      .when(recommends(delegate('AAA'), { member: undefined }))
      .refused('C-32')
    given(ground)
      .when(recommends(delegate('AAA'), { member: 'CCC' }))
      .refused('I-8')
    given(ground)
      .when(recommends(delegate('AAA'), { to: 'OBS' }))
      .refused('C-32')
    given(ground)
      .when(recommends(delegate('AAA'), { area: 'nowhere' }))
      .refused('C-32')
    given(ground)
      .when(recommends(delegate('AAA'), { review: 'v9' }))
      .refused('C-32')
    given(ground)
      .when(recommends(observer('OBS')))
      .refused('I-2')
    given(ground, recommends()).when(recommends()).refused('C-32', {
      recommendation: 'n1',
      taken: true,
      to: 'BBB',
      area: null,
      review: null,
      source: null,
      capacity: 'delegate:AAA',
    })
    given(ground)
      .when(recommends(delegate('AAA'), { wording: '' }))
      .refused('I-12')
    given(ground)
      .when(recommends(delegate('AAA'), { recommendation: 'n 1' }))
      .refused('I-12')
  })
  test('[C-32] a coordinator’s within her area, and in no member’s name', () => {
    const state = given(ground)
      .when(recommends(coordinator('mil'), { area: 'mil' }))
      .accepted()
    expect(get(state.commitments.recommendations, 'n1')).toMatchObject({
      member: null,
      by: 'coordinator:mil',
    })
    for (const wrong of [
      {},
      { area: 'eco' },
      { area: 'mil', member: 'CCC' },
      { area: 'mil', by: 'The Summit' },
    ])
      given(ground)
        .when(recommends(coordinator('mil'), wrong))
        .refused('C-32')
  })
  test('[C-32] or recorded by the secretariat, with its source and day', () => {
    const from = { by: 'A treaty body', source: 'its report', on: '2024-02-29' }
    given(ground).when(recommends(secretariat(), from)).accepted()
    given(ground)
      .when(recommends(secretariat(), { ...from, member: 'CCC' }))
      .accepted()
    for (const wrong of [{ source: undefined }, { source: ' ' }, { on: '2026-02-30' }, { on: '2030-01-01' }])
      given(ground)
        .when(recommends(secretariat(), { ...from, ...wrong }))
        .refused('C-32')
    for (const wrong of [{ source: 's' }, { by: 'The Summit' }, { on: '2024-02-29' }])
      given(ground)
        .when(recommends(delegate('AAA'), wrong))
        .refused('C-32')
  })
  test('[C-33] whom it is for says what it makes of it, and may say otherwise later', () => {
    const asked = [...ground, recommends()]
    const state = given(asked, responds())
      .when(responds(delegate('BBB'), { response: 'noted', words: 'No money.' }))
      .accepted()
    expect(get(state.commitments.recommendations, 'n1')?.responses.map(one => one.response)).toEqual([
      'supported',
      'noted',
    ])
    const facts = {
      recommendation: 'n1',
      to: 'BBB',
      member: 'CCC',
      commitment: null,
      own: true,
      source: null,
    }
    given(asked)
      .when(responds(delegate('CCC'), { member: 'CCC' }))
      .refused('C-33', facts)
    given(asked)
      .when(responds(delegate('CCC')))
      .refused('I-8')
    given(ground).when(responds()).refused('C-33', { recommendation: 'n1', found: false })
    given(asked)
      .when(responds(delegate('BBB'), { words: '\u0000' }))
      .refused('I-12')
    given(asked)
      .when(responds(delegate('BBB'), { on: today }))
      .refused('C-33')
    given(asked)
      .when(responds(delegate('BBB'), { source: 's' }))
      .refused('C-33')
    given(asked).when(responds(secretariat())).refused('C-33')
    given(asked)
      .when(responds(secretariat(), { source: 's', on: '2026-02-30' }))
      .refused('C-33')
    given(asked)
      .when(responds(secretariat(), { source: 's', on: '2026-11-01' }))
      .accepted()
  })
  test('[C-33] it may name a commitment of its own', () => {
    const asked = [...ground, recommends(), undertakes('BBB', 'c1'), undertakes('CCC', 'c2')]
    given(asked)
      .when(responds(delegate('BBB'), { commitment: 'c1' }))
      .accepted()
    given(asked)
      .when(responds(delegate('BBB'), { commitment: 'c2' }))
      .refused('C-33')
    given(asked)
      .when(responds(delegate('BBB'), { commitment: 'c9' }))
      .refused('C-15', { commitment: 'c9', found: false })
  })
})

const asks = (by = 'AAA', more: object = {}, when = now) =>
  act(
    delegate(by),
    'commitments.ask',
    { review: 'v1', question: 'q1', member: by, to: 'BBB', wording: 'How many visits?', ...more },
    when,
  )
const answers = (by: Actor = delegate('BBB'), more: object = {}) =>
  act(by, 'commitments.answer', { review: 'v1', question: 'q1', wording: 'Three.', ...more }, now)
const concludes = (by: Actor = chair(), text = 't1') =>
  act(by, 'commitments.concludeReview', { review: 'v1', text }, now)
const closes = (by: Actor = chair(), decision = 'd1', when = now) =>
  act(by, 'commitments.closeReview', { review: 'v1', decision }, when)
const running = [...ground, opensReview()]
const closed = [...running, asks(), concludes(), closes()]

describe('the review of a dimension', () => {
  test('[C-34] is opened by those who lead it, of one dimension at a time', () => {
    for (const by of [chair(), coordinator('mil'), secretariat()])
      given(ground).when(opensReview(by)).accepted()
    const facts = { review: 'v1', taken: false, body: 'soc', dimension: 'military', other: null }
    for (const by of [chair('mc'), coordinator('eco')])
      given(ground).when(opensReview(by)).refused('C-34', facts)
    given(ground)
      .when(opensReview(delegate('AAA')))
      .refused('I-2')
    given(running)
      .when(opensReview(chair(), { review: 'v2' }))
      .refused('C-34', { ...facts, review: 'v2', other: 'v1' })
    given(running)
      .when(opensReview(chair(), { review: 'v2', dimension: 'economic' }))
      .accepted()
    given(running)
      .when(opensReview(chair(), { dimension: 'economic' }))
      .refused('C-34')
    given(closed)
      .when(opensReview(chair(), { review: 'v2' }))
      .accepted()
    given(ground)
      .when(opensReview(chair(), { dimension: 'nowhere' }))
      .refused('C-34')
    given(ground)
      .when(opensReview(secretariat(), { body: 'nowhere' }))
      .refused('C-34')
    for (const wrong of [{ from: '2026-02-30' }, { until: '2026-02-30' }, { from: '2027-01-01' }])
      given(ground).when(opensReview(chair(), wrong)).refused('C-34')
    given(ground)
      .when(opensReview(chair(), { title: '' }))
      .refused('I-12')
  })
  test('[C-34] an act on a review names one there is', () => {
    for (const late of [asks(), answers(), concludes(), closes()])
      given(ground).when(late).refused('C-34', { review: 'v1', found: false })
  })
  test('[C-35] members put questions to each other and to the coordinators', () => {
    given(running).when(asks()).accepted()
    given(running)
      .when(asks('AAA', { to: null }))
      .accepted()
    const facts = { review: 'v1', question: 'q1', member: 'AAA', to: 'AAA', commitment: null, theirs: true }
    given(running)
      .when(asks('AAA', { to: 'AAA' }))
      .refused('C-35', facts)
    given(running)
      .when(asks('AAA', { to: 'OBS' }))
      .refused('C-35')
    given(running, asks()).when(asks('CCC')).refused('C-35')
    given(running)
      .when(asks('AAA', { wording: ' ' }))
      .refused('I-12')
    given(running)
      .when(asks('AAA', { question: '' }))
      .refused('I-12')
    given(running)
      .when(asks('AAA', { member: 'CCC' }))
      .refused('I-8')
    given(closed)
      .when(asks('AAA', { question: 'q2' }))
      .refused('C-35', { review: 'v1', decision: 'd1' })
    given(closed).when(answers()).refused('C-35', { review: 'v1', decision: 'd1' })
  })
  test('[C-35] about commitments of those they ask', () => {
    const world = [...running, undertakes('BBB', 'c1'), undertakes('CCC', 'c2'), joins('DDD', 'c2')]
    given(world)
      .when(asks('AAA', { commitment: 'c1' }))
      .accepted()
    given(world)
      .when(asks('AAA', { to: 'DDD', commitment: 'c2' }))
      .accepted()
    given(world)
      .when(asks('AAA', { commitment: 'c2' }))
      .refused('C-35')
    given(world)
      .when(asks('AAA', { to: null, commitment: 'c2' }))
      .refused('C-35')
  })
  test('[C-36] whom a question was put to answers it, once', () => {
    const asked = [...running, asks()]
    const state = given(asked).when(answers()).accepted()
    expect(get(state.commitments.reviews, 'v1')?.questions[0]?.answer).toEqual({
      wording: 'Three.',
      at: now,
      by: 'delegate:BBB',
    })
    const facts = { question: 'q1', to: 'BBB', answeredAt: null }
    for (const by of [delegate('CCC'), chair(), coordinator('mil'), secretariat()]) {
      const capacity = by.as.kind === 'delegate' ? 'delegate:CCC' : undefined
      given(asked)
        .when(answers(by))
        .refused('C-36', capacity === undefined ? undefined : { ...facts, capacity })
    }
    given(asked, answers())
      .when(answers())
      .refused('C-36', { ...facts, answeredAt: now, capacity: 'delegate:BBB' })
    given(running)
      .when(answers())
      .refused('C-36', { question: 'q1', to: null, answeredAt: null, capacity: 'delegate:BBB' })
    given(asked)
      .when(answers(delegate('BBB'), { wording: '' }))
      .refused('I-12')
  })
  test('[C-36] one put to no member is answered by those who lead the review', () => {
    const asked = [...running, asks('AAA', { to: null })]
    for (const by of [chair(), coordinator('mil'), secretariat()]) given(asked).when(answers(by)).accepted()
    for (const by of [delegate('BBB'), coordinator('eco'), chair('swg')])
      given(asked).when(answers(by)).refused('C-36')
  })
  test('[C-37] its conclusions are a text, and the decision that adopts it closes it', () => {
    given(running).when(concludes()).accepted()
    given(running, concludes()).when(concludes(chair(), 't2')).accepted()
    const facts = { review: 'v1', text: 't1', decision: null, capacity: 'chair:swg' }
    given(running)
      .when(concludes(chair('swg')))
      .refused('C-37', facts)
    given(running)
      .when(concludes(coordinator('eco')))
      .refused('C-37')
    given(running).when(concludes(chair(), 'none')).refused('T-1', { text: 'none' })
    given(closed).when(concludes()).refused('C-37')
    given(running)
      .when(closes())
      .refused('C-37', { review: 'v1', text: null, decision: 'd1', capacity: 'chair:soc' })
    given(running, concludes())
      .when(closes(chair('swg')))
      .refused('C-37')
    given(running, concludes(chair(), 't2')).when(closes()).refused('C-37')
    given(closed).when(closes()).refused('C-37')
    given(closed)
      .when(recommends(delegate('AAA'), { review: 'v1' }))
      .refused('C-32')
    given(running)
      .when(recommends(delegate('AAA'), { review: 'v1' }))
      .accepted()
  })
  test('[C-37] a body below closes no review of the body above', () => {
    const above = [...ground, opensReview(secretariat(), { body: 'mc' }), concludes(secretariat())]
    given(above).when(closes(secretariat())).refused('C-37')
    const below = [...ground, opensReview(secretariat(), { body: 'swg' }), concludes(secretariat())]
    given(below).when(closes(secretariat())).accepted()
  })
  test('[C-37] nor does a silence that still runs', () => {
    const opens = act(
      chair(),
      'decisions.openSilence',
      {
        decision: 's1',
        body: 'soc',
        title: 'Conclusions',
        subject: subjectOn(after(...ground), 't2'),
        expiresAt: on('2026-12-07'),
        timeZone: 'UTC',
        announcedAs: 'then',
      },
      now,
    )
    const silent = [...running, concludes(chair(), 't2'), opens]
    given(silent)
      .when(closes(chair(), 's1', at('2026-12-07 11:59')))
      .refused('C-37')
    given(silent)
      .when(closes(chair(), 's1', on('2026-12-07')))
      .accepted()
  })
})
