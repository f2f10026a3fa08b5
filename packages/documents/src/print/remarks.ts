import type { Content, PrintedParagraph, Said, WhoSays } from '@gavel/text'
import type { Piece, Standings } from './pieces.ts'
import type { FixedWords } from './words.ts'

/** What is said of a place, to stand beside it: as a comment in Word, as a note in print. */
export interface Remark {
  readonly lines: readonly string[]
  /** The pieces it is about, by their index: first and last. */
  readonly from: number
  readonly to: number
}

const saidLines = (said: readonly Said[], words: FixedWords): readonly string[] =>
  said
    .filter(({ who }) => who.length > 0)
    .flatMap(({ stand, who, notes = [] }) => [
      `${words[stand]}: ${who.join(', ')}`,
      ...notes.map(({ who: by, note }) => `${by}: “${note}”`),
    ])

/** Who proposes something and what others say of it, a line each; none when there is nothing to say. */
export const standingLines = ({ from, said }: WhoSays, words: FixedWords): readonly string[] => {
  const others = saidLines(said, words)
  if (typeof from !== 'string') return [`${words.proposedBy} ${from.author}`, ...others]
  return others.length === 0 ? [] : from === 'base' ? [words.baseText, ...others] : others
}

const headed = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${head}.`, ...lines]

/** Ids of options without words, by the option beside which what is said of them is told. */
const silentBeside = (content: Content, into: Map<string, string[]>): void => {
  for (const inline of content) {
    if (inline.kind !== 'bracket') continue
    const teller = inline.options.find(option => option.content.length > 0)
    for (const option of inline.options) {
      if (option.content.length === 0 && teller !== undefined)
        into.set(teller.id, [...(into.get(teller.id) ?? []), option.id])
      silentBeside(option.content, into)
    }
  }
}

/** The remarks on a paragraph: one for each option somebody has said something of, one for the paragraph itself. */
export const remarksOn = (
  printed: PrintedParagraph,
  pieces: readonly Piece[],
  standings: Standings,
  words: FixedWords,
): readonly Remark[] => {
  const silent = new Map<string, string[]>()
  silentBeside(printed.paragraph.content, silent)
  const spans = new Map<string, { from: number; to: number }>()
  for (const [index, { path }] of pieces.entries())
    for (const { option } of path) {
      const span = spans.get(option)
      if (span === undefined) spans.set(option, { from: index, to: index })
      else span.to = index
    }
  const remarks: Remark[] = []
  const linesOf = (option: string): readonly string[] => {
    const standing = standings.get(option)
    return standing === undefined ? [] : standingLines(standing, words)
  }
  for (const [option, span] of spans) {
    const beside = (silent.get(option) ?? []).flatMap(id => headed(words.noWords, linesOf(id)))
    const lines = [...linesOf(option), ...beside]
    if (lines.length > 0) remarks.push({ ...span, lines })
  }
  const whole = wholeLines(printed, words)
  if (whole.length > 0 && pieces.length > 0) remarks.push({ from: 0, to: pieces.length - 1, lines: whole })
  return remarks
}

const wholeLines = (
  { whole, deletion, move, remark }: PrintedParagraph,
  words: FixedWords,
): readonly string[] => [
  ...(whole === undefined ? [] : headed(words.paragraph, standingLines(whole, words))),
  ...(deletion === undefined ? [] : headed(words.deletion, standingLines(deletion, words))),
  ...(move === undefined ? [] : headed(words.move, standingLines(move.standing, words))),
  ...(remark === undefined ? [] : [remark]),
]
