import { readFile, writeFile } from 'node:fs/promises'
import { generateKey, parseSignerKey, printSignerKey, type SignerKey } from '@gavel/record'
import { CannotStart, startingWith } from './cannot-start.ts'

const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT'

const read = (path: string, text: string): SignerKey => {
  try {
    return parseSignerKey(text.trim())
  } catch (error) {
    throw new CannotStart(
      `the signing key ${path} is broken (${(error as Error).message}); put back the file you saved, for a new key would begin another log`,
    )
  }
}

/**
 * The signing key of a record, from its file; made at the first start, readable for its owner alone. A file that is
 * there and is no key stops the start: a new key would begin another log.
 */
export const keyFrom = (path: string, origin: string): Promise<SignerKey> =>
  startingWith(`the signing key ${path}`, async () => {
    const found = await readFile(path, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    })
    if (found !== undefined) return read(path, found)
    const key = generateKey(origin)
    await writeFile(path, `${printSignerKey(key)}\n`, { mode: 0o600, flag: 'wx' })
    return key
  })
