import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOf, loadCompiler } from '../../../../packages/api/src/http/validation.ts'
import { round } from '../delivery/deliverer.ts'
import { contactFor, delegate, type Room, secret, sent, title, workOf, world } from '../testing/world.ts'
import { views } from './shapes.ts'

let room: Room
beforeAll(async () => {
  await loadCompiler()
  room = await world()
  const { work } = workOf(room)
  await round(work)
  for (const member of ['AAA', 'BBB', 'CCC']) await contactFor(room, member)
  await room.say('aaa', 'notices.setHook', { hook: 'AAA:h', member: 'AAA', url: 'https://aaa.example/in' })
  await room.say('aaa', 'notices.send', sent())
  await room.say('aaa', 'notices.correct', {
    notice: 'AAA:1',
    kind: 'supplement',
    values: { affected: 3 },
    note: 'Three.',
  })
  await room.say('sec', 'notices.ping', { ping: 'p1', kinds: ['technical'], replyHours: 2 })
  room.wait(60_000)
  await room.say('bbb', 'notices.answerPing', { ping: 'p1', contact: 'k-bbb', member: 'BBB' })
  await room.say('bbb', 'notices.answer', { notice: 'AAA:1', member: 'BBB', words: 'We look into it.' })
  await round(work)
})
afterAll(() => room.close())

const json = async (person: string | null, url: string) => (await room.get(person, url)).json()

describe('what is read in the room', () => {
  it.each<[keyof typeof views, string, string | null]>([
    ['noticeTypes', '/api/notices/types', 'ccc'],
    ['noticesInbox', '/api/notices/inbox', 'bbb'],
    ['noticesSent', '/api/notices/sent?member=AAA', 'aaa'],
    ['notices', '/api/notices', 'sec'],
    ['notice', '/api/notices/AAA:1', 'aaa'],
    ['notice', '/api/notices/AAA:1', 'bbb'],
    ['notice', '/api/notices/AAA:1', 'sec'],
    ['noticeDeliveries', '/api/notices/AAA:1/deliveries', 'aaa'],
    ['noticeContacts', '/api/notices/contacts', 'ccc'],
    ['noticePings', '/api/notices/pings', 'ccc'],
    ['noticePing', '/api/notices/pings/p1', 'sec'],
    ['noticeHooks', '/api/notices/hooks', 'aaa'],
    ['noticeHookKey', '/api/notices/hook-key', null],
  ])('%s has the shape the document gives it (%s as %s)', async (view, url, person) => {
    const answer = await room.get(person, url)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(checkOf(views[view] as never)(answer.json())).toEqual([])
  })

  it('has its clocks, and says what is owed', async () => {
    const { notices } = await json('bbb', '/api/notices/inbox')
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({
      id: 'AAA:1',
      from: 'AAA',
      corrections: 1,
      sending: { kind: 'inTime' },
      mine: { acknowledgement: { kind: 'inTime' }, answer: { kind: 'inTime' } },
    })
    expect(await json('aaa', '/api/notices/inbox')).toMatchObject({ notices: [] })
  })

  it('tells the sender and the secretariat how it was delivered, and each addressee of its own', async () => {
    for (const person of ['aaa', 'sec', 'bbb']) {
      const { deliveries } = await json(person, '/api/notices/AAA:1/deliveries')
      const told = deliveries.map((each: { what: string; member: string; channel: string; state: string }) =>
        [each.what, each.member, each.channel, each.state].join(' '),
      )
      const own = ['sent BBB email delivered', 'corrected BBB email delivered']
      expect(told).toEqual(
        person === 'bbb' ? own : [...own, 'answered AAA email delivered', 'answered AAA hook delivered'],
      )
    }
  })

  it('tells after how long a test call was answered, and who has not', async () => {
    expect(await json('ccc', '/api/notices/pings')).toMatchObject({
      pings: [{ called: 3, acknowledged: 1, awaited: 2, noReply: 0, medianMs: 60_000 }],
    })
    room.wait(2 * 3_600_000)
    const { replies } = await json('ccc', '/api/notices/pings/p1')
    expect(
      replies.map((each: { member: string; reply: { kind: string } }) => [each.member, each.reply.kind]),
    ).toEqual([
      ['AAA', 'noReply'],
      ['BBB', 'acknowledged'],
      ['CCC', 'noReply'],
    ])
    const { contacts } = await json('ccc', '/api/notices/contacts')
    expect(contacts.map((each: { status: { kind: string } }) => each.status.kind)).toEqual([
      'stale',
      'active',
      'stale',
    ])
  })

  it('is a calendar file of what is still owed, without a word of a restricted notice', async () => {
    await room.say('aaa', 'notices.send', sent({ notice: 'AAA:2' }))
    const { body, statusCode, headers } = await room.get('bbb', '/api/notices/AAA:2/deadlines.ics')
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(body).toContain('SUMMARY:Acknowledge: Incident')
    expect(body).not.toContain('Cable')
  })
})

describe('a delegation to which a notice was not sent', () => {
  const strangers = ['ccc', 'chair', null]

  it.each(['', '/deliveries', '/deadlines.ics'])('is answered at %s as if there were none', async end => {
    for (const person of strangers) {
      const there = await room.get(person, `/api/notices/AAA:1${end}`)
      const absent = await room.get(person, `/api/notices/AAA:0${end}`)
      expect([there.statusCode, there.body]).toEqual([404, absent.body])
    }
  })

  it('learns nothing by any list, entry, proof, slice, feed or act', async () => {
    const addresses = [
      '/api/notices',
      '/api/notices/inbox',
      '/api/notices/sent',
      '/api/notices/types',
      '/api/notices/contacts',
      '/api/notices/pings',
      '/api/notices/pings/p1',
      '/api/sync',
      '/api/sync/own',
      '/api/organisation',
      '/api/register',
      '/feeds/public.atom',
      '/feeds/calendar.ics',
      ...Array.from({ length: room.keeper.head().size }, (_, at) => [
        `/api/entries/${at}`,
        `/api/proof/${at}`,
      ]).flat(),
    ]
    const hints = [secret, title, 'AAA:1', 'notices.sent', 'We look into it']
    for (const person of strangers)
      for (const url of addresses) {
        const { body } = await room.get(person, url)
        expect(
          hints.filter(hint => body.includes(hint)),
          `${person} at ${url}`,
        ).toEqual([])
      }
  })

  it('is refused alike for what is closed to it and for what is not there', async () => {
    const acts = (notice: string): readonly [string, object][] => [
      ['notices.acknowledge', { notice, member: 'CCC' }],
      ['notices.answer', { notice, member: 'CCC', words: 'What?' }],
      ['notices.correct', { notice, kind: 'correction', values: {}, note: 'No.' }],
      ['notices.withdraw', { notice, reason: 'No.' }],
      ['notices.close', { notice }],
      ['notices.send', sent({ notice: 'CCC:1', to: ['BBB'], about: notice })],
    ]
    const answers = async (notice: string) =>
      Promise.all(
        acts(notice).map(async ([type, body]) => {
          const answer = await room.act('ccc', delegate('CCC'), type, body)
          return [type, answer.statusCode, answer.body]
        }),
      )
    const hidden = await answers('AAA:1')
    expect(hidden).toEqual(await answers('AAA:0'))
    expect(hidden.map(([, status]) => status)).toEqual([404, 404, 404, 404, 404, 404])
    const taken = await room.act('ccc', delegate('CCC'), 'notices.send', sent({ to: ['BBB'] }))
    expect(taken.json()).toMatchObject({ rule: 'N-2', facts: { notice: 'AAA:1', begins: 'CCC:' } })
  })

  it('finds the directory, and an observer or a passer-by does not', async () => {
    expect((await room.get('ccc', '/api/notices/contacts')).statusCode).toBe(200)
    for (const url of ['contacts', 'pings', 'types', 'hooks', 'inbox'])
      expect((await room.get(null, `/api/notices/${url}`)).statusCode, url).toBe(404)
    expect((await room.get('ccc', '/api/notices/hooks?member=AAA')).statusCode).toBe(404)
    expect((await room.get('ccc', '/api/notices/inbox?member=BBB')).statusCode).toBe(404)
  })
})
