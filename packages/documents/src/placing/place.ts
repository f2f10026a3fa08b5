import type { EditSource, FileComment, FileEdit, NotPlaced, Placed, PrintedText } from '@gavel/text'
import { parseDraft, printContent } from '@gavel/text'
import { changesIn } from '../changes/list.ts'
import { inkSegments, noteSign, printedSegment, stands } from '../changes/views.ts'
import type { ReadDocument, ReadParagraph, ReadRevision } from '../docx-in/model.ts'
import { printedBy } from '../docx-out/bookmarks.ts'
import { type Expected, expectedIn } from './expected.ts'
import { type Group, groupsOf, printedWords } from './groups.ts'
import { givenWords, type IsOwn, itemsOf, type Operation, operationsOn, ownBy } from './operations.ts'
import { placeOf } from './places.ts'

/** The placing of one file against one text. */
interface Work {
  readonly isOwn: IsOwn
  /** The same for words of an earlier state: what was proposed when the file was made may have gone since. */
  readonly wasOwn: IsOwn
  readonly groups: readonly Group[]
  readonly edits: FileEdit[]
  readonly unplaced: NotPlaced[]
  /** Groups that are the other end of a move, and were told with it. */
  readonly arrived: Set<Group>
  /** The last paragraph of the text met so far. */
  last: string | null
}

const newHand = (paragraph: ReadParagraph, isOwn: IsOwn): ReadRevision | undefined => {
  const inks = [...inkSegments(paragraph), paragraph.mark]
  return inks
    .flatMap(({ inserted, deleted }) => [inserted, deleted])
    .find(by => by !== undefined && !isOwn(by))
}

const sourceOf = (
  paragraph: ReadParagraph,
  by: ReadRevision | undefined,
  words: Pick<EditSource, 'deleted' | 'inserted'>,
): EditSource => ({
  author: by?.author ?? '',
  ...(by?.date === undefined ? {} : { date: by.date }),
  tracked: by !== undefined,
  ...words,
  where: paragraph.where,
})

/** Words put into the file, as the notation reads them: number, kind and wording apart. */
const readAdded = (paragraph: ReadParagraph, isOwn: IsOwn) => {
  const text = inkSegments(paragraph)
    .filter(({ deleted }) => deleted === undefined || isOwn(deleted))
    .map(printedSegment)
    .join('')
    .replace(/[\n\t]/g, ' ')
    .trim()
  const automatic = paragraph.number?.after
  const heading = paragraph.heading === undefined ? '' : `${'#'.repeat(Math.min(6, paragraph.heading))} `
  const [read] = parseDraft(`${heading}${automatic === undefined ? '' : `${automatic} `}${text}`).draft
    .paragraphs
  return {
    number: read?.number ?? '',
    level: paragraph.level,
    paragraphKind: read?.kind ?? ('operative' as const),
    wording: read === undefined ? text : printContent(read.content).trim(),
  }
}

const addParagraph = (work: Work, paragraph: ReadParagraph, after: string | null): void => {
  const read = readAdded(paragraph, work.isOwn)
  const by = newHand(paragraph, work.isOwn)
  const source = sourceOf(paragraph, by, { inserted: printedWords(paragraph) })
  if (read.wording === '') work.unplaced.push({ why: 'struckAgain', source })
  else work.edits.push({ kind: 'newParagraph', after, ...read, source })
}

/** The words nobody has struck in the text, blanks and the number aside: what a deletion of the whole must cover. */
const visibleStretch = ({ pieces, starts, words }: Expected): readonly (readonly [number, number])[] =>
  pieces.flatMap((piece, index): readonly (readonly [number, number])[] => {
    const [from, to] = [starts[index]!, starts[index + 1]!]
    const counts =
      piece.kind !== 'number' && piece.deleted === undefined && words.slice(from, to).trim() !== ''
    return counts ? [[from, to]] : []
  })

const coversAll = (expected: Expected, operations: readonly Operation[]): boolean => {
  const stretch = visibleStretch(expected)
  return (
    stretch.length > 0 &&
    stretch.every(([from, to]) => {
      let at = from
      for (const operation of operations)
        if (operation.from <= at || expected.words.slice(at, operation.from).trim() === '')
          at = Math.max(at, operation.to)
      return at >= to || expected.words.slice(at, to).trim() === ''
    })
  )
}

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Where a paragraph that was taken away stands again: by the name of the move, or word for word by the same hand. */
const arrivalOf = (work: Work, expected: Expected, by: ReadRevision): Group | undefined =>
  work.groups.find(group => {
    if (group.kind !== 'added' || work.arrived.has(group)) return false
    const came = newHand(group.added[0]!, work.isOwn)
    if (came === undefined) return false
    if (by.move !== undefined && by.move !== '' && came.move === by.move) return true
    const words = bare(group.added.map(printedWords).join(' '))
    const visible = expected.pieces.filter(({ deleted }) => deleted === undefined)
    const whole = visible.map(({ kind, text }) => (kind === 'note' ? noteSign : text)).join('')
    const content = visible
      .filter(({ kind }) => kind !== 'number')
      .map(({ kind, text }) => (kind === 'note' ? noteSign : text))
      .join('')
    return came.author === by.author && (words === bare(whole) || words === bare(content))
  })

/** The last paragraph of the text that stands before a group in the file. */
const paragraphBefore = (work: Work, group: Group, but: string): string | null => {
  let before: string | null = null
  for (const other of work.groups) {
    if (other === group) break
    if (other.kind === 'known' && other.expected!.id !== but) before = other.expected!.id
  }
  return before
}

const wholeDeletion = (work: Work, group: Group, operations: readonly Operation[]): void => {
  const expected = group.expected!
  const first = group.carriers[0]!
  const by = newHand(first, work.isOwn)
  const deleted = operations.map(({ source }) => source.deleted ?? '').join('')
  const source = by === undefined ? operations[0]!.source : sourceOf(first, by, { deleted })
  const arrival = by === undefined ? undefined : arrivalOf(work, expected, by)
  if (arrival === undefined) {
    work.edits.push({ kind: 'deletion', paragraph: expected.id, source })
    return
  }
  work.arrived.add(arrival)
  work.edits.push({
    kind: 'move',
    paragraph: expected.id,
    after: paragraphBefore(work, arrival, expected.id),
    source,
  })
}

/** A wording that replaces all a paragraph said. */
const wholeAlternative = (work: Work, expected: Expected, operations: readonly Operation[]): void => {
  const put = operations.map(({ wording }) => wording).join('')
  const [read] = parseDraft(put.replace(/[\n\t]/g, ' ')).draft.paragraphs
  const number = expected.printed.paragraph.number
  const wording = read !== undefined && read.number === number ? printContent(read.content) : put
  const [first] = operations
  const said = (which: 'deleted' | 'inserted'): string =>
    operations.map(({ source }) => source[which] ?? '').join('')
  work.edits.push({
    kind: 'alternative',
    paragraph: expected.id,
    wording: wording.trim(),
    source: { ...first!.source, deleted: said('deleted'), inserted: said('inserted') },
  })
}

const placeOperations = (work: Work, expected: Expected, operations: readonly Operation[]): void => {
  for (const operation of operations) {
    const { source } = operation
    const wording = operation.wording.replace(/[\n\t]+/g, ' ')
    if (wording.includes(noteSign)) {
      work.unplaced.push({ why: 'notInBody', source, paragraph: expected.id })
      continue
    }
    const placing = placeOf(expected, { ...operation, wording })
    if (placing.kind === 'unplaced')
      work.unplaced.push({
        why: placing.why,
        source,
        paragraph: expected.id,
        ...(placing.option === undefined ? {} : { option: placing.option }),
      })
    else work.edits.push({ kind: 'change', paragraph: expected.id, ...placing.place, wording, source })
  }
}

/** What is meant on words that have moved on since: a wording of the whole paragraph, where it can be told. */
const placeStale = (work: Work, group: Group, hands: readonly ReadRevision[]): void => {
  const expected = group.expected!
  const segments = group.carriers.flatMap(inkSegments)
  const meant = segments
    .filter(segment => stands(segment, 'after'))
    .map(printedSegment)
    .join('')
  const disputed = segments.some(({ inserted, deleted }) =>
    [inserted, deleted].some(by => by && work.wasOwn(by)),
  )
  const source = sourceOf(group.carriers[0]!, hands[0], { inserted: meant })
  if (disputed || /[[\]]/.test(meant.replace(/\[\^[^\]]+\]/g, ''))) {
    work.unplaced.push({ why: 'stale', source, paragraph: expected.id })
    return
  }
  const [read] = parseDraft(meant.replace(/[\n\t]/g, ' ')).draft.paragraphs
  const wording = read === undefined ? '' : printContent(read.content).trim()
  work.edits.push(
    wording === ''
      ? { kind: 'deletion', paragraph: expected.id, source }
      : { kind: 'alternative', paragraph: expected.id, wording, source },
  )
}

const handsIn = ({ carriers }: Group, isOwn: IsOwn): readonly ReadRevision[] =>
  carriers.flatMap(paragraph => newHand(paragraph, isOwn) ?? [])

const partsAndJoins = (work: Work, group: Group, next: Group | undefined): void => {
  const { carriers, expected } = group
  for (const paragraph of carriers.slice(0, -1))
    work.unplaced.push({
      why: 'split',
      source: sourceOf(paragraph, paragraph.mark.inserted, { inserted: '\n' }),
      paragraph: expected!.id,
    })
  const joined = carriers.at(-1)?.mark.deleted
  if (joined === undefined || work.isOwn(joined) || next?.kind !== 'known') return
  const emptied = (one: Group): boolean => bare(one.carriers.map(wordsLeft).join('')) === ''
  if (emptied(group) || emptied(next)) return
  work.unplaced.push({
    why: 'merge',
    source: sourceOf(carriers.at(-1)!, joined, { deleted: '\n' }),
    paragraph: expected!.id,
  })
}

const wordsLeft = (paragraph: ReadParagraph): string =>
  inkSegments(paragraph)
    .filter(segment => stands(segment, 'after'))
    .map(printedSegment)
    .join('')

const placeKnown = (work: Work, group: Group, next: Group | undefined): void => {
  const expected = group.expected!
  const { carriers, added, paragraphs } = group
  const begins = paragraphs.indexOf(carriers[0]!)
  for (const paragraph of added.filter(one => paragraphs.indexOf(one) < begins))
    addParagraph(work, paragraph, work.last)
  work.last = expected.id
  const same = givenWords(itemsOf(carriers, work.isOwn)) === expected.words
  const stale = !same && group.revision !== undefined && group.revision !== expected.printed.revision
  const hands = handsIn(group, work.wasOwn)
  if (stale && hands.length > 0) placeStale(work, group, hands)
  else if (!stale) {
    const { operations, unplaced } = operationsOn(carriers, expected, work.isOwn)
    work.unplaced.push(...unplaced)
    const put = operations
      .map(({ wording }) => wording)
      .join('')
      .trim()
    if (!coversAll(expected, operations)) placeOperations(work, expected, operations)
    else if (put === '') wholeDeletion(work, group, operations)
    else wholeAlternative(work, expected, operations)
    partsAndJoins(work, group, next)
  }
  for (const paragraph of added.filter(one => paragraphs.indexOf(one) > begins))
    addParagraph(work, paragraph, expected.id)
}

const placeOther = (work: Work, group: Group): void => {
  if (group.kind === 'blank' || work.arrived.has(group)) return
  if (group.kind === 'added') {
    for (const paragraph of group.added) addParagraph(work, paragraph, work.last)
    return
  }
  const why = group.kind === 'furniture' ? 'printedSign' : group.kind === 'gone' ? 'gone' : 'unknownParagraph'
  for (const paragraph of group.paragraphs) {
    const by = newHand(paragraph, group.kind === 'gone' ? work.wasOwn : work.isOwn)
    const words = printedWords(paragraph)
    // What was printed beside the text and came back as it was, or an old copy nobody changed, says nothing.
    if (bare(words) === '' || (by === undefined && group.kind !== 'unknown')) continue
    work.unplaced.push({ why, source: sourceOf(paragraph, by, { inserted: words }) })
  }
}

/** The record's own hands: known now; and for words of an earlier state, whatever is older than the file. */
const ownHands = (document: ReadDocument, all: ReadonlyMap<string, Expected>, text: PrintedText) => {
  const isOwn = ownBy(new Set([...all.values()].flatMap(({ hands }) => [...hands])))
  const asOf =
    document.properties.get('GavelText') === text.of?.text ? document.properties.get('GavelAsOf') : undefined
  const until = asOf?.replace(/\.\d+Z$/, 'Z') ?? ''
  const wasOwn: IsOwn = by =>
    isOwn(by) || (by.date !== undefined && by.date <= until && by.date.endsWith('Z'))
  return { isOwn, wasOwn }
}

/** Changes outside the body: told, since none of them is a paragraph's. */
const outsideBody = (document: ReadDocument): readonly NotPlaced[] =>
  changesIn(document)
    .filter(({ story }) => story !== 'body')
    .map(({ author, date, deleted, inserted, where }) => ({
      why: 'notInBody',
      source: {
        author,
        ...(date === undefined ? {} : { date }),
        tracked: true,
        ...(deleted === undefined ? {} : { deleted }),
        ...(inserted === undefined ? {} : { inserted }),
        where,
      },
    }))

/**
 * Says of every change its editors made in a file of a text what it would be as a proposal of the text as it stands
 * now, in the order of the file. Nothing is left out: what cannot be proposed is told with its words and the reason.
 */
export const placeDocument = (document: ReadDocument, text: PrintedText): Placed => {
  const all = expectedIn(text)
  const { isOwn, wasOwn } = ownHands(document, all, text)
  const groups = groupsOf(document.body.paragraphs, all, isOwn)
  const work: Work = { isOwn, wasOwn, groups, edits: [], unplaced: [], arrived: new Set(), last: null }
  // Moves first, so that their other ends are known for what they are wherever they stand.
  for (const [at, group] of groups.entries())
    if (group.kind === 'known') placeKnown(work, group, groups[at + 1])
  const known = work.edits.splice(0)
  work.last = null
  for (const group of groups) {
    if (group.kind === 'known') work.last = group.expected!.id
    else placeOther(work, group)
  }
  const met = new Set(groups.flatMap(({ expected }) => (expected === undefined ? [] : [expected.id])))
  const missing = [...all.values()]
    .filter(({ id }) => !met.has(id))
    .map(
      ({ id, words }): NotPlaced => ({
        why: 'missing',
        paragraph: id,
        source: {
          author: '',
          tracked: false,
          deleted: words,
          where: { part: document.body.paragraphs[0]?.where.part ?? '' },
        },
      }),
    )
  const madeOf = document.properties.get('GavelText')
  return {
    edits: [...known, ...work.edits],
    unplaced: [...work.unplaced, ...outsideBody(document), ...missing],
    comments: commentsOf(document, groups),
    formatting: document.formatting,
    notices: document.notices,
    ...(madeOf === undefined ? {} : { madeOf }),
  }
}

/** Comments its readers have made, with the paragraph each stands at; those the file was printed with are left out. */
const commentsOf = (document: ReadDocument, groups: readonly Group[]): readonly FileComment[] => {
  const at = new Map(
    groups.flatMap(({ paragraphs, expected }) =>
      expected === undefined ? [] : paragraphs.map(({ where }) => [where.paragraph, expected.id] as const),
    ),
  )
  const bodyPart = document.body.paragraphs[0]?.where.part
  return document.comments
    .filter(({ author }) => author !== printedBy)
    .map(comment => {
      const { where } = comment
      const paragraph = where?.part === bodyPart ? at.get(where?.paragraph) : undefined
      return paragraph === undefined ? comment : { ...comment, paragraph }
    })
}
