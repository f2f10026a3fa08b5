import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Organisation, readOrganisation } from '@gavel/domain'
import { CannotStart, sayingWhy } from './cannot-start.ts'

/** The nearest folder called `organisations` above this file: the project's own, built or not. */
const ownFolder = (): string => {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, 'organisations'))) {
    const above = dirname(at)
    if (above === at)
      throw new CannotStart('no folder "organisations" was found; name one with --organisations')
    at = above
  }
  return join(at, 'organisations')
}

/** The files of an organisation as they stand, by name. Throws CannotStart when they cannot be read. */
export const filesOf = async (
  name: string,
  folder = ownFolder(),
): Promise<Readonly<Record<string, unknown>>> => {
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(name))
    throw new CannotStart(`not the name of an organisation: ${name.slice(0, 80)}`)
  const path = join(folder, name)
  return sayingWhy(`the organisation's files in ${path}`, () => filesIn(path))
}

/** The founding acts of an organisation from its files. Throws CannotStart with every fault when they are not in order. */
export const profileOf = async (name: string, folder = ownFolder()): Promise<Organisation> => {
  const given = await filesOf(name, folder)
  const path = join(folder, name)
  const profile = readOrganisation(given)
  if (profile.faults.length > 0)
    throw new CannotStart(
      `${path}: ${profile.faults.map(fault => JSON.stringify(fault)).join('; ')}`.slice(0, 2_000),
    )
  return profile
}

const filesIn = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
  const files = (await readdir(path)).filter(file => file.endsWith('.json'))
  const read = async (file: string) => [file, JSON.parse(await readFile(join(path, file), 'utf8'))] as const
  return Object.fromEntries(await Promise.all(files.map(read)))
}
