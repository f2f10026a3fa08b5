import type { Instant } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { keptPages } from './kept.ts'

const written = (html: string, changesAt?: Instant) => ({
  html,
  head: { title: html, ...(changesAt === undefined ? {} : { changesAt }) },
})
const words = async (page: Awaited<ReturnType<ReturnType<typeof keptPages>>>) =>
  (await page.bytes('identity')).toString()

describe('a page that was written', () => {
  it('is given out while what it was written from is the same, and for a minute', async () => {
    const pages = keptPages()
    let times = 0
    const write = async () => {
      times += 1
      return written(`${times}`)
    }
    const text = {}
    const at = (now: number, basis: readonly unknown[]) => pages('key', basis, write, now)
    expect(await words(await at(0, [text, 1]))).toBe('1')
    expect(await words(await at(59_999, [text, 1]))).toBe('1')
    expect(await words(await at(60_000, [text, 1]))).toBe('2')
    expect(await words(await at(60_001, [{}, 1]))).toBe('3')
    expect(await words(await at(60_002, [text]))).toBe('4')
  })

  it('does not outlive the instant it tells of', async () => {
    const pages = keptPages()
    const soon = new Date(5_000).toISOString() as Instant
    const first = await pages('key', [], async () => written('running', soon), 0)
    expect(await words(first)).toBe('running')
    expect(await words(await pages('key', [], async () => written('kept'), 4_999))).toBe('running')
    expect(await words(await pages('key', [], async () => written('kept'), 5_000))).toBe('kept')
  })

  it('is written once for all who ask at the same time', async () => {
    const pages = keptPages()
    let times = 0
    const ask = () =>
      pages(
        'key',
        [],
        async () => {
          times += 1
          return written('x')
        },
        0,
      )
    const [a, b] = await Promise.all([ask(), ask()])
    expect([times, a === b]).toEqual([1, true])
  })

  it('that could not be written is not kept, and the next who asks has it tried again', async () => {
    const pages = keptPages()
    await expect(pages('key', [], () => Promise.reject(new Error('no')), 0)).rejects.toThrow('no')
    expect(await words(await pages('key', [], async () => written('yes'), 0))).toBe('yes')
  })

  it('gives way to others when they fill the room, the one asked for longest ago first', async () => {
    const pages = keptPages()
    const big = 'x'.repeat(20 << 20)
    await pages('first', [], async () => written(big), 0)
    await pages('second', [], async () => written(big), 0)
    let times = 0
    const again = async (key: string) =>
      pages(
        key,
        [],
        async () => {
          times += 1
          return written('anew')
        },
        1,
      )
    await again('second')
    expect(times).toBe(0)
    await again('first')
    expect(times).toBe(1)
  })
})
