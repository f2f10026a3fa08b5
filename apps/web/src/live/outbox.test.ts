import type { Capacity } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { expect, test } from 'vitest'
import { memoryShelf, outbox, type Receipt, type Written, type WrittenAct } from './outbox.ts'
import { Declined, Unreached } from './request.ts'

const as: Capacity = { kind: 'delegate', member: 'AAA' as MemberId }
const actOf = (id: string): WrittenAct => ({
  id,
  type: 'texts.takeStand',
  as,
  body: { note: `words of ${id}` },
})
const receiptOf = (id: string): Receipt => ({ id, index: 7, at: '2026-11-24T00:00:00.000Z', size: 8 })
const refused = new Declined({ type: '/rules/T-15', title: 'stale', status: 409, rule: 'T-15' })
const busy = new Declined({ type: '/problems/unavailable', title: 'busy', status: 503 })

/** A line that answers as told, and what went over it. */
const lineOf = (answer: (written: Written, nth: number) => Receipt | Error) => {
  const went: string[] = []
  const post = async (written: Written): Promise<Receipt> => {
    went.push(written.id)
    const said = answer(written, went.length)
    if (said instanceof Error) throw said
    return said
  }
  return { went, post }
}

const settled = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 5))

test('what is acknowledged leaves the outbox, in the order it was written', async () => {
  const { went, post } = lineOf(({ id }) => receiptOf(id))
  const box = await outbox({ person: 'p', shelf: memoryShelf(), post })
  const receipts = await Promise.all(['a', 'b', 'c'].map(id => box.write([actOf(id)])))
  expect(receipts.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(went).toEqual(['a', 'b', 'c'])
  expect(box.list()).toEqual([])
  expect(box.recorded().map(({ id }) => id)).toEqual(['c', 'b', 'a'])
})

test.each([
  ['no line', new Unreached('none')],
  ['a server that is busy', busy],
])('%s: it stays as written, survives a restart, and goes out under the same id', async (_, fault) => {
  const shelf = memoryShelf()
  const dead = lineOf(() => fault)
  const box = await outbox({ person: 'p', shelf, post: dead.post })
  void box.write([actOf('a')])
  await settled()
  expect(box.list().map(({ id, state }) => [id, state])).toEqual([['a', 'written']])

  const { went, post } = lineOf(({ id }) => receiptOf(id))
  const again = await outbox({ person: 'p', shelf, post })
  await again.flush()
  expect(went).toEqual(['a'])
  expect(await shelf.all()).toEqual([])
})

test('what is refused stays with its words and does not hold up what was written after it', async () => {
  const { post } = lineOf(({ id }) => (id === 'a' ? refused : receiptOf(id)))
  const box = await outbox({ person: 'p', shelf: memoryShelf(), post })
  await expect(box.write([actOf('a')])).rejects.toBe(refused)
  await box.write([actOf('b')])
  const [left] = box.list()
  expect(left).toMatchObject({ id: 'a', state: 'refused', problem: { rule: 'T-15' } })
  expect(left!.acts[0]!.body).toEqual({ note: 'words of a' })
})

test('what was refused goes again reworked, under an id of its own', async () => {
  const { went, post } = lineOf(({ id }) => (id === 'a' ? refused : receiptOf(id)))
  const shelf = memoryShelf()
  const box = await outbox({ person: 'p', shelf, post })
  await box.write([actOf('a')]).catch(() => undefined)
  await box.again('a', [actOf('a2')])
  await settled()
  expect(went).toEqual(['a', 'a2'])
  expect(await shelf.all()).toEqual([])
})

test('one person does not see what another wrote on the same device', async () => {
  const shelf = memoryShelf()
  const { post } = lineOf(() => new Unreached('none'))
  const own = await outbox({ person: 'p', shelf, post })
  void own.write([actOf('a')])
  await settled()
  const other = await outbox({ person: 'q', shelf, post })
  expect(other.list()).toEqual([])
})

test('what is under way is not let go of; what was refused is', async () => {
  const held = new Promise<Receipt>(() => undefined)
  const box = await outbox({ person: 'p', shelf: memoryShelf(), post: () => held })
  void box.write([actOf('a')])
  await settled()
  await box.discard('a')
  expect(box.list()).toHaveLength(1)
})
