import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { idsIn, idsTested, rulesOf } from './rulebook.ts'
import { filesBelow, isTest, readHouse, root } from './sources.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages = filesBelow('rulebook', ['.md']).filter(path => !path.endsWith('/README.md'))
const law = pages.map(page => rulesOf(page, read(page)))
const rules = law.flatMap(page => page.rules)
const ids = new Set(rules.map(rule => rule.id))
const house = [...readHouse()].filter(([path]) =>
  /^(packages\/(domain|application|contract|api)|rooms\/[a-z]+)\//.test(path),
)
const inCode = new Set(
  house
    .filter(([path]) => /^(packages\/domain|rooms\/[a-z]+\/src\/law)\//.test(path) && !isTest(path))
    .flatMap(([, source]) => [...idsIn(source)]),
)
const inTests = new Set(
  [
    ...house.filter(([path]) => path.endsWith('.test.ts')).map(([, source]) => source),
    ...filesBelow('tests', ['.test.ts']).map(read),
  ].flatMap(source => [...idsTested(source)]),
)
const missing = (from: Iterable<string>, among: ReadonlySet<string>): readonly string[] =>
  [...from].filter(id => !among.has(id)).sort()

describe('the rulebook, the code and the tests say the same', () => {
  test('the rulebook keeps its form', () => expect(law.flatMap(page => page.faults)).toEqual([]))
  test('there is a rulebook', () => expect(rules.length).toBeGreaterThan(60))
  test('every rule is in the code', () => expect(missing(ids, inCode)).toEqual([]))
  test('every rule has a test that names it', () => expect(missing(ids, inTests)).toEqual([]))
  test('no code cites a rule that is not in the rulebook', () =>
    expect(
      missing(
        house.flatMap(([, source]) => [...idsIn(source)]),
        ids,
      ),
    ).toEqual([]))
  test('no test names a rule that is not in the rulebook', () => expect(missing(inTests, ids)).toEqual([]))
})

describe('the reader of the rulebook', () => {
  test('reads id, sentence and source', () =>
    expect(rulesOf('p', '### D-1\nA sentence.\n\nSource: assumed, 2026-11-23\n')).toEqual({
      rules: [{ id: 'D-1', sentence: 'A sentence.', source: 'assumed, 2026-11-23', page: 'p' }],
      faults: [],
    }))
  test('reports a rule without a source, without a sentence, twice', () =>
    expect(rulesOf('p', '### D-1\nA.\n### D-1\nSource: x\n').faults).toHaveLength(3))
  test('finds ids in code and in test names, not in dates or flags', () => {
    expect([...idsIn("following([['D-5', ok]]) // T-12a, not A-1, UTF-8, x/D-7 or 2026-11-23")]).toEqual([
      'D-5',
      'T-12a',
    ])
    expect([...idsTested("test('[D-5, D-6] no adoption', f); test('T-9', f)")]).toEqual(['D-5', 'D-6'])
  })
})
