import type { SeenCheckpoint } from './growth.ts'

const place = (origin: string): string => `gavel.checkpoint.${origin}`

/** The checkpoint this device saw last and found in order; undefined where it saw none of this record. */
export const lastSeen = (origin: string): SeenCheckpoint | undefined => {
  try {
    const kept = localStorage.getItem(place(origin))
    return kept === null ? undefined : (JSON.parse(kept) as SeenCheckpoint)
  } catch {
    return undefined
  }
}

/** Remembers a checkpoint that was found in order. One that was not is never remembered: the older one convicts it. */
export const keepSeen = (origin: string, seen: SeenCheckpoint): void => {
  try {
    localStorage.setItem(place(origin), JSON.stringify(seen))
  } catch {
    // A window that keeps nothing sees every record for the first time.
  }
}

export const forgetSeen = (origin: string): void => localStorage.removeItem(place(origin))
