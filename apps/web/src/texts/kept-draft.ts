/** A piece of what stands in an editor: words, or the n-th inline of the content that was opened. */
export type Piece = string | number

interface Kept {
  /** What was opened: a draft is taken up again only over the same words. */
  readonly opened: string
  readonly pieces: readonly Piece[]
}

const key = (place: string): string => `gavel.draft.${place}`

/** Keeps what is being written, so that a closed tab or an empty battery costs not a word. */
export const keepDraft = (place: string, opened: string, pieces: readonly Piece[]): void => {
  try {
    localStorage.setItem(key(place), JSON.stringify({ opened, pieces } satisfies Kept))
  } catch {
    // A full or forbidden storage: the words are on the screen still.
  }
}

/** What was being written here over the same words; null when nothing was. */
export const keptDraft = (place: string, opened: string): readonly Piece[] | null => {
  const row = localStorage.getItem(key(place))
  if (row === null) return null
  try {
    const kept = JSON.parse(row) as Kept
    return kept.opened === opened ? kept.pieces : null
  } catch {
    return null
  }
}

export const dropDraft = (place: string): void => localStorage.removeItem(key(place))
