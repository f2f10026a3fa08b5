import { describe, expect, test } from 'vitest'
import { act, at, chair, delegate, given, rule, secretariat } from '../testing/index.ts'
import { silenceStatus } from './silenceStatus.ts'
import {
  breaks,
  decisionIn,
  expiry,
  notice,
  objects,
  offer,
  opens,
  proposes,
  puts,
  room,
  statusAfter,
  subject,
  withdraws,
} from './testing/scene.ts'

const inMeeting = { meeting: 'm1' }
const mustMeet = rule('silence.opensInMeeting', true)
const dayBefore = at('2026-12-06 12:00')
const amends = (member: string, wording: string, editorial = false) =>
  act(
    delegate(member),
    'decisions.breakSilence',
    { decision: 'd1', member, by: { kind: 'amendment', wording, ...(editorial ? { editorial } : {}) } },
    dayBefore,
  )
const asks = (member: string, when = at('2026-12-01 12:00')) =>
  act(delegate(member), 'decisions.askExtension', { decision: 'd1', member, reason: 'No instructions' }, when)
const extend = (expiresAt: string, when = at('2026-12-02 12:00')) =>
  act(chair(), 'decisions.extendSilence', { decision: 'd1', expiresAt, announcedAs: 'A week more' }, when)
const suspend = (when = at('2026-12-03 12:00')) =>
  act(chair(), 'decisions.suspendSilence', { decision: 'd1', reason: 'A translation is wrong' }, when)
const resume = (expiresAt: string, when = at('2026-12-10 12:00')) =>
  act(chair(), 'decisions.resumeSilence', { decision: 'd1', expiresAt, announcedAs: 'Noon' }, when)
const withdrawn = (when = dayBefore) =>
  act(chair(), 'decisions.withdrawSilence', { decision: 'd1', reason: 'Overtaken' }, when)

describe('a silence is opened', () => {
  test('between meetings, where the rules allow it', () => {
    given(room)
      .when(opens())
      .then({
        type: 'decisions.silenceOpened',
        at: at('10:00'),
        by: 'chair-soc',
        decision: 'd1',
        body: 'soc',
        title: 'Temporary',
        subject,
        offer,
      })
  })
  test('[D-20] in a meeting only, where the rules say so', () => {
    given(room, mustMeet).when(opens()).refused('D-20', { body: 'soc' })
    given(room, mustMeet, proposes())
      .when(opens(inMeeting, at('10:10')))
      .accepted()
  })
  test('[D-21] in a meeting after it was proposed there, unless somebody objects', () => {
    given(room).when(opens(inMeeting)).refused('D-10')
    given(room, puts())
      .when(opens(inMeeting, at('10:10')))
      .refused('D-21')
    given(room, proposes(), objects('BBB'))
      .when(opens(inMeeting, at('10:10')))
      .refused('D-21', {
        objectors: ['BBB'],
      })
    given(room, proposes(), objects('BBB'), withdraws('BBB'))
      .when(opens(inMeeting, at('10:15')))
      .accepted()
    expect(statusAfter([room, proposes(), objects('BBB')], at('10:06'))).toEqual({
      kind: 'silenceProposed',
      objectors: ['BBB'],
      expiresAt: expiry,
    })
  })
  test('[D-22] exactly as it was proposed', () => {
    for (const other of [{ title: 'Other' }, { expiresAt: at('2026-12-08 12:00') }, { timeZone: 'UTC' }])
      given(room, proposes())
        .when(opens({ ...inMeeting, ...other }, at('10:10')))
        .refused('D-22')
  })
  test('[D-23] with an instant ahead, a zone and words', () => {
    given(room)
      .when(opens({ expiresAt: at('09:59') }))
      .refused('D-23')
    given(room)
      .when(opens({ expiresAt: at('10:00') }))
      .refused('D-23')
    given(room)
      .when(opens({ timeZone: 'noon, somewhere' }))
      .refused('D-23')
    given(room)
      .when(opens({ announcedAs: ' ' }))
      .refused('D-23')
  })
  test('[D-24] for at least the hours of the rules, to the millisecond', () => {
    given(room)
      .when(opens({ expiresAt: at('2026-11-26 10:00') }))
      .accepted()
    given(room)
      .when(opens({ expiresAt: at('2026-11-26 09:59:59.999') }))
      .refused('D-24', { minimumHours: 72, opensAt: at('10:00'), expiresAt: at('2026-11-26 09:59:59.999') })
    given(room, rule('silence.minimumHours', 338, at('09:00'), 'soc'))
      .when(opens())
      .accepted()
    given(room, rule('silence.minimumHours', 339, at('09:00'), 'soc'))
      .when(opens())
      .refused('D-24')
    given(room, proposes({ expiresAt: at('2026-11-26 10:00') }))
      .when(opens({ ...inMeeting, expiresAt: at('2026-11-26 10:00') }, at('10:10')))
      .refused('D-24')
  })
  test('[D-1, D-8, D-11] by the chair of the body, on a clean text that is free', () => {
    given(room)
      .when(opens({}, at('10:00'), chair('mc')))
      .refused('D-1')
    given(room)
      .when(opens({ subject: { ...subject, symbol: 'X' } }))
      .refused('D-8')
    given(room, opens())
      .when(opens({ decision: 'd2' }, at('10:10')))
      .refused('D-11', { text: 't1', heldBy: 'd1' })
    given(room, opens())
      .when(puts({ decision: 'd2' }, at('10:10')))
      .refused('D-11')
    given(room, opens(), withdrawn())
      .when(opens({ decision: 'd2', expiresAt: at('2027-01-10 12:00') }, dayBefore))
      .accepted()
  })
})

describe('a silence is broken', () => {
  test('[D-25] by a written objection', () => {
    given(room, opens())
      .when(breaks('DDD', dayBefore))
      .then({
        type: 'decisions.silenceBroken',
        at: dayBefore,
        by: 'ddd',
        decision: 'd1',
        member: 'DDD',
        how: { kind: 'objection' },
        text: 't1',
      })
  })
  test('[D-25] by an amendment, where the rules of its opening say so', () => {
    given(room, opens()).when(amends('BBB', 'Members shall …')).accepted()
    given(room, opens()).when(amends('BBB', '  ')).refused('D-25')
    const objectionOnly = rule('silence.brokenBy', ['objection'])
    given(room, objectionOnly, opens())
      .when(amends('BBB', 'Members shall …'))
      .refused('D-25', {
        sent: 'amendment',
        brokenBy: ['objection'],
      })
    const laterRule = rule('silence.brokenBy', ['objection'], at('2026-12-01 00:00'))
    given(room, laterRule, opens()).when(amends('BBB', 'Members shall …')).accepted()
  })
  test('[D-25] where only substance breaks it, an editorial comment is recorded and the silence runs on', () => {
    const substance = rule('silence.brokenBy', ['objection', 'substantiveAmendment'])
    given(room, substance, opens())
      .when(amends('BBB', 'A comma', true))
      .then({
        type: 'decisions.commentRecorded',
        at: dayBefore,
        by: 'bbb',
        decision: 'd1',
        member: 'BBB',
        wording: 'A comma',
      })
    expect(statusAfter([room, substance, opens(), amends('BBB', 'A comma', true)], expiry).kind).toBe(
      'adopted',
    )
    expect(statusAfter([room, substance, opens(), amends('BBB', 'Members shall')], expiry).kind).toBe(
      'notAdopted',
    )
    expect(statusAfter([room, opens(), amends('BBB', 'A comma', true)], expiry).kind).toBe('notAdopted')
  })
  test('[D-26] before the expiry; at the very instant it is late', () => {
    given(room, opens())
      .when(breaks('BBB', at('2026-12-07 11:59:59.999')))
      .accepted()
    given(room, opens()).when(breaks('BBB', expiry)).refused('D-26', { expiredAt: expiry, at: expiry })
    given(room, opens()).when(suspend(expiry)).refused('D-26')
    given(room, opens(), asks('BBB'))
      .when(extend(at('2026-12-20 12:00'), expiry))
      .refused('D-26')
    given(room, opens()).when(withdrawn(expiry)).refused('D-26')
  })
  test('[D-28] once; what has ended stays ended', () => {
    given(room, opens(), breaks('BBB', dayBefore)).when(breaks('CCC', dayBefore)).refused('D-28', {
      decision: 'd1',
      status: 'broken',
    })
    given(room, opens(), withdrawn()).when(breaks('CCC', dayBefore)).refused('D-28')
    given(room, puts()).when(breaks('CCC', dayBefore)).refused('D-28', { decision: 'd1', stage: 'put' })
  })
  test('[D-12] by a member that sits in the body', () => {
    const narrow = rule('body.composition', ['AAA', 'BBB'], at('09:00'), 'soc')
    given(room, narrow, opens()).when(breaks('DDD', dayBefore)).refused('D-12')
  })
})

describe('the chair moves the clock', () => {
  test('[D-29] she extends at a request that is still open', () => {
    given(room, opens())
      .when(extend(at('2026-12-14 12:00')))
      .refused('D-29', { mayExtend: true, requests: 0 })
    given(room, opens(), asks('DDD'))
      .when(extend(at('2026-12-14 12:00')))
      .accepted()
    given(room, opens(), asks('DDD'), extend(at('2026-12-14 12:00')))
      .when(extend(at('2026-12-21 12:00'), at('2026-12-03 12:00')))
      .refused('D-29')
    given(room, rule('silence.mayExtend', false), opens(), asks('DDD'))
      .when(extend(at('2026-12-14 12:00')))
      .refused('D-29')
    given(room, rule('silence.extendsOnRequest', false), opens())
      .when(extend(at('2026-12-14 12:00')))
      .accepted()
  })
  test('[D-30] only forward', () => {
    given(room, opens(), asks('DDD'))
      .when(extend(expiry))
      .refused('D-30', { expiresAt: expiry, named: expiry })
    given(room, opens(), asks('DDD'))
      .when(extend(at('2026-12-06 12:00')))
      .refused('D-30')
  })
  test('[D-31] suspended, it does not expire; resumed, it leaves at least the time that was left', () => {
    const stopped = [room, opens(), suspend()]
    expect(statusAfter(stopped, at('2027-06-01 00:00'))).toEqual({
      kind: 'silenceSuspended',
      since: at('2026-12-03 12:00'),
      leftMs: 4 * 86_400_000,
    })
    given(...stopped)
      .when(resume(at('2026-12-14 12:00')))
      .accepted()
    given(...stopped)
      .when(resume(at('2026-12-14 11:59:59.999')))
      .refused('D-31')
    given(...stopped)
      .when(suspend(at('2026-12-04 12:00')))
      .refused('D-31')
    given(...stopped, asks('BBB', at('2026-12-04 12:00')))
      .when(extend(at('2026-12-20 12:00'), at('2026-12-04 13:00')))
      .refused('D-31')
    given(room, opens())
      .when(resume(at('2026-12-30 12:00'), dayBefore))
      .refused('D-31')
    given(...stopped)
      .when(breaks('BBB', at('2026-12-20 12:00')))
      .accepted()
    expect(statusAfter([...stopped, resume(at('2026-12-14 12:00'))], at('2026-12-14 12:00')).kind).toBe(
      'adopted',
    )
  })
  test('[D-23] a new expiry is announced in words as well', () => {
    const silent = act(
      chair(),
      'decisions.resumeSilence',
      { decision: 'd1', expiresAt: at('2026-12-14 12:00'), announcedAs: ' ' },
      at('2026-12-10 12:00'),
    )
    given(room, opens(), suspend()).when(silent).refused('D-23')
  })
})

describe('[D-27] how it stands is computed', () => {
  const { course } = decisionIn(given(room).when(opens()).accepted())
  const entries = course.stage === 'silence' ? course.silence.entries : []
  test('[D-27] from the entries and the clock alone', () => {
    expect(silenceStatus(entries, at('09:59')).kind).toBe('notOpened')
    expect(silenceStatus(entries, at('10:00'))).toEqual({ kind: 'running', expiresAt: expiry, extensions: 0 })
    expect(silenceStatus(entries, at('2026-12-07 11:59:59.999')).kind).toBe('running')
    expect(silenceStatus(entries, expiry)).toEqual({ kind: 'kept', at: expiry })
    expect(silenceStatus(entries, at('2036-01-01 00:00'))).toEqual({ kind: 'kept', at: expiry })
  })
  test('[D-27] an entry that came too late changes nothing, even if it stood in the record', () => {
    const late = { kind: 'withdrawn', at: expiry, reason: 'late' } as const
    expect(silenceStatus([...entries, late], expiry)).toEqual({ kind: 'kept', at: expiry })
  })
  test('[D-27] an entry of the future is not looked at', () => {
    const withdrawal = { kind: 'withdrawn', at: dayBefore, reason: 'x' } as const
    expect(silenceStatus([...entries, withdrawal], at('2026-12-01 00:00')).kind).toBe('running')
    expect(silenceStatus([...entries, withdrawal], dayBefore).kind).toBe('withdrawn')
  })
  test('[D-27] an extension counts', () => {
    const facts = [room, opens(), asks('DDD'), extend(at('2026-12-14 12:00'))]
    expect(statusAfter(facts, expiry)).toEqual({
      kind: 'silenceRunning',
      expiresAt: at('2026-12-14 12:00'),
      extensions: 1,
    })
    given(...facts)
      .when(notice(expiry))
      .refused('D-32', { status: 'running' })
  })
})

test('the secretariat does not open a silence', () => {
  given(room)
    .when({ ...opens(), by: secretariat().person, as: secretariat().as })
    .refused('I-2')
})
