/** The record's store, three times: in memory, in one SQLite file, in PostgreSQL; and the memory of a signing key. */
export { fileGuard, memoryGuard } from './guard-file.ts'
export { type MemoryDisk, memoryDisk, memoryStore } from './memory.ts'
export { type PostgresOptions, postgresStore } from './postgres/store.ts'
export { sqliteStore } from './sqlite/store.ts'
