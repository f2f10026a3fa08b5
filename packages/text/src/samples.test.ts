import { describe, expect, it } from 'vitest'
import { checkText } from './check.ts'
import { bracketsIn, plainWords } from './content.ts'
import { convergenceSeries } from './convergence.ts'
import type { Draft, Paragraph } from './model.ts'
import { parseDraft } from './notation/parse.ts'
import { printNotation } from './notation/print.ts'
import { normal } from './testing/drafts.ts'
import { haveSamples, manifest, sample, whySkipped } from './testing/samples.ts'

const names = [
  'SYNTHETIC-attributed-notation.txt',
  'SYNTHETIC-malformed-brackets.txt',
  'bbnj-agreement-2023-06-19.ar.txt',
  'bbnj-agreement-2023-06-19.en.txt',
  'bbnj-agreement-2023-06-19.ru.txt',
  'bbnj-prepcom-report-a-ac296-2026-9-final-2026-05-04.txt',
  'bbnj-prepcom-report-advance-unedited-2026-04-02.txt',
  'un-ga-resolution-A-RES-77-321-2023-08-01.txt',
  'unfccc-adp-2015-8-infnot-nonpaper-2015-10-05-raw-pdf.txt',
  'unfccc-paris-adopted-2015-12-12.txt',
  'unfccc-paris-draft-2015-10-23.txt',
  'unfccc-paris-draft-2015-12-04.txt',
  'unfccc-paris-draft-2015-12-09.txt',
]

const numbered = (draft: Draft, number: string): Paragraph =>
  draft.paragraphs.find(paragraph => paragraph.number === number)!

describe.skipIf(!haveSamples)(`real drafts${whySkipped}`, () => {
  it.each(names)('%s prints back letter for letter, and what prints parses back', name => {
    const source = sample(name)
    const { draft } = parseDraft(source)
    const printed = printNotation(draft)
    expect(normal(printed)).toBe(normal(source))
    expect(parseDraft(printed).draft).toEqual(draft)
  })

  it('are counted by the plain counter as the manifest says', () => {
    for (const { file, open, close, maxDepth, strayClose, leftOpen } of manifest().files) {
      if (open === undefined) continue
      const { plainCount } = checkText(sample(file))
      expect({ file, ...plainCount }).toMatchObject({ file, open, close, maxDepth })
      if (strayClose !== undefined) expect(plainCount).toMatchObject({ strayClose, leftOpen })
    }
  })

  /**
   * The published series counts every opening bracket. Ours leaves out those of links: the six the manifest names in
   * the adopted text, and three, nine and five of the same kind in the drafts before it.
   */
  it('burn down as published: 1,052 → 1,055 → 222 → 0 opening brackets', () => {
    const versions = names
      .filter(name => name.startsWith('unfccc-paris'))
      .map(name => ({ version: name.slice(-14, -4), draft: parseDraft(sample(name)).draft }))
      .toSorted((a, b) => (a.version < b.version ? -1 : 1))
    const rows = convergenceSeries(versions)
    const links = [3, 9, 5, 0]
    expect(rows.map(({ version, openingBrackets }, at) => [version, openingBrackets + links[at]!])).toEqual(
      manifest().bracketSeries.series,
    )
    expect(rows.map(({ openingBrackets, linkBrackets }) => [openingBrackets, linkBrackets])).toEqual([
      [1049, 3],
      [1046, 9],
      [217, 5],
      [0, 6],
    ])
    // Without the marks of footnotes and what introduces them, which are no dispute.
    expect(rows.map(({ brackets }) => brackets)).toEqual([1025, 1017, 217, 0])
    expect(rows.map(({ places }) => places)).toEqual([769, 761, 166, 0])
    expect(rows.at(-1)).toMatchObject({ options: 0, maxDepth: 0, choices: 0, wordsInDispute: 0 })
    expect(rows[2]!.since).toEqual({
      places: 166 - 761,
      brackets: 217 - 1017,
      wordsInDispute: rows[2]!.wordsInDispute - rows[1]!.wordsInDispute,
    })
  })

  it('keep their odd numbers', () => {
    const numbers = new Set(
      parseDraft(sample('unfccc-paris-draft-2015-10-23.txt')).draft.paragraphs.map(({ number }) => number),
    )
    for (const number of ['Article 2bis', '3.3bis', '3.3ter', '3.3quat', '3.3alt', '3.3bis Alt', '3.x'])
      expect(numbers).toContain(number)
  })

  it('say which of their lines are a printer’s', () => {
    const { defects } = parseDraft(sample('unfccc-adp-2015-8-infnot-nonpaper-2015-10-05-raw-pdf.txt'))
    const furniture = defects.filter(({ kind }) => kind === 'pageFurniture')
    expect(furniture.filter(({ excerpt }) => /^Page \d+ of 20$/.test(excerpt))).toHaveLength(20)
    expect(furniture.filter(({ excerpt }) => excerpt === 'ADP.2015.8.InformalNote').length).toBeGreaterThan(
      15,
    )
    expect(defects.filter(({ kind }) => kind === 'strayClose' || kind === 'leftOpen')).toEqual([])
  })

  it('in Russian and Arabic have words, numbers and no dispute', () => {
    const russian = checkText(sample('bbnj-agreement-2023-06-19.ru.txt'))
    const arabic = checkText(sample('bbnj-agreement-2023-06-19.ar.txt'))
    expect(russian).toMatchObject({ places: 0, wordsInDispute: 0 })
    expect(russian.words).toBeGreaterThan(18_000)
    expect(russian.defectsByKind.hyphenatedBreak).toBeGreaterThan(200)
    expect(arabic).toMatchObject({ places: 0, wordsInDispute: 0, defects: [] })
    expect(arabic.words).toBeGreaterThan(18_000)
  })
})

describe.skipIf(!haveSamples)(`the attributed fixture${whySkipped}`, () => {
  const { draft, defects } = haveSamples
    ? parseDraft(sample('SYNTHETIC-attributed-notation.txt'))
    : { draft: { paragraphs: [], footnotes: [] }, defects: [] }

  it('has no defect, and each status on its rung', () => {
    expect(defects).toEqual([])
    expect(
      draft.paragraphs.flatMap(({ number, status }) => (status ? [[number, status.text, status.rung]] : [])),
    ).toEqual([
      ['1', 'Agreed ad ref', 'agreedAdRef'],
      ['6', 'Agreed in informals, pending F', 'agreedInInformals'],
      ['7', 'Agreed', 'agreed'],
      ['8', 'Text under consideration', 'open'],
    ])
  })

  it('has each attribution with its parties and verb', () => {
    const all = draft.paragraphs.flatMap(({ number, content }) =>
      bracketsIn(content).flatMap(({ bracket }) =>
        bracket.options.flatMap(option =>
          option.attributions.map(({ parties, verb }) => [
            number,
            plainWords(option.content),
            parties.join(),
            verb,
          ]),
        ),
      ),
    )
    expect(all).toEqual([
      ['2', 'substantially', 'A', 'proposes'],
      ['2', 'substantially', 'B', 'deletes'],
      ['2.bis', ', in line with national legislation.', 'Group X', 'proposes'],
      ['2.bis', ', in line with national legislation.', 'A,C,D', 'deletes'],
      ['3', 'harmonising divergent', 'A,Group X', 'retains'],
      ['3', 'encouraging compatible', 'B', 'proposes'],
      ['3', 'sustained', 'B', 'proposes'],
      ['7', 'Reverting to agreed language of the previous declaration, para 12', 'Chair', 'proposes'],
    ])
  })

  it('has placeholders, a reserve, notes in braces, labelled options and a footnote', () => {
    expect(numbered(draft, '2.ter').content).toMatchObject([{ what: 'placeholder' }])
    expect(numbered(draft, '4').content.at(-1)).toMatchObject({
      what: 'reserve',
      attributions: [{ parties: ['E'] }],
    })
    const [choice] = bracketsIn(numbered(draft, '5').content)
    expect(choice!.bracket.options.map(({ label }) => label)).toEqual(['Option 1', 'Option 2', 'Option 3'])
    expect(choice!.bracket.options[2]!.content).toMatchObject([
      { what: 'editorNote', text: '{No text required}' },
    ])
    expect(numbered(draft, '6')).toMatchObject({ disputedNumbers: ['6', '7'] })
    expect(bracketsIn(numbered(draft, '8').content)).toHaveLength(4)
    expect(draft.footnotes).toMatchObject([{ mark: '1', lead: '[1] ' }])
    expect(
      bracketsIn(draft.footnotes[0]!.content)[0]!.bracket.options.map(
        ({ attributions }) => attributions[0]?.parties,
      ),
    ).toEqual([['G'], ['H']])
  })
})

describe.skipIf(!haveSamples)(`the malformed fixture${whySkipped}`, () => {
  it('has each defect at its place, and what is no dispute apart', () => {
    const check = checkText(sample('SYNTHETIC-malformed-brackets.txt'))
    expect(check.defects.map(({ line, column, kind }) => `${line}:${column} ${kind}`)).toEqual([
      '3:69 strayClose',
      '4:4 leftOpen',
      '5:81 strayClose',
      '6:4 crossedMarkup',
    ])
    expect(check).toMatchObject({ places: 7, options: 11, maxDepth: 2, numbersInDispute: 1 })
  })
})
