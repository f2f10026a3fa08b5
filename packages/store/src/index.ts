/** The record's store, three times: in memory, in one SQLite file, in PostgreSQL; and the memory of a signing key. */
export { type MemoryDisk, memoryDisk, memoryStore } from './memory.ts'
export { sqliteStore } from './sqlite/store.ts'
