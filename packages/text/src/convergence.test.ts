import { describe, expect, it } from 'vitest'
import { checkText } from './check.ts'
import { convergence, convergenceSeries } from './convergence.ts'
import { parseDraft } from './notation/parse.ts'

const of = (source: string) => convergence(parseDraft(source).draft)

describe('convergence', () => {
  it('counts a choice once, and its words in dispute once however deep', () => {
    expect(of('1. Members [shall [always] meet][may meet / will meet] here.')).toMatchObject({
      paragraphs: 1,
      disputedParagraphs: 1,
      places: 2,
      options: 4,
      maxDepth: 2,
      words: 9,
      wordsInDispute: 7,
      openingBrackets: 3,
      brackets: 3,
    })
  })

  it('counts a bracket over paragraphs once, and all between its edges as disputed', () => {
    const figures = of('[One two\n\nthree [four] five\n\nsix] seven')
    expect(figures).toMatchObject({ places: 1, maxDepth: 1 })
    const spanning = of('[One two\n\nthree [four] five\n\nsix seven]')
    expect(spanning).toMatchObject({ places: 2, options: 2, maxDepth: 2, words: 7, wordsInDispute: 7 })
    expect(spanning.perParagraph.map(({ places, maxDepth }) => [places, maxDepth])).toEqual([
      [1, 1],
      [1, 2],
      [0, 0],
    ])
    expect(spanning.disputedParagraphs).toBe(3)
  })

  it('counts whole paragraphs under options as disputed, once', () => {
    expect(of('Option 1: One two [three].\n\nOption 2: Four.')).toMatchObject({
      choices: 1,
      choiceOptions: 2,
      places: 1,
      words: 4,
      wordsInDispute: 4,
      disputedParagraphs: 2,
    })
  })

  it('counts no dispute in symbols, links, notes, placeholders, statuses and reserves', () => {
    const source =
      '1. See [A/77/1], [URL], [it](https://x.example), [^1] and [X]. [A: reserve] [Agreed]\n\n[^1]: Note.'
    expect(of(source)).toMatchObject({
      places: 0,
      wordsInDispute: 0,
      linkBrackets: 2,
      placeholders: 1,
      reserves: 1,
      rungs: { agreed: 1, unmarked: 0 },
    })
  })

  it('follows a draft over its versions', () => {
    const versions = ['1. A [b][c] d [e].', '1. A b d [e].', '1. A b d.'].map((source, at) => ({
      version: `Rev.${at}`,
      draft: parseDraft(source).draft,
    }))
    expect(convergenceSeries(versions).map(({ version, places, since }) => [version, places, since])).toEqual(
      [
        ['Rev.0', 2, undefined],
        ['Rev.1', 1, { brackets: -2, places: -1, wordsInDispute: -2 }],
        ['Rev.2', 0, { brackets: -1, places: -1, wordsInDispute: -1 }],
      ],
    )
  })

  it('is what a check prints, with the defects and their places', () => {
    expect(checkText('1. Members [shall meet.\n2. Closed].')).toMatchObject({
      paragraphs: 2,
      places: 0,
      options: 0,
      maxDepth: 0,
      wordsInDispute: 0,
      defects: [
        { line: 1, column: 12, kind: 'leftOpen', excerpt: '[shall meet.' },
        { line: 2, column: 10, kind: 'strayClose', excerpt: ']' },
      ],
      plainCount: { open: 1, close: 1, maxDepth: 1, strayClose: 0, leftOpen: 0 },
    })
  })
})
