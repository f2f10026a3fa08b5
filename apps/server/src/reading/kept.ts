import { createHash } from 'node:crypto'
import { type Encoded, encodings } from '@gavel/api'
import type { Written } from '@gavel/web/reading'

/** A page as it is sent: its bytes in any encoding, and the tag by which a browser asks whether it still stands. */
export interface KeptPage {
  readonly head: Written['head']
  readonly etag: string
  readonly bytes: Encoded
  readonly size: number
}

interface Kept {
  readonly page: Promise<KeptPage>
  readonly basis: readonly unknown[]
  /** Milliseconds since the epoch: a page tells of now, and of instants that pass. */
  until: number
  size: number
}

const keptBytes = 32 << 20
const longestMs = 60_000

const made = ({ html, head }: Written): KeptPage => {
  const bytes = Buffer.from(html)
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { head, etag, bytes: encodings(bytes), size: bytes.length }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => Object.is(each, b[at]))

/**
 * Pages that were written, by where they lie and for whom. One is given out again while what it was written from is
 * the same, no instant it tells of has passed, and for a minute at most; those asked for longest ago are forgotten first.
 */
export const keptPages = () => {
  const kept = new Map<string, Kept>()
  let bytes = 0

  const forget = (key: string): void => {
    bytes -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }

  const keep = (key: string, entry: Kept, page: KeptPage): void => {
    if (kept.get(key) !== entry) return
    entry.size = page.size
    bytes += page.size
    for (const oldest of kept.keys()) {
      if (bytes <= keptBytes || oldest === key) break
      forget(oldest)
    }
  }

  /** The page under a key, written anew when it no longer stands. `now`: milliseconds since the epoch. */
  return async (
    key: string,
    basis: readonly unknown[],
    write: () => Promise<Written>,
    now: number,
  ): Promise<KeptPage> => {
    const before = kept.get(key)
    if (before !== undefined && isSame(before.basis, basis) && now < before.until) {
      kept.delete(key)
      kept.set(key, before)
      return before.page
    }
    forget(key)
    const writing = write().then(made)
    const entry: Kept = { page: writing, basis, until: now + longestMs, size: 0 }
    kept.set(key, entry)
    try {
      const page = await writing
      const { changesAt } = page.head
      if (changesAt !== undefined) entry.until = Math.min(entry.until, Date.parse(changesAt))
      keep(key, entry, page)
      return page
    } catch (error) {
      if (kept.get(key) === entry) forget(key)
      throw error
    }
  }
}
