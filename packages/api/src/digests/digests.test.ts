import { commitments } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Carried, Letter } from '../ports.ts'
import { delegate, newWorld, type World } from '../testing/world.ts'
import { digestRound } from './digest.ts'

let world: World
const letters: Letter[] = []
let answers: Carried['outcome'] = 'accepted'
const mailer = {
  send: async (letter: Letter): Promise<Carried> => {
    letters.push(letter)
    return { outcome: answers, detail: 'as the test wants it' }
  },
}

const say = async (...act: Parameters<World['act']>): Promise<void> => {
  const answer = await world.act(...act)
  if (answer.statusCode !== 201) throw new Error(`${act[2]}: ${answer.body}`)
}
const undertakes = (commitment: string, title: string, audience: object) =>
  say('aaa', delegate('AAA'), 'commitments.undertake', {
    commitment,
    member: 'AAA',
    audience,
    terms: {
      title,
      pledge: 'As it says.',
      from: '2026-11-23',
      until: '2027-11-23',
      evidence: [{ kind: 'document', what: 'A note' }],
      reporting: { first: '2026-11-30', everyMonths: 0 },
    },
  })

beforeAll(async () => {
  world = await newWorld(memoryStore(), { mailer })
  await undertakes('open', 'An open undertaking', { kind: 'public' })
  await undertakes('quiet', 'A quiet undertaking', { kind: 'members' })
})
afterAll(() => world.close())

const wanted = { address: 'desk@mission.example', language: 'en', every: 'day' }
const ask = (person: string | null, body: object = wanted) => world.ask(person, 'PUT', '/api/digest', body)
const codeIn = (letter: Letter | undefined): string => /\d{8}/.exec(letter!.paragraphs.join(' '))![0]
const round = () =>
  digestRound({
    subscriptions: world.context.digests,
    state: () => world.keeper.state(),
    now: () => world.keeper.now(),
    origin: () => 'https://gavel.example',
    mailer,
  })

describe('letters that remind', () => {
  it('are nobody’s who has not signed in, and say so', async () => {
    expect((await ask(null)).statusCode).toBe(401)
    expect((await world.get(null, '/api/digest')).statusCode).toBe(401)
  })

  it('go to no address that was not proved: only the code does', async () => {
    const asked = await ask('aaa')
    expect(asked.json()).toMatchObject({ available: true, digest: { confirmedAt: null, awaitsCode: true } })
    expect(asked.body).not.toContain(codeIn(letters[0]))
    expect(letters).toHaveLength(1)
    expect(await round()).toBe(0)
    expect(letters).toHaveLength(1)
  })

  it('want the right code, and take no more than five wrong ones', async () => {
    const right = codeIn(letters[0])
    const wrong = right === '00000000' ? '00000001' : '00000000'
    const confirm = (code: string) => world.ask('aaa', 'POST', '/api/digest/confirm', { code })
    for (let n = 0; n < 5; n++) expect((await confirm(wrong)).statusCode).toBe(422)
    expect((await confirm(right)).statusCode).toBe(422)
    await ask('aaa')
    expect(
      (await world.ask('bbb', 'POST', '/api/digest/confirm', { code: codeIn(letters[1]) })).statusCode,
    ).toBe(422)
    expect((await confirm(codeIn(letters[1]))).json()).toMatchObject({ digest: { awaitsCode: false } })
  })

  it('[C-40] say once a day what waits, with the title only of what is public', async () => {
    letters.length = 0
    expect(await round()).toBe(1)
    expect(await round()).toBe(0)
    const [letter] = letters
    expect(letter).toMatchObject({
      to: wanted.address,
      language: 'en',
      subject: 'ORG: 2 matters wait for you',
    })
    expect(letter!.paragraphs).toContain('A report is due (in 7 days): An open undertaking')
    expect(letter!.paragraphs).toContain('A report is due (in 7 days)')
    expect(JSON.stringify(letter)).not.toContain('quiet')
    expect(letter!.link!.url).toBe('https://gavel.example/today?live')
    world.wait(86_400_000)
    expect(await round()).toBe(1)
  })

  it('that could not be carried are tried again the same day', async () => {
    world.wait(86_400_000)
    answers = 'failed'
    expect(await round()).toBe(0)
    answers = 'accepted'
    expect(await round()).toBe(1)
    expect((await world.get('aaa', '/api/digest')).json()).toMatchObject({
      digest: { last: { outcome: 'accepted' } },
    })
  })

  it('are one, though two servers make the round at once', async () => {
    world.wait(86_400_000)
    letters.length = 0
    const sent = await Promise.all([round(), round(), round()])
    expect(sent.reduce((a, b) => a + b)).toBe(1)
    expect(letters).toHaveLength(1)
  })

  it('go on Mondays only to who wants them weekly', async () => {
    await ask('aaa', { ...wanted, every: 'week', language: 'ru' })
    const days: string[] = []
    for (let n = 0; n < 8; n++) {
      world.wait(86_400_000)
      if ((await round()) === 1) days.push(commitments.today(world.keeper.state(), world.keeper.now()))
    }
    expect(days.map(day => new Date(day).getUTCDay())).toEqual(days.map(() => 1))
    expect(days.length).toBeGreaterThan(0)
    expect(letters.at(-1)!.subject).toMatch(/^ORG: Вас жд/)
  })

  it('end when their reader says so, or when nothing waits', async () => {
    expect((await world.ask('aaa', 'DELETE', '/api/digest')).statusCode).toBe(204)
    world.wait(7 * 86_400_000)
    letters.length = 0
    expect(await round()).toBe(0)
    expect((await world.get('aaa', '/api/digest')).json()).toEqual({ available: true, digest: null })
    const seen = world.context.digests
    await seen.ask('sec' as PersonId, { ...wanted, every: 'day', language: 'en' } as never)
    expect(await round()).toBe(0)
  })

  it('refuse an address that could carry more than itself', async () => {
    for (const address of ['a', 'a@b\r\nBcc: x@y.example', 'x@y, z@y', 'Name <x@y.example>'])
      expect((await ask('aaa', { ...wanted, address })).statusCode).toBe(400)
  })

  it('are not to be had where no mail server is configured', async () => {
    const other = await newWorld(memoryStore())
    expect((await other.get('aaa', '/api/digest')).json()).toEqual({ available: false, digest: null })
    expect((await other.ask('aaa', 'PUT', '/api/digest', wanted)).statusCode).toBe(422)
    await other.close()
  })
})
