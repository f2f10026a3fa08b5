import { parentPort } from 'node:worker_threads'
import { hashChunk, type LaidWork } from '../chunk.ts'
import { RecordFault } from '../fault.ts'
import { nativeWriter } from './native.ts'
import type { Answer } from './pool.ts'

/** A thread that re-hashes the stretches it is sent, one after the other, and answers in the same order. */
const answer = (work: LaidWork): Answer => {
  try {
    return { kind: 'result', result: hashChunk(work, nativeWriter), spent: work.bundles }
  } catch (fault) {
    if (!(fault instanceof RecordFault)) throw fault
    return { kind: 'fault', code: fault.code, message: fault.message, place: fault.place }
  }
}

parentPort?.on('message', (work: LaidWork) => {
  parentPort?.postMessage(answer(work), [work.bundles.buffer as ArrayBuffer])
})
