import {
  type BracketId,
  emptyTable,
  get,
  type Instant,
  type OptionId,
  put,
  remove,
  type Table,
} from '@gavel/kernel'
import { bracketsIn, type Content, type Paragraph, type Rung } from '@gavel/text'
import { edgesOf } from './reading.ts'
import {
  type Closed,
  keptRevisions,
  type NegotiatedParagraph,
  type OpenOption,
  type Printed,
} from './state.ts'
import { proposedBy } from './support.ts'

/** How a paragraph begins, and how its words change. */

const noOptions: Table<OpenOption> = emptyTable()

/** The options of content as it was laid: nobody proposes them, and they cannot lapse. */
const laidOptions = (content: Content, into: Table<OpenOption>): Table<OpenOption> => {
  let options = into
  for (const { bracket } of bracketsIn(content))
    for (const option of bracket.options)
      options = put(options, option.id, { ...proposedBy(null), bracket: bracket.id, origin: 'laid' })
  return laidSpans(content, options)
}

/** A bracket that spans paragraphs has one option, known by the bracket's own id, kept where it opens. */
const laidSpans = (content: Content, into: Table<OpenOption>): Table<OpenOption> => {
  let options = into
  for (const inline of content)
    if (inline.kind === 'spanOpen')
      options = put(options, inline.bracket, {
        ...proposedBy(null),
        bracket: inline.bracket,
        origin: 'laid',
      })
    else if (inline.kind === 'bracket')
      for (const option of inline.options) options = laidSpans(option.content, options)
  return options
}

const counts = (content: Content): { readonly brackets: number; readonly edges: number } => {
  const { edges, opening } = edgesOf(content)
  return { brackets: bracketsIn(content).length + opening, edges }
}

const printedOf = ({ marks, disputedNumbers, alternatives, status }: Paragraph): Printed => ({
  ...(marks === undefined ? {} : { marks }),
  ...(disputedNumbers === undefined ? {} : { disputedNumbers }),
  ...(alternatives === undefined ? {} : { alternatives }),
  ...(status === undefined ? {} : { status }),
})

/** A paragraph at its first revision, without neighbours yet. */
export const newParagraph = (from: Paragraph, touched: number): NegotiatedParagraph => {
  const { brackets, edges } = counts(from.content)
  // The status it came with holds only where nothing is disputed.
  const proposed = from.alternatives !== undefined && from.alternatives.length > 0
  const clean = brackets === 0 && edges === 0 && !proposed && from.disputedNumbers === undefined
  const rung: Rung = clean ? (from.status?.rung ?? 'open') : 'open'
  return {
    id: from.id,
    number: from.number,
    level: from.level,
    kind: from.kind,
    printed: printedOf(from),
    previous: null,
    next: null,
    revision: 1,
    touched,
    content: from.content,
    trail: [],
    rung,
    whole: proposedBy(null),
    proposed,
    alternativeOf: null,
    alternatives: [],
    options: laidOptions(from.content, noOptions),
    brackets,
    edges,
    closed: emptyTable(),
    deletion: null,
    move: null,
    reservations: emptyTable(),
    reopening: null,
    offer: null,
    pen: null,
  }
}

/** The paragraph with other words: one revision further, the words before kept on the trail for a while. */
export const reworded = (
  paragraph: NegotiatedParagraph,
  content: Content,
  textRevision: number,
): NegotiatedParagraph => ({
  ...paragraph,
  ...counts(content),
  content,
  revision: paragraph.revision + 1,
  touched: textRevision,
  trail: [
    ...paragraph.trail.slice(-(keptRevisions - 1)),
    { revision: paragraph.revision, content: paragraph.content },
  ],
})

/** The content a paragraph had at a revision, if it is still kept. */
export const contentAt = (paragraph: NegotiatedParagraph, revision: number): Content | undefined =>
  revision === paragraph.revision
    ? paragraph.content
    : paragraph.trail.find(kept => kept.revision === revision)?.content

/** Takes options out of the table, with all that stands inside their content. */
export const withoutOptions = (
  options: Table<OpenOption>,
  gone: Iterable<{ readonly id: OptionId; readonly content: Content }>,
): Table<OpenOption> => {
  let left = options
  for (const option of gone) {
    left = remove(left, option.id)
    for (const { bracket } of bracketsIn(option.content))
      for (const inner of bracket.options) left = remove(left, inner.id)
  }
  return left
}

/** Remembers how brackets ended: the one named, and those that stood inside what left the text. */
export const endedBrackets = (
  closed: Table<Closed>,
  bracket: BracketId,
  ended: Omit<Closed, 'at'>,
  gone: Iterable<{ readonly content: Content }>,
  at: Instant,
): Table<Closed> => {
  let table = put(closed, bracket, { ...ended, at })
  for (const option of gone)
    for (const inner of bracketsIn(option.content))
      table = put(table, inner.bracket.id, { ...ended, option: null, at })
  return table
}

/** Whether an option is among those that lie inside another's content. */
export const optionsWithin = function* (content: Content, options: Table<OpenOption>): Generator<OpenOption> {
  for (const { bracket } of bracketsIn(content))
    for (const option of bracket.options) {
      const found = get(options, option.id)
      if (found !== undefined) yield found
    }
}
