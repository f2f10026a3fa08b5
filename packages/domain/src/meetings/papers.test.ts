import { describe, expect, test } from 'vitest'
import { type Act, type Audience, audienceOf, meetings } from '../index.ts'
import {
  type Actor,
  act,
  after,
  at,
  chair,
  delegate,
  given,
  observer,
  rule,
  secretariat,
} from '../testing/index.ts'
import {
  adjourns,
  adopts,
  asks,
  closes,
  convenes,
  decidesMotion,
  doors,
  gives,
  inSession,
  listIn,
  meetingIn,
  moves,
  present,
  raises,
  replies,
  rules,
  shows,
  suspends,
  world,
} from './testing/room.ts'

const onM = { meeting: 'm' }
const hash = (letter: string): string => letter.repeat(64)
const [a, b] = [delegate('AAA'), delegate('BBB')]
const states = (who: Actor, more: object = {}, when = at('10:30')) =>
  act(
    who,
    'meetings.recordStatement',
    {
      ...onM,
      statement: 's1',
      speaker: { kind: 'member', member: 'AAA' },
      purpose: 'national',
      wording: 'We welcome\nthe text.',
      forJournal: true,
      ...more,
    } as never,
    when,
  )
const joins = (member: string, when = at('10:31')) =>
  act(delegate(member), 'meetings.joinStatement', { ...onM, statement: 's1', member }, when)
const takesBack = (who: Actor, when = at('10:40')) =>
  act(who, 'meetings.withdrawStatement', { ...onM, statement: 's1' }, when)

const day = (n: number, time = '09:00') => at(`2026-12-0${n} ${time}`)
const over = [inSession(), closes()]
const circulates = (document = hash('a'), when = day(1), more: object = {}) =>
  act(secretariat(), 'meetings.circulateJournal', { ...onM, document, ...more }, when)
const corrects = (member = 'BBB', when = day(2), more: object = {}) =>
  act(
    delegate(member),
    'meetings.askCorrection',
    { ...onM, correction: 'c1', member, wording: 'We said members.', ...more },
    when,
  )
const answers = (taken: boolean, reason?: string, when = day(3)) =>
  act(
    secretariat(),
    'meetings.answerCorrection',
    { ...onM, correction: 'c1', taken, ...(reason === undefined ? {} : { reason }) },
    when,
  )
const approves = (document = hash('a'), when = day(8), more: object = {}) =>
  act(chair(), 'meetings.approveJournal', { ...onM, document, ...more }, when)

describe('statements for the record', () => {
  test('[M-53] one makes it for oneself, or it is recorded for one', () => {
    given(inSession())
      .when(states(a))
      .then({
        type: 'meetings.statementRecorded',
        at: at('10:30'),
        by: 'aaa',
        meeting: 'm',
        statement: 's1',
        speaker: { kind: 'member', member: 'AAA' },
        purpose: 'national',
        wording: 'We welcome\nthe text.',
        forJournal: true,
      })
    given(inSession()).when(states(secretariat())).accepted()
    given(inSession()).when(states(b)).refused('M-31')
    given(inSession())
      .when(states(a, { wording: undefined }))
      .refused('M-53', {
        fault: 'neither words nor a document',
      })
    given(inSession())
      .when(states(a, { wording: undefined, document: hash('d') }))
      .accepted()
    given(inSession(), states(a)).when(states(a)).refused('M-53', { statement: 's1', taken: true })
    given(inSession())
      .when(states(a, { wording: 'A\u202EB' }))
      .refused('I-12')
    given(inSession())
      .when(states(a, { item: '9' }))
      .refused('M-26')
    given(over)
      .when(states(a, {}, at('19:00')))
      .accepted()
    given(over, circulates())
      .when(states(a, {}, day(2)))
      .refused('M-53', { journal: 'circulated' })
    given(world, convenes())
      .when(states(a, {}, at('09:30')))
      .refused('M-5')
  })

  test('[M-53] its words stand in the record and not in the state', () => {
    const [kept] = meetingIn(inSession(), states(a)).statements
    expect(JSON.stringify(kept)).not.toContain('welcome')
    expect(kept).toMatchObject({ statement: 's1', forJournal: true, joined: [] })
  })

  test('[M-53] who made it withdraws it', () => {
    given(inSession(), states(a)).when(takesBack(a)).accepted()
    given(inSession(), states(secretariat())).when(takesBack(a)).accepted()
    given(inSession(), states(secretariat())).when(takesBack(secretariat())).accepted()
    given(inSession(), states(a)).when(takesBack(secretariat())).refused('M-53')
    given(inSession(), states(a)).when(takesBack(b)).refused('M-53', { statement: 's1', yours: false })
    given(inSession(), states(a), takesBack(a))
      .when(takesBack(a, at('10:41')))
      .refused('M-53')
  })

  test('[M-54] a joint statement is of those that have joined it', () => {
    const joint = { purpose: 'joint', onBehalfOf: ['BBB', 'CCC'] }
    given(inSession()).when(states(a, joint)).accepted()
    for (const bad of [
      { purpose: 'joint' },
      { purpose: 'joint', onBehalfOf: ['AAA'] },
      { purpose: 'joint', onBehalfOf: ['BBB', 'BBB'] },
      { purpose: 'joint', onBehalfOf: ['ZZZ'] },
      { purpose: 'national', onBehalfOf: ['BBB'] },
    ])
      given(inSession()).when(states(a, bad)).refused('M-54')
    given(inSession(), states(a, joint)).when(joins('BBB')).accepted()
    given(inSession(), states(a, joint)).when(joins('DDD')).refused('M-54', { statement: 's1', named: false })
    given(inSession(), states(a, joint), joins('BBB')).when(joins('BBB')).refused('M-54', {
      statement: 's1',
      joined: true,
    })
    given(inSession(), states(a, joint), takesBack(a))
      .when(joins('BBB', at('10:41')))
      .refused('M-54')
    expect(meetingIn(inSession(), states(a, joint), joins('BBB')).statements[0]?.joined).toEqual(['BBB'])
  })
})

describe('the hall', () => {
  test('[M-55] it is shown what the chair last said', () => {
    for (const what of [
      { kind: 'nothing' },
      { kind: 'agenda' },
      { kind: 'presence' },
      { kind: 'item', item: '2' },
      { kind: 'speakers', item: '2' },
      { kind: 'message', words: 'Coffee until 11.' },
    ])
      expect(meetingIn(inSession(), shows(what)).shown?.what).toEqual(what)
    given(inSession())
      .when(shows({ kind: 'item', item: '9' }))
      .refused('M-26')
    given(inSession())
      .when(shows({ kind: 'message', words: 'A\u202EB' }))
      .refused('I-12')
    given(inSession())
      .when(shows({ kind: 'title' }, at('10:30'), secretariat()))
      .accepted()
    given(inSession())
      .when(shows({ kind: 'title' }, at('10:30'), chair('swg')))
      .refused('M-3')
    given(over)
      .when(shows({ kind: 'title' }, at('19:00')))
      .refused('M-5')
  })

  test('[M-55] it goes dark when the doors move', () => {
    expect(meetingIn(inSession(), shows({ kind: 'title' }), doors('closed', at('10:31'))).shown).toBe(null)
  })

  test('[M-55] of a text some paragraphs, no more than a screen could hold', () => {
    const facts = inSession()
    const text = act(
      secretariat(),
      'texts.introduce',
      {
        text: 't',
        title: 'T',
        body: 'soc',
        audience: { kind: 'public' },
        language: 'en',
        kind: 'draft',
      } as never,
      at('10:20'),
    )
    const of = (paragraphs: readonly string[]) => shows({ kind: 'text', text: 't', paragraphs })
    given(facts, text)
      .when(of(['p1']))
      .accepted()
    given(facts, text).when(of([])).refused('M-55', { fault: 'no paragraph is named' })
    given(facts, text)
      .when(of(Array.from({ length: 51 }, (_, n) => `p${n}`)))
      .refused('M-55')
  })
})

describe('doors', () => {
  test('[M-52] the chair moves them between two speakers', () => {
    given(inSession()).when(doors('closed')).accepted()
    given(inSession()).when(doors('public')).refused('M-52', { access: 'public' })
    given(inSession(), asks(a), gives('r-AAA'))
      .when(doors('closed', at('10:21')))
      .refused('M-37')
    given(inSession(), raises())
      .when(doors('closed', at('10:23')))
      .refused('M-43')
    given(over)
      .when(doors('closed', at('19:00')))
      .refused('M-5')
  })

  const audience = (done: Act, ...facts: readonly object[]): Audience =>
    audienceOf(done, after(facts as never))
  const body = { kind: 'body', body: 'soc' }
  const everybody = { kind: 'public' }

  test('[M-52] what is done on the floor of a closed sitting is for the body', () => {
    const closed = [inSession(), doors('closed')]
    for (const done of [
      asks(a),
      gives('x'),
      raises(),
      moves({ kind: 'suspension' }),
      states(a),
      shows({ kind: 'title' }),
    ]) {
      expect(audience(done, inSession())).toEqual(everybody)
      expect(audience(done, closed)).toEqual(body)
    }
    for (const done of [suspends(), adjourns(), closes(), doors('public'), adopts(), convenes()])
      expect(audience(done, closed)).toEqual(everybody)
    for (const done of [circulates(), corrects(), answers(true)]) expect(audience(done, over)).toEqual(body)
    expect(audience(approves(), over)).toEqual(everybody)
    expect(audience(approves(), closed)).toEqual(body)
  })

  test('[M-52] and stays so when the doors open again', () => {
    const opened = [
      inSession(),
      doors('closed'),
      moves({ kind: 'closureOfList', item: '2' }),
      states(a),
      decidesMotion(true, 'mo1', at('10:32')),
      doors('public', at('10:33')),
    ]
    expect(audience(takesBack(a), opened)).toEqual(body)
    expect(audience(moves({ kind: 'suspension' }, 'mo2'), opened)).toEqual(everybody)
    const whole = meetingIn(opened)
    const outside = meetings.meetingSeen(whole, each => each.kind === 'public')
    expect(outside).toMatchObject({ motions: [], statements: [], present: ['AAA', 'BBB', 'CCC'] })
    expect(meetings.meetingSeen(whole, () => true)).toBe(whole)
  })

  test('[M-52] what goes on about a thing is read by those who may read the thing', () => {
    const joint = { purpose: 'joint', onBehalfOf: ['BBB'] }
    const closing = [inSession(), states(a, joint), doors('closed', at('10:31'))]
    expect(audience(joins('BBB', at('10:32')), closing)).toEqual(everybody)
    expect(audience(states(a, { statement: 's2' }, at('10:32')), closing)).toEqual(body)
  })

  test('[M-52] the doors are not moved while a motion is open', () => {
    given(inSession(), moves({ kind: 'suspension' }))
      .when(doors('closed', at('10:35')))
      .refused('M-52', { open: 'mo1' })
  })

  test('[M-52] before closed doors nobody sees who is in the room, who speaks and what is shown', () => {
    const facts = [
      inSession(),
      doors('closed'),
      asks(a),
      asks(b),
      gives('r-AAA'),
      raises(),
      rules(),
      shows({ kind: 'message', words: 'Hush.' }),
    ]
    const outside = meetings.meetingSeen(meetingIn(facts), each => each.kind === 'public')
    expect(JSON.stringify(outside)).not.toMatch(/AAA|BBB|Hush/)
    expect(outside).toMatchObject({ status: 'open', access: 'closed', title: 'Meeting', speaking: null })
    expect(listIn(facts)).toEqual(['r-BBB'])
  })

  test('[M-35] a reply is for members, behind closed doors as well', () => {
    given(inSession(), doors('closed'))
      .when(replies(observer('OBS')))
      .refused('M-35')
  })
})

describe('the journal', () => {
  test('[M-56] it is circulated when the meeting or the sitting is over, and anew until it is approved', () => {
    given(inSession()).when(circulates()).refused('M-56', { sitting: null, over: false })
    given(over)
      .when(circulates())
      .then({
        type: 'meetings.journalCirculated',
        at: day(1),
        by: 'registry',
        meeting: 'm',
        document: hash('a'),
        correctionsUntil: day(8),
      })
    given(over, circulates())
      .when(circulates(hash('b'), day(2)))
      .accepted()
    given(over, circulates(), approves())
      .when(circulates(hash('b'), day(9)))
      .refused('M-56', {
        sitting: null,
        approved: true,
      })
    given(inSession(), adjourns())
      .when(circulates(hash('a'), day(1), { sitting: 1 }))
      .accepted()
    given(inSession(), adjourns())
      .when(circulates(hash('a'), day(1), { sitting: 2 }))
      .refused('M-56')
    given(inSession())
      .when(circulates(hash('a'), at('11:00'), { sitting: 1 }))
      .refused('M-56')
    const off = act(chair(), 'meetings.callOff', { ...onM, reason: 'Snow.' }, at('09:40'))
    given(world, convenes(), off).when(circulates()).refused('M-56')
  })

  test('[M-57] corrections are asked for within the period', () => {
    given(over, circulates())
      .when(corrects('BBB', at('2026-12-08 08:59:59.999')))
      .accepted()
    given(over, circulates())
      .when(corrects('BBB', day(8)))
      .refused('M-57', {
        sitting: null,
        correctionsUntil: day(8),
        at: day(8),
      })
    given(over).when(corrects()).refused('M-57')
    given(over, circulates(), corrects()).when(corrects('CCC')).refused('M-57', {
      correction: 'c1',
      taken: true,
    })
    const composed = rule('body.composition', ['AAA', 'BBB'], at('08:00'), 'soc')
    given(over, circulates(), composed).when(corrects('CCC')).refused('M-29')
    given(over, circulates(), circulates(hash('b'), day(5)))
      .when(corrects('BBB', day(9)))
      .accepted()
  })

  test('[M-58] each is answered once, and a refusal has a reason', () => {
    given(over, circulates(), corrects()).when(answers(true)).accepted()
    given(over, circulates(), corrects()).when(answers(false)).refused('M-58', {
      correction: 'c1',
      taken: false,
      reason: null,
    })
    given(over, circulates(), corrects()).when(answers(false, 'It was not said.')).accepted()
    given(over, circulates(), corrects(), answers(true))
      .when(answers(true, undefined, day(4)))
      .refused('M-58')
    given(over, circulates()).when(answers(true)).refused('M-58', { correction: 'c1', answered: null })
  })

  test('[M-59] it is approved when the period is over and all is answered', () => {
    given(over, circulates())
      .when(approves())
      .then({
        type: 'meetings.journalApproved',
        at: day(8),
        by: 'chair-soc',
        meeting: 'm',
        document: hash('a'),
      })
    given(over).when(approves()).refused('M-59', { sitting: null, approved: null })
    given(over, circulates())
      .when(approves(hash('a'), day(7)))
      .refused('M-59', {
        correctionsUntil: day(8),
        at: day(7),
      })
    given(over, circulates())
      .when(approves(hash('b')))
      .refused('M-59', {
        circulated: hash('a'),
        document: hash('b'),
      })
    given(over, circulates(), corrects())
      .when(approves())
      .refused('M-59', { unanswered: ['c1'] })
    given(over, circulates(), corrects(), answers(false, 'No.'))
      .when(approves(hash('b')))
      .refused('M-59')
    given(over, circulates(), corrects(), answers(true))
      .when(approves(hash('b')))
      .accepted()
    given(over, circulates(), approves())
      .when(approves(hash('a'), day(9)))
      .refused('M-59')
  })

  test('[M-60] what is wrong with an approved one is put right by a corrigendum', () => {
    const corrigendum = (when = day(9)) =>
      act(
        secretariat(),
        'meetings.issueCorrigendum',
        { ...onM, document: hash('c'), wording: 'On page 2, read “ten”.' },
        when,
      )
    given(over, circulates()).when(corrigendum()).refused('M-60', { sitting: null, approved: false })
    const [journal] = meetingIn(over, circulates(), approves(), corrigendum()).journals
    expect(journal).toMatchObject({
      document: hash('a'),
      approvedAt: day(8),
      corrigenda: [{ document: hash('c') }],
    })
  })

  test('a meeting that is closed keeps no list and no motion: they are in the record', () => {
    const facts = [inSession(), present.slice(0, 0), asks(a), moves({ kind: 'suspension' }), closes()]
    expect(meetingIn(facts)).toMatchObject({
      status: 'closed',
      lists: [],
      motions: [],
      sittings: [{ number: 1, from: at('10:00'), until: at('18:00') }],
    })
  })
})
