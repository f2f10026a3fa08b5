import {
  type Content,
  type Draft,
  type Inline,
  type Option,
  type Paper,
  type PaperBlock,
  type Paragraph,
  printAttributions,
  usualAfter,
} from '@gavel/text'
import { type Direction, directionOf, directionOfWords } from '../print/direction.ts'
import { fixedWords } from '../print/words.ts'

/** A paper as the data its template is filled with. */

interface Run {
  readonly t: string
  /** `sign`: a bracket's, `d` deep, opening (`o`) or not; `said`: who says what; `code`: a hash. */
  readonly k?: 'sign' | 'said' | 'break' | 'note' | 'code'
  readonly s?: 'strong' | 'emphasis' | 'both'
  readonly d?: number
  readonly o?: boolean
  readonly n?: readonly Run[]
}

type Notes = ReadonlyMap<string, Content>

const emphasised = /(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?!\*)/gu
const styles = { 1: 'emphasis', 2: 'strong', 3: 'both' } as const

const lines = (text: string, style?: Run['s']): readonly Run[] =>
  text
    .split('\n')
    .flatMap((line, at): readonly Run[] => [
      ...(at === 0 ? [] : [{ t: '', k: 'break' as const }]),
      ...(line === '' ? [] : [{ t: line, ...(style && { s: style }) }]),
    ])

const wordRuns = (text: string): readonly Run[] => {
  const out: Run[] = []
  let from = 0
  for (const found of text.matchAll(emphasised)) {
    out.push(...lines(text.slice(from, found.index)))
    out.push(...lines(found[2]!, styles[found[1]!.length as 1 | 2 | 3]))
    from = found.index + found[0].length
  }
  return [...out, ...lines(text.slice(from))]
}

const sign = (t: string, d: number, o: boolean): Run => ({ t, k: 'sign', d, o })
const said = (t: string): readonly Run[] => (t === '' ? [] : [{ t, k: 'said' }])

const joinRuns = ({ join }: Option, depth: number): readonly Run[] => {
  if (join === 'slash') return [{ t: ' / ' }]
  if (join === 'labelled') return [{ t: '', k: 'break' }]
  return [sign(']', depth, false), ...(join === 'spaced' ? [{ t: ' ' }] : []), sign('[', depth, true)]
}

const optionRuns = (option: Option, at: number, depth: number, notes: Notes): readonly Run[] => {
  const names = printAttributions(option.attributions)
  const label =
    option.label === undefined
      ? ''
      : `${option.marks?.before ?? ''}${option.label}${option.marks?.after ?? ': '}`.replace(/\*/g, '')
  return [
    ...(at === 0 ? [] : joinRuns(option, depth)),
    ...lines(label, 'strong'),
    ...said(names.before),
    ...contentRuns(option.content, depth, notes),
    ...said(names.after),
  ]
}

const inlineRuns = (inline: Inline, depth: number, notes: Notes): readonly Run[] => {
  switch (inline.kind) {
    case 'words':
      return wordRuns(inline.text)
    case 'aside':
      return lines(inline.text)
    case 'noteMark': {
      const content = notes.get(inline.mark)
      if (content === undefined) return lines(inline.text)
      // A note in a note is printed as its mark alone.
      return [{ t: inline.mark, k: 'note', n: contentRuns(content, 0, new Map()) }]
    }
    case 'spanOpen':
      return [sign('[', depth + 1, true)]
    case 'spanClose':
      return [sign(']', depth + 1, false)]
    case 'bracket': {
      const outside = inline.options.map(option => printAttributions(option.attributions).outside).join('')
      return [
        sign('[', depth + 1, true),
        ...inline.options.flatMap((option, at) => optionRuns(option, at, depth + 1, notes)),
        sign(']', depth + 1, false),
        ...said(outside),
      ]
    }
  }
}

const contentRuns = (content: Content, depth: number, notes: Notes): readonly Run[] =>
  content.flatMap(inline => inlineRuns(inline, depth, notes))

const bare = (text: string): string => text.replace(/[*_]+/g, '').replace(/^#{1,6} ?/, '')

const numberOf = ({ number, marks }: Paragraph): string => {
  if (marks?.inside === true) return ''
  const before = bare(marks?.before ?? '')
  return (
    number === ''
      ? before + bare(marks?.after ?? '')
      : before + number + bare(marks?.after ?? usualAfter(number))
  ).trim()
}

const textOf = (runs: readonly Run[]): string => runs.map(({ t }) => t).join('')

const paragraphBlock = (paragraph: Paragraph, notes: Notes, direction: Direction): object => {
  const opened = paragraph.alternatives?.find(({ opens }) => opens === true)
  const { before, after } = paragraph.status?.marks ?? { before: ' [', after: ']' }
  const runs = [
    ...(opened === undefined || opened.marks?.inside === true ? [] : lines(`${opened.label}: `, 'strong')),
    ...contentRuns(paragraph.content, 0, notes),
    ...(paragraph.status === undefined ? [] : said(before + paragraph.status.text + after)),
  ]
  const dir = directionOfWords(textOf(runs), direction)
  const number = numberOf(paragraph)
  if (paragraph.kind === 'heading') {
    const marks = /#+/.exec(paragraph.marks?.before ?? '')?.[0].length ?? 2
    const lead = number === '' ? [] : lines(`${number} `)
    return { kind: 'heading', level: Math.min(3, Math.max(1, marks)), runs: [...lead, ...runs], dir }
  }
  return { kind: 'paragraph', level: paragraph.level, number, runs, dir }
}

const draftBlocks = ({ paragraphs, footnotes }: Draft, direction: Direction): readonly object[] => {
  const notes: Notes = new Map(footnotes.map(({ mark, content }) => [mark, content]))
  const referred = new Set<string>()
  const look = (content: Content): void => {
    for (const inline of content)
      if (inline.kind === 'noteMark') referred.add(inline.mark)
      else if (inline.kind === 'bracket') for (const option of inline.options) look(option.content)
  }
  for (const { content } of paragraphs) look(content)
  // Notes nothing refers to stand after the text.
  const loose = footnotes.filter(({ mark }) => !referred.has(mark))
  return [
    ...paragraphs.map(paragraph => paragraphBlock(paragraph, notes, direction)),
    ...loose.map(({ mark, content }) => {
      const runs = contentRuns(content, 0, new Map())
      return {
        kind: 'paragraph',
        level: 0,
        number: `[${mark}]`,
        runs,
        dir: directionOfWords(textOf(runs), direction),
      }
    }),
  ]
}

const isHash = (value: string): boolean =>
  /^[0-9a-f]{40,}$/.test(value) || /^[A-Za-z0-9+/]{40,}=*$/.test(value)

const blockData = (block: PaperBlock, direction: Direction): readonly object[] => {
  switch (block.kind) {
    case 'draft':
      return draftBlocks(block.draft, direction)
    case 'heading':
      return [
        {
          kind: 'heading',
          level: block.level,
          runs: lines(block.text),
          dir: directionOfWords(block.text, direction),
        },
      ]
    case 'line':
      return [
        {
          kind: 'paragraph',
          level: 0,
          number: '',
          runs: lines(block.text),
          dir: directionOfWords(block.text, direction),
        },
      ]
    case 'quote':
      return [{ kind: 'quote', runs: lines(block.text), dir: directionOfWords(block.text, direction) }]
    case 'list':
      return [
        {
          kind: 'list',
          items: block.items.map(item => lines(item)),
          dir: directionOfWords(block.items.join(' '), direction),
        },
      ]
    case 'facts':
      return [
        {
          kind: 'facts',
          rows: block.rows.map(([name, value]) => ({
            name,
            runs: isHash(value) ? [{ t: value, k: 'code' }] : lines(value),
          })),
          dir: direction,
        },
      ]
  }
}

/** The data of a paper. Characters no file may carry are shown by their code point. */
export const paperData = (paper: Paper): string => {
  const { title, symbol, language, fictional, about, blocks } = paper
  const direction = directionOf(language)
  const words = fixedWords(language)
  const data = {
    title,
    about: about ?? '',
    head: [...(fictional ? [words.fictional] : []), ...(symbol === undefined ? [] : [symbol])],
    lang: language.split('-')[0],
    dir: direction,
    page: words.page,
    of: words.of,
    blocks: blocks.flatMap(block => blockData(block, direction)),
  }
  return JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? safe(value) : value))
}

const hostile =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const safe = (text: string): string =>
  text
    .replace(/\t/g, ' ')
    .replace(hostile, sign => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
