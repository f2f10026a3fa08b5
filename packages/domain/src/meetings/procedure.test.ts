import { describe, expect, test } from 'vitest'
import { adopts as declares, puts } from '../decisions/testing/scene.ts'
import { act, after, at, chair, delegate, given, rule } from '../testing/index.ts'
import { openMotions, openPoint, proceduralKinds, standingObjections } from './index.ts'
import {
  adjourns,
  appeals,
  asks,
  closes,
  concludes,
  decidesAppeal,
  decidesMotion,
  doors,
  ends,
  gives,
  inSession,
  listIn,
  meetingIn,
  moves,
  objects,
  raises,
  rules,
  seats,
  suspends,
  takesUp,
  withdraws,
} from './testing/room.ts'

const onM = { meeting: 'm' }
const [a, b] = [delegate('AAA'), delegate('BBB')]
const toMotion = { kind: 'motion', motion: 'mo1' }
const toAppeal = { kind: 'appeal', point: 'p1' }

describe('points of order', () => {
  test('[M-42] a delegation in the room raises one, and it interrupts the speaker', () => {
    given(inSession(), asks(a), gives('r-AAA'))
      .when(raises('BBB', { kind: 'language', note: 'No sound.' }))
      .then({
        type: 'meetings.pointRaised',
        at: at('10:22'),
        by: 'bbb',
        meeting: 'm',
        point: 'p1',
        member: 'BBB',
        kind: 'language',
        note: 'No sound.',
      })
    given(inSession(), raises())
      .when(raises('CCC', { point: 'p2' }))
      .refused('M-43', {
        point: 'p1',
        kind: 'order',
      })
    given(inSession(), raises(), rules())
      .when(raises('CCC', {}, at('10:30')))
      .refused('M-42', {
        point: 'p1',
        taken: true,
      })
    given(inSession(), suspends(at('10:10')))
      .when(raises())
      .refused('M-5')
  })

  test('[M-43] everything else waits for the ruling', () => {
    const open = [inSession(), asks(a), raises()]
    const soon = at('10:23')
    for (const attempt of [
      gives('r-AAA', soon),
      concludes('2', 'concluded', soon),
      suspends(soon),
      adjourns(undefined, soon),
      closes(soon),
      doors('closed', soon),
      moves({ kind: 'suspension' }, 'mo1', a, soon),
      puts({ meeting: 'm', item: '2', subject: { kind: 'wording', wording: 'x' } as never }, soon),
    ])
      given(open).when(attempt).refused('M-43')
    given(open, rules())
      .when(gives('r-AAA', at('10:24')))
      .accepted()
    given(inSession(), concludes('2', 'leftOpen', at('10:10')), raises())
      .when(takesUp('1', soon))
      .refused('M-43')
  })

  test('[M-43] no decision is declared adopted while one is open', () => {
    const put = puts(
      { meeting: 'm', item: '2', subject: { kind: 'wording', wording: 'We meet.' } as never },
      at('10:15'),
    )
    given(inSession(), put, raises())
      .when(declares(at('10:23')))
      .refused('M-43', { point: 'p1' })
    given(inSession(), put, raises(), rules())
      .when(declares(at('10:24')))
      .accepted()
  })

  test('[M-43] the chair rules once', () => {
    given(inSession(), raises())
      .when(rules(false))
      .then({
        type: 'meetings.pointRuled',
        at: at('10:23'),
        by: 'chair-soc',
        meeting: 'm',
        point: 'p1',
        upheld: false,
      })
    given(inSession(), raises(), rules()).when(rules()).refused('M-43', { point: 'p1', ruled: true })
    given(inSession()).when(rules()).refused('M-43', { point: 'p1', ruled: null })
  })

  test('[M-44] a ruling is appealed at once, where the rules know an appeal', () => {
    const ruled = [inSession(), asks(a), raises(), rules()]
    given(ruled).when(appeals()).accepted()
    given(ruled, gives('r-AAA', at('10:23:30')))
      .when(appeals())
      .refused('M-44', {
        point: 'p1',
        appeal: 'consensus',
        appealable: null,
      })
    given(inSession(rule('ruling.appeal', 'none')), raises(), rules())
      .when(appeals())
      .refused('M-44')
    given(inSession(), raises()).when(appeals()).refused('M-44')
  })

  test('[M-44] where any objection overturns a ruling, the appeal does', () => {
    const facts = [inSession(rule('ruling.appeal', 'objection')), raises(), rules()]
    given(facts)
      .when(appeals())
      .then(
        {
          type: 'meetings.rulingAppealed',
          at: at('10:24'),
          by: 'ccc',
          meeting: 'm',
          point: 'p1',
          member: 'CCC',
        },
        {
          type: 'meetings.appealDecided',
          at: at('10:24'),
          by: 'ccc',
          meeting: 'm',
          point: 'p1',
          overturned: true,
          objectors: [],
        },
      )
    expect(openPoint(meetingIn(facts, appeals()))).toBeUndefined()
  })

  test('[M-45] it is overturned when nobody objects to that', () => {
    const appealed = [inSession(), raises(), rules(), appeals()]
    const decided = (overturned: boolean, objectors: readonly string[]) => ({
      type: 'meetings.appealDecided',
      at: at('10:26'),
      by: 'chair-soc',
      meeting: 'm',
      point: 'p1',
      overturned,
      objectors,
    })
    given(appealed).when(decidesAppeal()).then(decided(true, []))
    const defended = objects('AAA', toAppeal, at('10:25'))
    given(appealed, defended)
      .when(decidesAppeal())
      .then(decided(false, ['AAA']))
    given(appealed, defended, decidesAppeal())
      .when(decidesAppeal(at('10:27')))
      .refused('M-45', {
        point: 'p1',
        outcome: 'stands',
      })
    given(inSession(), raises(), rules()).when(decidesAppeal()).refused('M-45')
    given(appealed)
      .when(suspends(at('10:25')))
      .refused('M-43')
  })
})

describe('objections on procedure', () => {
  test('[M-30] a delegation objects once, to what is open, and withdraws its own', () => {
    const moved = [inSession(), moves({ kind: 'suspension' })]
    given(moved)
      .when(objects('BBB', toMotion))
      .then({
        type: 'meetings.objectionRaised',
        at: at('10:35'),
        by: 'bbb',
        meeting: 'm',
        to: toMotion,
        member: 'BBB',
      })
    given(moved, objects('BBB', toMotion)).when(objects('BBB', toMotion)).refused('M-30', {
      to: 'motion:mo1',
      objecting: true,
    })
    given(moved)
      .when(objects('BBB', { kind: 'motion', motion: 'none' }))
      .refused('M-30')
    given(moved).when(withdraws('BBB', toMotion)).refused('M-30', { to: 'motion:mo1', objecting: false })
    given(moved, objects('BBB', toMotion), withdraws('BBB', toMotion)).when(decidesMotion()).accepted()
    given(inSession())
      .when(objects('BBB', { kind: 'agenda' }))
      .refused('M-30', { to: 'agenda', open: false })
    given(inSession()).when(objects('BBB', toAppeal)).refused('M-30')
  })

  test('[M-29] to a motion only those in the room object, and an objection lasts while its member sits there', () => {
    given(inSession(), moves({ kind: 'suspension' }))
      .when(objects('DDD', toMotion))
      .refused('M-29')
    const facts = [inSession(), moves({ kind: 'suspension' }), objects('BBB', toMotion)]
    const left = rule('body.composition', ['AAA', 'CCC'], at('08:00'), 'soc')
    const standing = (...more: readonly object[]) => {
      const state = after(facts, more as never)
      return standingObjections(meetingIn(facts, more as never), toMotion as never, state, at('10:40'))
    }
    expect(standing()).toEqual(['BBB'])
    expect(standing(left)).toEqual([])
  })
})

describe('motions', () => {
  const later = at('2026-11-24 10:00')
  const aims = [
    { kind: 'suspension' },
    { kind: 'adjournment', until: later },
    { kind: 'adjournmentOfDebate', item: '2' },
    { kind: 'closureOfDebate', item: '2' },
    { kind: 'closureOfList', item: '2' },
    { kind: 'divisionOfText', item: '2', parts: 'Paragraphs 1 to 3, and the rest.' },
    { kind: 'agendaChange', change: { kind: 'withdraw', number: '2(a)' } },
  ] as const

  test('[M-46] what is moved can be carried out, and one of a kind is open', () => {
    for (const aim of aims) given(inSession()).when(moves(aim)).accepted()
    for (const [aim, fault] of [
      [{ kind: 'suspension', until: at('10:30') }, 'it ends before it begins'],
      [{ kind: 'adjournment', until: at('10:00') }, 'it ends before it begins'],
      [{ kind: 'closureOfDebate', item: '1' }, 'the item is not under consideration'],
      [{ kind: 'adjournmentOfDebate', item: '1' }, 'the item is not under consideration'],
    ] as const)
      given(inSession()).when(moves(aim)).refused('M-46', { motion: aim.kind, fault })
    given(inSession(), moves(aims[0])).when(moves(aims[0], 'mo2')).refused('M-46', {
      motion: 'suspension',
      open: 'mo1',
    })
    given(inSession(), moves(aims[0])).when(moves(aims[1])).refused('M-46', { motion: 'mo1', taken: true })
    given(inSession())
      .when(moves(aims[0], 'mo1', delegate('DDD')))
      .refused('M-29')
    given(inSession())
      .when(moves(aims[0], 'mo1', chair()))
      .accepted()
    given(inSession()).when(decidesMotion()).refused('M-46', { motion: 'mo1', outcome: null })
  })

  test('[M-46] it can be carried out when it is decided, too', () => {
    const until = at('10:35')
    given(inSession(), moves({ kind: 'suspension', until }))
      .when(decidesMotion())
      .refused('M-46')
    given(inSession(), moves({ kind: 'suspension', until }), objects('BBB', toMotion))
      .when(decidesMotion(false))
      .accepted()
  })

  test('[M-47] they are decided in their order', () => {
    const all = [...aims].reverse().map((aim, n) => moves(aim, `mo${n}`))
    const facts = [inSession(), all]
    expect(openMotions(meetingIn(facts)).map(({ aim }) => aim.kind)).toEqual(aims.map(({ kind }) => kind))
    given(facts).when(decidesMotion(true, 'mo0')).refused('M-47', { before: 'mo6', kind: 'suspension' })
    given(facts).when(decidesMotion(true, 'mo6')).accepted()
    const motions = proceduralKinds.filter(({ form }) => form === 'motion')
    expect(motions.map(({ kind }) => kind)).toEqual(aims.map(({ kind }) => kind))
  })

  test('[M-48] one speaks for it, two against', () => {
    const speaks = (member: string, side: 'for' | 'against', when = at('10:31')) =>
      act(delegate(member), 'meetings.speakOnMotion', { ...onM, motion: 'mo1', member, side }, when)
    const facts = [inSession(), seats('DDD', true, at('10:03')), moves(aims[0]), speaks('BBB', 'for')]
    given(facts)
      .when(speaks('CCC', 'for'))
      .refused('M-48', {
        side: 'for',
        heard: ['BBB'],
        most: 1,
        source: 'assumed, 2026-11-23',
      })
    given(facts).when(speaks('BBB', 'against')).refused('M-48', { member: 'BBB', heard: true })
    given(facts, speaks('CCC', 'against')).when(speaks('DDD', 'against')).accepted()
    given(facts, speaks('CCC', 'against'), speaks('DDD', 'against'))
      .when(speaks('AAA', 'against'))
      .refused('M-48')
  })

  test('[M-49] it is carried when nobody objects, and falls when somebody does', () => {
    const moved = [inSession(), moves(aims[0])]
    given(moved)
      .when(decidesMotion())
      .then(
        {
          type: 'meetings.motionDecided',
          at: at('10:40'),
          by: 'chair-soc',
          meeting: 'm',
          motion: 'mo1',
          carried: true,
          decidedBy: 'consensus',
          objectors: [],
        },
        { type: 'meetings.suspended', at: at('10:40'), by: 'chair-soc', meeting: 'm' },
      )
    given(moved).when(decidesMotion(false)).refused('M-49', { carried: false, objectors: [] })
    given(moved, objects('BBB', toMotion))
      .when(decidesMotion())
      .refused('M-49', {
        carried: true,
        objectors: ['BBB'],
      })
    given(moved, objects('BBB', toMotion)).when(decidesMotion(false)).accepted()
    given(inSession(rule('motion.decidedBy', 'chair')), moves(aims[0]), objects('BBB', toMotion))
      .when(decidesMotion())
      .accepted()
  })

  test('[M-49] what is carried takes effect', () => {
    const carried = (aim: object) => meetingIn(inSession(), asks(a), asks(b), moves(aim), decidesMotion())
    expect(carried(aims[1])).toMatchObject({ status: 'adjourned', suspendedUntil: later, present: [] })
    expect(carried(aims[2]).items).toEqual([{ item: '2', status: 'leftOpen' }])
    expect(carried(aims[3]).lists[0]).toMatchObject({ closed: true, debateClosed: true, requests: [] })
    expect(carried(aims[4]).lists[0]).toMatchObject({ closed: true, debateClosed: false })
    expect(carried(aims[5]).motions[0]?.outcome?.kind).toBe('carried')
    expect(carried(aims[6]).agenda).toHaveLength(2)
    expect(listIn(inSession(), asks(a), moves(aims[4]), decidesMotion())).toEqual(['r-AAA'])
  })

  test('[M-34] once debate is closed nobody is listed but for a reply', () => {
    const facts = [inSession(), moves(aims[3]), decidesMotion()]
    given(facts)
      .when(asks(chair(), {}, at('10:45')))
      .refused('M-34')
    given(facts)
      .when(act(chair(), 'meetings.reopenList', { ...onM, item: '2' }, at('10:45')))
      .refused('M-34')
    given(facts)
      .when(asks(b, { kind: 'reply' }, at('10:45')))
      .accepted()
  })

  test('[M-50] who made it takes it back', () => {
    const takesBack = (who = a, when = at('10:36')) =>
      act(who, 'meetings.withdrawMotion', { ...onM, motion: 'mo1' }, when)
    given(inSession(), moves(aims[0]))
      .when(takesBack())
      .then({ type: 'meetings.motionWithdrawn', at: at('10:36'), by: 'aaa', meeting: 'm', motion: 'mo1' })
    given(inSession(), moves(aims[0])).when(takesBack(b)).refused('M-50', { mover: 'member:AAA' })
    given(inSession(), moves(aims[0]), decidesMotion())
      .when(takesBack(a, at('10:41')))
      .refused('M-46')
  })

  test('[M-37] none is decided while somebody has the floor', () => {
    given(inSession(), asks(a), gives('r-AAA'), moves(aims[0])).when(decidesMotion()).refused('M-37')
    given(inSession(), asks(a), gives('r-AAA'), moves(aims[0]), ends(chair(), at('10:39')))
      .when(decidesMotion())
      .accepted()
  })
})
