const place = (origin: string): string => `gavel.key.${origin}`

/** Whether a device knew a record's key before. */
export type KeyStanding =
  | { readonly kind: 'first' }
  | { readonly kind: 'known'; readonly since: string }
  | { readonly kind: 'changed' }

interface Kept {
  readonly key: string
  readonly since: string
}

const read = (origin: string): Kept | undefined => {
  try {
    const kept = localStorage.getItem(place(origin))
    return kept === null ? undefined : (JSON.parse(kept) as Kept)
  } catch {
    return undefined
  }
}

/** The name a key bears, which is that of its record. */
const originOf = (key: string): string => key.split('+', 1)[0] ?? ''

/** Compares the key a server gives with the one this device knows for the record; one that is met first is remembered. */
export const meetKey = (key: string): KeyStanding => {
  const origin = originOf(key)
  const kept = read(origin)
  if (kept !== undefined) return kept.key === key ? { kind: 'known', since: kept.since } : { kind: 'changed' }
  try {
    localStorage.setItem(place(origin), JSON.stringify({ key, since: new Date().toISOString() }))
  } catch {
    // A window that keeps nothing meets every key for the first time.
  }
  return { kind: 'first' }
}

/** Lets a key go, after somebody has made sure that the new one is right. */
export const forgetKey = (origin: string): void => localStorage.removeItem(place(origin))
