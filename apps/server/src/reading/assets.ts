import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { screensFolder } from '../screens.ts'

/** What the pages load: addresses of built files, whose names change with what is in them. */
export interface Assets {
  readonly sheets: readonly string[]
  /** The script that checks proofs. */
  readonly verifier?: string
}

/** Without built screens the pages wear the plain sheet, and no script. */
const plain: Assets = { sheets: ['/style.css'] }

interface Chunk {
  readonly file: string
}

/** The files the build wrote for the pages, by its manifest. */
export const readAssets = async (folder = screensFolder): Promise<Assets> => {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) return plain
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, Chunk>>
  const sheet = manifest['src/reading/reading.css']
  const verifier = manifest['src/record/verify-page.ts']
  return {
    sheets: sheet === undefined ? plain.sheets : [`/${sheet.file}`],
    ...(verifier === undefined ? {} : { verifier: `/${verifier.file}` }),
  }
}

/** The plain sheet: what a page needs to be readable, and no more. Printed texts wear it too. */
export const plainSheet = `:root{color-scheme:light dark}
body{max-width:46rem;margin:0 auto;padding:1rem;font:1.0625rem/1.6 Georgia,"Noto Serif",serif}
ul,ol{padding-inline-start:1.4rem}nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0}
pre{white-space:pre-wrap;overflow-wrap:anywhere}table{border-collapse:collapse}td,th{text-align:start;padding:.2rem .6rem .2rem 0;vertical-align:top}
button,.button{font:inherit;padding:.4rem .9rem;display:inline-block}
.spoken,.r-skip:not(:focus){position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bracket .bracket{opacity:.9}@media print{nav,.no-print{display:none}}
`
