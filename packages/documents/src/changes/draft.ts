import { id } from '@gavel/kernel'
import {
  type Attribution,
  type Bracket,
  type Content,
  type Defect,
  type Draft,
  type Inline,
  type Option,
  parseContent,
  parseDraft,
  tidyContent,
  words,
} from '@gavel/text'
import type { ReadDocument, ReadParagraph, ReadRevision, Story } from '../docx-in/model.ts'
import { DocumentFault } from '../fault.ts'
import { groupsIn, type InkSegment, inkSegments, printedSegment } from './views.ts'

/**
 * A file as a draft: the words before the changes, and every tracked change as a bracket with who made it. Square
 * brackets that stand in the words are brackets of the draft, by the notation.
 */

/** How an author is to be called in the draft; undefined for one whose name means nothing there. */
export type PartyOf = (author: string) => string | undefined

/** A stretch of changes that becomes one bracket: alternately struck and put words, by their hands. */
interface ChangeGroup {
  readonly deleted: string
  readonly deletedBy?: ReadRevision
  readonly inserted: readonly { readonly text: string; readonly by: ReadRevision }[]
}

/**
 * A change is one character in the words that are parsed: its number in a plane for private use that the file does not
 * use itself. Throws DocumentFault where there is none, or there are more changes than characters.
 */
const planeFor = (text: string): number => {
  if (!/[\u{f0000}-\u{ffffd}]/u.test(text)) return 0xf0000
  if (!/[\u{100000}-\u{10fffd}]/u.test(text)) return 0x100000
  throw new DocumentFault('unread', 'The file uses both planes of characters for private use.')
}
const mostChanges = 65_000

interface Writing {
  readonly plane: number
  readonly groups: ChangeGroup[]
}

const flat = (text: string): string => text.replace(/[\n\t]/g, ' ')

/** The words of a paragraph with a sign for each stretch of changes. Who struck what another put leaves both said. */
const signed = (writing: Writing, segments: readonly InkSegment[]): string => {
  let out = ''
  let deleted = ''
  let deletedBy: ReadRevision | undefined
  let inserted: { text: string; by: ReadRevision }[] = []
  const flush = (): void => {
    if (deleted === '' && inserted.length === 0) return
    writing.groups.push({ deleted, inserted, ...(deletedBy && { deletedBy }) })
    if (writing.groups.length > mostChanges)
      throw new DocumentFault('tooLarge', `The file has more than ${mostChanges} changes.`)
    out += String.fromCodePoint(writing.plane + writing.groups.length - 1)
    deleted = ''
    deletedBy = undefined
    inserted = []
  }
  for (const segment of segments) {
    const text = flat(printedSegment(segment))
    if (segment.inserted !== undefined) {
      const last = inserted.at(-1)
      if (last?.by.author === segment.inserted.author) last.text += text
      else inserted.push({ text, by: segment.inserted })
    } else if (segment.deleted !== undefined) {
      // Words struck after words put begin the next bracket, unless the same hand goes on replacing.
      if (inserted.length > 0 && (deleted !== '' || inserted[0]!.by.author !== segment.deleted.author))
        flush()
      deleted += text
      deletedBy = segment.deleted
    } else {
      flush()
      out += text
    }
  }
  flush()
  return out
}

const headingMark = (level: number): string => `${'#'.repeat(Math.min(6, level))} `

const lineOf = (writing: Writing, group: readonly ReadParagraph[]): readonly string[] => {
  const carrying = group.filter(paragraph =>
    inkSegments(paragraph).some(({ inserted }) => inserted === undefined),
  )
  // Parts a paragraph is split into stand in one line; what came in as a paragraph has its own.
  const lines: string[] = []
  let open: InkSegment[] = []
  let lead: ReadParagraph | undefined
  const flush = (): void => {
    const text = signed(writing, open).trim()
    if (text !== '' && lead !== undefined) lines.push(leadOf(lead) + text)
    open = []
    lead = undefined
  }
  for (const paragraph of group) {
    const carries = carrying.includes(paragraph)
    if (!carries) flush()
    lead ??= paragraph
    open.push(...inkSegments(paragraph))
    if (!carries) flush()
  }
  flush()
  return lines
}

const leadOf = ({ heading, number, level }: ReadParagraph): string => {
  const printed = number?.before ?? number?.after
  const lead = printed === undefined ? '' : `${flat(printed)} `
  return heading === undefined ? ' '.repeat(4 * level) + lead : headingMark(heading) + lead
}

const attributionsOf = (
  by: ReadRevision | undefined,
  partyOf: PartyOf,
  deletes: boolean,
): readonly Attribution[] => {
  const party = by === undefined ? undefined : partyOf(by.author)
  if (party === undefined) return []
  return [
    deletes
      ? { parties: [party], verb: 'deletes', text: `${party} delete` }
      : { parties: [party], verb: 'proposes', text: party },
  ]
}

const bracketOf = (group: ChangeGroup, at: number, partyOf: PartyOf): Content => {
  const before = group.deleted.trim() === '' ? [] : parsedWords(group.deleted, `d${at}-`)
  const put = group.inserted.filter(({ text }) => text.trim() !== '')
  if (before.length === 0 && put.length === 0)
    return group.deleted === ''
      ? [words(group.inserted.map(({ text }) => text).join(''))]
      : [words(group.deleted)]
  const option = (content: Content, attributions: readonly Attribution[], order: number): Option => ({
    id: id(`oc${at}.${order}`),
    content,
    attributions,
    ...(order > 1 ? { join: 'slash' as const } : {}),
  })
  const options: Option[] = []
  if (before.length > 0)
    options.push(option(before, put.length === 0 ? attributionsOf(group.deletedBy, partyOf, true) : [], 1))
  for (const [index, { text, by }] of put.entries())
    options.push(
      option(parsedWords(text, `i${at}.${index}-`), attributionsOf(by, partyOf, false), options.length + 1),
    )
  return [{ kind: 'bracket', id: id(`bc${at}`), options } satisfies Bracket]
}

const parsedWords = (text: string, idPrefix: string): Content => parseContent(text, { idPrefix })

/** Puts each bracket where its sign stands. */
const substituted = (content: Content, signs: RegExp, bracket: (sign: string) => Content): Content =>
  tidyContent(
    content.flatMap((inline): Content => {
      if (inline.kind === 'bracket')
        return [
          {
            ...inline,
            options: inline.options.map(option => ({
              ...option,
              content: substituted(option.content, signs, bracket),
            })),
          },
        ]
      if (inline.kind !== 'words') return [inline]
      return inline.text
        .split(signs)
        .flatMap((part, at): readonly Inline[] =>
          at % 2 === 1 ? bracket(part) : part === '' ? [] : [words(part)],
        )
    }),
  )

const signsOf = ({ plane }: Writing): RegExp =>
  plane === 0xf0000 ? /([\u{f0000}-\u{ffffd}])/u : /([\u{100000}-\u{10fffd}])/u

const noteLines = (writing: Writing, document: ReadDocument): readonly string[] => {
  const marks = new Map<string, string>()
  for (const paragraph of document.body.paragraphs)
    for (const segment of paragraph.segments)
      if (segment.kind === 'note') marks.set(segment.note, segment.mark)
  return [...document.stories.values()].flatMap(({ kind, key, paragraphs }) => {
    const mark = marks.get(key)
    if ((kind !== 'footnote' && kind !== 'endnote') || mark === undefined) return []
    const text = signed(writing, paragraphs.flatMap(inkSegments)).trim()
    // A note that shows its mark itself begins with it.
    return [`[^${mark}]: ${text.startsWith(`${mark} `) ? text.slice(mark.length + 1) : text}`]
  })
}

const boxLines = (writing: Writing, { stories }: ReadDocument): readonly string[] =>
  [...stories.values()]
    .filter(({ kind }: Story) => kind === 'textBox')
    .flatMap(({ paragraphs }) => groupsIn(paragraphs, 'before').flatMap(group => lineOf(writing, group)))

export interface DraftFromDocument {
  readonly draft: Draft
  readonly defects: readonly Defect[]
}

const allText = (document: ReadDocument): string =>
  [document.body, ...document.stories.values()]
    .flatMap(({ paragraphs }) => paragraphs.flatMap(inkSegments))
    .map(printedSegment)
    .join('')

const isFront = ({ bookmarks }: ReadParagraph): boolean =>
  bookmarks.some(name => /^_gavel_front\d*$/.test(name))

/** Reads a file's body, notes and text boxes as a draft. */
export const draftFromDocument = (document: ReadDocument, partyOf: PartyOf): DraftFromDocument => {
  const writing: Writing = { plane: planeFor(allText(document)), groups: [] }
  const body = document.body.paragraphs.filter(paragraph => !isFront(paragraph))
  const lines = groupsIn(body, 'before').flatMap(group => lineOf(writing, group))
  const source = [...lines, ...boxLines(writing, document), ...noteLines(writing, document)].join('\n\n')
  const { draft, defects } = parseDraft(source)
  const placed = new Set<number>()
  const place = (content: Content): Content =>
    substituted(content, signsOf(writing), sign => {
      const at = sign.codePointAt(0)! - writing.plane
      placed.add(at)
      return bracketOf(writing.groups[at]!, at + 1, partyOf)
    })
  const paragraphs = draft.paragraphs.map(paragraph => ({ ...paragraph, content: place(paragraph.content) }))
  const footnotes = draft.footnotes.map(footnote => ({ ...footnote, content: place(footnote.content) }))
  // The notation took a change for something else: a name in an attribution, a label.
  if (placed.size < writing.groups.length) return { draft: asWords(source, place), defects }
  return { draft: { paragraphs, footnotes }, defects }
}

/** Every line as words alone: brackets in it stay signs, and no change is lost. */
const asWords = (source: string, place: (content: Content) => Content): Draft => ({
  paragraphs: source
    .split('\n\n')
    .filter(line => line.trim() !== '')
    .map((line, order) => ({
      id: id(`p${order + 1}`),
      number: '',
      level: 0,
      kind: 'operative',
      content: place([words(line.trim())]),
    })),
  footnotes: [],
})
