import { id, type ParagraphId } from '@gavel/kernel'
import type { Content, Defect, Draft, Footnote, Paragraph, StatusMark } from '../model.ts'
import { type Building, buildContent } from './build.ts'
import { type Known, linkDefinition, noteDefinition, plainNoteDefinition } from './classify.ts'
import { characterDefects, furnitureDefects, locate, type RawDefect } from './defects.ts'
import { type Block, readBlocks } from './layout.ts'
import { type Matchable, newMatcher } from './matching.ts'
import { type Label, type Lead, numberInside, readLabel, readLead } from './numbering.ts'
import { rungOf, statusInParentheses } from './status.ts'
import { kindOf, type Labelled, type Levels, levelOf, newLevels, readAlternatives } from './structure.ts'
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
  const assembly = newAssembly(options.idPrefix ?? '', known, defects)
  const matcher = newMatcher(Math.max(1, Math.min(deepest, options.maxDepth ?? deepest)), defects)
  const levels = newLevels()
  let waiting: Item[] = []
  for (const block of blocks) {
    const item = readItem(block, levels, known)
    waiting.push(item)
    if (!matcher.take(item)) continue
    for (const settled of waiting) assemble(assembly, settled)
    waiting = []
  }
  matcher.end()
  for (const settled of waiting) assemble(assembly, settled)
  const draft = finish(assembly)
  duplicateNumbers(assembly.blocks, draft.paragraphs, defects)
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
  const matcher = newMatcher(deepest, [])
  matcher.take(item)
  matcher.end()
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

const readItem = (block: Block, levels: Levels, known: Known): Item => {
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
    tokens: readTokens(text, bodyStart, known),
    isHeading,
    isNumbered: lead.number !== '',
    level,
    bodyStart,
  }
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

/** A draft while its paragraphs are being built, in order, as soon as their brackets are settled. */
interface Assembly {
  readonly building: Building
  readonly known: Known
  readonly paragraphs: Paragraph[]
  /** The block of each paragraph, for defects that are seen at the end. */
  readonly blocks: Block[]
  readonly labelled: Labelled[]
  /** Footnotes, each with the number of paragraphs before it. */
  readonly footnotes: { readonly footnote: Footnote; readonly after: number }[]
  operativeBegun: boolean
}

const newAssembly = (prefix: string, known: Known, defects: RawDefect[]): Assembly => ({
  building: { prefix, brackets: 0, spans: new Map(), parties: known.parties, defects },
  known,
  paragraphs: [],
  blocks: [],
  labelled: [],
  footnotes: [],
  operativeBegun: false,
})

const assemble = (assembly: Assembly, item: Item): void => {
  const { building, paragraphs, known } = assembly
  blockDefects(item, known, building.defects)
  if (item.mark !== undefined) {
    assembly.footnotes.push({ footnote: footnoteOf(item, building), after: paragraphs.length })
    return
  }
  const own = id<ParagraphId>(`${building.prefix}p${paragraphs.length + 1}`)
  const paragraph = paragraphOf(item, own, assembly.operativeBegun, building)
  if (paragraph.number !== '' && paragraph.kind === 'operative') assembly.operativeBegun = true
  if (paragraph.kind === 'heading' && /preamb/i.test(item.block.text)) assembly.operativeBegun = false
  paragraphs.push(paragraph)
  assembly.blocks.push(item.block)
  assembly.labelled.push(labelledOf(item, paragraph))
}

/** Adds what is known only at the end: options over paragraphs, and where footnotes stand that are not last. */
const finish = ({ paragraphs, labelled, footnotes }: Assembly): Draft => {
  const alternatives = readAlternatives(labelled)
  return {
    paragraphs: paragraphs.map((paragraph, at) =>
      alternatives[at]!.length === 0 ? paragraph : { ...paragraph, alternatives: alternatives[at]! },
    ),
    footnotes: footnotes.map(({ footnote, after }) =>
      after === paragraphs.length
        ? footnote
        : { ...footnote, place: after === 0 ? 'start' : paragraphs[after - 1]!.id },
    ),
  }
}

const footnoteOf = (item: Item, building: Building): Footnote => {
  const lead = item.block.text.slice(0, item.bodyStart)
  const content = buildContent(item, item.bodyStart, item.block.text.length, building)
  const usual = `[^${item.mark}]: `
  const isUsual = lead === usual || (content.length === 0 && lead === usual.trimEnd())
  return {
    mark: item.mark!,
    content,
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
