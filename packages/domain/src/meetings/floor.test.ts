import { describe, expect, test } from 'vitest'
import { act, after, at, chair, delegate, given, observer, rule, secretariat } from '../testing/index.ts'
import { floorClock, listOf, secondsFor } from './index.ts'
import {
  adjourns,
  asks,
  closes,
  concludes,
  convenes,
  doors,
  ends,
  gives,
  inSession,
  leaves,
  listIn,
  meetingIn,
  present,
  raises,
  replies,
  rules,
  seats,
  suspends,
  takesUp,
  world,
} from './testing/room.ts'

const [a, b, c, d] = ['AAA', 'BBB', 'CCC', 'DDD'].map(code => delegate(code)) as [
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
]
const obs = observer('OBS')
const onM = { meeting: 'm' }
const onList = (type: 'meetings.closeList' | 'meetings.reopenList', when = at('10:12')) =>
  act(chair(), type, { ...onM, item: '2' }, when)
const orders = (order: readonly string[], when = at('10:14')) =>
  act(chair(), 'meetings.orderList', { ...onM, item: '2', order: order as never }, when)
const limits = (seconds: object, when = at('10:05')) =>
  act(chair(), 'meetings.limitTime', { ...onM, item: '2', seconds }, when)
const for_ = (speaker: object, more: object = {}) =>
  act(
    secretariat(),
    'meetings.askFloor',
    {
      ...onM,
      item: '2',
      request: 'r-other',
      speaker: speaker as never,
      ...more,
    },
    at('10:10'),
  )

describe("the speakers' list", () => {
  test('[M-29] only a member that sits in the body takes part in procedure', () => {
    const composed = rule('body.composition', ['AAA', 'BBB', 'CCC'], at('08:00'), 'soc')
    given(inSession(composed)).when(raises('DDD')).refused('M-29', { member: 'DDD', body: 'soc' })
    given(inSession()).when(raises('DDD')).refused('M-29', { member: 'DDD', meeting: 'm', present: false })
    given(inSession()).when(raises('CCC')).accepted()
  })

  test('[M-31] everybody asks for herself, the chair and the secretariat for anybody who can be heard', () => {
    given(inSession())
      .when(asks(a))
      .then({
        type: 'meetings.floorAsked',
        at: at('10:10'),
        by: 'aaa',
        meeting: 'm',
        item: '2',
        request: 'r-AAA',
        speaker: { kind: 'member', member: 'AAA' },
        kind: 'statement',
        standing: 0,
      })
    given(inSession())
      .when(asks(a, { speaker: { kind: 'member', member: 'BBB' } }))
      .refused('M-31', { speaker: 'member:BBB', by: 'delegate:AAA', body: 'soc' })
    given(inSession())
      .when(asks(obs, { speaker: { kind: 'observer', observer: 'XXX' } }))
      .refused('M-31')
    for (const speaker of [
      { kind: 'member', member: 'BBB' },
      { kind: 'observer', observer: 'OBS' },
      { kind: 'chair', body: 'swg' },
      { kind: 'secretariat' },
    ])
      given(inSession()).when(for_(speaker)).accepted()
    for (const speaker of [
      { kind: 'member', member: 'ZZZ' },
      { kind: 'observer', observer: 'AAA' },
      { kind: 'observer', observer: 'ZZZ' },
      { kind: 'chair', body: 'nowhere' },
    ])
      given(inSession()).when(for_(speaker)).refused('M-31')
  })

  test('[M-31] one strikes off oneself; the chair and the secretariat anybody', () => {
    given(inSession(), asks(a)).when(leaves(b, 'r-AAA')).refused('M-31')
    for (const who of [a, chair(), secretariat()])
      given(inSession(), asks(a)).when(leaves(who, 'r-AAA')).accepted()
    given(inSession(), asks(a)).when(leaves(a, 'nothing')).refused('M-38')
  })

  test('[M-32] one stands on it once, and once for a reply', () => {
    given(inSession(), asks(a))
      .when(asks(a, { request: 'again' }))
      .refused('M-32', { item: '2', standing: 'r-AAA' })
    given(inSession(), asks(a)).when(replies(a)).accepted()
    given(inSession(), asks(a))
      .when(asks(a, { item: '1', request: 'other' }))
      .accepted()
    given(inSession(), asks(a))
      .when(asks(b, { request: 'r-AAA' }))
      .refused('M-32', {
        request: 'r-AAA',
        taken: true,
      })
  })

  test('[M-32] who has the floor may ask again, under another name', () => {
    const speaking = [inSession(), asks(a), gives('r-AAA')]
    given(speaking)
      .when(asks(a, { request: 'r-AAA' }, at('10:21')))
      .refused('M-32')
    given(speaking)
      .when(asks(a, { request: 'second' }, at('10:21')))
      .accepted()
  })

  test('[M-33] observers come after members, and replies after all', () => {
    const all = [asks(obs), replies(c), asks(a), asks(b)]
    expect(listIn(inSession(), all)).toEqual(['r-AAA', 'r-BBB', 'r-OBS', 'reply-CCC'])
    expect(listIn(inSession(rule('floor.observersLast', false)), all)).toEqual([
      'r-OBS',
      'r-AAA',
      'r-BBB',
      'reply-CCC',
    ])
    expect(listIn(inSession(rule('reply.when', 'atOnce')), all)[0]).toBe('reply-CCC')
  })

  test('[M-33] ranks the rules hear first go before', () => {
    const ranked = [
      asks(a),
      asks(b, { rank: 'minister' }),
      asks(c, { rank: 'headOfState' }),
      for_({ kind: 'chair', body: 'swg' }),
    ]
    expect(listIn(inSession(), ranked)).toEqual(['r-AAA', 'r-BBB', 'r-CCC', 'r-other'])
    const first = rule('floor.precedence', ['headOfState', 'minister', 'chair'])
    expect(listIn(inSession(first), ranked)).toEqual(['r-CCC', 'r-BBB', 'r-other', 'r-AAA'])
  })

  test('[M-33] who leaves and comes back goes to the end', () => {
    const back = asks(a, { request: 'back' }, at('10:16'))
    expect(listIn(inSession(), asks(a), asks(b), leaves(a), back)).toEqual(['r-BBB', 'back'])
  })

  test('[M-33] the chair alone puts somebody first, and orders all anew', () => {
    const first = { request: 'r-first', first: true }
    expect(listIn(inSession(), asks(a), asks(chair(), first))).toEqual(['r-first', 'r-AAA'])
    given(inSession())
      .when(asks(a, { first: true }))
      .refused('M-33', { by: 'delegate:AAA' })
    expect(listIn(inSession(), asks(a), asks(b), orders(['r-BBB', 'r-AAA']))).toEqual(['r-BBB', 'r-AAA'])
    for (const order of [['r-BBB'], ['r-BBB', 'r-BBB'], ['r-BBB', 'r-AAA', 'x']])
      given(inSession(), asks(a), asks(b))
        .when(orders(order))
        .refused('M-33', { item: '2', listed: ['r-AAA', 'r-BBB'] })
  })

  test('[M-34] on a closed list only the chair lists, and replies are free', () => {
    const closed = [inSession(), onList('meetings.closeList', at('10:05'))]
    given(closed).when(asks(a)).refused('M-34', { item: '2', listClosed: true, debateClosed: false })
    given(closed)
      .when(for_({ kind: 'observer', observer: 'OBS' }))
      .refused('M-34')
    given(closed).when(asks(chair())).accepted()
    given(closed).when(replies(a)).accepted()
    given(closed).when(onList('meetings.closeList')).refused('M-34')
    given(closed, onList('meetings.reopenList', at('10:06')))
      .when(asks(a))
      .accepted()
    given(inSession()).when(onList('meetings.reopenList')).refused('M-34')
  })

  test('[M-35] an observer asks where the rules let it, and not behind closed doors', () => {
    given(inSession()).when(asks(obs)).accepted()
    given(inSession(rule('floor.observersAsk', false)))
      .when(asks(obs))
      .refused('M-35', { access: 'public', observersAsk: false })
    given(inSession(), doors('closed')).when(asks(obs)).refused('M-35', {
      access: 'closed',
      observersAsk: true,
    })
    given(inSession(), doors('closed'))
      .when(for_({ kind: 'observer', observer: 'OBS' }))
      .accepted()
  })

  test('[M-36] one has the floor on an item as often as the rules say', () => {
    const spoken = [inSession(rule('floor.timesPerItem', 1)), asks(a), gives('r-AAA'), ends()]
    given(spoken)
      .when(asks(a, { request: 'again' }, at('10:30')))
      .refused('M-36', { had: 1, most: 1, source: 'test' })
    given(spoken)
      .when(asks(a, { request: 'again', item: '1' }, at('10:30')))
      .accepted()
    given(inSession(), asks(a), gives('r-AAA'), ends())
      .when(asks(a, { request: 'again' }, at('10:30')))
      .accepted()
  })
})

describe('the floor', () => {
  const speaking = [inSession(), asks(a), asks(b), gives('r-AAA')]

  test('[M-37] one speaks at a time', () => {
    given(speaking)
      .when(gives('r-BBB', at('10:21')))
      .refused('M-37', { speaking: 'member:AAA' })
    given(speaking, ends())
      .when(gives('r-BBB', at('10:26')))
      .accepted()
  })

  test('[M-37] nothing takes the floor from under a speaker', () => {
    const soon = at('10:21')
    for (const attempt of [
      suspends(soon),
      adjourns(undefined, soon),
      closes(soon),
      concludes('2', 'concluded', soon),
      doors('closed', soon),
    ])
      given(speaking).when(attempt).refused('M-37', { speaking: 'member:AAA' })
  })

  test('[M-38] the floor goes to the first on the list of the item under consideration', () => {
    given(inSession(), asks(a), asks(b))
      .when(gives('r-BBB'))
      .refused('M-38', { request: 'r-BBB', item: '2', first: 'r-AAA' })
    given(inSession(), asks(a, { item: '1' }))
      .when(gives('r-AAA'))
      .refused('M-38', { request: 'r-AAA', item: '2', first: null })
    given(world, convenes(), asks(a, {}, at('09:20')))
      .when(gives('r-AAA'))
      .refused('M-5')
    given(inSession(), asks(d)).when(gives('r-DDD')).refused('M-38', {
      request: 'r-DDD',
      speaker: 'member:DDD',
      present: false,
    })
    given(inSession(), asks(a))
      .when(gives('r-AAA'))
      .then({
        type: 'meetings.floorGiven',
        at: at('10:20'),
        by: 'chair-soc',
        meeting: 'm',
        request: 'r-AAA',
        item: '2',
        speaker: { kind: 'member', member: 'AAA' },
        kind: 'statement',
        seconds: 300,
        turn: 1,
      })
  })

  test('[M-38] one may ask before the meeting opens, and stays on the list of the item', () => {
    const early = [world, convenes(), asks(b, {}, at('09:20')), present]
    expect(listOf(meetingIn(early), '2').requests.map(({ request }) => request)).toEqual(['r-BBB'])
  })

  test('[M-39] it ends when the speaker yields or the chair takes it back', () => {
    const ended = (by: string, how: string) => ({
      type: 'meetings.floorEnded',
      at: at('10:25'),
      by,
      meeting: 'm',
      request: 'r-AAA',
      item: '2',
      speaker: { kind: 'member', member: 'AAA' },
      kind: 'statement',
      since: at('10:20'),
      usedMs: 300_000,
      how,
    })
    given(speaking).when(ends(a)).then(ended('aaa', 'yielded'))
    given(speaking).when(ends()).then(ended('chair-soc', 'taken'))
    given(speaking).when(ends(b)).refused('M-39', { speaking: 'member:AAA' })
    given(inSession()).when(ends()).refused('M-39', { speaking: null })
    expect(meetingIn(speaking, ends()).speaking).toBe(null)
  })

  test('[M-40] time is limited by kind of speaker, by the rules and by the chair', () => {
    const seconds = (kind: 'statement' | 'reply', speaker: object, ...facts: readonly object[]) => {
      const state = after(inSession(), facts as never)
      return secondsFor(
        speaker as never,
        kind,
        meetingIn(inSession(), facts as never),
        '2',
        state,
        at('10:30'),
      )
    }
    const [member, watcher] = [
      { kind: 'member', member: 'AAA' },
      { kind: 'observer', observer: 'OBS' },
    ]
    expect(seconds('statement', member)).toBe(300)
    expect(seconds('statement', watcher)).toBe(180)
    expect(seconds('reply', member)).toBe(180)
    expect(seconds('statement', { kind: 'secretariat' })).toBe(null)
    const set = limits({ member: 120, observer: 0 })
    expect(seconds('statement', member, set)).toBe(120)
    expect(seconds('statement', watcher, set)).toBe(null)
    expect(seconds('reply', member, set)).toBe(180)
    given(inSession())
      .when(limits({ member: -1 }))
      .refused('M-40', { seconds: { member: -1 } })
  })

  test('[M-40] the clock is read off instants and stands while a point of order is open', () => {
    const clock = (when: string, ...more: readonly object[]) =>
      floorClock(meetingIn(speaking, more as never).speaking!, at(when))
    expect(clock('10:21')).toEqual({ usedMs: 60_000, leftMs: 240_000, running: true })
    expect(clock('10:27')).toEqual({ usedMs: 420_000, leftMs: -120_000, running: true })
    expect(clock('10:40', raises())).toEqual({ usedMs: 120_000, leftMs: 180_000, running: false })
    expect(clock('10:24', raises(), rules())).toEqual({ usedMs: 180_000, leftMs: 120_000, running: true })
  })

  test('[M-41] a member replies after the others, so often as the rules say', () => {
    const asked = [inSession(), replies(c), asks(a)]
    given(asked).when(gives('reply-CCC')).refused('M-38', {
      request: 'reply-CCC',
      item: '2',
      first: 'r-AAA',
    })
    const first = [asked, gives('r-AAA'), ends(), gives('reply-CCC', at('10:30')), ends(c, at('10:31'))]
    const more = (request: string, when: string) => replies(c, { request }, at(when))
    given(first).when(more('second', '10:32')).accepted()
    const second = [first, more('second', '10:32'), gives('second', at('10:33')), ends(c, at('10:34'))]
    given(second).when(more('third', '10:35')).refused('M-41', {
      speaker: 'member:CCC',
      had: 2,
      most: 2,
      source: 'assumed, 2026-11-23',
    })
    given(inSession()).when(replies(obs)).refused('M-41')
    given(inSession(rule('reply.timesPerItem', 0)))
      .when(replies(c))
      .refused('M-41')
  })

  test('[M-41] where replies wait for the sitting, they wait for every item it has dealt with', () => {
    const facts = [
      inSession(rule('reply.when', 'endOfSitting')),
      asks(a),
      concludes('2', 'leftOpen', at('10:12')),
      takesUp('1', at('10:13')),
      replies(c, { item: '1' }, at('10:14')),
    ]
    given(facts)
      .when(gives('reply-CCC'))
      .refused('M-41', {
        replies: 'endOfSitting',
        othersWaitOn: ['2'],
      })
    given(facts, leaves(a)).when(gives('reply-CCC')).accepted()
  })

  test('a delegation that has left the room is passed over by the chair', () => {
    const gone = [inSession(), asks(a), asks(b), seats('AAA', false, at('10:12'))]
    given(gone).when(gives('r-AAA')).refused('M-38')
    given(gone, orders(['r-BBB', 'r-AAA']))
      .when(gives('r-BBB'))
      .accepted()
  })
})

describe('what a rival would try', () => {
  test('[I-2] an observer raises nothing, moves nothing, objects to nothing, and steers nothing', () => {
    for (const attempt of [
      act(obs, 'meetings.raisePoint', { ...onM, point: 'x', member: 'AAA', kind: 'order' }),
      act(obs, 'meetings.move', { ...onM, motion: 'x', aim: { kind: 'suspension' } }),
      act(obs, 'meetings.object', { ...onM, member: 'AAA', to: { kind: 'agenda' } }),
      act(obs, 'meetings.giveFloor', { ...onM, request: 'r-OBS' }),
      act(obs, 'meetings.show', { ...onM, what: { kind: 'message', words: 'x' } }),
      act(obs, 'meetings.recordPresence', { ...onM, member: 'AAA', present: false }),
    ])
      given(inSession()).when(attempt).refused('I-2')
  })

  test('[I-8] nobody raises, joins or withdraws in the name of another delegation', () => {
    for (const attempt of [
      act(a, 'meetings.raisePoint', { ...onM, point: 'x', member: 'BBB', kind: 'order' }),
      act(a, 'meetings.joinStatement', { ...onM, statement: 's', member: 'BBB' }),
      act(a, 'meetings.withdrawObjection', { ...onM, member: 'BBB', to: { kind: 'agenda' } }),
      act(a, 'meetings.speakOnMotion', { ...onM, motion: 'x', member: 'BBB', side: 'for' }),
      act(a, 'meetings.askCorrection', { ...onM, correction: 'x', member: 'BBB', wording: 'x' }),
    ])
      given(inSession()).when(attempt).refused('I-8', { own: 'AAA', named: 'BBB' })
  })

  test('[M-3] the chair of another body conducts nothing here', () => {
    const other = chair('swg')
    for (const attempt of [
      act(other, 'meetings.giveFloor', { ...onM, request: 'r-AAA' }, at('10:20')),
      act(other, 'meetings.setAccess', { ...onM, access: 'closed' }, at('10:20')),
      act(other, 'meetings.askFloor', {
        ...onM,
        item: '2',
        request: 'x',
        speaker: { kind: 'chair', body: 'swg' },
      }),
      act(other, 'meetings.approveJournal', { ...onM, document: 'a'.repeat(64) }, at('10:20')),
    ])
      given(inSession(), asks(a)).when(attempt).refused('M-3', { by: 'chair:swg', body: 'soc' })
  })

  test('[I-12] names and notes that are not what they seem are refused wherever they stand', () => {
    const turned = 'A\u202EB'
    for (const attempt of [
      asks(a, { request: turned }),
      act(a, 'meetings.raisePoint', { ...onM, point: 'x', member: 'AAA', kind: 'order', note: turned }),
      act(a, 'meetings.move', { ...onM, motion: 'x', aim: { kind: 'suspension' }, note: turned }),
      act(a, 'meetings.move', {
        ...onM,
        motion: 'x',
        aim: { kind: 'divisionOfText', item: '2', parts: turned },
      }),
      act(chair(), 'meetings.setAccess', { ...onM, access: 'closed', reason: turned }),
    ])
      given(inSession())
        .when({ ...attempt, at: at('10:10') } as typeof attempt)
        .refused('I-12')
  })
})
