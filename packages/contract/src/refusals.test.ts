import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { refusals, sentenceOf } from './refusals.ts'

const folder = new URL('../../../rulebook/', import.meta.url)
const files: { readonly [letter: string]: string } = {
  I: 'institution',
  M: 'meetings',
  T: 'texts',
  D: 'decisions',
  C: 'commitments',
}

/** Every rule with its sentence, in the order of the rulebook. */
const rulebook = (): readonly (readonly [string, string])[] =>
  readdirSync(folder)
    .filter(name => /^\d-/.test(name))
    .sort()
    .flatMap(name => {
      const page = readFileSync(new URL(name, folder), 'utf8')
      return [...page.matchAll(/^### ([A-Z]-\d+)\n([\s\S]*?)\n(?=Source:|Parameter:)/gm)].map(
        ([, rule, sentence]) => [rule!, sentence!.replace(/\s+/g, ' ').trim()] as const,
      )
    })

const quoted = (text: string): string =>
  !text.includes("'") ? `'${text}'` : text.includes('"') ? `\`${text.replaceAll('`', '\\`')}\`` : `"${text}"`

/** `REWRITE=1` writes the catalogue anew from the rulebook; the diff is what is reviewed. */
const rewrite = (rules: readonly (readonly [string, string])[]): void => {
  for (const [letter, name] of Object.entries(files)) {
    const file = new URL(`./sentences/${name}.ts`, import.meta.url)
    const own = rules.filter(([rule]) => rule.startsWith(`${letter}-`))
    const lines = own.map(([rule, sentence]) => `  '${rule}': ${quoted(sentence)},`).join('\n')
    const source = readFileSync(file, 'utf8')
    const begin = source.indexOf('= {\n') + 4
    writeFileSync(file, `${source.slice(0, begin)}${lines}\n} as const\n`)
  }
}

it('has the sentence of every rule in the rulebook, word for word', () => {
  const rules = rulebook()
  expect(rules.length).toBeGreaterThan(100)
  if (process.env['REWRITE'] === '1') return rewrite(rules)
  expect(refusals).toEqual(Object.fromEntries(rules))
})

it('answers for a rule it does not know', () => {
  expect(sentenceOf('Z-9')).toContain('Z-9')
})
