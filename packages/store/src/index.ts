/** The record's store, three times: in memory, in one SQLite file, in PostgreSQL; and the memory of a signing key. */
import type { RecordStore } from '@gavel/application'
import type { PostgresOptions } from './postgres/store.ts'

export { ContentKeyFault, confidentialStore } from './confidential.ts'
export { fileGuard, memoryGuard } from './guard-file.ts'
export { type MemoryDisk, memoryDisk, memoryStore } from './memory.ts'
export { sqliteStore } from './sqlite/store.ts'
export type { PostgresOptions }

/**
 * A record in a PostgreSQL database (15 or later), in a schema of its own; see `postgres/store.ts`. The driver is
 * loaded here and not before: a server with the embedded store never needs it.
 */
export const postgresStore = async (url: string, options: PostgresOptions = {}): Promise<RecordStore> =>
  (await import('./postgres/store.ts')).postgresStore(url, options)
