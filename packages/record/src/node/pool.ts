import { SHARE_ENV, Worker } from 'node:worker_threads'
import { type ChunkResult, type ChunkWork, hashChunk, type LaidWork } from '../chunk.ts'
import { type FaultCode, type FaultPlace, RecordFault } from '../fault.ts'
import { laidOut } from '../tiles.ts'
import type { ChunkRunner } from '../verify-record.ts'
import { nativeWriter } from './native.ts'

/** What a thread answers. A fault travels as plain data, for a posted error forgets its class. */
export type Answer =
  | { readonly kind: 'result'; readonly result: ChunkResult; readonly spent: Uint8Array }
  | { readonly kind: 'fault'; readonly code: FaultCode; readonly message: string; readonly place: FaultPlace }

interface Waiting {
  readonly resolve: (result: ChunkResult) => void
  readonly reject: (reason: unknown) => void
}

const startThread = (script: URL, giveBack: (spent: Uint8Array) => void) => {
  const worker = new Worker(script, { env: SHARE_ENV })
  const waiting: Waiting[] = []
  let broken: unknown
  const breakDown = (reason: unknown) => {
    broken = reason
    for (const { reject } of waiting.splice(0)) reject(reason)
  }
  worker.on('message', (answer: Answer) => {
    const next = waiting.shift()
    if (answer.kind === 'result') {
      giveBack(answer.spent)
      next?.resolve(answer.result)
    } else next?.reject(new RecordFault(answer.code, answer.message, answer.place))
  })
  worker.on('error', breakDown)
  worker.on('exit', code => breakDown(new Error(`a hashing thread ended with code ${code}`)))
  const run = (work: LaidWork): Promise<ChunkResult> =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) {
        reject(broken)
        return
      }
      waiting.push({ resolve, reject })
      const stored = work.stored === undefined ? [] : [work.stored.buffer as ArrayBuffer]
      worker.postMessage(work, [work.bundles.buffer as ArrayBuffer, ...stored])
    })
  return { run, stop: () => worker.terminate(), load: () => waiting.length }
}

/** Arrays that stretches were laid out in, to be used again. */
const rooms = () => {
  const spare: Uint8Array[] = []
  const take = (length: number): Uint8Array => {
    const found = spare.findIndex(room => room.length >= length)
    // A little more than is asked for, so that the next stretch, of about the same length, fits as well.
    return found < 0 ? new Uint8Array(Math.ceil(length * 1.1)) : spare.splice(found, 1)[0]!
  }
  return { take, giveBack: (spent: Uint8Array) => void spare.push(spent) }
}

/** Re-hashes on the calling thread. */
export const onThisThread = ({ take, giveBack } = rooms()): ChunkRunner => {
  const run = async (work: ChunkWork): Promise<ChunkResult> => {
    const result = hashChunk(work, nativeWriter)
    if ('bundles' in work) giveBack(work.bundles)
    return result
  }
  return { ahead: 1, take, run }
}

/**
 * Threads that share the stretches with the calling one. A stretch goes to the thread with the least to do; when all
 * of them have one in hand and one waiting, the calling thread takes it itself rather than look on.
 */
export const startPool = (threads: number, script: URL): ChunkRunner & { stop(): Promise<void> } => {
  const shared = rooms()
  const here = onThisThread(shared)
  const { take, giveBack } = shared
  const pool = Array.from({ length: threads }, () => startThread(script, giveBack))
  return {
    take,
    // So many that this thread does not run out of work while the others are being started.
    ahead: threads * 16,
    ready: () => new Promise(resolve => setImmediate(resolve)),
    run: async work => {
      const idle = pool.reduce((least, thread) => (thread.load() < least.load() ? thread : least))
      return idle.load() < 2 ? idle.run(laidOut(work, take)) : here.run(work)
    },
    stop: async () => {
      await Promise.all(pool.map(thread => thread.stop()))
    },
  }
}
