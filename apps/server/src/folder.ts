import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { CannotStart, startingWith } from './cannot-start.ts'

const codeOf = (error: unknown): string | undefined => (error as { readonly code?: string }).code

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isDirectory(),
    () => false,
  )

/**
 * One folder after the other from the top down. The runtime's own recursive way never ends in a file system that
 * takes no folders and says of each that it does not exist, such as /proc.
 */
const make = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await isThere(path))) return
    if (codeOf(error) !== 'ENOENT') throw error
    const above = dirname(path)
    if (above === path || (await isThere(above))) throw new CannotStart(`no folder can be made in ${above}`)
    await make(above)
    await make(path)
  }
}

/** Makes the data folder, with those above it, for its owner alone. Throws CannotStart with why it cannot be. */
export const makeDataFolder = (path: string): Promise<void> =>
  startingWith(`the data folder ${path}`, async () => {
    try {
      await make(resolve(path))
    } catch (error) {
      throw error instanceof CannotStart
        ? new CannotStart(`the data folder ${path}: ${error.message}`)
        : error
    }
  })
