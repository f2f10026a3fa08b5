import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import {
  appendLeaves,
  emptyEdge,
  generateKey,
  inclusionProof,
  leafHash,
  printProof,
  printVerifierKey,
  type RecordToVerify,
  signCheckpoint,
  verifyInclusion,
  verifyProof,
} from '@gavel/record'
import { nodeHashing, verifyRecord } from '@gavel/record/node'
import {
  faster,
  figure,
  interleaved,
  type Options,
  type Report,
  row,
  script,
  spread,
  within,
} from './measure.ts'

const entryLength = 300
const checkpointEvery = 50_000

/** How many different entries there are; a longer record goes through them again. */
const different = 50_000

/** Entries of 300 bytes, as views of one array. */
const makeEntries = (): readonly Uint8Array[] => {
  const all = new Uint8Array(different * entryLength)
  let state = 1
  for (let i = 0; i < all.length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0
    all[i] = state >>> 16
  }
  return Array.from({ length: different }, (_, i) => all.subarray(i * entryLength, (i + 1) * entryLength))
}

/** The record as a store would have it: entries, tiles, and a signed checkpoint every 50,000 entries. */
const makeRecord = (count: number) => {
  const pool = makeEntries()
  const entry = (i: number): Uint8Array => pool[i % different]!
  const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => entry(from + i))
  const key = generateKey('example.org/record', 'note', new Uint8Array(32).fill(1))
  const tiles = new Map<string, Uint8Array>()
  const checkpoints: string[] = []
  let edge = emptyEdge
  for (let at = 0; at < count; at += checkpointEvery) {
    const leaves = entries(at, Math.min(at + checkpointEvery, count)).map(nodeHashing.leafHash)
    const appended = appendLeaves(edge, leaves, nodeHashing)
    edge = appended.edge
    for (const { level, index, hashes } of appended.tiles) tiles.set(`${level}/${index}`, hashes)
    checkpoints.push(signCheckpoint({ origin: key.name, size: edge.size, root: appended.root }, key))
  }
  const record = {
    readEntries: async (from: number, to: number) => entries(from, to),
    readTile: (level: number, index: number) => tiles.get(`${level}/${index}`),
    checkpoints,
    vkey: printVerifierKey(key),
  } satisfies RecordToVerify
  return { record, entry, size: edge.size }
}

/** Threads that do nothing but hash, started before the clock. */
const startBound = (threads: number, entries: number) => {
  const pool = Array.from({ length: threads }, () => new Worker(script('verify.bound')))
  const each = Math.ceil(entries / threads)
  const run = (): Promise<unknown> =>
    Promise.all(
      pool.map(
        worker =>
          new Promise(resolve => {
            worker.once('message', resolve)
            worker.postMessage({ entries: each, length: entryLength })
          }),
      ),
    )
  return { run, stop: () => Promise.all(pool.map(worker => worker.terminate())) }
}

/** One proof file and one inclusion proof of the record, timed by themselves. */
const timeProofs = async ({ record, entry, size }: ReturnType<typeof makeRecord>) => {
  const index = Math.floor(size / 3)
  const path = await inclusionProof(index, size, record.readTile, nodeHashing)
  const file = printProof({ index, path, checkpoint: record.checkpoints.at(-1)! })
  const leaf = entry(index)
  const { root } = verifyProof(file, { leaf }, record.vkey).checkpoint
  const time = (work: () => void) =>
    Array.from({ length: 101 }, () => {
      const before = performance.now()
      work()
      return performance.now() - before
    })
  return [
    figure(
      'one inclusion proof, portable code',
      'ms',
      time(() => verifyInclusion(index, size, leafHash(leaf), path, root)),
      { hashes: path.length },
    ),
    figure(
      'one proof file with its signature',
      'ms',
      time(() => verifyProof(file, { leaf }, record.vkey)),
      { bytes: file.length },
    ),
  ] as const
}

export const run = async ({ runs, small, say }: Options): Promise<Report> => {
  const count = small ? 100_000 : 1_000_000
  const threads = availableParallelism()
  say(`making a record of ${count} entries …`)
  const made = makeRecord(count)
  const bound = startBound(threads, count)
  const worker = pathToFileURL(script('verify.worker'))
  say(`verifying it on ${threads} threads …`)
  const [all, one, limit] = await interleaved(
    [
      {
        name: 'gavel record verify',
        run: () => verifyRecord(made.record, { workers: threads - 1, script: worker }),
      },
      { name: 'the same on one thread', run: () => verifyRecord(made.record, { workers: 0 }) },
      { name: 'the bound: hashing only', run: bound.run },
    ],
    runs,
  )
  await bound.stop()
  const rate = (times: readonly number[]) =>
    `${(count / spread(times).median / 1_000).toFixed(2)} M entries/s`
  const rows = [all!, one!, limit!].map(timed => row(timed, { rate: rate(timed.times) }))
  const proofs = await timeProofs(made)
  return {
    title: 'Verifying a whole record',
    work: `${count} entries of ${entryLength} bytes, ${made.record.checkpoints.length} signed checkpoints, every tile compared`,
    rows: [...rows, ...proofs],
    ratios: [faster(rows[0]!, rows[2]!, 0.6), within(proofs[0], 1)],
    notes: [
      `The entries repeat after ${different}, so that the machine’s paging of 300 MB is not what is measured; every one is hashed.`,
      `The bound is Node’s one-shot hash on ${threads} threads that were started before the clock: one leaf and one node per entry, always the same bytes, nothing read and nothing compared.`,
      'Ours reads the entries from memory, shares them with the threads it starts, rebuilds the tree, checks every checkpoint’s signature and root, and compares every stored hash.',
    ],
  }
}
