import type { BracketId, OptionId, ParagraphId } from '@gavel/kernel'
import type { AttributionVerb, Content, Draft, Inline, Option, Paragraph, Rung } from './model.ts'
import { printContent, printParagraph } from './notation/print.ts'
import { countWords } from './words.ts'

/**
 * How far a draft is from agreement, in figures that can be compared between versions.
 *
 * - `brackets`: square brackets on the page that are a dispute or leave something open, as negotiators count them:
 *   `[a][b]` is two, a bracketed number or placeholder one, one that was never closed too. Footnote marks, links,
 *   document symbols, statuses and reserves are none. This is the measure of the published series of the Paris text.
 * - `places`: places in dispute. `[a][b]` and `[a / b]` are one place with two options; a bracket that spans
 *   paragraphs is one.
 * - `options`: the options of those places. A place with one option means "these words, or none".
 * - `maxDepth`: the deepest nesting of brackets; a span counts for the paragraphs between its edges.
 * - `choices`: choices between whole paragraphs (`Option 1:` … `Option 2:` …), `choiceOptions` their options.
 * - `words`: the words of paragraphs and footnotes, those of every option included, numbers and labels not.
 * - `wordsInDispute`: those of them inside a bracket, between the edges of a span, or in an option of a choice; each
 *   word once, however deep it stands.
 * - `openingBrackets`: opening square brackets as a plain counter sees them, all but those of links.
 */
export interface Figures {
  readonly brackets: number
  readonly places: number
  readonly options: number
  readonly maxDepth: number
  readonly words: number
  readonly wordsInDispute: number
  readonly openingBrackets: number
  /** The opening brackets of links, which `openingBrackets` leaves out. */
  readonly linkBrackets: number
}

export interface ParagraphFigures extends Figures {
  readonly paragraph: ParagraphId
  readonly number: string
  readonly rung?: Rung
}

/** What one party said in attributions printed in the draft, and the brackets and options it said it of. */
export interface PartyFigures {
  readonly party: string
  readonly proposes: number
  readonly backs: number
  readonly retains: number
  readonly deletes: number
  readonly reserves: number
  readonly other: number
  readonly brackets: readonly BracketId[]
  readonly options: readonly OptionId[]
}

export interface Convergence extends Figures {
  readonly paragraphs: number
  /** Paragraphs with a bracket, a span over them, or a place in a choice. */
  readonly disputedParagraphs: number
  readonly choices: number
  readonly choiceOptions: number
  readonly numbersInDispute: number
  readonly placeholders: number
  readonly reserves: number
  /** Paragraphs by the rung their printed status names; `unmarked` has none. */
  readonly rungs: Readonly<Record<Rung | 'unmarked', number>>
  readonly perParagraph: readonly ParagraphFigures[]
  readonly perParty: readonly PartyFigures[]
}

interface Counting {
  places: number
  options: number
  maxDepth: number
  words: number
  wordsInDispute: number
  placeholders: number
  reserves: number
  linkOpenings: number
  /** Openings of what is bracketed and no dispute: footnote marks, document symbols, statuses, reserves. */
  otherOpenings: number
}

interface PartyCounting {
  readonly verbs: Record<AttributionVerb, number>
  readonly brackets: Set<BracketId>
  readonly options: Set<OptionId>
}

/** Where the walk stands: how deep, and whether what it meets is in dispute. */
interface Walk {
  readonly count: Counting
  readonly parties: Map<string, PartyCounting>
  /** Spans that are open here. */
  spans: number
  inChoice: boolean
}

const newCount = (): Counting => ({
  places: 0,
  options: 0,
  maxDepth: 0,
  words: 0,
  wordsInDispute: 0,
  placeholders: 0,
  reserves: 0,
  linkOpenings: 0,
  otherOpenings: 0,
})

/** The figures of a draft. Paragraphs are all of them, headings and notes included; linear in the draft. */
export const convergence = (draft: Draft): Convergence => {
  const parties = new Map<string, PartyCounting>()
  const perParagraph: ParagraphFigures[] = []
  const total = newCount()
  const rungs = { open: 0, agreedInInformals: 0, agreedAdRef: 0, agreed: 0, unmarked: 0 }
  let openings = 0
  let disputed = 0
  let spans = 0
  for (const paragraph of draft.paragraphs) {
    const inChoice = (paragraph.alternatives?.length ?? 0) > 0
    const walk: Walk = { count: newCount(), parties, spans, inChoice }
    walkContent(paragraph.content, 0, undefined, walk)
    walk.count.otherOpenings += countOpenings(paragraph.status?.text ?? '')
    const own = figures(walk.count, countOpenings(printParagraph(paragraph)))
    if (own.places > 0 || spans > 0 || inChoice) disputed++
    spans = walk.spans
    addCount(total, walk.count)
    openings += own.openingBrackets
    rungs[paragraph.status?.rung ?? 'unmarked']++
    perParagraph.push(ofParagraph(paragraph, own))
  }
  for (const { content, mark, lead } of draft.footnotes) {
    const walk: Walk = { count: newCount(), parties, spans: 0, inChoice: false }
    walkContent(content, 0, undefined, walk)
    addCount(total, walk.count)
    const label = lead ?? `[^${mark}]: `
    total.otherOpenings += countOpenings(label)
    openings += countOpenings(label + printContent(content)) - walk.count.linkOpenings
  }
  return {
    paragraphs: draft.paragraphs.length,
    disputedParagraphs: disputed,
    ...figures(total, openings + total.linkOpenings),
    ...choicesOf(draft.paragraphs),
    numbersInDispute: draft.paragraphs.filter(({ disputedNumbers }) => disputedNumbers !== undefined).length,
    placeholders: total.placeholders,
    reserves: total.reserves,
    rungs,
    perParagraph,
    perParty: partiesOf(parties),
  }
}

const ofParagraph = ({ id, number, status }: Paragraph, own: Figures): ParagraphFigures => ({
  paragraph: id,
  number,
  ...(status?.rung && { rung: status.rung }),
  ...own,
})

const figures = (count: Counting, openings: number): Figures => ({
  brackets: openings - count.linkOpenings - count.otherOpenings,
  places: count.places,
  options: count.options,
  maxDepth: count.maxDepth,
  words: count.words,
  wordsInDispute: count.wordsInDispute,
  openingBrackets: openings - count.linkOpenings,
  linkBrackets: count.linkOpenings,
})

const addCount = (total: Counting, own: Counting): void => {
  total.places += own.places
  total.options += own.options
  total.maxDepth = Math.max(total.maxDepth, own.maxDepth)
  total.words += own.words
  total.wordsInDispute += own.wordsInDispute
  total.placeholders += own.placeholders
  total.reserves += own.reserves
  total.linkOpenings += own.linkOpenings
  total.otherOpenings += own.otherOpenings
}

const countOpenings = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) count++
  return count
}

const walkContent = (
  content: Content,
  depth: number,
  bracket: { readonly bracket: BracketId; readonly option: Option } | undefined,
  walk: Walk,
): void => {
  for (const inline of content) walkInline(inline, depth, bracket, walk)
}

const walkInline = (
  inline: Inline,
  depth: number,
  bracket: { readonly bracket: BracketId; readonly option: Option } | undefined,
  walk: Walk,
): void => {
  const { count } = walk
  switch (inline.kind) {
    case 'words': {
      const words = countWords(inline.text)
      count.words += words
      if (depth + walk.spans > 0 || walk.inChoice) count.wordsInDispute += words
      return
    }
    case 'noteMark':
      count.otherOpenings += countOpenings(inline.text)
      return
    case 'aside':
      if (inline.what === 'placeholder') count.placeholders++
      if (inline.what === 'reserve') count.reserves++
      if (inline.what === 'link') count.linkOpenings += countOpenings(inline.text)
      else if (inline.what !== 'placeholder') count.otherOpenings += countOpenings(inline.text)
      for (const said of inline.attributions ?? []) attribute(walk.parties, said.parties, said.verb, bracket)
      return
    case 'spanOpen':
      walk.spans++
      count.places++
      count.options++
      count.maxDepth = Math.max(count.maxDepth, depth + walk.spans)
      return
    case 'spanClose':
      walk.spans = Math.max(0, walk.spans - 1)
      return
    case 'bracket':
      walkBracket(inline, depth, walk)
  }
}

const walkBracket = (inline: Extract<Inline, { kind: 'bracket' }>, depth: number, walk: Walk): void => {
  const { count } = walk
  count.places++
  count.options += inline.options.length
  count.maxDepth = Math.max(count.maxDepth, depth + 1 + walk.spans)
  for (const option of inline.options) {
    const here = { bracket: inline.id, option }
    for (const said of option.attributions) attribute(walk.parties, said.parties, said.verb, here)
    walkContent(option.content, depth + 1, here, walk)
  }
}

const attribute = (
  all: Map<string, PartyCounting>,
  parties: readonly string[],
  verb: AttributionVerb,
  place: { readonly bracket: BracketId; readonly option: Option } | undefined,
): void => {
  for (const party of parties) {
    let own = all.get(party)
    if (own === undefined) {
      const verbs = { proposes: 0, backs: 0, retains: 0, deletes: 0, reserves: 0, other: 0 }
      own = { verbs, brackets: new Set(), options: new Set() }
      all.set(party, own)
    }
    own.verbs[verb]++
    if (place === undefined) continue
    own.brackets.add(place.bracket)
    own.options.add(place.option.id)
  }
}

const partiesOf = (all: ReadonlyMap<string, PartyCounting>): readonly PartyFigures[] =>
  [...all]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([party, { verbs, brackets, options }]) => ({
      party,
      ...verbs,
      brackets: [...brackets],
      options: [...options],
    }))

const choicesOf = (paragraphs: readonly Paragraph[]) => {
  const groups = new Set<string>()
  let choiceOptions = 0
  for (const { alternatives } of paragraphs)
    for (const alternative of alternatives ?? []) {
      groups.add(alternative.group)
      if (alternative.opens === true) choiceOptions++
    }
  return { choices: groups.size, choiceOptions }
}

export interface SeriesRow extends Omit<Convergence, 'perParagraph' | 'perParty'> {
  readonly version: string
  /** Change since the version before; absent for the first. */
  readonly since?: {
    readonly brackets: number
    readonly places: number
    readonly wordsInDispute: number
  }
}

/** The figures of a draft over its versions, in the order given: a bracket burn-down. */
export const convergenceSeries = (
  versions: readonly { readonly version: string; readonly draft: Draft }[],
): readonly SeriesRow[] => {
  const out: SeriesRow[] = []
  for (const { version, draft } of versions) {
    const { perParagraph: _, perParty: __, ...now } = convergence(draft)
    const before = out.at(-1)
    const since = before && {
      brackets: now.brackets - before.brackets,
      places: now.places - before.places,
      wordsInDispute: now.wordsInDispute - before.wordsInDispute,
    }
    out.push({ version, ...now, ...(since && { since }) })
  }
  return out
}
