import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Real drafts, read in place beside the repository and never copied into it. Tests on them are skipped without it. */
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../../shared/samples')

export const haveSamples = existsSync(join(folder, 'MANIFEST.json'))
export const whySkipped = haveSamples ? '' : ' (SKIPPED: no ../shared/samples beside the repository)'

export const sample = (name: string): string => readFileSync(join(folder, name), 'utf8')

export interface Manifest {
  readonly files: readonly {
    readonly file: string
    readonly open?: number
    readonly close?: number
    readonly maxDepth?: number
    readonly strayClose?: number
    readonly leftOpen?: number
  }[]
  readonly bracketSeries: { readonly series: readonly (readonly [date: string, open: number])[] }
}

export const manifest = (): Manifest => JSON.parse(sample('MANIFEST.json')) as Manifest
