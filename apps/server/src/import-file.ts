import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportReport, importTable, type TableImport } from '@gavel/api'
import { type Clock, domainFolds, foldsOfRooms, lawWithRooms, openRecord } from '@gavel/application'
import type { PersonId } from '@gavel/kernel'
import { CannotStart, sayingWhy, withoutSecrets } from './cannot-start.ts'
import { owner } from './founding.ts'
import { rooms } from './rooms.ts'
import { openSaved } from './saved.ts'

export interface FileImport extends Omit<TableImport, 'keeper' | 'by'> {
  /** The data folder, or the address of a PostgreSQL database. A server may be running on the same record. */
  readonly where: string
  /** In whose name it is recorded; the owner of the record, which is its secretariat, unless told. */
  readonly person?: string
  readonly clock?: Clock
}

/**
 * Brings a table into a record on this machine, or tries it. What it records is signed by the server: at once where one
 * is running on the record, else when it starts. Throws CannotStart when there is no record, and what `importTable` throws.
 */
export const importFile = async (given: FileImport): Promise<ImportReport> => {
  const { where, person = owner, clock = Date, ...rest } = given
  // Opening makes what is missing, and a mistyped folder must not become a new record.
  if (!/^postgres(ql)?:\/\//.test(where) && !existsSync(join(where, 'record.sqlite')))
    throw new CannotStart(`there is no record in ${where}`)
  const { store } = await sayingWhy(`the record at ${withoutSecrets(where)}`, () => openSaved(where))
  const keeper = await openRecord({
    store,
    // As a server opens it, so that the snapshot a server saved serves here too.
    law: lawWithRooms(rooms.map(({ law }) => law)),
    folds: { ...domainFolds, ...foldsOfRooms(rooms) },
    clock,
    snapshotEvery: 0,
  }).catch(async error => {
    await store.close()
    throw error
  })
  try {
    if (keeper.head().size === 0) throw new CannotStart(`the record at ${withoutSecrets(where)} is empty`)
    return await importTable({ ...rest, keeper, by: person as PersonId })
  } finally {
    await keeper.close()
  }
}
