import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { cleanText, puts } from '../decisions/testing/scene.ts'
import { act, after, assembly, at, chair, delegate, given, rule, secretariat } from '../testing/index.ts'
import { mayDecide } from './index.ts'
import {
  adjourns,
  adopts,
  agenda,
  closes,
  concludes,
  convenes,
  inSession,
  meetingIn,
  moves,
  objects,
  opens,
  present,
  resumes,
  seats,
  shows,
  takesUp,
  withdraws,
  world,
} from './testing/room.ts'

const onM = { meeting: 'm' }
const amends = (body: object, when = at('09:10'), by = secretariat()) =>
  act(by, 'meetings.amendNotice', { ...onM, ...body }, when)
const callsOff = (reason = 'Snow.', when = at('09:40')) =>
  act(chair(), 'meetings.callOff', { ...onM, reason }, when)
const attaches = (document: object, item = '2', when = at('09:20'), by = secretariat()) =>
  act(by, 'meetings.attachDocument', { ...onM, item, document } as never, when)
const bySymbol = { kind: 'symbol', symbol: 'ORG/SOC/2026/1', title: 'A draft' }

describe('the notice', () => {
  test('[M-15] a sub-item stands after its item, under its number', () => {
    given(world).when(convenes()).accepted()
    for (const [bad, item] of [
      [
        [
          { number: '2(a)', title: 'Sub', under: '2' },
          { number: '2', title: 'Item' },
        ],
        '2(a)',
      ],
      [
        [
          { number: '2', title: 'Item' },
          { number: '3(a)', title: 'Sub', under: '2' },
        ],
        '3(a)',
      ],
      [[{ number: '2', title: 'Item', under: '2' }], '2'],
    ] as const)
      given(world)
        .when(convenes({ agenda: bad }))
        .refused('M-15', { item })
  })

  test('[M-16] it is changed until the meeting opens, and an opening that is moved keeps its notice', () => {
    given(world, convenes())
      .when(amends({ place: 'Hall 2', reason: 'The roof.' }))
      .then({
        type: 'meetings.noticeAmended',
        at: at('09:10'),
        by: 'registry',
        meeting: 'm',
        place: 'Hall 2',
        reason: 'The roof.',
      })
    given(world, convenes(), present, opens())
      .when(amends({ place: 'Hall 2' }, at('10:10')))
      .refused('M-5')
    const facts = [
      world,
      rule('meeting.noticeDays', 10),
      rule('meeting.changeNoticeDays', 3),
      convenes({ opensAt: at('2026-12-10 10:00') }),
    ]
    given(facts)
      .when(amends({ opensAt: at('2026-12-01 10:00') }))
      .refused('M-16', { opensAt: at('2026-12-01 10:00'), earliest: at('2026-12-03 09:00') })
    given(facts)
      .when(amends({ opensAt: at('2026-12-11 10:00') }, at('2026-12-09 10:00')))
      .refused('M-16', { opensAt: at('2026-12-11 10:00'), earliest: at('2026-12-12 10:00') })
    const moved = meetingIn(facts, amends({ opensAt: at('2026-12-03 09:00') }))
    expect(moved).toMatchObject({ opensAt: at('2026-12-03 09:00'), place: 'Hall', status: 'convened' })
  })

  test('[M-17] the provisional agenda closes some days before the opening', () => {
    const facts = [world, rule('agenda.closesDays', 5), convenes({ opensAt: at('2026-12-10 10:00') })]
    const longer = { agenda: [...agenda, { number: '3', title: 'Late' }] }
    given(facts)
      .when(amends(longer, at('2026-12-05 10:00')))
      .accepted()
    given(facts)
      .when(amends(longer, at('2026-12-05 10:00:00.001')))
      .refused('M-17', {
        until: at('2026-12-05 10:00'),
        days: 5,
        since: '2020-01-01T00:00:00.000Z',
        source: 'test',
      })
  })

  test('[M-11] an item added by a changed notice is not late', () => {
    const longer = [...agenda, { number: '3', title: 'New' }]
    const facts = [world, rule('agenda.lateItems', 'never'), convenes()]
    given(facts, present, opens()).when(adopts(longer)).refused('M-11')
    given(facts, amends({ agenda: longer }), present, opens())
      .when(adopts(longer))
      .accepted()
  })

  test('[M-18] a meeting that has not begun is called off with a reason', () => {
    given(world, convenes())
      .when(callsOff())
      .then({
        type: 'meetings.calledOff',
        at: at('09:40'),
        by: 'chair-soc',
        meeting: 'm',
        reason: 'Snow.',
      })
    expect(meetingIn(world, convenes(), callsOff())).toMatchObject({
      status: 'closed',
      calledOff: { reason: 'Snow.' },
    })
    given(world, convenes(), callsOff()).when(opens()).refused('M-5')
    given(inSession())
      .when(callsOff('Rain.', at('11:00')))
      .refused('M-18', {
        status: 'open',
        openedAt: at('10:00'),
      })
    given(world, convenes()).when(callsOff(' ')).refused('I-12')
  })

  test('[M-19] each kind of meeting has a notice of its own', () => {
    const facts = [
      world,
      rule('meeting.noticeDays', 60),
      rule('meeting.extraordinaryNoticeDays', 30),
      rule('meeting.informalNoticeDays', 1),
    ]
    const soon = { opensAt: at('2026-12-24 09:00') }
    given(facts).when(convenes(soon)).refused('M-4')
    given(facts)
      .when(convenes({ ...soon, kind: 'extraordinary' }))
      .accepted()
    given(facts)
      .when(convenes({ opensAt: at('2026-11-24 08:59'), kind: 'informal' }))
      .refused('M-4')
  })

  test('[M-20] decisions are taken where kind and format allow it', () => {
    const meeting = (body: object, ...facts: readonly ReturnType<typeof rule>[]) => {
      const state = after(world, facts, convenes(body))
      return mayDecide(get(state.meetings.meetings, 'm')!, state, at('10:00'))
    }
    const inPerson = rule('meeting.decidingFormats', ['inPerson'])
    expect(meeting({ format: 'virtual' })).toBe(true)
    expect(meeting({ format: 'virtual' }, inPerson)).toBe(false)
    expect(meeting({}, inPerson)).toBe(true)
    expect(meeting({ kind: 'informal' })).toBe(true)
    expect(meeting({ kind: 'informal' }, rule('meeting.informalDecides', false))).toBe(false)
    given(world, inPerson, convenes({ format: 'virtual' }), present, opens(), adopts())
      .when(puts({ meeting: 'm', subject: { kind: 'wording', wording: 'We meet again.' } as never }))
      .refused('M-20', { body: 'soc', decides: false })
  })

  test('[M-21] an agenda and the hall name no text that those who follow may not read', () => {
    const text = cleanText('t1')
    const closing = act(
      secretariat(),
      'texts.changeAudience',
      { text: 't1', audience: { kind: 'members' } } as never,
      at('09:25'),
    )
    const document = { kind: 'text', text: 't1', title: 'A draft' }
    const facts = [assembly('AAA', 'BBB', 'CCC'), text, convenes({}, at('09:20'))]
    const listed = [{ ...agenda[0]!, documents: [document] }]
    const names = (when = at('09:40')) => amends({ agenda: listed }, when)
    given(facts).when(names()).accepted()
    given(facts, closing).when(names()).refused('M-21', { meeting: 'm', text: 't1' })
    given(facts, closing)
      .when(shows({ kind: 'text', text: 't1', paragraphs: ['p'] }, at('09:40')))
      .refused('M-21', { meeting: 'm', text: 't1' })
    given(facts, closing, amends({ access: 'closed' }, at('09:30')))
      .when(shows({ kind: 'text', text: 't1', paragraphs: ['p'] }, at('09:40')))
      .accepted()
    given(facts, closing)
      .when(attaches(document, '2', at('09:40')))
      .accepted()
    for (const missing of ['t9'])
      given(facts)
        .when(attaches({ ...document, text: missing }, '2', at('09:40')))
        .refused('T-1', { text: missing })
    given(facts)
      .when(shows({ kind: 'decision', decision: 'd9' }, at('09:40')))
      .refused('D-10', { decision: 'd9', found: false })
  })

  test('[M-22] documents are attached to an item, once each', () => {
    given(world, convenes())
      .when(attaches(bySymbol))
      .then({
        type: 'meetings.documentAttached',
        at: at('09:20'),
        by: 'registry',
        meeting: 'm',
        item: '2',
        document: bySymbol,
      })
    given(world, convenes(), attaches(bySymbol))
      .when(attaches(bySymbol, '2', at('09:21')))
      .nothing()
    given(world, convenes())
      .when(attaches({ ...bySymbol, title: 'A\u202EB' }))
      .refused('M-22', { item: '2', fault: 'no plain title' })
    const many = Array.from({ length: 50 }, (_, n) => attaches({ ...bySymbol, symbol: `S/${n}` }))
    given(world, convenes(), many)
      .when(attaches(bySymbol, '2', at('09:21')))
      .refused('M-22', { item: '2', fault: 'more than 50 documents' })
    const listed = Array.from({ length: 51 }, (_, n) => ({ ...bySymbol, symbol: `S/${n}` }))
    given(world)
      .when(convenes({ agenda: [{ ...agenda[0]!, documents: listed }] }))
      .refused('M-22', { fault: 'item 1 has more than 50 documents' })
  })

  test('[M-22] documents follow their item when it is given another number', () => {
    const turned = [
      { number: '1', title: 'Measures' },
      { number: '2', title: 'Opening' },
    ]
    const { documents } = meetingIn(world, convenes(), attaches(bySymbol), present, opens(), adopts(turned))
    expect(documents).toMatchObject([{ item: '1', document: bySymbol }])
  })

  test('[M-23] what was left unfinished goes on the next regular agenda', () => {
    const over = [inSession(), concludes('2', 'carriedOver'), closes()]
    const next = { meeting: 'n', opensAt: at('2026-12-10 10:00') }
    const later = at('2026-11-24 09:00')
    const without = [{ number: '1', title: 'Opening' }]
    given(over)
      .when(convenes({ ...next, agenda: without }, later))
      .refused('M-23', {
        missing: ['Measures'],
        since: '1900-01-01T00:00:00.000Z',
        source: 'assumed, 2026-11-23',
      })
    given(over)
      .when(convenes({ ...next, agenda: [...without, { number: '7', title: 'Measures' }] }, later))
      .accepted()
    given(over)
      .when(convenes({ ...next, agenda: without, kind: 'extraordinary' }, later))
      .accepted()
    given(over, rule('agenda.unfinishedCarries', false))
      .when(convenes({ ...next, agenda: without }, later))
      .accepted()
    given(inSession(), concludes(), closes())
      .when(convenes({ ...next, agenda: without }, later))
      .accepted()
  })

  test('[M-23] it stays unfinished until a meeting concludes it', () => {
    const over = [inSession(), closes()]
    expect(get(after(over).meetings.unfinished, 'soc')).toEqual(['Measures'])
    const second = [
      convenes(
        {
          meeting: 'n',
          opensAt: at('2026-11-24 10:00'),
          agenda: [{ number: '1', title: 'Measures' }],
        },
        at('2026-11-24 09:00'),
      ),
      act(
        secretariat(),
        'meetings.recordPresence',
        { meeting: 'n', member: 'AAA', present: true },
        at('2026-11-24 09:30'),
      ),
      act(
        secretariat(),
        'meetings.recordPresence',
        { meeting: 'n', member: 'BBB', present: true },
        at('2026-11-24 09:30'),
      ),
      act(chair(), 'meetings.open', { meeting: 'n' }, at('2026-11-24 10:00')),
    ]
    const shut = act(chair(), 'meetings.close', { meeting: 'n' }, at('2026-11-24 12:00'))
    expect(get(after(over, second, shut).meetings.unfinished, 'soc')).toEqual(['Measures'])
    const done = [
      act(chair(), 'meetings.takeUpItem', { meeting: 'n', item: '1' }, at('2026-11-24 10:01')),
      act(
        chair(),
        'meetings.concludeItem',
        { meeting: 'n', item: '1', outcome: 'concluded' },
        at('2026-11-24 10:02'),
      ),
    ]
    expect(get(after(over, second, done, shut).meetings.unfinished, 'soc')).toEqual([])
  })
})

describe('the agenda and its items', () => {
  test('[M-24] it is not adopted over an objection', () => {
    const facts = [world, convenes(), present, opens()]
    const objected = objects('DDD', { kind: 'agenda' }, at('09:50'))
    given(facts.slice(0, 2), objected, facts.slice(2))
      .when(adopts())
      .refused('M-24', { objectors: ['DDD'] })
    given(facts, objects('BBB', { kind: 'agenda' }, at('10:00')))
      .when(adopts())
      .refused('M-24', { objectors: ['BBB'] })
    given(
      facts,
      objects('BBB', { kind: 'agenda' }, at('10:00')),
      withdraws('BBB', { kind: 'agenda' }, at('10:01')),
    )
      .when(adopts())
      .accepted()
  })

  test('[M-25] after its adoption it is changed by consent', () => {
    const late = {
      kind: 'agendaChange',
      change: { kind: 'add', item: { number: '3', title: 'Late' }, after: '1' },
    }
    const all = seats('DDD', true, at('10:03'))
    const changed = moves(late)
    const carried = act(
      chair(),
      'meetings.decideMotion',
      { ...onM, motion: 'mo1', carried: true },
      at('10:40'),
    )
    expect(meetingIn(inSession(), all, changed, carried).agenda.map(({ number }) => number)).toEqual([
      '1',
      '3',
      '2',
      '2(a)',
    ])
    given(inSession()).when(changed).refused('M-11')
    given(inSession(rule('agenda.changedBy', 'never')), all)
      .when(changed)
      .refused('M-25', {
        rule: 'never',
        since: '2020-01-01T00:00:00.000Z',
        source: 'test',
      })
    given(inSession(), all, changed, objects('BBB', { kind: 'motion', motion: 'mo1' }))
      .when(carried)
      .refused('M-49')
    given(
      inSession(rule('agenda.changedBy', 'chair')),
      all,
      changed,
      objects('BBB', { kind: 'motion', motion: 'mo1' }),
    )
      .when(carried)
      .accepted()
  })

  test('[M-25] what was dealt with is not withdrawn, and a change fits what is there', () => {
    const change = (what: object) => moves({ kind: 'agendaChange', change: what })
    given(inSession())
      .when(change({ kind: 'withdraw', number: '2' }))
      .refused('M-25')
    given(inSession(), concludes('2', 'concluded', at('10:05')))
      .when(change({ kind: 'withdraw', number: '2' }))
      .refused('M-25')
    given(inSession())
      .when(change({ kind: 'withdraw', number: '9' }))
      .refused('M-25', {
        change: 'withdraw',
        fits: false,
      })
    given(inSession())
      .when(change({ kind: 'withdraw', number: '2(a)' }))
      .accepted()
    given(inSession())
      .when(change({ kind: 'reorder', numbers: ['2', '1'] }))
      .refused('M-25')
    given(inSession())
      .when(change({ kind: 'reorder', numbers: ['2', '2(a)', '1'] }))
      .accepted()
    given(inSession())
      .when(change({ kind: 'reorder', numbers: ['2(a)', '2', '1'] }))
      .refused('M-15')
  })

  test('[M-26] an act on an item names one that is there', () => {
    given(inSession())
      .when(takesUp('9', at('10:10')))
      .refused('M-26', {
        item: '9',
        agenda: ['1', '2', '2(a)'],
      })
  })

  test('[M-27] one item is taken up at a time, and none that was concluded', () => {
    given(inSession())
      .when(takesUp('1', at('10:10')))
      .refused('M-27', { item: '1', underConsideration: '2' })
    given(inSession(), concludes())
      .when(takesUp('2', at('12:01')))
      .refused('M-27', {
        item: '2',
        status: 'concluded',
      })
    given(inSession(), concludes('2', 'leftOpen'))
      .when(takesUp('2', at('12:01')))
      .accepted()
    given(inSession(), concludes('2', 'leftOpen'))
      .when(takesUp('2(a)', at('12:01')))
      .accepted()
  })

  test('[M-27] before the agenda is adopted only its first item is taken up', () => {
    const facts = [world, convenes(), present, opens()]
    given(facts).when(takesUp('1')).accepted()
    given(facts).when(takesUp('2')).refused('M-27', { item: '2', agendaAdopted: false })
  })

  test('[M-28] an item ends as the chair says', () => {
    given(inSession()).when(concludes('1')).refused('M-28', {
      item: '1',
      status: null,
      outcome: 'concluded',
    })
    given(inSession()).when(concludes('1', 'carriedOver')).accepted()
    given(inSession(), concludes('1', 'carriedOver'))
      .when(concludes('1', 'carriedOver', at('12:01')))
      .refused('M-28')
    given(inSession(), concludes())
      .when(concludes('2', 'carriedOver', at('12:01')))
      .refused('M-28')
  })
})

describe('sittings', () => {
  test('[M-51] a meeting is adjourned to a named instant, and the next sitting counts', () => {
    given(inSession())
      .when(adjourns(at('17:00')))
      .refused('M-51', { until: at('17:00'), at: at('17:00') })
    const nextDay = (time: string) => at(`2026-11-24 ${time}`)
    const back = ['AAA', 'BBB'].map(code => seats(code, true, nextDay('09:50')))
    given(inSession(), adjourns())
      .when(resumes(nextDay('09:59')))
      .refused('M-12')
    given(inSession(), adjourns())
      .when(resumes(nextDay('10:00')))
      .refused('M-8')
    given(inSession(), adjourns(), back)
      .when(resumes(nextDay('10:00')))
      .then({
        type: 'meetings.resumed',
        at: nextDay('10:00'),
        by: 'chair-soc',
        meeting: 'm',
        sitting: 2,
        quorum: { present: 2, needed: 2, outOf: 4, share: '1/3', source: 'assumed, 2026-11-23' },
      })
    expect(meetingIn(inSession(), adjourns(), back, resumes(nextDay('10:00')))).toMatchObject({
      status: 'open',
      present: ['AAA', 'BBB'],
      attended: ['AAA', 'BBB', 'CCC'],
      presentAtOpening: 2,
      sittings: [
        { number: 1, from: at('10:00'), until: at('17:00') },
        { number: 2, from: nextDay('10:00') },
      ],
    })
    given(inSession(), adjourns())
      .when(puts({ meeting: 'm', subject: { kind: 'wording', wording: 'x' } as never }, at('17:30')))
      .refused('D-2')
  })

  test('[M-14] the quorum is of those accredited, or of those that have taken part', () => {
    const facts = inSession(rule('quorum.of', 'participating'), rule('quorum.opens', '1'))
    const leaving = seats('CCC', false, at('10:30'))
    const pause = act(chair(), 'meetings.suspend', onM, at('11:00'))
    given(facts, leaving, pause).when(resumes()).refused('M-8')
    const [revoked, kept] = ['ddd', 'ccc'].map(person =>
      act(
        delegate(person.toUpperCase()),
        'institution.revokeCredential',
        { credential: `cred-${person}`, reason: 'leaves' },
        at('09:05'),
      ),
    )
    const ofAccredited = [world, rule('quorum.of', 'accredited'), rule('quorum.opens', '1'), convenes()]
    given(ofAccredited, present).when(opens()).refused('M-8')
    given(ofAccredited, revoked!, present).when(opens()).accepted()
    given(ofAccredited, kept!, present).when(opens()).refused('M-8')
  })
})
