import type { Instant } from '@gavel/kernel'
import type { ReactNode } from 'react'
import type { Speech } from '../../words/speaking.ts'
import type { Reading } from './reading.tsx'

/** What a page says of itself in its head. */
export interface Head {
  readonly title: string
  readonly description?: string
  /** schema.org, as data. */
  readonly structured?: Readonly<Record<string, unknown>>
  /** The page changes by the clock alone at this instant. */
  readonly changesAt?: Instant
  /** It can check a proof in the reader's browser: the one kind of page with a script. */
  readonly verifies?: boolean
  /** What it shows is fictional, or of no use in a search. */
  readonly unlisted?: boolean
}

/** A page: what it says of itself, and what it shows. `Props` is what the server found for it. */
export interface PageOf<Props> {
  readonly head: (props: Props, reading: Reading, speech: Speech) => Head
  readonly Body: (props: Props) => ReactNode
}
