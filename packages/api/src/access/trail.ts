import { randomBytes } from 'node:crypto'
import { dayMs, type Instant, later, type PersonId } from '@gavel/kernel'
import type { Rows } from '../ports.ts'
import type { Way } from './accounts.ts'
import type { Device } from './device.ts'

/** What happened to a person's ways in. */
export type Happening =
  | 'invited'
  | 'signedIn'
  | 'signedOut'
  | 'signInRevoked'
  | 'othersRevoked'
  | 'linkMade'
  | 'passkeyAdded'
  | 'passkeyRenamed'
  | 'passkeyRemoved'
  | 'passkeyCopied'
  | 'accountLinked'
  | 'accountRemoved'

export interface TrailEntry {
  readonly at: Instant
  readonly what: Happening
  readonly way?: Way
  readonly device: Device
  readonly network: string | null
  /** The name of the passkey, the label of the provider, who invited. */
  readonly name?: string
}

const most = 100
const keepMs = 365 * dayMs

/**
 * What happened to a person's ways in, for her alone to read: the latest hundred, for a year. Addresses are kept as
 * networks and devices in known names, so that it betrays little to whoever reads the database.
 */
export const trails = (rows: Rows, now: () => Instant) => {
  /** Keeps what happens within one millisecond in its order. */
  let count = 0
  const kindOf = (person: PersonId): string => `trail/${person}`
  const sorted = async (person: PersonId) => (await rows.rows(kindOf(person))).toReversed()

  return {
    async add(person: PersonId, entry: Omit<TrailEntry, 'at'>): Promise<void> {
      const at = now()
      const key = `${at}-${String(count++).padStart(12, '0')}-${randomBytes(4).toString('hex')}`
      await rows.swapRow(kindOf(person), key, null, JSON.stringify({ at, ...entry }))
      const oldest = later(at, -keepMs)
      const all = await sorted(person)
      for (const [old, row] of all.filter(([name], place) => place >= most || name < oldest))
        await rows.swapRow(kindOf(person), old, row, null)
    },

    /** The latest first. */
    of: async (person: PersonId): Promise<readonly TrailEntry[]> =>
      (await sorted(person)).map(([, row]) => JSON.parse(row) as TrailEntry),
  }
}

export type Trails = ReturnType<typeof trails>
