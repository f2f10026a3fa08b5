const key = (text: string): string => `gavel.seen.${text}`

/** The revision a text had when somebody last left it on this device; null when nobody was here before. */
export const lastSeen = (text: string): number | null => {
  const kept = Number(localStorage.getItem(key(text)) ?? Number.NaN)
  return Number.isSafeInteger(kept) ? kept : null
}

export const keepSeen = (text: string, revision: number): void =>
  localStorage.setItem(key(text), String(revision))
