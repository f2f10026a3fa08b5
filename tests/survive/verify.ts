import { type RecordStore, readContent } from '@gavel/application'
import { type DomainState, decisions } from '@gavel/domain'
import { entries, fromEpochMs, type Instant } from '@gavel/kernel'
import { appendLeaves, type Edge, emptyEdge, leafHash } from '@gavel/record'
import { expect } from 'vitest'
import type { Told } from './child.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Far after every expiry of these tests. */
export const atTheEnd: Instant = fromEpochMs(Date.now() + 365 * 86_400_000)

/** How every silence procedure comes out in the end, by the state. */
export const outcomes = (state: DomainState): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const [id, decision] of entries(state.decisions.decisions)) {
    const { course } = decision
    if (course.stage !== 'silence') continue
    const status = decisions.silenceStatus(course.silence.entries, atTheEnd)
    found.set(id, `${status.kind} ${'at' in status ? status.at : ''}`)
  }
  return found
}

/** A reader of the record that trusts nothing but the entries: rebuilds the tree and finds acts by id. */
export const auditor = () => {
  let edge: Edge = emptyEdge
  const indexOf = new Map<string, number>()
  return {
    indexOf: indexOf as ReadonlyMap<string, number>,
    /** Reads what is new, and holds the root of all entries against the head. */
    audit: async (store: RecordStore): Promise<void> => {
      const head = await store.head()
      while (edge.size < head.size) {
        const read = await store.read(edge.size, Math.min(head.size, edge.size + 2000))
        for (const entry of read) {
          expect(indexOf.has(entry.actId), `${entry.actId} is there twice`).toBe(false)
          indexOf.set(entry.actId, entry.index)
          expect(readContent(entry)?.act.id).toBe(entry.actId)
        }
        edge = appendLeaves(
          edge,
          read.map(({ leaf }) => leafHash(leaf)),
        ).edge
      }
      const { root } = appendLeaves(edge, [])
      expect(hex(root)).toBe(hex(head.root))
    },
  }
}

/** Nothing that was acknowledged is lost or stands elsewhere than was said. */
export const keptAll = (told: Told, indexOf: ReadonlyMap<string, number>): void => {
  for (const [id, index] of told.acknowledged) expect(indexOf.get(id), `${id} was acknowledged`).toBe(index)
}
