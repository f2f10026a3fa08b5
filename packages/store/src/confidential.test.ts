import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { domainFolds, domainLaw, type NewEntry, openRecord } from '@gavel/application'
import { describe, expect, test } from 'vitest'
import { ContentKeyFault, confidentialStore } from './confidential.ts'
import { memoryDisk, memoryStore } from './memory.ts'
import { sqliteStore } from './sqlite/store.ts'
import { batches, sampleEntry, storeContract } from './testing/contract.ts'
import { temporaryFolder } from './testing/folder.ts'

const key = new Uint8Array(32).fill(7)
const other = new Uint8Array(32).fill(8)

storeContract({
  name: 'the store in memory with its content encrypted',
  make: async () => {
    const disk = memoryDisk()
    return { open: async () => confidentialStore(memoryStore(disk), key), remove: async () => undefined }
  },
})

/** What is told of an entry, to be compared. */
const plain = ({ actId, digest, sealed }: NewEntry) => {
  const { salt, content } = sealed as { salt: Uint8Array; content: Uint8Array }
  return [actId, ...[digest, salt, content].map(bytes => Buffer.from(bytes).toString('hex'))]
}

/** Everything a disk holds, as one text to search in. */
const held = (disk: ReturnType<typeof memoryDisk>): string =>
  JSON.stringify([disk.entries, [...disk.documents], disk.snapshot], (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )

describe('what the database holds of confidential content', () => {
  const sealed = sampleEntry(2)
  const secret = Buffer.from((sealed.sealed as { content: Uint8Array }).content).toString()
  const salt = Buffer.from((sealed.sealed as { salt: Uint8Array }).salt).toString('latin1')
  const digest = Buffer.from(sealed.digest).toString('latin1')

  const filled = async () => {
    const disk = memoryDisk()
    const store = confidentialStore(memoryStore(disk), key)
    await store.append(batches().next([sampleEntry(0), sampleEntry(1), sealed]))
    await store.putDocument('ab'.repeat(32), { mediaType: 'text/plain', bytes: Buffer.from('a quiet paper') })
    await store.saveSnapshot({ size: 3, edition: 'e', bytes: Buffer.from('{"state":"a quiet state"}') })
    return { disk, store }
  }

  test('neither content nor salt nor digest, nor a document, nor the state', async () => {
    const { disk, store } = await filled()
    const text = held(disk)
    const words = [secret, salt, digest, 'quiet paper', 'quiet state'].map(each =>
      JSON.stringify(each).slice(1, -1),
    )
    expect(words.filter(word => text.includes(word))).toEqual([])
    expect(text).toContain('act-a-2')
    expect(plain((await store.read(2, 3))[0]!)).toEqual(plain(sealed))
  })

  test('under another key nothing of it opens, and why is said', async () => {
    const { disk } = await filled()
    const stranger = confidentialStore(memoryStore(disk), other)
    await expect(stranger.read(0, 3)).rejects.toThrow(ContentKeyFault)
    await expect(stranger.snapshot()).rejects.toThrow('another content key')
    expect(await stranger.read(0, 2)).toHaveLength(2)
  })

  test('a box put in the place of another, or changed by a bit, does not open', async () => {
    const { disk, store } = await filled()
    const [own] = await memoryStore(disk).read(2, 3)
    const { content } = own!.sealed as { content: Uint8Array }
    disk.entries[2] = { ...disk.entries[2]!, leaf: new Uint8Array(48) }
    await expect(store.read(2, 3)).rejects.toThrow('changed, or belongs elsewhere')
    for (const at of [30, content.length - 1]) {
      const bent = Uint8Array.from(content)
      bent[at]! ^= 1
      disk.entries[2] = { ...own!, sealed: { salt: new Uint8Array(32), content: bent } }
      await expect(store.read(2, 3)).rejects.toThrow(ContentKeyFault)
    }
  })

  test('what was stored before there was a key is read as it is', async () => {
    const disk = memoryDisk()
    await memoryStore(disk).append(batches().next([sampleEntry(0), sampleEntry(1), sealed]))
    const [, , found] = await confidentialStore(memoryStore(disk), key).read(0, 3)
    expect(plain(found!)).toEqual(plain(sealed))
  })

  test('a record in a file is opened again under its key, and not one word of it lies in the file', async () => {
    const folder = await temporaryFolder()
    const file = join(folder.path, 'record.sqlite')
    const open = async (under: Uint8Array) =>
      openRecord({
        store: confidentialStore(await sqliteStore(file), under),
        law: domainLaw,
        folds: domainFolds,
        clock: { now: () => Date.parse('2026-11-24T12:00:00.000Z') },
      })
    const first = await open(key)
    const act = (id: string, type: string, body: object) => ({
      id,
      type,
      by: 'institution',
      as: { kind: 'system' },
      body,
    })
    const accredit = {
      credential: 'c',
      person: 'p',
      name: 'secretariat-of-nobody',
      capacity: { kind: 'secretariat' },
      rights: ['read'],
      from: '2026-01-01T00:00:00.000Z',
    }
    const founded = {
      organisation: 'o',
      name: { en: 'O' },
      shortName: 'O',
      languages: ['en'],
      source: 'founding-is-public',
    }
    const answer = await first.submit(
      [act('a', 'institution.found', founded), act('b', 'institution.accredit', accredit)] as never,
      'institution',
    )
    expect(answer.kind).toBe('recorded')
    const state = first.state()
    await first.close()
    const files = await Promise.all(
      (await readdir(folder.path)).map(name => readFile(join(folder.path, name))),
    )
    expect(files.some(bytes => bytes.includes('secretariat-of-nobody'))).toBe(false)
    expect(files.some(bytes => bytes.includes('founding-is-public'))).toBe(true)
    const second = await open(key)
    expect(second.state()).toEqual(state)
    await second.close()
    await expect(open(other)).rejects.toThrow(ContentKeyFault)
    await folder.remove()
  })
})
