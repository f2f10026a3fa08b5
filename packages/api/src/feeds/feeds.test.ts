import { createHash } from 'node:crypto'
import { views } from '@gavel/contract'
import { memoryStore } from '@gavel/store'
import ICAL from 'ical.js'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { childOf, childrenOf, readXml } from '../../../documents/src/xml/tree.ts'
import { checkOf, loadCompiler } from '../http/validation.ts'
import { chair, introduceTexts, newWorld, secretariat, type World } from '../testing/world.ts'

const hours = (at: string, n: number): string => new Date(Date.parse(at) + n * 3_600_000).toISOString()

let world: World
const say = async (...act: Parameters<World['act']>) => {
  const answer = await world.act(...act)
  if (answer.statusCode !== 201) throw new Error(`${act[2]}: ${answer.body}`)
}
beforeAll(() => loadCompiler())
beforeEach(async () => {
  world = await newWorld(memoryStore())
  await introduceTexts(world)
  const now = world.keeper.now()
  const agenda = [{ number: '1', title: 'Item' }]
  const meeting = { body: 'soc', place: 'Hall; one, two', timeZone: 'Asia/Almaty', agenda }
  await say('sec', secretariat, 'meetings.convene', {
    ...meeting,
    meeting: 'm',
    title: 'Первая встреча',
    opensAt: hours(now, 48),
  })
  const subject = { kind: 'wording', wording: 'We meet again.' }
  const silence = { subject, expiresAt: hours(now, 240), timeZone: 'UTC', announcedAs: 'in ten days' }
  await say('chair', chair, 'decisions.openSilence', {
    ...silence,
    decision: 'd',
    body: 'soc',
    title: 'By silence',
  })
})
afterEach(() => world.close())

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map(each => new ICAL.Event(each))

const calendarAt = async (url: string, person: string | null = null) => {
  const answer = await world.get(person, url)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  return eventsIn(answer.body)
}

describe('the public calendar', () => {
  it('has meetings and the ends of silences, in UTC, under names that stay', async () => {
    const events = await calendarAt('/feeds/calendar.ics')
    const meeting = events.find(({ uid }) => uid.startsWith('meeting-m@'))
    expect([meeting?.uid, meeting?.summary, meeting?.location]).toEqual([
      'meeting-m@test.example.record',
      'Первая встреча',
      'Hall; one, two',
    ])
    expect(meeting?.startDate.toString()).toBe('2026-11-25T12:00:00Z')
    const silence = events.find(({ uid }) => uid.startsWith('silence-d-1@'))
    expect(silence?.summary).toBe('Silence ends: By silence')
    expect(silence?.component.getFirstSubcomponent('valarm')).not.toBeNull()
    const russian = await calendarAt('/feeds/calendar.ics?language=ru')
    expect(russian.map(({ summary }) => summary)).toContain('Истекает процедура молчания: By silence')
  })

  it('tells of a meeting that is called off under the same name, one sequence further', async () => {
    const [before] = (await calendarAt('/feeds/calendar.ics')).filter(({ uid }) =>
      uid.startsWith('meeting-m@'),
    )
    world.wait(60_000)
    await say('sec', secretariat, 'meetings.callOff', { meeting: 'm', reason: 'No hall.' })
    const [after] = (await calendarAt('/feeds/calendar.ics')).filter(({ uid }) =>
      uid.startsWith('meeting-m@'),
    )
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(Number(after?.sequence)).toBe(Number(before?.sequence) + 1)
    expect(String(after?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T12:01:00Z')
  })

  it('is sent again only when it has changed', async () => {
    const first = await world.get(null, '/feeds/calendar.ics')
    const again = await world.app.inject({
      url: '/feeds/calendar.ics',
      headers: { 'if-none-match': String(first.headers['etag']) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('the deadline of one silence', () => {
  it('is a file of one event, cancelled once it is broken; of no silence there is none', async () => {
    const [event] = await calendarAt('/api/decisions/d/silence.ics')
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    await say('aaa', { kind: 'delegate', member: 'AAA' } as never, 'decisions.breakSilence', {
      decision: 'd',
      member: 'AAA',
      by: { kind: 'objection', reason: 'No.' },
    })
    const [broken] = await calendarAt('/api/decisions/d/silence.ics')
    expect([broken?.uid, broken?.component.getFirstPropertyValue('status')]).toEqual([
      event?.uid,
      'CANCELLED',
    ])
    expect((await world.get(null, '/api/decisions/none/silence.ics')).statusCode).toBe(404)
  })
})

describe('a personal calendar', () => {
  const make = async (person: string) => {
    const answer = await world.ask(person, 'POST', '/api/calendars')
    expect(checkOf(views.makeCalendar)(answer.json())).toEqual([])
    return answer.json() as { readonly id: string; readonly url: string }
  }
  const path = (url: string): string => new URL(url).pathname

  it('is read at its secret address without a sign-in; of what is not public it tells the time alone', async () => {
    const inner = { text: 'inner', title: 'Hush title', body: 'soc', audience: { kind: 'members' } }
    await say('sec', secretariat, 'texts.introduce', { ...inner, language: 'en', kind: 'draft' })
    const content = [{ kind: 'words', text: 'Members rest.' }]
    const paragraphs = [{ id: 'q1', number: '1', level: 0, kind: 'operative', content }]
    await say('sec', secretariat, 'texts.lay', { text: 'inner', paragraphs })
    await say('sec', secretariat, 'texts.open', { text: 'inner' })
    const words = Buffer.from('1. Members rest.')
    const document = createHash('sha256').update(words).digest('hex')
    const put = await world.app.inject({
      method: 'PUT',
      url: `/api/documents/${document}`,
      headers: { authorization: `Bearer ${world.tokens['sec']}`, 'content-type': 'text/plain' },
      payload: words,
    })
    expect(put.statusCode).toBe(201)
    await say('sec', secretariat, 'texts.issueVersion', { text: 'inner', document })
    const { symbol } = (await world.get('aaa', '/api/texts/inner')).json().versions.at(-1)
    const subject = { kind: 'text', text: 'inner', symbol, document }
    const expiresAt = hours(world.keeper.now(), 300)
    const silence = { subject, expiresAt, timeZone: 'UTC', announcedAs: 'in time' }
    await say('chair', chair, 'decisions.openSilence', {
      ...silence,
      decision: 'hush',
      body: 'soc',
      title: 'Hush hush',
    })
    const { url } = await make('aaa')
    const raw = (await world.get(null, path(url))).body
    expect(raw).not.toMatch(/hush|inner/i)
    const events = await calendarAt(path(url))
    expect(events.find(({ uid }) => uid.startsWith('meeting-m@'))?.summary).toBe('Первая встреча')
    const restricted = events.find(({ summary }) => summary === 'Restricted')
    expect(restricted?.startDate.toString()).toBe(expiresAt.replace('.000Z', 'Z'))
    expect(restricted?.component.getFirstPropertyValue('class')).toBe('PRIVATE')
    expect((await calendarAt('/feeds/calendar.ics')).map(({ summary }) => summary)).not.toContain(
      'Restricted',
    )
    expect((await world.get(null, '/feeds/public.atom')).body).not.toMatch(/hush/i)
    expect((await world.get(null, '/api/decisions/hush/silence.ics')).statusCode).toBe(404)
  })

  it('opens nothing once it is revoked, to somebody without rights, or under a token that was never given', async () => {
    const { id, url } = await make('bbb')
    expect((await world.get(null, path(url))).statusCode).toBe(200)
    const listed = (await world.get('bbb', '/api/calendars')).json()
    expect(checkOf(views.calendars)(listed)).toEqual([])
    expect(listed.calendars.map((row: { id: string }) => row.id)).toEqual([id])
    expect(JSON.stringify(listed)).not.toContain(url.split('_').at(-1))
    expect((await world.ask('aaa', 'DELETE', `/api/calendars/${id}`)).statusCode).toBe(404)
    expect((await world.ask('bbb', 'DELETE', `/api/calendars/${id}`)).statusCode).toBe(204)
    const gone = await world.get(null, path(url))
    const never = await world.get(null, `/feeds/calendar/gvf_0000000000000000_${'A'.repeat(43)}.ics`)
    expect([gone.statusCode, gone.body]).toEqual([404, never.body])
    const other = await make('ccc')
    await say('ccc', { kind: 'delegate', member: 'CCC' } as never, 'institution.revokeCredential', {
      credential: 'c-ccc',
      reason: 'recalled',
    })
    expect((await world.get(null, path(other.url))).statusCode).toBe(404)
    expect((await world.ask(null, 'POST', '/api/calendars')).statusCode).toBe(401)
  })

  it('can be made ten times and no more', async () => {
    for (let time = 0; time < 10; time++) await make('aaa')
    expect((await world.ask('aaa', 'POST', '/api/calendars')).statusCode).toBe(422)
  })
})

describe('the public feed', () => {
  it('tells what happened in public, newest first, and nothing else', async () => {
    const answer = await world.get('aaa', '/feeds/public.atom')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ])
    expect(answer.body).not.toMatch(/Hush|secret/)
    const feed = readXml(answer.rawPayload, 'feed')
    const words = (element: ReturnType<typeof childOf>, name: string) =>
      childOf(element, `{http://www.w3.org/2005/Atom}:${name}`)?.children.join('')
    const entries = childrenOf(feed, '{http://www.w3.org/2005/Atom}:entry')
    expect(entries.map(entry => [words(entry, 'id'), words(entry, 'title')])).toEqual([
      ['tag:test.example.record,2026:decisions/d/silence/1/opened', 'Silence opened: By silence'],
      ['tag:test.example.record,2026:meetings/m/convened', 'Meeting convened: Первая встреча'],
      ['tag:test.example.record,2026:texts/open/opened', 'Text opened: Plain title'],
    ])
    for (const entry of entries) expect(words(entry, 'updated')).toBe('2026-11-23T12:00:00.000Z')
    expect(words(feed, 'updated')).toBe('2026-11-23T12:00:00.000Z')
  })

  it('keeps the ids of what it told, in another language too, and says how a silence ended but not who broke it', async () => {
    await say('aaa', { kind: 'delegate', member: 'AAA' } as never, 'decisions.breakSilence', {
      decision: 'd',
      member: 'AAA',
      by: { kind: 'objection', reason: 'No.' },
    })
    const russian = (await world.get(null, '/feeds/public.atom?language=ru')).body
    expect(russian).toContain('tag:test.example.record,2026:texts/open/opened')
    expect(russian).toContain('Молчание нарушено: By silence')
    expect(russian).not.toContain('AAA')
  })
})
