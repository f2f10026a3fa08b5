import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart, startingWith } from './cannot-start.ts'

/**
 * The key confidential content is encrypted with in the database (docs/operating.md): 32 bytes in base64, one line, in a
 * file the operator names, else in `content.key` beside the signing key, made at the first start.
 */

const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT'

const read = (path: string, text: string): Uint8Array => {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== text.trim())
    throw new CannotStart(`the content key ${path} is not 32 bytes in base64; put back the file you saved`)
  return new Uint8Array(bytes)
}

export const contentKeyFile = (dataDir: string): string => join(dataDir, 'content.key')

/** The key from a file the operator named, which has to be there. */
const keyNamed = async (path: string): Promise<Uint8Array> =>
  startingWith(`the content key ${path}`, async () => read(path, await readFile(path, 'utf8')))

/** The key in the data folder; undefined when there is none. */
export const keyInFolder = async (dataDir: string): Promise<Uint8Array | undefined> => {
  const path = contentKeyFile(dataDir)
  const found = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  return found === undefined ? undefined : read(path, found)
}

/** The key of a record: the one named, the one in its folder, or a new one in its folder. */
export const contentKey = async (dataDir: string, named: string | undefined): Promise<Uint8Array> => {
  if (named !== undefined) return keyNamed(named)
  return startingWith(`the content key ${contentKeyFile(dataDir)}`, async () => {
    const found = await keyInFolder(dataDir)
    if (found !== undefined) return found
    const key = randomBytes(32)
    await writeFile(contentKeyFile(dataDir), `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    return new Uint8Array(key)
  })
}
