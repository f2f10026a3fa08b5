import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bracketsIn, type Draft, parseDraft, printNotation } from '@gavel/text'
import { describe, expect, test } from 'vitest'
import { after, assembly, at, secretariat } from '../testing/index.ts'
import { compilationOf, convergenceOf, portionsOf } from './index.ts'
import { on, para, textIn } from './testing/drafts.ts'
import { expectSound } from './testing/invariants.ts'

const layAll = (draft: Draft) => [
  ...assembly('AAA'),
  on(secretariat(), 'texts.introduce', {
    title: 'Draft',
    body: 'soc',
    audience: { kind: 'members' },
    language: 'en',
    kind: 'draft',
  }),
  ...portionsOf(draft).map(portion => on(secretariat(), 'texts.lay', portion as never, at('09:01'))),
  on(secretariat(), 'texts.open', {}, at('09:02')),
]

test('[T-3] a long draft is laid in portions that are small enough, in its order', () => {
  const paragraphs = Array.from({ length: 300 }, (_, n) =>
    para(`p${n}`, `${n + 1}`, 'Words of a draft. '.repeat(30)),
  )
  const draft = { paragraphs, footnotes: [] } as unknown as Draft
  expect(portionsOf(draft).length).toBeGreaterThan(2)
  expect(compilationOf(textIn(after(layAll(draft)))).paragraphs.map(({ number }) => number)).toEqual(
    paragraphs.map(({ number }) => number),
  )
})

const samples = join(fileURLToPath(new URL('../../../../..', import.meta.url)), 'shared', 'samples')
const present = existsSync(samples) ? readdirSync(samples).filter(name => name.endsWith('.txt')) : []

describe.skipIf(present.length === 0)('real drafts (skipped where ../shared/samples is absent)', () => {
  test.each(present)('%s is laid whole, and its compilation prints as the draft does', name => {
    const { draft, defects } = parseDraft(readFileSync(join(samples, name), 'utf8'))
    // A draft with characters nobody can see is not laid before they are taken out.
    if (defects.some(({ kind }) => kind === 'controlCharacter' || kind === 'bidiControl')) {
      expect(() => after(layAll(draft))).toThrow('T-10')
      return
    }
    const state = after(layAll(draft))
    const text = textIn(state)
    expectSound(text)
    const brackets = draft.paragraphs.reduce((sum, { content }) => sum + bracketsIn(content).length, 0)
    expect(convergenceOf(text).paragraphs.reduce((sum, p) => sum + p.brackets, 0)).toBeGreaterThanOrEqual(
      brackets,
    )
    expect(printNotation(compilationOf(text))).toBe(printNotation(draft))
  })
})
