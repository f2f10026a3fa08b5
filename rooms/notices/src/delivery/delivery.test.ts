import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contactFor, type Room, secret, sent, title, workOf, world } from '../testing/world.ts'
import { round } from './deliverer.ts'
import { allWaiting, receiptsOn } from './rows.ts'

let room: Room
let made: ReturnType<typeof workOf>
beforeEach(async () => {
  room = await world()
  made = workOf(room)
  await round(made.work)
  await contactFor(room, 'BBB', 'ru')
})
afterEach(() => room.close())

const receipts = () => receiptsOn(room.store, 'notices/AAA:1')
const hook = () =>
  room.say('bbb', 'notices.setHook', { hook: 'BBB:h', member: 'BBB', url: 'https://bbb.example/in' })

describe('a notice that is sent', () => {
  it('is told by mail in the language of the contact, and to the server of the delegation', async () => {
    await hook()
    await room.say('aaa', 'notices.send', sent({ restricted: false }))
    await round(made.work)
    expect(made.letters).toHaveLength(1)
    expect(made.letters[0]).toMatchObject({
      to: 'duty@bbb.example',
      language: 'ru',
      subject: `Incident, отправитель AAA: ${title}`,
      link: { url: 'http://localhost/notices/AAA%3A1', words: 'Открыть' },
    })
    expect(made.letters[0]!.paragraphs[0]).toBe('Подтвердить получение до 2026-11-24 12:00 UTC.')
    expect(JSON.parse(made.posted[0]!.body)).toMatchObject({
      type: 'notices.sent',
      data: { about: 'notices/AAA:1', member: 'BBB', noticeType: 'incident', from: 'AAA', title },
    })
    expect(JSON.stringify([made.letters, made.posted])).not.toContain(secret)
    expect((await receipts()).map(each => [each.channel, each.state, each.attempts.length])).toEqual([
      ['email', 'delivered', 1],
      ['hook', 'delivered', 1],
    ])
  })

  it('if restricted, leaves the house as a line that there is something, and an address', async () => {
    await hook()
    await room.say('aaa', 'notices.send', sent())
    await round(made.work)
    const [letter] = made.letters
    expect(letter).toMatchObject({ subject: 'Уведомление ограниченного доступа в ORG', paragraphs: [] })
    const out = JSON.stringify([made.letters, made.posted])
    for (const word of [secret, title, 'Incident', 'incident', '"AAA"']) expect(out).not.toContain(word)
    expect(JSON.stringify(await room.store.rows('notices.receipts/notices/AAA:1'))).not.toContain(
      'duty@bbb.example',
    )
  })

  it('is told to nobody it did not go to', async () => {
    await contactFor(room, 'CCC')
    await room.say('ccc', 'notices.setHook', { hook: 'CCC:h', member: 'CCC', url: 'https://ccc.example/in' })
    await room.say('aaa', 'notices.send', sent())
    await round(made.work)
    expect(made.letters.map(({ to }) => to)).toEqual(['duty@bbb.example'])
    expect(made.posted).toEqual([])
  })
})

describe('a delivery that fails', () => {
  it('is tried again after longer and longer, each attempt with its receipt, and given up in the end', async () => {
    await room.say('aaa', 'notices.send', sent())
    made.answer(...Array.from({ length: 20 }, () => 'failed' as const))
    let rounds = 0
    for (; rounds < 40 && (await allWaiting(room.store)).length + (rounds === 0 ? 1 : 0) > 0; rounds++) {
      const waitMs = await round(made.work)
      room.wait(waitMs + 1)
    }
    const [receipt] = await receipts()
    expect(receipt).toMatchObject({ state: 'givenUp', next: null })
    expect(receipt!.attempts).toHaveLength(10)
    expect(receipt!.attempts.every(({ outcome }) => outcome === 'failed')).toBe(true)
    expect(new Set(made.letters.map(({ reference }) => reference)).size).toBe(1)
  })

  it('is not tried again when it was refused for good, nor before its time', async () => {
    await room.say('aaa', 'notices.send', sent())
    made.answer('failed', 'refused')
    await round(made.work)
    await round(made.work)
    expect(made.letters).toHaveLength(1)
    room.wait(5_000)
    await round(made.work)
    room.wait(100 * 3_600_000)
    await round(made.work)
    expect(made.letters).toHaveLength(2)
    expect(await receipts()).toMatchObject([
      { state: 'refused', attempts: [{ outcome: 'failed' }, { outcome: 'refused' }] },
    ])
  })

  it('goes on after the server stopped in the middle of it, under the same name', async () => {
    await room.say('aaa', 'notices.send', sent())
    const stopped = { ...made.work, mailer: { send: () => Promise.reject(new Error('the power went')) } }
    await expect(round(stopped)).rejects.toThrow('the power went')
    expect(await receipts()).toMatchObject([{ state: 'waiting', attempts: [] }])
    await round(made.work)
    expect(made.letters).toHaveLength(0)
    room.wait(2 * 60_000)
    await round(made.work)
    expect(made.letters).toHaveLength(1)
    expect(await receipts()).toMatchObject([{ state: 'delivered' }])
  })

  it('is made once by two servers on one record', async () => {
    await room.say('aaa', 'notices.send', sent())
    const other = workOf(room)
    await Promise.all([round(made.work), round(other.work)])
    expect(made.letters.length + other.letters.length).toBe(1)
  })
})

describe('a house without mail, and one that begins to deliver', () => {
  it('says that no mail went, and delivers all else', async () => {
    await hook()
    await room.say('aaa', 'notices.send', sent())
    await round({ ...made.work, mailer: undefined })
    expect((await receipts()).map(each => [each.channel, each.state, each.attempts[0]?.detail])).toEqual([
      ['email', 'refused', 'no mail server is configured'],
      ['hook', 'delivered', 'told to be accepted'],
    ])
  })

  it('tells nothing of what happened before', async () => {
    const late = await world()
    await contactFor(late, 'BBB')
    await late.say('aaa', 'notices.send', sent())
    const first = workOf(late)
    await round(first.work)
    expect(first.letters).toEqual([])
    await late.say('aaa', 'notices.withdraw', { notice: 'AAA:1', reason: 'A drill.' })
    await round(first.work)
    expect(first.letters).toHaveLength(1)
    await late.close()
  })
})
