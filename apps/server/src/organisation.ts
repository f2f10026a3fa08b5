import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { institution } from '@gavel/domain'

/** The nearest folder called `organisations` above this file: the project's own, built or not. */
const ownFolder = (): string => {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, 'organisations'))) {
    const above = dirname(at)
    if (above === at) throw new Error('no folder "organisations" was found; name one with --organisations')
    at = above
  }
  return join(at, 'organisations')
}

/** The founding acts of an organisation from its files. Throws with every fault named when they are not in order. */
export const profileOf = async (name: string, folder = ownFolder()): Promise<institution.Profile> => {
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(name)) throw new Error(`not the name of an organisation: ${name}`)
  const path = join(folder, name)
  const files = (await readdir(path)).filter(file => file.endsWith('.json'))
  const given: Record<string, unknown> = {}
  for (const file of files) given[file] = JSON.parse(await readFile(join(path, file), 'utf8'))
  const profile = institution.readProfile(given)
  if (profile.faults.length > 0)
    throw new Error(
      `${path}: ${profile.faults.map(fault => JSON.stringify(fault)).join('; ')}`.slice(0, 2_000),
    )
  return profile
}
