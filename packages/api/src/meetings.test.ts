import { createHash } from 'node:crypto'
import { type ViewName, views } from '@gavel/contract'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOf, loadCompiler } from './http/validation.ts'
import { chair, delegate, introduceTexts, newWorld, secretariat, type World } from './testing/world.ts'

/** A meeting held over the wire: what its views answer at each stage, and to whom. */

let world: World
const agenda = [
  { number: '1', title: 'Opening' },
  { number: '2', title: 'Measures <b>now</b> & *then*' },
  { number: '2(a)', title: 'Points of contact', under: '2' },
]
const people = {
  sec: secretariat,
  chair,
  aaa: delegate('AAA'),
  bbb: delegate('BBB'),
  ccc: delegate('CCC'),
}
const tries = (who: keyof typeof people, type: string, body: object) =>
  world.act(who, people[who], `meetings.${type}`, { meeting: 'm', ...body })
const does = async (who: keyof typeof people, type: string, body: object = {}) => {
  const answer = await tries(who, type, body)
  if (answer.statusCode !== 201) throw new Error(`${type}: ${answer.body}`)
  return answer.json()
}
const seen = async (person: string | null, path = '') =>
  (await world.get(person, `/api/meetings/m${path}`)).json()
const later = (ms: number) => new Date(Date.parse(world.keeper.now()) + ms).toISOString()
const faultsOf = (name: ViewName, value: unknown) => checkOf(views[name])(value)
const asks = (who: 'aaa' | 'bbb' | 'ccc', request: string, more: object = {}) =>
  does(who, 'askFloor', {
    item: '2',
    request,
    speaker: { kind: 'member', member: who.toUpperCase() },
    ...more,
  })

beforeAll(async () => {
  await loadCompiler()
  world = await newWorld(memoryStore())
  await introduceTexts(world)
  const source = 'a test'
  const sits = { name: 'body.composition', value: ['AAA', 'BBB'], body: 'soc', source }
  const set = await world.act('sec', secretariat, 'institution.setParameter', {
    ...sits,
    since: later(1_000),
  })
  expect(set.statusCode).toBe(201)
  world.wait(2_000)
  await does('sec', 'convene', {
    body: 'soc',
    title: 'A meeting',
    opensAt: later(60_000),
    place: 'Hall',
    timeZone: 'Asia/Baku',
    agenda,
  })
})
afterAll(() => world.close())

/** Keeps words as a document of the secretariat; answers their hash. */
const kept = async (words: string): Promise<string> => {
  const hash = createHash('sha256').update(words).digest('hex')
  const answer = await world.app.inject({
    method: 'PUT',
    url: `/api/documents/${hash}`,
    headers: { authorization: `Bearer ${world.tokens['sec']}`, 'content-type': 'text/markdown' },
    payload: words,
  })
  expect(answer.statusCode).toBe(201)
  return hash
}

const shapesHold = async () => {
  for (const person of ['aaa', 'ccc', null])
    for (const [name, path] of [
      ['meeting', ''],
      ['display', '/display'],
      ['journal', '/journal'],
      ['meetingDecisions', '/decisions'],
      ['meetingStatements', '/statements'],
      ['meetingNotices', '/notices'],
    ] as const)
      expect(faultsOf(name, await seen(person, path)), name).toEqual([])
  for (const [name, url] of [
    ['meetings', '/api/meetings'],
    ['calendar', '/api/calendar'],
    ['pointsOfOrder', '/api/points-of-order'],
  ] as const)
    expect(faultsOf(name, (await world.get('aaa', url)).json()), name).toEqual([])
}

describe('a meeting over the wire', () => {
  it('is prepared: documents are attached, and what is shown of them follows their readers', async () => {
    await does('sec', 'attachDocument', {
      item: '2',
      document: { kind: 'symbol', symbol: 'ORG/SOC/2026/7', title: 'A draft' },
    })
    await does('sec', 'attachDocument', {
      item: '2',
      document: { kind: 'text', text: 'secret', title: 'Hush hush' },
    })
    await does('sec', 'amendNotice', { place: 'Hall 2' })
    expect((await seen('aaa')).agenda[1].documents).toHaveLength(2)
    for (const person of ['ccc', null]) {
      expect((await seen(person)).agenda[1].documents).toHaveLength(1)
      expect((await world.get(person, '/api/entries?from=0')).body).not.toContain('Hush')
    }
    await shapesHold()
    const told = (await seen('aaa', '/notices')).notices as { event: { type: string; place?: string } }[]
    expect(told.map(({ event }) => event.type.slice(9))).toEqual([
      'convened',
      'documentAttached',
      'documentAttached',
      'noticeAmended',
    ])
    expect(told[3]!.event.place).toBe('Hall 2')
    expect((await seen(null, '/notices')).notices).toHaveLength(3)
    expect((await world.get('aaa', '/api/meetings/none/notices')).statusCode).toBe(404)
  })

  it('is held: the floor, with its clock', async () => {
    for (const member of ['AAA', 'BBB']) await does('sec', 'recordPresence', { member, present: true })
    world.wait(61_000)
    await does('chair', 'open')
    await does('chair', 'adoptAgenda', { agenda })
    await does('chair', 'takeUpItem', { item: '2' })
    await asks('aaa', 'r-a', { rank: 'minister' })
    await asks('bbb', 'r-b')
    await does('chair', 'limitTime', { item: '2', seconds: { member: 120 } })
    await does('chair', 'giveFloor', { request: 'r-a' })
    world.wait(30_000)
    const { floor } = await seen(null)
    expect(floor.speaking.clock).toEqual({ usedMs: 30_000, leftMs: 90_000, running: true })
    expect(floor.lists[0].limits).toEqual({ member: 120, observer: 180, reply: 180 })
    await does('bbb', 'raisePoint', { point: 'p1', member: 'BBB', kind: 'language', note: 'No sound.' })
    const stopped = await tries('chair', 'endFloor', {})
    expect(stopped.statusCode).toBe(201)
    const waits = await tries('chair', 'giveFloor', { request: 'r-b' })
    expect(waits.json()).toMatchObject({ status: 409, rule: 'M-43' })
    await does('chair', 'rulePoint', { point: 'p1', upheld: true })
    await shapesHold()
  })

  it('decides: the decision, its objections and its number are in the journal', async () => {
    const subject = { kind: 'wording', wording: 'We meet again.' }
    const put = { decision: 'd1', meeting: 'm', item: '2', title: 'To meet again', subject }
    expect((await world.act('chair', chair, 'decisions.put', put)).statusCode).toBe(201)
    const object = { decision: 'd1', member: 'AAA', reason: 'Not yet.' }
    await world.act('aaa', people.aaa, 'decisions.object', object)
    await does('chair', 'show', { what: { kind: 'decision', decision: 'd1' } })
    expect((await seen(null, '/display')).shown).toMatchObject({ status: 'put', objectors: ['AAA'] })
    await shapesHold()
    await world.act('aaa', people.aaa, 'decisions.withdrawObjection', { decision: 'd1', member: 'AAA' })
    await world.act('chair', chair, 'decisions.declareAdopted', { decision: 'd1' })
    const { decisions } = await seen(null, '/decisions')
    expect(decisions).toMatchObject([
      {
        decision: 'd1',
        item: '2',
        outcome: 'adopted',
        number: 'ORG/SOC/DEC/2026/1',
        objections: [{ member: 'AAA', reason: 'Not yet.' }],
      },
    ])
    expect(decisions[0].objections[0].withdrawnAt).not.toBe(null)
  })

  it.each([
    [{ kind: 'nothing' }],
    [{ kind: 'title' }],
    [{ kind: 'agenda' }],
    [{ kind: 'presence' }],
    [{ kind: 'item', item: '2' }],
    [{ kind: 'speakers', item: '2' }],
    [{ kind: 'text', text: 'open', paragraphs: ['p1'] }],
    [{ kind: 'silence', decision: 'd1' }],
    [{ kind: 'message', words: 'Coffee.' }],
  ])('the hall is shown %o', async what => {
    await does('chair', 'show', { what })
    const shown = await seen(null, '/display')
    expect(shown.shown.kind).toBe(what.kind)
    expect(faultsOf('display', shown)).toEqual([])
  })

  it('the hall of a public sitting is not shown a text that is closed', async () => {
    const what = { kind: 'text', text: 'secret', paragraphs: ['p1'] }
    const refused = await tries('sec', 'show', { what })
    expect(refused.json()).toMatchObject({ status: 409, rule: 'M-21' })
  })

  it('what was done behind closed doors is for the body, then and afterwards', async () => {
    await does('chair', 'setAccess', { access: 'closed' })
    await does('bbb', 'move', { motion: 'hush', aim: { kind: 'closureOfList', item: '2' }, note: 'Hushed.' })
    await does('chair', 'show', { what: { kind: 'message', words: 'Hushed words' } })
    await does('aaa', 'recordStatement', {
      statement: 's1',
      speaker: { kind: 'member', member: 'AAA' },
      purpose: 'joint',
      onBehalfOf: ['BBB'],
      item: '2',
      wording: 'Hushed statement.\nOf two lines.',
      forJournal: true,
    })
    await shapesHold()
    const outside = async () => {
      for (const person of ['ccc', null]) {
        for (const path of ['', '/display', '/journal', '/decisions', '/statements'])
          expect(JSON.stringify(await seen(person, path)), path).not.toMatch(/hush/i)
        expect((await world.get(person, '/api/entries?from=0')).body).not.toMatch(/hushed/i)
        expect((await world.get(person, '/api/sync')).body).not.toMatch(/hushed/i)
      }
    }
    await outside()
    expect(await seen('ccc')).toMatchObject({ access: 'closed', present: null, quorum: null, floor: null })
    expect((await seen('aaa')).motions[0]).toMatchObject({ motion: 'hush', closed: true })
    expect((await seen('aaa', '/display')).shown.words).toBe('Hushed words')
    const attempt = await tries('ccc', 'object', { to: { kind: 'motion', motion: 'hush' }, member: 'CCC' })
    const nothing = await tries('ccc', 'object', { to: { kind: 'motion', motion: 'none' }, member: 'CCC' })
    expect(attempt.body).toBe(nothing.body)
    expect((await tries('chair', 'setAccess', { access: 'public' })).json()).toMatchObject({ rule: 'M-52' })
    await does('chair', 'decideMotion', { motion: 'hush', carried: true })
    await does('chair', 'setAccess', { access: 'public' })
    await outside()
    expect(await seen('ccc')).toMatchObject({ access: 'public', motions: [], present: ['AAA', 'BBB'] })
  })

  it('goes on the next day as another sitting', async () => {
    await does('aaa', 'recordStatement', {
      statement: 's2',
      speaker: { kind: 'member', member: 'AAA' },
      purpose: 'joint',
      onBehalfOf: ['BBB'],
      item: '2',
      wording: 'A <i>public</i> statement.',
      forJournal: true,
    })
    expect((await seen(null, '/statements')).statements[0]).toMatchObject({ statement: 's2', joined: [] })
    expect(
      (await seen(null, '/journal')).steps.map((step: { event: { type: string } }) => step.event.type),
    ).not.toContain('meetings.statementRecorded')
    await does('bbb', 'joinStatement', { statement: 's2', member: 'BBB' })
    expect((await seen(null, '/statements')).statements[0].joined).toEqual(['BBB'])
    const until = later(86_400_000)
    await does('chair', 'adjourn', { until })
    await shapesHold()
    const { events } = (await world.get(null, '/api/calendar')).json()
    expect(events).toMatchObject([
      { uid: 'meeting-m', kind: 'meeting', status: 'adjourned' },
      { uid: 'meeting-m-sitting-2', kind: 'sitting', at: until },
    ])
    world.wait(86_400_000)
    for (const member of ['AAA', 'BBB']) await does('sec', 'recordPresence', { member, present: true })
    await does('chair', 'resume')
    expect((await seen(null)).sittings).toHaveLength(2)
    await does('chair', 'close')
  })

  it('its journal says in four forms what was done, and nothing in it is markup', async () => {
    const journal = await seen(null, '/journal')
    expect(journal).toMatchObject({
      meeting: 'm',
      sitting: null,
      papers: null,
      speeches: [{ speaker: { kind: 'member', member: 'AAA' }, usedMs: 30_000, seconds: 120, how: 'taken' }],
      decisions: [{ decision: 'd1' }],
      statements: [{ statement: 's2' }],
    })
    expect(journal.presence.map((span: { until: unknown }) => span.until)).not.toContain(null)
    const printed = async (accept: string, path = '/journal') =>
      (await world.app.inject({ method: 'GET', url: `/api/meetings/m${path}`, headers: { accept } })).body
    const html = await printed('text/html')
    expect(html).toContain('Measures &lt;b&gt;now&lt;/b&gt; &amp; *then*')
    expect(html).toContain('A &lt;i&gt;public&lt;/i&gt; statement.')
    expect(html).not.toMatch(/<b>|<i>|<script/)
    expect(await printed('text/markdown')).toContain('Measures \\<b\\>now\\</b\\> & \\*then\\*')
    const text = await printed('text/plain')
    expect(text).toContain('It is so decided: ORG/SOC/DEC/2026/1.')
    expect(text).toContain('AAA, also on behalf of BBB: joint statement, on item 2')
    expect(text).not.toMatch(/hush/i)
    expect(await printed('text/plain', '/decisions')).toContain('ORG/SOC/DEC/2026/1: To meet again')
    expect((await printed('image/png')).length).toBeLessThan(400)
  })

  it('a sitting has a journal of its own, one that was not held has none', async () => {
    const second = await seen(null, '/journal?sitting=2')
    expect(second.steps.map((step: { event: { type: string } }) => step.event.type)).toEqual([
      'meetings.resumed',
      'meetings.closed',
    ])
    expect(second).toMatchObject({ sitting: 2, decisions: [], speeches: [] })
    expect((await world.get(null, '/api/meetings/m/journal?sitting=3')).statusCode).toBe(404)
    expect((await world.get(null, '/api/meetings/m/journal?sitting=x')).statusCode).toBe(400)
  })

  it('its draft is for the body until it is approved', async () => {
    const [draft, final] = await Promise.all(['A draft.', 'The journal.'].map(kept))
    const document = draft!
    await does('sec', 'circulateJournal', { document })
    await does('bbb', 'askCorrection', { correction: 'c1', member: 'BBB', wording: 'Hushed correction.' })
    await shapesHold()
    expect((await seen('aaa', '/journal')).papers).toMatchObject({
      document,
      corrections: [{ member: 'BBB' }],
    })
    for (const person of ['ccc', null]) {
      expect((await seen(person, '/journal')).papers).toBe(null)
      expect((await world.get(person, '/api/entries?from=0')).body).not.toContain('Hushed correction')
      const { events } = (await world.get(person, '/api/calendar')).json()
      expect(events.map((event: { kind: string }) => event.kind)).not.toContain('correctionsEnd')
    }
    const mine = (await world.get('aaa', '/api/calendar')).json().events
    expect(mine.map((event: { kind: string }) => event.kind)).toContain('correctionsEnd')
    await does('sec', 'answerCorrection', { correction: 'c1', taken: true })
    world.wait(7 * 86_400_000)
    const statusFor = async (person: string | null, hash: string) =>
      (await world.get(person, `/api/documents/${hash}`)).statusCode
    for (const [person, status] of [
      ['aaa', 200],
      ['ccc', 404],
      [null, 404],
    ] as const)
      expect(await statusFor(person, document), String(person)).toBe(status)
    await does('chair', 'approveJournal', { document: final! })
    expect((await seen(null, '/journal')).papers).toMatchObject({ document: final, corrections: [] })
    expect([await statusFor(null, final!), await statusFor(null, document)]).toEqual([200, 404])
    await shapesHold()
  })

  it('the calendar is asked for a period, and a malformed one is refused', async () => {
    const of = async (query: string) => await world.get(null, `/api/calendar?${query}`)
    expect((await of('from=2030-01-01&to=2031-01-01')).json().events).toEqual([])
    expect((await of('from=2026-11-01&to=2026-12-01')).json().events).toHaveLength(2)
    for (const bad of ['from=yesterday', 'from=2026-11', 'until=2026-11-01'])
      expect((await of(bad)).statusCode).toBe(400)
  })

  it('a meeting nobody convened has no view', async () => {
    for (const path of ['', '/journal', '/decisions', '/statements', '/display'])
      expect((await world.get('aaa', `/api/meetings/none${path}`)).statusCode).toBe(404)
  })
})
