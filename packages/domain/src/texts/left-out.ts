import { get, type MemberId, type OptionId, type ParagraphId } from '@gavel/kernel'
import { bracketsIn, type Content, type Option } from '@gavel/text'
import { plain } from './reading.ts'
import { type NegotiatedParagraph, paragraphIn, paragraphOf, type Support, type Text } from './state.ts'
import { maintainersOf } from './support.ts'

/** Something a clean offer has no place for: an option of a bracket, or an alternative of the whole paragraph. */
export interface LeftOut {
  readonly paragraph: ParagraphId
  readonly id: OptionId | ParagraphId
  readonly kind: 'option' | 'alternative'
  readonly wording: string
  /** Who proposes or backs it. */
  readonly maintainedBy: readonly MemberId[]
}

export interface Offer {
  readonly paragraphs: readonly { readonly paragraph: ParagraphId; readonly wording: string }[]
}

/** Options taken on the way to a place in the wording, latest first. */
type Taken = { readonly option: OptionId; readonly before: Taken } | null
type Reached = Map<number, Taken>

/** White space does not count: seams of closed brackets are mended in more ways than one. */
const bare = (text: string): string => text.replace(/\s+/g, '')

/**
 * All places of the wording that can be reached by reading the content from the places given, taking one option of
 * each bracket. Places are told apart, ways to one place are not: the first is kept, so the work stays small.
 */
const readOn = (content: Content, from: Reached, wording: string): Reached => {
  let reached = from
  for (const inline of content) {
    if (!('text' in inline) && inline.kind !== 'bracket') continue
    const next: Reached = new Map()
    if (inline.kind === 'bracket') {
      for (const option of inline.options) takeOption(option, reached, wording, next)
      // A bracket of one option means "these words, or none".
      if (inline.options.length === 1)
        for (const [at, taken] of reached) if (!next.has(at)) next.set(at, taken)
    } else {
      const part = bare(inline.text)
      for (const [at, taken] of reached) if (wording.startsWith(part, at)) next.set(at + part.length, taken)
    }
    reached = next
  }
  return reached
}

const takeOption = (option: Option, from: Reached, wording: string, into: Reached): void => {
  const marked: Reached = new Map()
  for (const [at, before] of from) marked.set(at, { option: option.id, before })
  for (const [at, taken] of readOn(option.content, marked, wording)) if (!into.has(at)) into.set(at, taken)
}

/** The options a wording takes, if it is the content with one option taken in each bracket; undefined when it is not. */
export const optionsTaken = (content: Content, wording: string): ReadonlySet<OptionId> | undefined => {
  const whole = bare(wording)
  const reached = readOn(content, new Map([[0, null]]), whole)
  if (!reached.has(whole.length)) return undefined
  const options = new Set<OptionId>()
  for (let at: Taken = reached.get(whole.length) ?? null; at !== null; at = at.before) options.add(at.option)
  return options
}

/** "No words" that stood there by themselves and that nobody backs is nobody's loss. */
const isNothing = (option: Option, support: Support | undefined): boolean =>
  option.content.length === 0 && support !== undefined && maintainersOf(support).length === 0

const leftOutOf = (paragraph: NegotiatedParagraph, wording: string): readonly LeftOut[] => {
  const taken = optionsTaken(paragraph.content, wording)
  return bracketsIn(paragraph.content).flatMap(({ bracket }) =>
    bracket.options
      .filter(option => !taken?.has(option.id))
      .filter(option => !isNothing(option, get(paragraph.options, option.id)))
      .map(option => ({
        paragraph: paragraph.id,
        id: option.id,
        kind: 'option' as const,
        wording: plain(option.content),
        maintainedBy: maintainersOf(get(paragraph.options, option.id)!),
      })),
  )
}

const alternativesLeftOut = (
  text: Text,
  paragraph: NegotiatedParagraph,
  wording: string,
): readonly LeftOut[] =>
  paragraph.alternatives
    .map(id => paragraphIn(text, id))
    .filter(({ content }) => optionsTaken(content, wording) === undefined)
    .map(({ id, content, whole }) => ({
      paragraph: paragraph.id,
      id,
      kind: 'alternative',
      wording: plain(content),
      maintainedBy: maintainersOf(whole),
    }))

/**
 * What a clean offer leaves out, paragraph by paragraph: every option it does not take, and every alternative it does
 * not repeat. An offer that is none of the readings of its paragraph leaves out all its options. Paragraphs the text
 * does not hold are passed over. What it answers is what the chair must account for.
 */
export const leftOutBy = (text: Text, offer: Offer): readonly LeftOut[] =>
  offer.paragraphs.flatMap(({ paragraph: id, wording }) => {
    const paragraph = paragraphOf(text, id)
    if (paragraph === undefined) return []
    return [...leftOutOf(paragraph, wording), ...alternativesLeftOut(text, paragraph, wording)]
  })
