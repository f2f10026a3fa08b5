import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readOrganisation } from '@gavel/domain'
import { type Command, exit, UsageError } from '../command.ts'
import { root } from '../root.ts'

/** The folder of an organisation: a path, or the name of one that comes with Gavel. */
const folderOf = (named: string): string => {
  const own = join(root, 'organisations', named)
  const folder = existsSync(named) ? named : own
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(
      `no organisation at ${named}: neither a folder nor one of ${readdirSync(join(root, 'organisations')).join(', ')}`,
    )
  return folder
}

interface Files {
  readonly files: { readonly [name: string]: unknown }
  readonly faults: readonly { readonly file: string; readonly path: string; readonly why: string }[]
}

/** Every JSON file of the folder, parsed; what cannot be parsed is a fault with its reason, not a crash. */
const readFiles = (folder: string): Files => {
  const files: Record<string, unknown> = {}
  const faults: { file: string; path: string; why: string }[] = []
  for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) {
    try {
      files[file] = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    } catch (error) {
      faults.push({ file, path: '', why: `is not JSON: ${(error as Error).message}` })
    }
  }
  return { files, faults }
}

export const orgCheck: Command = {
  name: 'org check',
  takes: '[NAME|FOLDER]',
  summary: 'check the data of an organisation: members, bodies, parameters, sources',
  details: `Reads the JSON files of an organisation ("cica" unless told), tries every founding act against the rules, and
prints what was read, or every fault with file and place. A fact without a source is a fault. Ends with 1 on faults.`,
  flags: {},
  arity: [0, 1],
  run: async ({ args, out }) => {
    const folder = folderOf(args[0] ?? 'cica')
    const { files, faults: unread } = readFiles(folder)
    const profile = unread.length > 0 ? { faults: [], counts: {} } : readOrganisation(files)
    const faults = [...unread, ...profile.faults]
    out.result({ folder: args[0] ?? 'cica', counts: profile.counts, faults }, () =>
      faults.length > 0
        ? [
            ...faults.map(({ file, path, why }) => `${file}${path === '' ? '' : ` ${path}`}: ${why}`),
            `${faults.length} faults`,
          ].join('\n')
        : Object.entries(profile.counts)
            .map(([what, count]) => `${String(count).padStart(5)} ${what}`)
            .join('\n'),
    )
    return faults.length > 0 ? exit.notInOrder : exit.ok
  },
}
