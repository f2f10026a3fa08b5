import { describe, expect, it } from 'vitest'
import { bracketsIn, plainWords } from '../content.ts'
import { convergence } from '../convergence.ts'
import type { Draft, Paragraph } from '../model.ts'
import { normal } from '../testing/drafts.ts'
import * as styles from '../testing/fixtures/styles.ts'
import { parseContent, parseDraft } from './parse.ts'
import { printNotation } from './print.ts'

const numbered = (draft: Draft, number: string): Paragraph =>
  draft.paragraphs.find(paragraph => paragraph.number === number)!

/** What a paragraph's brackets say: for each, its options' words and who said what. */
const said = (paragraph: Paragraph) =>
  bracketsIn(paragraph.content).map(({ bracket }) =>
    bracket.options.map(({ content, attributions }) =>
      [
        plainWords(content).trim(),
        ...attributions.map(({ parties, verb }) => `${verb}:${parties.join('+')}`),
      ].join(' | '),
    ),
  )

describe('every style', () => {
  it.each(Object.entries(styles))('%s prints back, and what prints parses back', (_, source) => {
    const { draft } = parseDraft(source)
    const printed = printNotation(draft)
    expect(normal(printed)).toBe(normal(source))
    expect(parseDraft(printed).draft).toEqual(draft)
  })
})

describe('attributions', () => {
  const { draft, defects } = parseDraft(styles.rolling)

  it('stand after the words, before them, and after the bracket', () => {
    expect(said(numbered(draft, '12'))).toEqual([
      ['reaffirm | proposes:A+B | deletes:C'],
      ['recall | proposes:D'],
    ])
    expect(said(numbered(draft, '12.bis'))[0]).toEqual([
      'We stress the need for adequate predictable funding. | proposes:EU | deletes:A+B',
    ])
    expect(said(numbered(draft, '12.bis'))[1]).toEqual(['adequate', 'predictable | proposes:G77 and China'])
    expect(said(numbered(draft, '12 ter'))).toEqual([
      ['We invite | proposes:A+C', 'We urge | proposes:D'],
      ['every two years, | retains:Group Y | reserves:A'],
    ])
  })

  it('name whose paragraph it is, and leave no defect', () => {
    expect(numbered(draft, '14').content.at(-1)).toMatchObject({
      what: 'attribution',
      attributions: [
        { parties: ['C'], verb: 'proposes' },
        { parties: ['A'], verb: 'backs' },
      ],
    })
    expect(defects).toEqual([])
  })

  it('are counted per party', () => {
    const byParty = new Map(convergence(draft).perParty.map(figures => [figures.party, figures]))
    expect(byParty.get('C')).toMatchObject({ proposes: 2, deletes: 1 })
    expect(byParty.get('Group Y')).toMatchObject({ retains: 1, options: ['o6.1'] })
    expect([...byParty.keys()]).toEqual(['A', 'B', 'C', 'D', 'EU', 'G77 and China', 'Group Y'])
  })

  it('are not seen where words only look like them', () => {
    for (const words of ['the 2013–2015 Review', 'well-being', '-Y', 'see 2 - 3', 'NOTE: text', 'so: it is'])
      expect(parseContent(`x [${words}] y`)[1]).toMatchObject({ options: [{ attributions: [] }] })
  })

  it('know parties by name when told', () => {
    const [bracket] = parseContent('[Atlantis: the sea]', { parties: ['Atlantis'] })
    expect(bracket).toMatchObject({
      options: [{ attributions: [{ parties: ['Atlantis'], place: 'before' }] }],
    })
    expect(parseContent('[Atlantis: the sea]')).toMatchObject([{ options: [{ attributions: [] }] }])
  })
})

describe('options', () => {
  it('over whole paragraphs are one choice', () => {
    const { draft } = parseDraft(styles.options)
    const choices = draft.paragraphs.map(({ alternatives }) =>
      alternatives?.map(({ group, label }) => `${group} ${label}`).join(),
    )
    expect(choices.slice(1)).toEqual([
      undefined,
      'g1 Option 1',
      'g1 Option 2',
      'g1 Option 2',
      'g1 Option 2',
      'g1 Option 2',
      'g1 Option 3',
      'g2 Option (a)',
      'g2 Option (b)',
      undefined,
      undefined,
      undefined,
      undefined,
      'g3 ALT 1',
      'g3 ALT 2',
    ])
    expect(convergence(draft)).toMatchObject({ choices: 3, choiceOptions: 7 })
  })

  it('by capital letters and in capitals', () => {
    const { draft } = parseDraft(styles.capitals)
    expect(
      draft.paragraphs.flatMap(({ alternatives }) => alternatives?.filter(({ opens }) => opens) ?? []),
    ).toMatchObject([{ label: 'Alternative A' }, { label: 'Alternative B' }])
    const last = bracketsIn(draft.paragraphs.at(-1)!.content)[0]!.bracket
    expect(last.options.map(({ label, content }) => [label, plainWords(content)])).toEqual([
      ['OPTION 1', 'Members shall decide'],
      ['OPTION 2', 'Members may decide'],
    ])
  })

  it('touch, or are parted by a blank where they are plainly alternatives, or by slashes', () => {
    const shapes = (source: string) =>
      bracketsIn(parseContent(source)).map(({ bracket }) =>
        bracket.options.map(({ join }) => join ?? 'first').join(' '),
      )
    expect(shapes('[a][b][c]')).toEqual(['first adjacent adjacent'])
    expect(shapes('[shall] [should] do')).toEqual(['first spaced'])
    expect(shapes('[2030] [2035]')).toEqual(['first spaced'])
    expect(shapes('[contribution] [contributions]')).toEqual(['first spaced'])
    expect(shapes('[migrants] [people in need]')).toEqual(['first', 'first'])
    expect(shapes('[a / b / c]')).toEqual(['first slash slash'])
    for (const whole of [
      '[and/or]',
      '[and / or]',
      '[12/05/2031]',
      '[5 / 10]',
      '[NDMC/INDC]',
      '[the board (one / two)]',
    ])
      expect(shapes(whole)).toEqual(['first'])
  })

  it('mixing slashes and neighbours is one bracket, and reported', () => {
    const { draft, defects } = parseDraft('1. Members [shall / may][should] meet.')
    expect(said(draft.paragraphs[0]!)).toEqual([['shall', 'may', 'should']])
    expect(defects.map(({ kind, column }) => [kind, column])).toEqual([['mixedJoin', 25]])
  })
})

describe('numbers, levels and kinds', () => {
  it('read what drafts print', () => {
    const number = (source: string) => parseDraft(source).draft.paragraphs[0]!.number
    const cases: readonly (readonly [string, string])[] = [
      ['39 bis. Text', '39 bis'],
      ['3.1ter Text', '3.1ter'],
      ['2.bis We', '2.bis'],
      ['1bis. Text', '1bis'],
      ['3.3bis Alt Each', '3.3bis Alt'],
      ['3.x[^4] Text', '3.x'],
      ['Article 2bis', 'Article 2bis'],
      ['## Article 2bis *(general)*', 'Article 2bis'],
      ['Pp1 Being', 'Pp1'],
      ['OP7ter. Decides', 'OP7ter'],
      ['(a)(i) text', '(a)(i)'],
      ['[4][2]. Text', '[4][2]'],
      ['**3.1ter.** Text', '3.1ter'],
      ['[12. Parties shall]', '12'],
      ['- a', ''],
      ['1.5 °C is warm', ''],
      ['2031 was a year', ''],
      ['Article 4, paragraph 2, applies', ''],
    ]
    for (const [source, expected] of cases) expect([source, number(source)]).toEqual([source, expected])
    expect(parseDraft('6. [6.][7.] Text').draft.paragraphs[0]).toMatchObject({
      number: '6',
      disputedNumbers: ['6', '7'],
    })
  })

  it('give statuses their rung', () => {
    const { draft } = parseDraft(styles.committee)
    expect(draft.paragraphs.map(({ number, kind, status }) => [number, kind, status?.rung])).toEqual([
      ['PP1', 'preambular', 'agreedAdRef'],
      ['PP2bis', 'preambular', 'agreed'],
      ['OP6', 'operative', 'agreedInInformals'],
      ['OP6alt', 'operative', undefined],
      ['OP7ter', 'operative', 'agreed'],
      ['OP8', 'operative', 'open'],
    ])
    expect(numbered(draft, 'OP6alt').content.at(-1)).toMatchObject({
      what: 'reserve',
      attributions: [{ parties: ['A'] }],
    })
  })

  it('know a heading, a level and a list in three scripts', () => {
    const { draft } = parseDraft(styles.scripts)
    expect(draft.paragraphs.map(({ number, level, kind }) => [number, level, kind])).toEqual([
      ['Статья 5', 0, 'heading'],
      ['1', 0, 'operative'],
      ['(a)', 1, 'item'],
      ['(b)', 1, 'item'],
      ['المادة 6', 0, 'heading'],
      ['1', 0, 'operative'],
    ])
    expect(convergence(draft)).toMatchObject({ places: 5, options: 8 })
  })
})

describe('what is no dispute', () => {
  it('is kept as what it is', () => {
    const { draft, defects } = parseDraft(styles.notDisputes)
    const whats = draft.paragraphs.flatMap(({ content }) =>
      content.flatMap(inline =>
        inline.kind === 'aside' ? [inline.what] : inline.kind === 'noteMark' ? ['note'] : [],
      ),
    )
    expect(whats).toEqual([
      ...['citation', 'citation', 'citation', 'link', 'link'],
      ...['note', 'note', 'link', 'placeholder', 'placeholder', 'editorNote', 'link'],
    ])
    expect(convergence(draft)).toMatchObject({ places: 2, options: 3 })
    expect(draft.footnotes.map(({ mark }) => mark)).toEqual(['1', '1'])
    expect(defects).toEqual([])
  })
})

describe('malformed drafts', () => {
  it('keep every character and report every defect with its place', () => {
    const { defects } = parseDraft(styles.malformed)
    expect(defects.map(({ line, column, kind }) => `${line}:${column} ${kind}`)).toEqual([
      '1:10 strayClose',
      '1:22 leftOpen',
      '1:32 leftOpen',
      '3:13 emptyBracket',
      '3:20 splitWord',
      '3:33 crossedMarkup',
      '5:1 duplicateNumber',
      '5:24 bidiControl',
      '5:31 bidiControl',
      '5:42 controlCharacter',
      '6:1 hyphenatedBreak',
      '7:8 unknownFootnote',
      '9:4 leftOpen',
    ])
  })

  it('report what a printer put on the pages', () => {
    const { defects } = parseDraft(styles.pages)
    expect(defects.map(({ line, kind, excerpt }) => `${line} ${kind} ${excerpt}`)).toEqual([
      '6 pageFurniture Page 1 of 3',
      '8 pageFurniture CONFERENCE OF EXAMPLE',
      '9 pageFurniture EX.2031.4.InformalNote',
      '13 pageFurniture Page 2 of 3',
      '15 pageFurniture CONFERENCE OF EXAMPLE',
      '16 pageFurniture EX.2031.4.InformalNote',
      '22 hyphenatedBreak con- tinue',
      '25 pageFurniture Page 3 of 3',
    ])
  })

  it('nested too deep are kept as words, however deep', () => {
    const deep = parseDraft(`${'['.repeat(100)}x${']'.repeat(100)}`)
    expect(convergence(deep.draft).maxDepth).toBe(64)
    expect(deep.defects.map(({ kind, column }) => [kind, column])).toEqual([['tooDeep', 65]])
    const open = parseDraft('['.repeat(100_000))
    expect(open.defects).toHaveLength(100_000)
    expect(printNotation(open.draft).trim()).toHaveLength(100_000)
    expect(
      parseDraft(`${'['.repeat(50_000)}${']'.repeat(50_000)}`).defects.some(({ kind }) => kind === 'tooDeep'),
    ).toBe(true)
  })

  it('close across paragraphs only where a drafter would have written it', () => {
    const kinds = (source: string) => parseDraft(source).defects.map(({ kind }) => kind)
    expect(kinds('1. [Members shall:\n\n    (a) meet;\n\n    (b) report.]')).toEqual([])
    expect(kinds('[The whole section\n\n## A heading\n\nends here.]')).toEqual([])
    expect(kinds('1. [Members meet.\n\n2. They report.]')).toEqual(['leftOpen', 'strayClose'])
    const apart = (paragraphs: number) => kinds(`[One${'\n\nmore'.repeat(paragraphs)}\n\nlast]`)
    expect([apart(900), apart(1100)]).toEqual([[], ['leftOpen', 'strayClose']])
    expect(kinds('Members [meet.\n\n## A heading\n\nThey report.]')).toEqual(['leftOpen', 'strayClose'])
  })
})
