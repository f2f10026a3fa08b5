import { hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { Guard, Signed } from '@gavel/application'

/** Each of the two slots; written in turn, so that a power cut in the middle of a write leaves the other whole. */
const slotBytes = 1024
const heading = 'gavel signing memory v1'

interface Slot {
  readonly heading: string
  readonly turn: number
  /** The number the file system gave this very file. A copy has another. */
  readonly file: string
  readonly signed: Signed
}

const seal = (text: string): string => hash('sha256', text, 'hex')

const writeSlot = (slot: Slot): Buffer => {
  const text = JSON.stringify(slot)
  const bytes = Buffer.alloc(slotBytes, ' ')
  if (bytes.write(`${seal(text)} ${text}`) > slotBytes - 1)
    throw new RangeError('the signing memory does not fit')
  bytes[slotBytes - 1] = 10
  return bytes
}

/** A slot that was written whole; undefined for anything else. */
const readSlot = (bytes: Buffer): Slot | undefined => {
  const line = bytes.toString('utf8').trimEnd()
  const text = line.slice(65)
  if (line.slice(0, 64) !== seal(text)) return undefined
  const slot = JSON.parse(text) as Slot
  return slot.heading === heading ? slot : undefined
}

const newest = async (file: FileHandle): Promise<Slot | undefined> => {
  const bytes = Buffer.alloc(2 * slotBytes)
  await file.read(bytes, 0, bytes.length, 0)
  const slots = [readSlot(bytes.subarray(0, slotBytes)), readSlot(bytes.subarray(slotBytes))]
  return slots.reduce(
    (best, slot) => (slot !== undefined && slot.turn > (best?.turn ?? -1) ? slot : best),
    undefined,
  )
}

const identity = async (file: FileHandle): Promise<string> => String((await file.stat({ bigint: true })).ino)

const notThere = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT'

/**
 * The memory of a signing key in a small file beside the key. Never put it into a backup: a restored memory would
 * forget what was signed since. It knows its own place in the file system, so a copy of it says that it is one.
 */
export const fileGuard = (path: string): Guard => ({
  load: async () => {
    let file: FileHandle
    try {
      file = await open(path, 'r')
    } catch (error) {
      if (notThere(error)) return 'none'
      throw error
    }
    try {
      const slot = await newest(file)
      if (slot === undefined) return 'none'
      return slot.file === (await identity(file)) ? slot.signed : 'copied'
    } finally {
      await file.close()
    }
  },
  save: async signed => {
    const file = await open(path, 'r+').catch((error: unknown) => {
      if (notThere(error)) return open(path, 'wx+', 0o600)
      throw error
    })
    try {
      const turn = ((await newest(file))?.turn ?? 0) + 1
      const slot = writeSlot({ heading, turn, file: await identity(file), signed })
      await file.write(slot, 0, slotBytes, (turn % 2) * slotBytes)
      await file.datasync()
    } finally {
      await file.close()
    }
  },
})

/** A memory that lasts as long as the process: for tests and exercises. */
export const memoryGuard = (signed: Signed | 'none' = 'none'): Guard => {
  let kept = signed
  return {
    load: async () => kept,
    save: async next => {
      kept = next
    },
  }
}
