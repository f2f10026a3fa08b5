import { delegationsNamed } from '@gavel/domain'
import { get, hourMs, type MemberId } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { owed, sending, silentSince, statusOf } from './status.ts'
import {
  a,
  after,
  answerTo,
  at,
  b,
  c,
  d,
  defined,
  does,
  exercise,
  given,
  house,
  incident,
  observer,
  registry,
  roomOf,
  sent,
  values,
} from './testing/given.ts'

const notice = 'AAA:1'
const acknowledged = (actor = b, more: object = {}, when = at('10:00')) =>
  does(
    actor,
    'notices.acknowledge',
    { notice, member: actor.as.kind === 'delegate' ? actor.as.member : 'BBB', ...more },
    when,
  )
const answered = (actor = b, when = at('11:00')) =>
  does(actor, 'notices.answer', { notice, member: 'BBB', words: 'We look into it.' }, when)
const corrected = (actor = a, more: object = {}) =>
  does(
    actor,
    'notices.correct',
    { notice, kind: 'supplement', values: { affected: 40 }, note: 'More is known.', ...more },
    at('10:30'),
  )
const withdrawn = (actor = a) => does(actor, 'notices.withdraw', { notice, reason: 'A drill.' }, at('12:00'))
const closed = (actor = a) => does(actor, 'notices.close', { notice }, at('12:00'))

describe('types of notice', () => {
  const define = (change: object) => does(registry, 'notices.defineType', { ...incident, ...change } as never)
  const field = (more: object) => ({ field: 'x', name: { en: 'X' }, kind: 'text', required: false, ...more })

  test('[N-3] a type is well made', () => {
    const faulty: readonly (readonly [object, string])[] = [
      [{ fields: [...incident.fields, field({ field: 'what' })] }, 'named twice: what'],
      [
        { fields: [...incident.fields, field({ kind: 'choice' })] },
        'choices are for a choice, and a choice has some: x',
      ],
      [{ fields: [...incident.fields, field({ unit: 'km' })] }, 'only a number has a unit: x'],
      [{ timing: { kind: 'after', field: 'what', hours: 1 } }, 'no date or instant: what'],
      [{ timing: { kind: 'yearly', day: '02-30' } }, 'no such day: 02-30'],
      [{ to: 'agreement' }, 'it goes to those bound by an agreement, and has none'],
      [{ name: { en: 'Inci\u202edent' } }, 'a name that hides something'],
      [
        { agreements: [{ ...exercise.agreements[0]!, timing: { kind: 'none' } }] },
        'a threshold on no number: personnel',
      ],
    ]
    for (const [change, fault] of faulty) given().when(define(change)).refused('N-3', { fault })
    given(define({}))
      .when(define({}))
      .then({ type: 'notices.typeDefined', ...incident, edition: 2 })
  })

  test('[N-4] a notice is of a type that is in use', () => {
    given().when(sent()).refused('N-4', { known: false })
    const retired = does(
      registry,
      'notices.retireType',
      { noticeType: 'incident', reason: 'Replaced.' },
      at('08:40'),
    )
    given(...defined, retired)
      .when(sent())
      .refused('N-4', { known: true, retired: at('08:40') })
    given(...defined, retired)
      .when(retired)
      .refused('N-4')
    given(...defined, retired, does(registry, 'notices.defineType', incident, at('08:50')))
      .when(sent())
      .then(sentEvent(2))
  })
})

const sentEvent = (edition = 1) => ({
  type: 'notices.sent',
  notice,
  noticeType: 'incident',
  title: 'Cable',
  values,
  edition,
  agreement: null,
  from: 'AAA',
  to: ['BBB', 'CCC'],
  restricted: true,
  secretariat: true,
  receipts: 'sender',
  answers: 'sender',
  due: at('2026-11-24 06:00'),
  acknowledgeBy: at('2026-11-24 09:00'),
  answerBy: at('2026-11-26 09:00'),
})

describe('sending a notice', () => {
  const world = given(...defined)

  test('[N-8, N-14] it carries whom it goes to, whether it is restricted and what is due when', () =>
    world.when(sent()).then(sentEvent()))

  test('[N-2] its id is its own, and its delegation’s', () => {
    given(...defined, sent())
      .when(sent({}, at('09:30')))
      .refused('N-2', { notice })
    world.when(sent({ notice: 'CCC:1' })).refused('N-2', { begins: 'AAA:' })
  })

  test('[N-6] its values fit the fields', () => {
    const faulty: readonly (readonly [object, object])[] = [
      [{ what: undefined }, { field: 'what', fault: 'missing' }],
      [{ extra: 'x' }, { field: 'extra', fault: 'unknown' }],
      [{ affected: 'many' }, { field: 'affected', fault: 'not a number' }],
      [{ when: '2026-11-23' }, { field: 'when', fault: 'not a instant' }],
      [{ day: '2026-02-30' }, { field: 'day', fault: 'not a date' }],
      [{ kind: 'flood' }, { field: 'kind', fault: 'not a choice' }],
      [{ with: 'XXX' }, { field: 'with', fault: 'not a member' }],
      [{ where: 'here' }, { field: 'where', fault: 'not a place' }],
      [{ where: { name: '\u202e' } }, { field: 'where', fault: 'not a place' }],
      [{ what: 'a\u0000b' }, { field: 'what', fault: 'not a text' }],
    ]
    for (const [change, facts] of faulty) {
      const next = Object.fromEntries(
        Object.entries({ ...values, ...change }).filter(([, value]) => value !== undefined),
      )
      world.when(sent({ values: next })).refused('N-6', facts)
    }
  })

  test('[N-7] it goes to active members other than its sender, each once', () => {
    for (const to of [['AAA'], ['BBB', 'BBB'], ['XXX'], undefined]) world.when(sent({ to })).refused('N-7')
    const all = does(
      registry,
      'notices.defineType',
      { ...incident, noticeType: 'all', to: 'all' },
      at('08:30'),
    )
    const toAll = { notice: 'AAA:2', noticeType: 'all', to: undefined }
    const state = after(all, sent(toAll))
    expect(get(roomOf(state).notices, 'AAA:2')?.to).toEqual(['BBB', 'CCC', 'DDD'])
    given(all)
      .when(sent({ ...toAll, to: ['BBB'] }))
      .refused('N-7')
  })

  test('[N-8] it is restricted as its type says', () => {
    const type = (restricted: 'never' | 'always') =>
      does(registry, 'notices.defineType', { ...incident, restricted }, at('08:30'))
    given(type('never'))
      .when(sent({ restricted: true }))
      .refused('N-8')
    given(type('always'))
      .when(sent({ restricted: false }))
      .refused('N-8')
    given(type('never'))
      .when(sent())
      .then({ ...sentEvent(), restricted: false })
    given(type('always')).when(sent()).then(sentEvent())
    world.when(sent({ restricted: false })).then({ ...sentEvent(), restricted: false })
  })

  test('[N-1, N-9] one that follows another names one its sender reads, and goes to nobody who does not know it', () => {
    const follows = (actor: typeof a, to: readonly string[], about = notice) =>
      does(
        actor,
        'notices.send',
        {
          notice: `${actor.as.kind === 'delegate' ? actor.as.member : ''}:2`,
          noticeType: 'incident',
          title: 'Why?',
          to,
          values,
          about,
        },
        at('10:00'),
      )
    const known = given(...defined, sent())
    known.when(follows(d, ['AAA'])).refused('N-1', { notice })
    known.when(follows(b, ['AAA', 'DDD'])).refused('N-9', { stranger: 'DDD' })
    expect(answerTo(known.state, follows(b, ['AAA', 'CCC'])).kind).toBe('accepted')
  })

  test('[N-5, N-7] under an agreement it binds, it goes to the others bound by it', () => {
    const announce = (
      actor: typeof a,
      agreement: string | undefined,
      personnel = 9_000,
      when = at('09:00'),
    ) =>
      does(
        actor,
        'notices.send',
        {
          notice: `${actor.as.kind === 'delegate' ? actor.as.member : ''}:9`,
          noticeType: 'exercise',
          ...(agreement === undefined ? {} : { agreement }),
          title: 'Autumn',
          values: { begins: '2026-12-24', personnel },
        } as never,
        when,
      )
    world.when(announce(d, 'vd')).refused('N-5', { known: true })
    world.when(announce(a, 'none')).refused('N-5', { known: false })
    world.when(announce(a, undefined)).refused('N-5')
    const due = (personnel: number, when = at('09:00')) => {
      const found = get(roomOf(after(...defined, announce(a, 'vd', personnel, when))).notices, 'AAA:9')!
      expect(found.to).toEqual(['BBB', 'CCC'])
      return [found.due, sending(found, when)] as const
    }
    // [N-14] 42 days before the first instant of the day it begins; below the threshold nothing is due.
    expect(due(8_999)).toEqual([null, { kind: 'untimed', at: at('09:00') }])
    const [by, late] = due(9_000)
    expect(by).toBe(at('2026-11-12 00:00'))
    expect(late).toMatchObject({ kind: 'late', lateMs: (11 * 24 + 9) * hourMs })
  })

  test('[N-14, M-64] late is marked with by how much, and never refused', () => {
    const state = after(...defined, sent({}, at('2026-11-24 08:00')))
    expect(sending(get(roomOf(state).notices, notice)!, at('2026-11-30 08:00'))).toMatchObject({
      kind: 'late',
      lateMs: 2 * hourMs,
    })
  })
})

describe('changing a notice', () => {
  const world = given(...defined, sent())

  test('[N-10] is its sender’s alone', () => {
    for (const act of [corrected(b), withdrawn(c), closed(b)]) world.when(act).refused('N-10', { notice })
  })

  test('[N-6, N-14] a correction fits the fields, changes what is said and moves no deadline', () => {
    world.when(corrected(a, { values: { affected: 'many' } })).refused('N-6')
    const found = get(roomOf(after(...defined, sent(), corrected())).notices, notice)!
    expect(found.values).toEqual({ ...values, affected: 40 })
    expect(found.corrections).toHaveLength(1)
    const { due, acknowledgeBy, answerBy } = sentEvent()
    expect(found).toMatchObject({ due, acknowledgeBy, answerBy })
  })

  test('[N-13] ends with its withdrawal, and but for receipts with its closing', () => {
    const gone = given(...defined, sent(), withdrawn())
    for (const act of [corrected(), withdrawn(), closed(), acknowledged(), answered()])
      gone.when(act).refused('N-13')
    const done = given(...defined, sent(), closed())
    for (const act of [corrected(), withdrawn(), closed()]) done.when(act).refused('N-13')
    for (const act of [acknowledged(b, {}, at('13:00')), answered(b, at('13:00'))])
      expect(answerTo(done.state, act).kind).toBe('accepted')
    expect(statusOf(get(roomOf(gone.state).notices, notice)!)).toBe('withdrawn')
  })
})

describe('receiving a notice', () => {
  const world = given(...defined, sent())

  test('[N-11] those it went to acknowledge and answer; who answers has acknowledged', () => {
    world
      .when(acknowledged())
      .then({ type: 'notices.acknowledged', notice, member: 'BBB', givenAt: at('10:00') })
    world.when(acknowledged(a)).refused('N-11')
    const found = get(roomOf(after(...defined, sent(), answered())).notices, notice)!
    expect(get(found.acknowledged, 'BBB')).toMatchObject({ at: at('11:00'), byAnswer: true })
  })

  test('[N-1] for everybody else it is not there, in the same words as one that never was', () => {
    for (const stranger of [d, observer('OBS')]) {
      const hidden = acknowledged(stranger)
      const absent = { ...hidden, body: { ...hidden.body, notice: 'AAA:0' } } as unknown as typeof hidden
      const [one, other] = [hidden, absent].map(act => JSON.stringify(answerTo(world.state, act)))
      expect(one?.replaceAll(notice, 'X')).toBe(other?.replaceAll('AAA:0', 'X'))
    }
    world.when(acknowledged(d)).refused('N-1', { notice })
  })

  test('[N-12] once for each delegation', () => {
    given(...defined, sent(), acknowledged())
      .when(acknowledged(b, {}, at('10:30')))
      .refused('N-12')
    given(...defined, sent(), answered())
      .when(acknowledged(b, {}, at('11:30')))
      .refused('N-12')
  })

  test('[N-15] the secretariat records what came by telephone, and how and when; nobody else says so', () => {
    const told = (more: string) => ({ received: { at: more, how: 'telephone' } })
    world.when(acknowledged(registry)).refused('N-15')
    world.when(acknowledged(b, told(at('09:30')))).refused('N-15')
    world.when(acknowledged(registry, told(at('08:59')))).refused('N-15')
    world.when(acknowledged(registry, told(at('10:01')))).refused('N-15')
    const call = told(at('09:30'))
    world.when(acknowledged(registry, call)).then({
      type: 'notices.acknowledged',
      notice,
      member: 'BBB',
      givenAt: at('09:30'),
      ...call,
    })
  })

  test('[N-16, M-65] who has not is told as silent, and since when', () => {
    const found = get(roomOf(after(...defined, sent(), acknowledged())).notices, notice)!
    const ask = (member: string, now: ReturnType<typeof at>) =>
      owed(found, member as MemberId, now).acknowledgement
    expect(ask('BBB', at('2026-12-01 09:00'))).toMatchObject({ kind: 'inTime', at: at('10:00') })
    expect(ask('CCC', at('12:00'))).toMatchObject({ kind: 'awaited' })
    expect(ask('CCC', at('2026-11-24 10:00'))).toMatchObject({
      kind: 'silent',
      since: at('2026-11-24 09:00'),
    })
    expect([silentSince(found, 'BBB' as MemberId), silentSince(found, 'CCC' as MemberId)]).toEqual([
      null,
      at('09:00'),
    ])
    const gone = get(roomOf(after(...defined, sent(), withdrawn())).notices, notice)!
    expect(owed(gone, 'CCC' as MemberId, at('2026-12-24 09:00')).acknowledgement.kind).toBe('awaited')
  })
})

describe('who reads what', () => {
  test('[N-17] the notice its parties; receipts and answers the sender, or all, as the type says', () => {
    const state = after(...defined, sent(), answered())
    const audience = (act: Parameters<typeof house.audienceOf>[0]) => house.audienceOf(act, state)
    const named = (...codes: readonly string[]) => delegationsNamed(codes as never, true)
    expect(audience(sent())).toEqual(named('AAA', 'BBB', 'CCC'))
    expect(audience(answered())).toEqual(named('AAA', 'BBB'))
    const open = does(
      registry,
      'notices.defineType',
      { ...incident, answers: 'all', secretariat: false },
      at('08:45'),
    )
    const other = after(...defined, open, sent(), answered())
    expect(house.audienceOf(answered(), other)).toEqual(
      delegationsNamed(['AAA', 'BBB', 'CCC'] as never, false),
    )
    expect(house.audienceOf(acknowledged(), other)).toEqual(delegationsNamed(['AAA', 'BBB'] as never, false))
  })
})
