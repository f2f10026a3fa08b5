import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { citedByAct } from '../../../packages/contract/src/testing/cited.ts'
import { refusals, rules } from './refusals.ts'
import { bodies } from './shapes.ts'

const file = new URL('./refusals.ts', import.meta.url)
const page = readFileSync(new URL('../../../rulebook/foresight.md', import.meta.url), 'utf8')

const sentences = (): readonly (readonly [string, string])[] =>
  [...page.matchAll(/^### (F-\d+)\n([\s\S]*?)\n(?=Source:)/gm)].map(
    ([, rule, sentence]) => [rule!, sentence!.replace(/\s+/g, ' ').trim()] as const,
  )

/** F-1 stands before the room's rules for every act that names something. */
const names = new Set(Object.keys(bodies).filter(type => type !== 'foresight.setReaders'))

const cited = (): Readonly<Record<string, readonly string[]>> => {
  const found = citedByAct([fileURLToPath(new URL('./law/decide.ts', import.meta.url))])
  return Object.fromEntries(
    Object.keys(bodies).map(type => [
      type,
      [...(names.has(type) ? ['F-1'] : []), ...(found[type] ?? []).filter(rule => /^(F-|I-12$)/.test(rule))],
    ]),
  )
}

const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`)

const rewrite = (): void => {
  const block = (name: string, lines: readonly string[]) => (source: string) =>
    source.replace(new RegExp(`(export const ${name}: [^=]*= )\\{[^}]*\\}`), `$1{\n${lines.join('\n')}\n}`)
  const told = block(
    'refusals',
    sentences().map(([rule, sentence]) => `  '${rule}': ${quoted(sentence)},`),
  )
  const listed = block(
    'rules',
    Object.entries(cited()).map(([type, ids]) => `  '${type}': [${ids.map(id => `'${id}'`).join(', ')}],`),
  )
  writeFileSync(file, listed(told(readFileSync(file, 'utf8'))))
}

it('says of every rule of the room what its page says, and of every act which may refuse it', () => {
  if (process.env['REWRITE'] === '1') return rewrite()
  expect(refusals).toEqual(Object.fromEntries(sentences()))
  expect(rules).toEqual(cited())
  const cites = new Set(Object.values(rules).flat())
  expect(Object.keys(refusals).filter(rule => !cites.has(rule))).toEqual(['F-5', 'F-8'])
})
