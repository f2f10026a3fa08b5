import type { FileChange } from '@gavel/text'
import type { ReadDocument, ReadInk, ReadParagraph, ReadRevision, Story } from '../docx-in/model.ts'
import { groupsIn, type InkSegment, inkSegments, printedSegment, wordsIn } from './views.ts'

type Told = Pick<FileChange, 'kind' | 'deleted' | 'inserted'>

interface Reader {
  readonly story: string
  readonly out: FileChange[]
}

const tell = (reader: Reader, paragraph: ReadParagraph, by: ReadRevision, told: Told): void => {
  reader.out.push({
    ...told,
    author: by.author,
    ...(by.date === undefined ? {} : { date: by.date }),
    story: reader.story,
    where: paragraph.where,
    paragraph: wordsIn(paragraph, 'before'),
  })
}

const isBlank = (text: string): boolean => text.trim() === ''

/** Neighbouring changes by one hand: what it struck and what it put there. */
interface Stretch {
  readonly by: ReadRevision
  deleted: string
  inserted: string
}

const changesWithin = (reader: Reader, paragraph: ReadParagraph): void => {
  let open: Stretch | undefined
  const flush = (): void => {
    if (open === undefined) return
    const { by, deleted, inserted } = open
    const moved = by.move !== undefined
    const kind = moved
      ? deleted !== ''
        ? 'movedAway'
        : 'movedHere'
      : deleted === ''
        ? 'insertion'
        : inserted === ''
          ? 'deletion'
          : 'replacement'
    tell(reader, paragraph, by, {
      kind,
      ...(deleted === '' ? {} : { deleted }),
      ...(inserted === '' ? {} : { inserted }),
    })
    open = undefined
  }
  const add = (by: ReadRevision, what: 'deleted' | 'inserted', text: string): void => {
    if (open !== undefined && (open.by.author !== by.author || open.by.move !== by.move)) flush()
    open ??= { by, deleted: '', inserted: '' }
    open[what] += text
  }
  for (const segment of inkSegments(paragraph)) {
    const { inserted, deleted } = segment
    const text = printedSegment(segment)
    if (inserted === undefined && deleted === undefined) flush()
    if (inserted !== undefined) add(inserted, 'inserted', text)
    if (inserted !== undefined && deleted !== undefined) flush()
    if (deleted !== undefined) add(deleted, 'deleted', text)
  }
  flush()
}

const everyWord = (
  segments: readonly InkSegment[],
  pick: (ink: ReadInk) => ReadRevision | undefined,
): boolean => segments.every(segment => isBlank(printedSegment(segment)) || pick(segment) !== undefined)

const firstRevision = (
  { mark }: ReadParagraph,
  segments: readonly InkSegment[],
  pick: (ink: ReadInk) => ReadRevision | undefined,
): ReadRevision | undefined => pick(mark) ?? segments.map(pick).find(found => found !== undefined)

/** A paragraph that came, went or moved as a whole; false when it is none, and its changes are told one by one. */
const wholeParagraph = (reader: Reader, paragraph: ReadParagraph, isNew: boolean): boolean => {
  const segments = inkSegments(paragraph)
  const words = segments.map(printedSegment).join('')
  if (isBlank(words)) return true
  const came = firstRevision(paragraph, segments, ({ inserted }) => inserted)
  if (isNew && came !== undefined && everyWord(segments, ({ inserted }) => inserted)) {
    const inserted = segments
      .filter(({ deleted }) => deleted === undefined)
      .map(printedSegment)
      .join('')
    tell(reader, paragraph, came, { kind: came.move === undefined ? 'newParagraph' : 'movedHere', inserted })
    for (const segment of segments)
      if (segment.deleted !== undefined)
        tell(reader, paragraph, segment.deleted, { kind: 'deletion', deleted: printedSegment(segment) })
    return true
  }
  const goes = firstRevision(paragraph, segments, ({ deleted }) => deleted)
  const all = everyWord(segments, ({ deleted }) => deleted)
  if (goes === undefined || !all || (paragraph.mark.deleted === undefined && goes.move === undefined))
    return false
  tell(reader, paragraph, goes, {
    kind: goes.move === undefined ? 'deletedParagraph' : 'movedAway',
    deleted: words,
  })
  for (const segment of segments)
    if (segment.inserted !== undefined)
      tell(reader, paragraph, segment.inserted, { kind: 'insertion', inserted: printedSegment(segment) })
  return true
}

const groupChanges = (reader: Reader, group: readonly ReadParagraph[]): void => {
  const carrying = group.filter(paragraph => !isBlank(wordsIn(paragraph, 'before')))
  for (const paragraph of group) {
    const isNew = !carrying.includes(paragraph)
    if (!wholeParagraph(reader, paragraph, isNew)) changesWithin(reader, paragraph)
    const parted = paragraph.mark.inserted
    if (parted !== undefined && !isNew && paragraph !== carrying.at(-1))
      tell(reader, paragraph, parted, { kind: 'split', inserted: '\n' })
  }
}

/** Ends that are struck while words stand on both sides of them: two paragraphs are to be one. */
const merges = (reader: Reader, paragraphs: readonly ReadParagraph[]): void => {
  for (const group of groupsIn(paragraphs, 'after')) {
    const left = group.filter(paragraph => !isBlank(wordsIn(paragraph, 'after')))
    for (const paragraph of left.slice(0, -1)) {
      const by =
        paragraph.mark.deleted ?? group.map(({ mark }) => mark.deleted).find(found => found !== undefined)
      if (by !== undefined) tell(reader, paragraph, by, { kind: 'merge', deleted: '\n' })
    }
  }
}

const storyChanges = ({ key, paragraphs }: Story): readonly FileChange[] => {
  const reader: Reader = { story: key, out: [] }
  for (const group of groupsIn(paragraphs, 'before')) groupChanges(reader, group)
  merges(reader, paragraphs)
  return reader.out
}

/** Every tracked change of words in a file, in the order of its stories: the body first. */
export const changesIn = ({ body, stories }: ReadDocument): readonly FileChange[] =>
  [body, ...stories.values()].flatMap(storyChanges)
