import { copyFile, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Signed } from '@gavel/application'
import { expect, test } from 'vitest'
import { fileGuard } from './guard-file.ts'
import { temporaryFolder } from './testing/folder.ts'

const signed = (size: number): Signed => ({
  storeId: 's',
  size,
  root: 'ab'.repeat(32),
  at: 1_700_000_000_000 + size,
})

const inFolder = async (work: (path: string) => Promise<void>): Promise<void> => {
  const folder = await temporaryFolder()
  try {
    await work(join(folder.path, 'signed'))
  } finally {
    await folder.remove()
  }
}

test('a key that never signed remembers nothing; then it remembers the last time', () =>
  inFolder(async path => {
    expect(await fileGuard(path).load()).toBe('none')
    for (const size of [1, 2, 3, 70_000]) {
      await fileGuard(path).save(signed(size))
      expect(await fileGuard(path).load()).toEqual(signed(size))
    }
  }))

test('a copy says that it is one, until it is accepted by writing to it', () =>
  inFolder(async path => {
    await fileGuard(path).save(signed(5))
    await copyFile(path, `${path}.copy`)
    expect(await fileGuard(`${path}.copy`).load()).toBe('copied')
    expect(await fileGuard(path).load()).toEqual(signed(5))
    await fileGuard(`${path}.copy`).save(signed(6))
    expect(await fileGuard(`${path}.copy`).load()).toEqual(signed(6))
  }))

test('a write torn by a power cut leaves the memory before it', () =>
  inFolder(async path => {
    await fileGuard(path).save(signed(5))
    await fileGuard(path).save(signed(6))
    const file = await open(path, 'r+')
    // The second write went to the first slot.
    await file.write(Buffer.from('torn'), 0, 4, 80)
    await file.close()
    expect(await fileGuard(path).load()).toEqual(signed(5))
  }))
