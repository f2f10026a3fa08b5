import { exportRecord, ImportFault, importRecord } from '@gavel/application'
import { generateKey, printVerifierKey } from '@gavel/record'
import { expect, test } from 'vitest'
import { memoryStore } from './memory.ts'
import { openToy } from './testing/keeper.ts'
import { claim } from './testing/toy.ts'

const all = async (lines: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = []
  for await (const line of lines) found.push(line)
  return found
}

const exported = async (reader: 'everything' | null = 'everything') => {
  const store = memoryStore()
  const keeper = await openToy(store)
  for (const at of [0, 1, 2]) await keeper.submit(claim(`a${at}`, `k${at}`))
  await keeper.checkpoint()
  await keeper.submit([claim('s', 'secret', 'é, the red line', { secret: true }), claim('b', 'last')])
  await keeper.putDocument('text/plain', Buffer.from('the words'))
  await keeper.checkpoint()
  return { keeper, lines: await all(exportRecord(keeper as never, store, reader)) }
}

test('a record goes out and comes in again the same', async () => {
  const { keeper, lines } = await exported()
  const store = memoryStore()
  expect(await importRecord(store, lines)).toEqual({ entries: 5, closed: 0, documents: 1, checkpoints: 2 })
  const again = await openToy(store, { guard: { load: async () => 'none', save: async () => undefined } })
  expect(again.head()).toEqual(keeper.head())
  expect(JSON.stringify(again.state())).toBe(JSON.stringify(keeper.state()))
  expect(await again.latestCheckpoint()).toEqual(await keeper.latestCheckpoint())
  expect(await all(exportRecord(again as never, store, 'everything'))).toEqual(lines)
})

test('what the reader may not read stays closed, and the tree is whole all the same', async () => {
  const { keeper, lines } = await exported(null)
  expect(lines.join('\n')).not.toContain('red line')
  const store = memoryStore()
  expect(await importRecord(store, lines)).toMatchObject({ entries: 5, closed: 1 })
  expect(Buffer.compare((await store.head()).root, keeper.head().root)).toBe(0)
  expect((await store.read(3, 4))[0]).toMatchObject({ sealed: 'erased' })
})

/** Replaces something in one line. */
const change = (line: number, from: string | RegExp, to: string) => (lines: string[]) => {
  lines[line] = lines[line]!.replace(from, to)
}

/** Every kind of line, altered in a way that matters, and what is said of it. */
const damages: readonly (readonly [string, (lines: string[]) => unknown, RegExp])[] = [
  ['an entry altered', change(3, 'mine', 'ours'), /line \d+: .*checkpoint/],
  ['an act id altered', change(3, '"actId":"a0"', '"actId":"zz"'), /line 4: .*act it names/],
  ['an entry left out', lines => lines.splice(4, 1), /line 5: the entry is not the next one/],
  ['a seal that does not fit', change(6, 'red line', 'green line'), /line 7: salt and content/],
  ['the last entry altered', change(7, 'mine', 'ours'), /checkpoint/],
  ['a document altered', change(8, 'dGhl', 'dGhf'), /line 9: the document/],
  ['a checkpoint altered', change(1, '\\n3\\n', '\\n2\\n'), /line 2: the checkpoint/],
  ['the root altered', change(0, /"root":"[^"]+"/, '"root":"AAAA"'), /root of the first line/],
  ['its end missing', lines => lines.pop(), /too early/],
  ['something after the end', lines => lines.push('{"end":{}}'), /after the end/],
  ['a line cut short', change(4, /.{20}$/, ''), /line 5: not a line of JSON/],
  ['another kind of line', change(4, /.*/, '{"hello":1}'), /line 5: not a line of an export/],
  ['no first line', lines => lines.splice(0, 1), /line 1: not the first line/],
]

test.each(damages)('an export with %s is refused', async (_, damage, says) => {
  const { lines } = await exported()
  damage(lines)
  const outcome = importRecord(memoryStore(), lines)
  await expect(outcome).rejects.toThrow(ImportFault)
  await expect(outcome).rejects.toThrow(says)
})

test('a record signed by another key than expected is refused', async () => {
  const { lines } = await exported()
  const other = printVerifierKey(generateKey('example.org/toy', 'note', new Uint8Array(32).fill(9)))
  await expect(importRecord(memoryStore(), lines, other)).rejects.toThrow(/line 2: the checkpoint/)
})

test('nothing is imported over something', async () => {
  const { lines } = await exported()
  const store = memoryStore()
  await importRecord(store, lines)
  await expect(importRecord(store, lines)).rejects.toThrow(/empty store/)
})
