import { readFile, writeFile } from 'node:fs/promises'
import { generateKey, parseSignerKey, printSignerKey, type SignerKey } from '@gavel/record'

const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT'

/**
 * The signing key of a record, from its file; made at the first start, readable for its owner alone. A file that is
 * there and is no key stops the start: a new key would begin another log.
 */
export const keyFrom = async (path: string, origin: string): Promise<SignerKey> => {
  try {
    return parseSignerKey((await readFile(path, 'utf8')).trim())
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const key = generateKey(origin)
  await writeFile(path, `${printSignerKey(key)}\n`, { mode: 0o600, flag: 'wx' })
  return key
}
