import { type Act, delegationsNamed } from '@gavel/domain'
import { dayMs, hourMs, later } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { contactOf, pingOf } from './state.ts'
import { contactStatus, pingReply } from './status.ts'
import { a, after, answerTo, at, b, does, given, house, observer, registry, roomOf } from './testing/given.ts'

const nominated = (more: object = {}, actor = a, when = at('09:00')) =>
  does(
    actor,
    'notices.nominateContact',
    {
      contact: 'k1',
      member: actor.as.kind === 'delegate' ? actor.as.member : 'AAA',
      kind: 'technical',
      name: 'Duty officer',
      email: 'duty@aaa.example',
      language: 'ru',
      from: '2026-11-23',
      ...more,
    },
    when,
  )
const verified = does(registry, 'notices.verifyContact', { contact: 'k1' }, at('09:10'))
const called = (when = at('10:00'), ping = 'p1') =>
  does(registry, 'notices.ping', { ping, kinds: ['technical'], replyHours: 4 }, when)
const answers = (when = at('11:00'), more: object = {}, actor = a) =>
  does(actor, 'notices.answerPing', { ping: 'p1', contact: 'k1', member: 'AAA', ...more }, when)
const confirmed = (when: ReturnType<typeof at>) =>
  does(a, 'notices.confirmContact', { contact: 'k1', member: 'AAA' }, when)

const status = (now: ReturnType<typeof at>, ...acts: readonly Act[]) => {
  const room = roomOf(after(...acts))
  return contactStatus(room, contactOf(room, 'k1')!, now)
}

describe('points of contact', () => {
  test('[N-20] are nominated by their own delegation, with a way to reach them', () => {
    given()
      .when(nominated({ email: undefined }))
      .refused('N-20')
    given()
      .when(nominated({ from: '2026-02-30' }))
      .refused('N-20')
    given()
      .when(nominated({ until: '2026-11-22' }))
      .refused('N-20')
    given()
      .when(nominated({ member: 'BBB' }))
      .refused('I-8')
    given()
      .when(nominated({}, observer('OBS')))
      .refused('I-2')
    given(nominated()).when(nominated()).refused('N-2')
  })

  test('[N-21] are verified once', () => {
    given(nominated()).when(verified).then({ type: 'notices.contactVerified', contact: 'k1' })
    given(nominated(), verified).when(verified).refused('N-21')
    given().when(verified).refused('N-1', { contact: 'k1' })
  })

  test('[N-22, N-23] end with their period, their withdrawal, or a successor of the same member and kind', () => {
    const gone = does(a, 'notices.withdrawContact', { contact: 'k1', member: 'AAA' }, at('09:20'))
    given(nominated(), gone).when(verified).refused('N-22')
    given(nominated({ until: '2026-11-23' }))
      .when({ ...verified, at: at('2026-11-24 00:00') })
      .refused('N-22')
    const successor = (more: object = {}, actor = a) =>
      nominated({ contact: 'k2', replaces: 'k1', ...more }, actor, at('09:30'))
    given(nominated())
      .when(successor({ kind: 'diplomatic' }))
      .refused('N-23')
    given(nominated()).when(successor({}, b)).refused('N-23')
    given().when(successor()).refused('N-23')
    expect(status(at('10:00'), nominated(), successor())).toEqual({
      kind: 'replaced',
      since: at('09:30'),
      by: 'k2',
    })
  })

  test('[N-28] are confirmed by their own delegation', () => {
    const other = does(b, 'notices.confirmContact', { contact: 'k1', member: 'BBB' })
    given(nominated()).when(other).refused('N-28', { of: 'AAA' })
  })

  test('[N-24] nominated, verified, active, stale; and active again once confirmed', () => {
    const now = at('10:00')
    expect(status(now, nominated())).toEqual({ kind: 'nominated', since: at('09:00') })
    expect(status(now, nominated({ from: '2026-12-01' }), verified).kind).toBe('verified')
    const staleFrom = later(at('09:10'), 183 * dayMs)
    expect(status(now, nominated(), verified)).toEqual({ kind: 'active', seenAt: at('09:10'), staleFrom })
    expect(status(later(staleFrom, 1), nominated(), verified)).toEqual({
      kind: 'stale',
      since: staleFrom,
      why: 'noSign',
    })
    expect(status(later(staleFrom, 1), nominated(), verified, confirmed(later(staleFrom, -1))).kind).toBe(
      'active',
    )
    const terms = does(registry, 'notices.setContactTerms', { staleDays: 1, source: 'test' }, at('09:15'))
    expect(status(at('2026-11-24 09:11'), nominated(), verified, terms).kind).toBe('stale')
  })
})

describe('test calls', () => {
  test('[N-25] go to verified contacts that are not over, and to one at least', () => {
    given(nominated()).when(called()).refused('N-25')
    given(nominated(), verified)
      .when(called())
      .then({
        type: 'notices.pinged',
        ping: 'p1',
        contacts: ['k1'],
        replyBy: at('14:00'),
      })
    const abroad = does(registry, 'notices.ping', {
      ping: 'p1',
      kinds: ['technical'],
      members: ['BBB'],
      replyHours: 4,
    })
    given(nominated(), verified)
      .when({ ...abroad, at: at('10:00') })
      .refused('N-25')
  })

  test('[N-26] are answered once, by the delegation called; late counts and says after how long', () => {
    const world = given(nominated(), verified, called())
    world.when(answers(at('11:00'), { member: 'BBB' }, b)).refused('N-28')
    given(nominated(), verified, called(), answers())
      .when(answers(at('11:30')))
      .refused('N-26')
    const reply = (now: ReturnType<typeof at>, ...acts: readonly Act[]) =>
      pingReply(pingOf(roomOf(after(nominated(), verified, called(), ...acts)), 'p1')!, 'k1', now)
    expect(reply(at('12:00'))).toEqual({ kind: 'awaited', replyBy: at('14:00') })
    expect(reply(at('14:00'), answers(at('14:00')))).toMatchObject({
      kind: 'acknowledged',
      afterMs: 4 * hourMs,
    })
    expect(reply(at('15:00'), answers(at('14:30')))).toMatchObject({ kind: 'late', afterMs: 4.5 * hourMs })
    expect(reply(at('15:00'))).toEqual({ kind: 'noReply', since: at('14:00') })
    const heard = { received: { at: at('10:20'), how: 'telephone' } }
    expect(reply(at('15:00'), answers(at('12:00'), heard, registry))).toMatchObject({ afterMs: 20 * 60_000 })
  })

  test('[N-27] that nobody answers make stale, until the contact answers or is confirmed', () => {
    const acts = [nominated(), verified, called()] as const
    expect(status(at('14:00'), ...acts).kind).toBe('active')
    expect(status(at('14:01'), ...acts)).toEqual({ kind: 'stale', since: at('14:00'), why: 'noReply' })
    expect(status(at('16:00'), ...acts, answers(at('15:00'))).kind).toBe('active')
    expect(status(at('16:00'), ...acts, confirmed(at('15:00'))).kind).toBe('active')
    expect(status(at('16:00'), ...acts, confirmed(at('13:00'))).kind).toBe('stale')
  })

  test('[N-29] and the directory are read by delegations and the secretariat', () => {
    const state = after(nominated(), verified, called())
    for (const act of [nominated(), verified, called()])
      expect(house.audienceOf(act, state)).toEqual(
        delegationsNamed(['AAA', 'BBB', 'CCC', 'DDD'] as never, true),
      )
  })
})

describe('servers of a delegation', () => {
  const hook = (number: number, url = 'https://aaa.example/in') =>
    does(a, 'notices.setHook', { hook: `AAA:h${number}`, member: 'AAA', url }, at('09:00'))

  test('[N-30] are its own, five at most, at addresses without a password', () => {
    given(...[1, 2, 3, 4, 5].map(n => hook(n)))
      .when(hook(6))
      .refused('N-30', { hooks: 5, most: 5 })
    given().when(hook(1, 'https://user:secret@aaa.example/in')).refused('N-30')
    given()
      .when(does(b, 'notices.setHook', { hook: 'AAA:h1', member: 'BBB', url: 'https://b.example' }))
      .refused('N-2')
    const removed = (actor = a) =>
      does(actor, 'notices.removeHook', {
        hook: 'AAA:h1',
        member: actor.as.kind === 'delegate' ? actor.as.member : '',
      })
    given(hook(1)).when(removed(b)).refused('N-1')
    expect(answerTo(after(hook(1)), removed()).kind).toBe('accepted')
    expect(house.audienceOf(hook(1), after(hook(1)))).toEqual({ kind: 'delegation', member: 'AAA' })
  })
})
