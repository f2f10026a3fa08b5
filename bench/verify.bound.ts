import { hash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/**
 * The bound: nothing but Node's one-shot hash, asked for the fastest form of answer, over one leaf of the given length
 * and one node per entry. No reading, no tree, no comparing.
 */
const hashOnly = ({ entries, length }: { readonly entries: number; readonly length: number }): void => {
  const leaf = new Uint8Array(1 + length)
  const node = new Uint8Array(65)
  for (let i = 0; i < entries; i++) {
    hash('sha256', leaf, 'binary')
    hash('sha256', node, 'binary')
  }
}

parentPort?.on('message', work => {
  hashOnly(work)
  parentPort?.postMessage('done')
})
