import type { FormattingChange, Notice, Where } from '@gavel/text'
import { DocumentFault } from '../fault.ts'
import { attribute, type Element, isElement } from '../xml/tree.ts'
import type { ReadInk, ReadParagraph, ReadRevision, Segment } from './model.ts'
import type { Styles } from './styles.ts'

/** What is gathered from the whole file, whichever story it stands in. */
export interface Gathered {
  readonly styles: Styles
  readonly formatting: FormattingChange[]
  readonly notices: Notice[]
  /** References to foot- and endnotes in their order: what automatic marks are counted by. */
  readonly noteCount: { footnote: number; endnote: number }
  readonly listed: Map<ReadParagraph, { readonly list: string; readonly level: number }>
  /** Reads what a text box holds, as a story of its own. */
  readonly readBox: (walk: Walk, content: readonly Element[], ink: ReadInk) => void
  readonly addBox: (walk: Walk, words: string, ink: ReadInk) => void
}

/** A field being read: its instruction is no words, its result is. */
export interface OpenField {
  phase: 'instruction' | 'result'
  code: string
  hasResult: boolean
}

/** One story while it is read. */
export interface Walk {
  readonly part: string
  readonly key: string
  readonly gathered: Gathered
  readonly paragraphs: ReadParagraph[]
  readonly fields: OpenField[]
  /** Names of the moves whose ranges are open, by the id that closes them. */
  readonly moves: Map<string, string>
  segments: Segment[]
  bookmarks: string[]
}

export const newWalk = (part: string, key: string, gathered: Gathered): Walk => ({
  part,
  key,
  gathered,
  paragraphs: [],
  fields: [],
  moves: new Map(),
  segments: [],
  bookmarks: [],
})

export const whereIn = (walk: Walk): Where => ({ part: walk.part, paragraph: walk.paragraphs.length + 1 })

/** Stops at something that may carry words or a revision and that nobody here can read. Never returns. */
export const unread = (walk: Walk, what: string): never => {
  const { part, paragraph } = whereIn(walk)
  throw new DocumentFault(
    'unread',
    `${part}, paragraph ${paragraph}: ${what} cannot be read here, and is not left out in silence.`,
    { part, paragraph: paragraph! },
  )
}

export const revisionOf = (walk: Walk, element: Element): ReadRevision => {
  const author = attribute(element, 'w:author') ?? ''
  const date = attribute(element, 'w:date')
  const move = element.name.startsWith('w:move') ? moveNameOf(walk, element) : undefined
  return { author, ...(date === undefined ? {} : { date }), ...(move === undefined ? {} : { move }) }
}

/** The name that ties both ends of a move; some write the edge of its range inside it. Empty where none is told. */
const moveNameOf = (walk: Walk, element: Element): string => {
  const edge = element.children.find(
    (child): child is Element => isElement(child) && /^w:move(From|To)RangeStart$/.test(child.name),
  )
  return (edge && attribute(edge, 'w:name')) ?? [...walk.moves.values()].at(-1) ?? ''
}

const sameRevision = (a: ReadRevision | undefined, b: ReadRevision | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.author === b.author && a.date === b.date && a.move === b.move)

export const sameInk = (a: ReadInk, b: ReadInk): boolean =>
  sameRevision(a.inserted, b.inserted) && sameRevision(a.deleted, b.deleted)

/** Words are joined to what stands before them when the same hand wrote and struck both. */
export const addWords = (walk: Walk, text: string, ink: ReadInk): void => {
  if (text === '') return
  const last = walk.segments.at(-1)
  if (last?.kind === 'words' && sameInk(last, ink))
    walk.segments[walk.segments.length - 1] = { ...last, text: last.text + text }
  else walk.segments.push({ kind: 'words', text, ...ink })
}

/** An insertion or a deletion round what it holds. The innermost of a kind counts. */
export const inkUnder = (walk: Walk, element: Element, ink: ReadInk): ReadInk => {
  const revision = revisionOf(walk, element)
  return element.name === 'w:ins' || element.name === 'w:moveTo'
    ? { ...ink, inserted: revision }
    : { ...ink, deleted: revision }
}

export const revisionElements = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** Elements that carry words or hold what does. */
const content = new Set(
  [
    ...[
      'p',
      'r',
      't',
      'delText',
      'tbl',
      'tr',
      'tc',
      'sdt',
      'sdtContent',
      'hyperlink',
      'smartTag',
      'customXml',
    ],
    ...[
      'fldSimple',
      'txbxContent',
      'drawing',
      'pict',
      'object',
      'sym',
      'tab',
      'br',
      'cr',
      'instrText',
      'altChunk',
    ],
  ].map(name => `w:${name}`),
)

/** Stops at words where none belong: inside properties, or inside an element that says nothing itself. */
export const refuseContent = (walk: Walk, element: Element): void => {
  for (const child of element.children) {
    if (!isElement(child)) refuseStrayText(walk, child, element.name)
    else if (content.has(child.name) && !tabStops(element, child))
      unread(walk, `${child.name} inside ${element.name}`)
    else refuseContent(walk, child)
  }
}

/** `w:tab` is a tab of a run, and a stop among the properties of a paragraph. */
const tabStops = (element: Element, child: Element): boolean =>
  element.name === 'w:tabs' && child.name === 'w:tab' && child.children.length === 0

/**
 * Looks through a list of properties. A tracked change of looks is listed; one of words that is not `expected` here, or
 * that this reader does not know, stops the reading.
 */
export const scanProperties = (
  walk: Walk,
  properties: Element | undefined,
  expected: ReadonlySet<string> = new Set(),
): void => {
  if (properties !== undefined) refuseContent(walk, properties)
  for (const child of properties?.children ?? []) {
    if (!isElement(child)) continue
    const { name } = child
    if (/conflict/i.test(name)) unread(walk, `a conflict between two editors (${name})`)
    if (/Change$/.test(name)) addFormatting(walk, child)
    else if (revisionElements.has(name)) {
      if (!expected.has(name)) unread(walk, `a tracked change in the properties (${name})`)
    } else if (name === 'w:numPr')
      for (const inner of child.children)
        if (isElement(inner) && (inner.name === 'w:ins' || inner.name === 'w:numberingChange'))
          addFormatting(walk, inner)
  }
}

export const addFormatting = (walk: Walk, element: Element): void => {
  const { author, date } = revisionOf(walk, element)
  walk.gathered.formatting.push({
    what: element.name.replace(/^w:/, ''),
    author,
    ...(date === undefined ? {} : { date }),
    where: whereIn(walk),
  })
}

/** Character data where none belongs. */
export const refuseStrayText = (walk: Walk, node: string, inside: string): void => {
  if (node.trim() !== '') unread(walk, `text outside a run, in ${inside}`)
}

/** Of two forms of the same content the newer; the older only repeats it. */
export const chosenForm = (walk: Walk, element: Element): Element => {
  const forms = element.children.filter(isElement)
  const chosen =
    forms.find(({ name }) => name === 'mc:Choice') ?? forms.find(({ name }) => name === 'mc:Fallback')
  return chosen ?? unread(walk, 'alternate content without any content')
}
