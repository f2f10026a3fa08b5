import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { actRules, gate, rulesOf } from './act-rules.ts'
import { actTypes } from './acts.ts'
import { refusals } from './refusals.ts'
import { citedByAct, gateRules } from './testing/cited.ts'

const file = new URL('./act-rules.ts', import.meta.url)
const list = (rules: readonly string[]): string => `[${rules.map(rule => `'${rule}'`).join(', ')}]`

const chapters = ['institution', 'meetings', 'texts', 'decisions', 'commitments']

/** `REWRITE=1` writes the tables anew from the code of the rules, a file for each chapter; the diff is what is reviewed. */
const rewrite = (): void => {
  const cited = citedByAct()
  for (const chapter of chapters) {
    const path = new URL(`./cited/${chapter}.ts`, import.meta.url)
    const own = actTypes.filter(type => type.startsWith(`${chapter}.`))
    const rows = own.map(type => `  '${type}': ${list(cited[type] ?? [])},`).join('\n')
    const source = readFileSync(path, 'utf8')
    writeFileSync(path, `${source.slice(0, source.indexOf('= {\n') + 4)}${rows}\n} as const\n`)
  }
  const source = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    source.replace(/(export const gate: readonly string\[\] = )\[[^\]]*\]/, `$1${list(gateRules())}`),
  )
}

it('names the rules each act may be refused by, as the code of the rules has them', () => {
  if (process.env['REWRITE'] === '1') return rewrite()
  expect(gate).toEqual(gateRules())
  expect(actRules).toEqual(citedByAct())
})

it('names no rule that the catalogue does not have, and every rule that can refuse at all', () => {
  const named = new Set(actTypes.flatMap(rulesOf))
  expect([...named].filter(rule => !Object.hasOwn(refusals, rule))).toEqual([])
  expect(named.size).toBeGreaterThan(100)
  for (const type of actTypes) expect(actRules[type].length, type).toBeGreaterThan(0)
})
