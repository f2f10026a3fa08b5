/**
 * The record on Node: the same formats and the same answers, hashed by Node's own SHA-256 and on several threads.
 */
import { availableParallelism } from 'node:os'
import { type RecordToVerify, type VerifiedRecord, verifyRecord as verifyWith } from '../verify-record.ts'
import { nodeHashing } from './hashing.ts'
import { onThisThread, startPool } from './pool.ts'

export { nodeHashing } from './hashing.ts'

/** How the work is shared. */
export interface Threads {
  /** How many threads help the calling one; by default one for every other core. */
  readonly workers?: number
  /** The worker's script, when it is not the one beside this file (a bundler may have moved it). */
  readonly script?: URL
}

// Node 20 cannot run TypeScript, so where this file itself runs from source there is no script to start.
const fromSource = import.meta.url.endsWith('.ts')

/** Verifies a whole record like `verifyRecord` of `@gavel/record`, on every core. */
export const verifyRecord = async (
  record: RecordToVerify,
  threads: Threads = {},
): Promise<VerifiedRecord> => {
  const { script = fromSource ? undefined : new URL('./worker.js', import.meta.url) } = threads
  const workers = script === undefined ? 0 : (threads.workers ?? availableParallelism() - 1)
  if (workers === 0 || script === undefined) return verifyWith(record, onThisThread(), nodeHashing)
  const pool = startPool(workers, script)
  try {
    return await verifyWith(record, pool, nodeHashing)
  } finally {
    await pool.stop()
  }
}
