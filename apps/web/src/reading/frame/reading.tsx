import type { DomainState } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { createContext, type ReactNode, useContext } from 'react'

/** What every public page is written from. */
export interface Reading {
  /** The part of the state the public may read, in the state's own shape: nothing closed is in it. */
  readonly state: DomainState
  readonly now: Instant
  /** How many entries the record has. */
  readonly size: number
  /** Whether this is a demonstration, whose seats anybody may take. */
  readonly demonstration: boolean
  /** Whether the reader is signed in and asked for the public page all the same. */
  readonly signedIn: boolean
}

const Read = createContext<Reading | null>(null)

/** Everything below is written from this reading. */
export const ReadingProvider = ({
  reading,
  children,
}: {
  readonly reading: Reading
  readonly children: ReactNode
}) => <Read.Provider value={reading}>{children}</Read.Provider>

/** The reading a page is written from. Throws outside a `ReadingProvider`. */
export const useReading = (): Reading => {
  const reading = useContext(Read)
  if (reading === null) throw new TypeError('there is no reading here')
  return reading
}
