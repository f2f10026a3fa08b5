import { once } from 'node:events'
import { createWriteStream, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { CannotStart, exportLines, importInto, isDataFolder, makeDataFolder } from '@gavel/server'
import { type Command, exit, UsageError } from '../command.ts'
import { linesOf, openedAt } from './saved-record.ts'

const isDatabase = (where: string): boolean => /^postgres(ql)?:\/\//.test(where)

export const exportCommand: Command = {
  name: 'export',
  takes: 'FROM FILE',
  summary: 'write a whole record to one file',
  details: `FROM is the data folder of a server, or the address of its PostgreSQL database. The file holds every entry,
checkpoint and document, one JSON value a line; "-" writes to standard output. Without --public it holds what is
sealed too: keep it as you would keep the server. The signing key is never in it.`,
  flags: { public: { type: 'boolean', says: 'only what anybody may read; sealed entries stay commitments' } },
  arity: [2, 2],
  run: async ({ args, flags, out }) => {
    const [from, file] = args as [string, string]
    if (!isDatabase(from) && !isDataFolder(from)) throw new UsageError(`no record at ${from}`)
    if (file !== '-' && existsSync(file)) throw new UsageError(`${file} is there already`)
    const saved = await openedAt(from)
    const stream = file === '-' ? process.stdout : createWriteStream(file, { mode: 0o600 })
    let lines = 0
    for await (const line of exportLines(saved, flags['public'] === true ? 'public' : 'everything')) {
      if (!stream.write(`${line}\n`)) await once(stream, 'drain')
      if (++lines % 10_000 === 0) out.progress(`${lines.toLocaleString('en')} lines`)
    }
    if (file !== '-') await finished(stream.end())
    await saved.store.close()
    if (file !== '-') out.result({ file, lines }, () => `${lines} lines written to ${file}`)
    return exit.ok
  },
}

const folderAt = async (to: string): Promise<void> => {
  try {
    await makeDataFolder(to)
  } catch (error) {
    throw error instanceof CannotStart ? new UsageError(error.message) : error
  }
}

export const importCommand: Command = {
  name: 'import',
  takes: 'FILE TO',
  summary: 'bring an exported record into an empty place',
  details: `TO is a folder that holds no record yet, or the address of an empty PostgreSQL database. Every line is checked, the
tree is rebuilt and compared with every checkpoint on the way; at the first fault it stops and says in which line.
To go on signing the same record, the server needs the key of the old one beside it (see docs/operating.md).`,
  flags: {},
  arity: [2, 2],
  run: async ({ args, out }) => {
    const [file, to] = args as [string, string]
    if (!existsSync(file)) throw new UsageError(`no such file: ${file}`)
    if (!isDatabase(to)) {
      if (isDataFolder(to)) throw new UsageError(`there is a record at ${to} already`)
      await folderAt(to)
    }
    const saved = await openedAt(to)
    let whole = false
    try {
      const imported = await importInto(saved, linesOf(file))
      whole = true
      out.result(
        { to, ...imported },
        () =>
          `${imported.entries} entries, ${imported.documents} documents, ${imported.checkpoints} checkpoints; ${imported.closed} sealed entries came without their content`,
      )
      return exit.ok
    } catch (error) {
      if ((error as Error).name !== 'ImportFault') throw error
      out.result(
        { ok: false, code: 'export-malformed', message: (error as Error).message },
        () => `NOT imported: ${(error as Error).message}`,
      )
      return exit.notInOrder
    } finally {
      await saved.store.close()
      // Half a record would stand in the way of the next try.
      if (!whole && !isDatabase(to))
        for (const end of ['', '-wal', '-shm']) rmSync(join(to, `record.sqlite${end}`), { force: true })
    }
  },
}
