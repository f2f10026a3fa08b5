import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { batches, sampleEntry, storeContract } from '../testing/contract.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { sqliteStore } from './store.ts'

storeContract({
  name: 'the store in a SQLite file',
  make: async () => {
    const folder = await temporaryFolder()
    return { open: () => sqliteStore(join(folder.path, 'record.db')), remove: folder.remove }
  },
})

test('a record of another edition is refused, with what to do', async () => {
  const folder = await temporaryFolder()
  try {
    const path = join(folder.path, 'record.db')
    await (await sqliteStore(path)).close()
    const other = new Database(path)
    other.exec('PRAGMA user_version = 900')
    other.close()
    await expect(sqliteStore(path)).rejects.toThrow(
      /of edition 900, this is \d+: export it with the edition of Gavel that wrote it, and import the export with this one$/,
    )
    const foreign = new Database(path)
    foreign.exec('PRAGMA application_id = 7')
    foreign.close()
    await expect(sqliteStore(path)).rejects.toThrow('a database of another program, not a record')
  } finally {
    await folder.remove()
  }
})

test('a file that is something else is refused and left alone', async () => {
  const folder = await temporaryFolder()
  try {
    const path = join(folder.path, 'letters.txt')
    await writeFile(path, 'not a database, and long enough to be looked at '.repeat(100))
    await expect(sqliteStore(path)).rejects.toThrow()
    expect((await readFile(path, 'utf8')).startsWith('not a database')).toBe(true)
  } finally {
    await folder.remove()
  }
})

test('erased content is in none of the files any more', async () => {
  const folder = await temporaryFolder()
  try {
    const path = join(folder.path, 'record.db')
    const store = await sqliteStore(path)
    const secret = Buffer.from('"the fallback of the delegation"'.repeat(40))
    const entry = { ...sampleEntry(2), sealed: { salt: new Uint8Array(32), content: secret } }
    await store.append(batches().next([entry]))
    const holds = async () => {
      const files = await Promise.all(['', '-wal'].map(end => readFile(`${path}${end}`)))
      return files.some(file => file.includes('the fallback of the delegation'))
    }
    expect(await holds()).toBe(true)
    await store.erase(0)
    expect(await holds()).toBe(false)
    await store.close()
  } finally {
    await folder.remove()
  }
})

test('the log of changes has its length before the first commit, and the record is none the longer', async () => {
  const folder = await temporaryFolder()
  try {
    const path = join(folder.path, 'record.db')
    for (let opened = 0; opened < 2; opened++) {
      const store = await sqliteStore(path)
      expect((await stat(`${path}-wal`)).size).toBeGreaterThan(1000 * 4096)
      expect(await store.documentHashes()).toEqual([])
      await store.close()
      expect((await stat(path)).size).toBeLessThan(100_000)
    }
  } finally {
    await folder.remove()
  }
})

test('reading leaves nothing behind that keeps the log of changes from being emptied', async () => {
  const folder = await temporaryFolder()
  try {
    const path = join(folder.path, 'record.db')
    const store = await sqliteStore(path)
    const batch = batches()
    for (let at = 0; at < 1500; at++) {
      await store.append(batch.next([sampleEntry(at)]))
      await store.head()
      await store.snapshot()
      await store.latestCheckpoint()
      await store.row('none', 'none')
      await store.tile(0, 0)
      await store.document('none')
    }
    // It is emptied at 1,000 pages of 4 kB; a log that never was would have grown far beyond.
    expect((await stat(`${path}-wal`)).size).toBeLessThan(6_000_000)
    await store.close()
  } finally {
    await folder.remove()
  }
})
