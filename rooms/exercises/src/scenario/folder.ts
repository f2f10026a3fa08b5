import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files of a scenario's folder, by their path in it. Only what a scenario is made of is read. */
export const filesIn = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const names = (await readdir(folder, { recursive: true })).map(name => name.replaceAll('\\', '/'))
  const wanted = names.filter(name => /^((lines|briefs)\/[^/]+|[^/]+)\.(yaml|md)$/.test(name)).sort()
  return Object.fromEntries(
    await Promise.all(wanted.map(async name => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}
