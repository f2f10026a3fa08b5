import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RecordStore } from '@gavel/application'
import { postgresStore, sqliteStore } from '@gavel/store'
import { build } from 'esbuild'

/** Where a record lies, in words a child process can be given. */
export interface Where {
  readonly kind: 'sqlite' | 'postgres'
  readonly address: string
}

export const openStore = ({ kind, address }: Where): Promise<RecordStore> =>
  kind === 'sqlite' ? sqliteStore(address) : postgresStore(address)

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles a TypeScript file of this folder so that a plain Node process can run it; gives the path. */
export const runnable = async (name: string): Promise<string> => {
  const folder = join(root, 'node_modules', '.cache', 'gavel-survive')
  if (!existsSync(folder)) await mkdir(folder, { recursive: true })
  const outfile = join(folder, `${name}-${process.pid}.mjs`)
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'tests', 'survive', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['gavel-source'],
    external: ['libsql', 'postgres', 'esbuild', '@noble/*'],
    logLevel: 'error',
  })
  return outfile
}

/** How many rounds to go: a few each time, many when asked. */
export const rounds = (few: number): number => Number(process.env['GAVEL_ROUNDS'] ?? few)
