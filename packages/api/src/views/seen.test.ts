import type { PersonId } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { introduceTexts, newWorld, secretariat, type World } from '../testing/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld(memoryStore())
  await introduceTexts(world)
})
afterEach(() => world.close())

const put = (person: string | null, body: object) => world.ask(person, 'PUT', '/api/me/seen', body)
const seen = async (person: string) => (await world.get(person, '/api/me/seen')).json()

describe('how far somebody has read', () => {
  it('is nothing at first, and what was kept on one device on every other', async () => {
    expect(await seen('aaa')).toEqual({ whole: null, texts: [] })
    expect((await put('aaa', { text: null, index: 5 })).statusCode).toBe(204)
    expect((await put('aaa', { text: 'open', index: 6, revision: 0 })).statusCode).toBe(204)
    const phone = await world.context.accounts.signIn('aaa' as PersonId, { way: 'link' })
    const there = await world.app.inject({
      url: '/api/me/seen',
      headers: { authorization: `Bearer ${phone}` },
    })
    const at = world.keeper.now()
    expect(there.json()).toEqual({
      whole: { index: 5, at },
      texts: [{ text: 'open', revision: 0, index: 6, at }],
    })
  })

  it('never goes back, in either part', async () => {
    const { revision } = (await world.get('aaa', '/api/texts/open')).json()
    await put('aaa', { text: 'open', index: 9, revision: 0 })
    await put('aaa', { text: 'open', index: 3, revision })
    expect((await seen('aaa')).texts).toMatchObject([{ index: 9, revision }])
  })

  it('is kept when two devices write at once', async () => {
    const indexes = Array.from({ length: 12 }, (_, index) => index)
    const answers = await Promise.all(indexes.map(index => put('aaa', { text: null, index })))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(indexes.map(() => 204))
    expect((await seen('aaa')).whole.index).toBe(11)
  })

  it('is hers alone, and for nobody who is signed out', async () => {
    await put('aaa', { text: 'open', index: 4, revision: 0 })
    expect(await seen('bbb')).toEqual({ whole: null, texts: [] })
    expect(await seen('sec')).toEqual({ whole: null, texts: [] })
    expect((await world.get(null, '/api/me/seen')).statusCode).toBe(401)
    expect((await put(null, { text: null, index: 1 })).statusCode).toBe(401)
  })

  it('tells nothing of a text that is closed to her', async () => {
    const closed = await put('ccc', { text: 'secret', index: 1, revision: 0 })
    const missing = await put('ccc', { text: 'nothing', index: 1, revision: 0 })
    expect(closed.statusCode).toBe(404)
    expect(closed.body).toBe(missing.body)
    await put('aaa', { text: 'open', index: 1, revision: 0 })
    const audience = { kind: 'body', body: 'wg' }
    await put('ccc', { text: 'open', index: 1, revision: 0 })
    const changed = await world.act('sec', secretariat, 'texts.changeAudience', { text: 'open', audience })
    expect(changed.statusCode).toBe(201)
    expect((await seen('ccc')).texts).toEqual([])
    expect((await seen('aaa')).texts).toHaveLength(1)
  })

  it('is not beyond what there is', async () => {
    const { size } = world.keeper.head()
    expect((await put('aaa', { text: null, index: size + 1 })).statusCode).toBe(400)
    expect((await put('aaa', { text: 'open', index: 1, revision: 10_000 })).statusCode).toBe(400)
    expect((await put('aaa', { text: null, index: -1 })).statusCode).toBe(400)
    expect((await put('aaa', { text: 'open', index: 1, more: true })).statusCode).toBe(400)
    expect((await put('aaa', { text: null, index: size })).statusCode).toBe(204)
  })

  it('is not kept in a seat of a demonstration, where others sit too', async () => {
    const token = await world.context.accounts.signIn('aaa' as PersonId, { way: 'demonstration' })
    const headers = { authorization: `Bearer ${token}` }
    expect((await world.app.inject({ url: '/api/me/seen', headers })).statusCode).toBe(403)
  })
})
