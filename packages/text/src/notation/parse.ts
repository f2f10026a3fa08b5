import { id, type ParagraphId } from '@gavel/kernel'
import type { Content, Defect, Draft, Footnote, Paragraph, StatusMark } from '../model.ts'
import { type Building, buildContent } from './build.ts'
import { type Known, linkDefinition, noteDefinition, plainNoteDefinition } from './classify.ts'
import { characterDefects, furnitureDefects, locate, type RawDefect } from './defects.ts'
import { type Block, readBlocks } from './layout.ts'
import { type Matchable, matchBrackets } from './matching.ts'
import { type Label, type Lead, numberInside, readLabel, readLead } from './numbering.ts'
import { rungOf, statusInParentheses } from './status.ts'
import { kindOf, type Labelled, levelOf, newLevels, readAlternatives } from './structure.ts'
import { blockDefects, duplicateNumbers } from './survey.ts'
import { readTokens } from './tokens.ts'

export interface ParseOptions {
  /** Put before every id, so that two drafts can stand side by side: `x-p1`, `x-b17`, `x-o17.1`. */
  readonly idPrefix?: string
  /** Names of parties, for attributions whose shape alone would leave a doubt. */
  readonly parties?: Iterable<string>
  /** Brackets nested deeper than this are left as words and reported (`tooDeep`). 64 unless told; at most 64. */
  readonly maxDepth?: number
}

export interface Parsed {
  readonly draft: Draft
  /** In the order of the source. */
  readonly defects: readonly Defect[]
}

/** A block that became a paragraph or a footnote, before its content is built. */
interface Item extends Matchable {
  readonly lead: Lead
  readonly label: Label | undefined
  readonly mark: string | undefined
  readonly indentedAs: number
}

/** Deeper than this nobody drafts, and nothing here recurses. */
const deepest = 64

/**
 * Reads a draft in the notation diplomats use, plain or Markdown. It never fails: what is malformed is kept in the
 * words and reported. No character but white space is lost (see `printDraft`); the time is linear in the length.
 */
export const parseDraft = (source: string, options: ParseOptions = {}): Parsed => {
  const defects: RawDefect[] = [...characterDefects(source), ...furnitureDefects(source)]
  const blocks = readBlocks(source)
  const known = readKnown(blocks, options)
  const items = readItems(blocks, known)
  matchBrackets(items, Math.max(1, Math.min(deepest, options.maxDepth ?? deepest)), defects)
  const building: Building = {
    prefix: options.idPrefix ?? '',
    brackets: 0,
    spans: new Map(),
    parties: known.parties,
    defects,
  }
  const draft = assemble(items, building)
  defects.push(...blockDefects(blocks, items, known), ...duplicateNumbers(blocks, draft.paragraphs, items))
  return { draft, defects: locate(source, defects) }
}

/**
 * Reads one piece of wording, such as a delegation proposes: the content of a single paragraph, without number. Line
 * ends are blanks. Options as for a draft.
 */
export const parseContent = (source: string, options: ParseOptions = {}): Content => {
  const parties = new Set(options.parties ?? [])
  const known: Known = { notes: new Set(), plainNotes: new Set(), links: new Set(), parties }
  const text = source.replace(/[ \t\n\v\f\r]+/g, ' ')
  const block: Block = { text, indent: 0, start: 0, cuts: [] }
  const item = {
    block,
    tokens: readTokens(text, 0, known),
    isHeading: false,
    isNumbered: false,
    level: 0,
    bodyStart: 0,
  }
  matchBrackets([item], deepest, [])
  const building = { prefix: options.idPrefix ?? '', brackets: 0, spans: new Map(), parties, defects: [] }
  return buildContent(item, 0, text.length, building)
}

/** What definitions the draft has: footnotes, links. A plain `[1]` is a note only where one stands in the text too. */
const readKnown = (blocks: readonly Block[], options: ParseOptions): Known => {
  const notes = new Set<string>()
  const plainNotes = new Set<string>()
  const links = new Set<string>()
  const candidates = new Set<string>()
  for (const { text } of blocks) {
    if (text.charCodeAt(0) !== 91) continue
    const link = linkDefinition.exec(text)?.[1]
    const note = noteDefinition.exec(text)?.[1]
    const plain = plainNoteDefinition.exec(text)?.[1]
    if (note !== undefined) notes.add(note)
    else if (link !== undefined) links.add(link.trim().toLowerCase())
    else if (plain !== undefined) candidates.add(plain)
  }
  if (candidates.size > 0)
    for (const { text } of blocks)
      for (const found of text.matchAll(/(?<=.)\[(\d{1,3}|\*{1,3})\]/g))
        if (candidates.has(found[1]!)) plainNotes.add(found[1]!)
  for (const mark of plainNotes) notes.add(mark)
  return { notes, plainNotes, links, parties: new Set(options.parties ?? []) }
}

const readItems = (blocks: readonly Block[], known: Known): readonly Item[] => {
  const levels = newLevels()
  return blocks.map(block => {
    const { text } = block
    const mark = definedMark(text, known)
    const lead = mark === undefined ? readLead(text) : { number: '', length: mark.length }
    const label = mark === undefined ? readLabel(text, lead.length) : undefined
    const isHeading = mark === undefined && kindOf(text, lead, 0, true) === 'heading'
    const level = mark === undefined ? levelOf(levels, block.indent, lead.number, isHeading) : 0
    const bodyStart = lead.length + (label?.length ?? 0)
    return {
      block,
      lead,
      label,
      mark: mark?.name,
      indentedAs: block.indent,
      tokens: readTokens(text, bodyStart, known),
      isHeading,
      isNumbered: lead.number !== '',
      level,
      bodyStart,
    }
  })
}

const definedMark = (
  text: string,
  known: Known,
): { readonly name: string; readonly length: number } | undefined => {
  if (text.charCodeAt(0) !== 91) return undefined
  const found = noteDefinition.exec(text)
  if (found !== null)
    return text[found[0].indexOf(']') + 1] === ':' ? { name: found[1]!, length: found[0].length } : undefined
  const plain = plainNoteDefinition.exec(text)
  if (plain === null || !known.plainNotes.has(plain[1]!)) return undefined
  return { name: plain[1]!, length: plain[0].length }
}

const assemble = (items: readonly Item[], building: Building): Draft => {
  const paragraphs: Paragraph[] = []
  const footnotes: Footnote[] = []
  const labelled: Labelled[] = []
  const lastParagraph = items.findLastIndex(({ mark }) => mark === undefined)
  let operativeBegun = false
  for (const [at, item] of items.entries()) {
    if (item.mark !== undefined) {
      const place = at < lastParagraph ? (paragraphs.at(-1)?.id ?? 'start') : undefined
      footnotes.push(footnoteOf(item, place, building))
      continue
    }
    const number = paragraphs.length + 1
    const paragraph = paragraphOf(
      item,
      id<ParagraphId>(`${building.prefix}p${number}`),
      operativeBegun,
      building,
    )
    operativeBegun ||= paragraph.number !== '' && paragraph.kind === 'operative'
    if (paragraph.kind === 'heading' && /preamb/i.test(item.block.text)) operativeBegun = false
    paragraphs.push(paragraph)
    labelled.push(labelledOf(item, paragraph))
  }
  const alternatives = readAlternatives(labelled)
  return {
    paragraphs: paragraphs.map((paragraph, at) =>
      alternatives[at]!.length === 0 ? paragraph : { ...paragraph, alternatives: alternatives[at]! },
    ),
    footnotes,
  }
}

const footnoteOf = (item: Item, place: Footnote['place'], building: Building): Footnote => {
  const lead = item.block.text.slice(0, item.bodyStart)
  const content = buildContent(item, item.bodyStart, item.block.text.length, building)
  const usual = `[^${item.mark}]: `
  const isUsual = lead === usual || (content.length === 0 && lead === usual.trimEnd())
  return {
    mark: item.mark!,
    content,
    ...(place !== undefined && { place }),
    ...(!isUsual && { lead }),
  }
}

const paragraphOf = (item: Item, paragraph: ParagraphId, begun: boolean, building: Building): Paragraph => {
  const { text } = item.block
  const { lead } = item
  const whole = buildContent(item, item.bodyStart, text.length, building)
  const isLink = item.bodyStart === 0 && linkDefinition.test(text)
  const { content, status } = takeStatus(whole)
  const inside = lead.number === '' && lead.marks === undefined ? numberInside(text) : ''
  const kind = isLink ? 'note' : kindOf(text, lead, item.level, begun)
  const number = inside || lead.number
  const marks = inside === '' ? lead.marks : insideMarks
  if (marks === undefined && status === undefined && lead.disputedNumbers === undefined)
    return { id: paragraph, number, level: item.level, kind, content }
  return {
    id: paragraph,
    number,
    ...(marks && { marks }),
    ...(lead.disputedNumbers && { disputedNumbers: lead.disputedNumbers }),
    level: item.level,
    kind,
    content,
    ...(status && { status }),
  }
}

const insideMarks = { before: '', after: '', inside: true } as const

/** Takes a status that ends a paragraph out of its content; one that stands elsewhere stays where it is. */
const takeStatus = (content: Content): { readonly content: Content; readonly status?: StatusMark } => {
  const last = content.at(-1)
  if (last?.kind === 'words') {
    const found = statusInParentheses(last.text)
    if (found === undefined) return { content }
    const rest = found.words === '' ? [] : [{ kind: 'words' as const, text: found.words }]
    return { content: [...content.slice(0, -1), ...rest], status: found.status }
  }
  if (last?.kind !== 'aside' || last.what !== 'status') return { content }
  const text = last.text.slice(1, -1)
  const rung = rungOf(text)
  const before = content.at(-2)
  const spaced = before?.kind === 'words' && before.text.endsWith(' ')
  const words = spaced ? before.text.slice(0, -1) : ''
  const rest = spaced ? content.slice(0, -2) : content.slice(0, -1)
  return {
    content: words === '' ? rest : [...rest, { kind: 'words', text: words }],
    status: { text, ...(rung && { rung }), ...(!spaced && { marks: { before: '[', after: ']' } }) },
  }
}

const labelledOf = (item: Item, { number, kind, level, content }: Paragraph): Labelled => {
  const [first, second] = content
  const isHeading = kind === 'heading'
  if (item.label !== undefined)
    return { level, number, isHeading, label: item.label, alone: content.length === 0 }
  if (first?.kind === 'bracket' && first.options.length === 1 && first.options[0]?.label !== undefined) {
    const label = { label: first.options[0].label, length: 0, inside: true }
    return { level, number, isHeading, label, alone: false }
  }
  if (first?.kind !== 'spanOpen' || second?.kind !== 'words')
    return { level, number, isHeading, alone: false }
  const label = readLabel(second.text, second.text.startsWith(' ') ? 1 : 0)
  const alone = label !== undefined && content.length === 2 && label.length >= second.text.trimStart().length
  return { level, number, isHeading, alone, ...(label && { label: { ...label, inside: true } }) }
}
