import {
  type BodyId,
  type BracketId,
  emptyTable,
  get,
  type Instant,
  type MemberId,
  type OptionId,
  type ParagraphId,
  type PersonId,
  type Table,
  type TextId,
} from '@gavel/kernel'
import type { Content, Footnote, Paragraph, ParagraphKind, Rung } from '@gavel/text'
import type { TextAudience } from '../act.ts'
import type { UpToMeetings } from '../meetings/state.ts'
import type { Matter, Place, Stand } from './acts.ts'

/** A delegation's word on an option or a paragraph, as it stands now. */
export interface StandTaken {
  readonly stand: Exclude<Stand, 'none'>
  readonly note?: string
  readonly at: Instant
}

/**
 * Whatever delegations can stand on: an option, a paragraph as a whole, a proposed deletion or move, the chair's
 * text for a paragraph. Counts are kept beside the stands, so that a rule looks at names only when it refuses.
 */
export interface Support {
  /** The delegation that proposes it; null for words of the base text, of the chair, or left open to take-over. */
  readonly proposer: MemberId | null
  /** Its proposer withdrew while others back it: any delegation may take it over. */
  readonly released: boolean
  readonly stands: Table<StandTaken>
  readonly backing: number
  readonly objecting: number
  readonly reserving: number
}

/** An option of an open bracket. Its words stand in the paragraph's content; here stands who says what of it. */
export interface OpenOption extends Support {
  readonly bracket: BracketId
  /** `base`: the words that stood there before others were proposed; `laid`: an option of the draft as it came. */
  readonly origin: 'base' | 'laid' | 'proposed'
}

export interface ProposedMove extends Support {
  readonly place: Place
}

/** What became of a bracket, so that who comes second is told. */
export interface Closed {
  readonly how: 'closed' | 'dissolved' | 'chairsText'
  readonly option: OptionId | null
  readonly at: Instant
  readonly revision: number
}

/** A reservation that outlived the option it was made on. It blocks `agreed` until its delegation lifts it. */
export interface Reservation {
  readonly at: Instant
  /** The words reserved on, as they stood; empty when words were left out. */
  readonly wording: string
  readonly note?: string
}

/** Who holds a pen. The later epoch holds where the text's pen and the paragraph's differ. */
export interface Pen {
  readonly holder: PersonId | null
  readonly epoch: number
}

export interface Reopening {
  readonly askedBy: MemberId
  readonly reason: string
  readonly at: Instant
  readonly opposedBy: readonly MemberId[]
}

export type Printed = Pick<Paragraph, 'marks' | 'disputedNumbers' | 'alternatives' | 'status'>

/** A paragraph under negotiation. */
export interface NegotiatedParagraph {
  readonly id: ParagraphId
  readonly number: string
  readonly level: number
  readonly kind: ParagraphKind
  /** How the draft printed it, as far as that still holds: signs, a status, numbers or options in dispute. */
  readonly printed: Printed
  readonly previous: ParagraphId | null
  readonly next: ParagraphId | null
  /** Rises with every change of the words. Acts name the revision they were made against. */
  readonly revision: number
  /** The text's revision when the words last changed. */
  readonly touched: number
  readonly content: Content
  /** The last few earlier contents, oldest first, so that a proposal on a stale base keeps its author's meaning. */
  readonly trail: readonly { readonly revision: number; readonly content: Content }[]
  readonly rung: Rung
  /** What is said of the paragraph as a whole. */
  readonly whole: Support
  /** Proposed anew, or under one of the draft's options over whole paragraphs, and not kept yet. */
  readonly proposed: boolean
  readonly alternativeOf: ParagraphId | null
  readonly alternatives: readonly ParagraphId[]
  /** Open options by id, those inside other options included. */
  readonly options: Table<OpenOption>
  /** How many brackets are open in it, nested ones and opening edges of spans included. */
  readonly brackets: number
  /** How many edges of brackets that span paragraphs it holds. */
  readonly edges: number
  readonly closed: Table<Closed>
  readonly deletion: Support | null
  readonly move: ProposedMove | null
  readonly reservations: Table<Reservation>
  readonly reopening: Reopening | null
  readonly offer: OfferedParagraph | null
  readonly pen: Pen | null
}

/** The chair's wording for one paragraph, with the account of what it leaves out. */
export interface OfferedParagraph extends Support {
  readonly wording: string
  readonly accounted: readonly { readonly id: OptionId | ParagraphId; readonly reason: string }[]
  readonly at: Instant
}

export interface Version {
  readonly symbol: string
  /** SHA-256 of the issued document, lower-case hexadecimal. */
  readonly document: string
  readonly at: Instant
  readonly revision: number
}

/** Why a paragraph is no longer in the text. */
export interface Gone {
  readonly how: 'deleted' | 'withdrawn' | 'notChosen' | 'notKept' | 'chairsText'
  readonly number: string
  readonly at: Instant
}

export interface Text {
  readonly id: TextId
  readonly title: string
  readonly body: BodyId
  readonly audience: TextAudience
  /** The audiences it had before, each with the instant at which it ended; oldest first. */
  readonly audiencesBefore: readonly { readonly audience: TextAudience; readonly until: Instant }[]
  readonly language: string
  readonly kind: 'draft' | 'chairsText' | 'nonPaper' | 'compilation'
  readonly document?: string
  readonly fictional: boolean
  readonly introducedBy: PersonId
  /** The delegation that introduced it, when one did. */
  readonly sponsor: MemberId | null
  readonly introducedAt: Instant
  readonly stage: 'laying' | 'open' | 'adopted'
  /** Why it stands still; null while it may change. */
  readonly frozen: string | null
  readonly decision?: string
  readonly symbol: string | null
  readonly versions: readonly Version[]
  /** Rises with every change of words, order or numbers anywhere in the text. */
  readonly revision: number
  readonly first: ParagraphId | null
  readonly last: ParagraphId | null
  readonly paragraphs: Table<NegotiatedParagraph>
  readonly gone: Table<Gone>
  /** The paragraph in which an option or bracket id was first used; ids are never used twice. */
  readonly homes: Table<ParagraphId>
  /** How many paragraphs of the top level bear a number. */
  readonly numbers: Table<number>
  /** By mark; a mark the draft brought twice has a key of its own for the second note. */
  readonly footnotes: Table<Footnote>
  readonly footnoteOrder: readonly string[]
  readonly pen: Pen
  readonly penEpoch: number
  /** Brackets that open in one paragraph and close in a later one. */
  readonly spans: Table<{ readonly open: ParagraphId; readonly close: ParagraphId }>
  /** Paragraphs for which a chair's text is on offer. */
  readonly offered: readonly ParagraphId[]
  /** How many things are disputed: brackets, alternatives, deletions, moves, paragraphs proposed anew. */
  readonly disputed: number
  /** How many paragraphs stand on each rung. */
  readonly rungs: Readonly<Record<Rung, number>>
}

/** What a delegate said of a paragraph to her own delegation. */
export interface Comment {
  readonly comment: string
  readonly by: PersonId
  readonly at: Instant
  readonly wording: string
}

/** A delegation's private instructions for a paragraph. */
export interface Instruction {
  readonly redLine?: string
  readonly preferred?: string
  readonly fallback?: string
  readonly note?: string
  readonly at: Instant
}

export interface TextsState {
  readonly texts: Table<Text>
  readonly order: readonly TextId[]
  /** The last number given in each series of document symbols. */
  readonly series: Table<number>
  /** Every symbol ever given, and to which text. */
  readonly symbols: Table<TextId>
  /** Kept apart from the texts: by member, then by text and paragraph. No view of a text can carry them. */
  readonly instructions: Table<Table<Instruction>>
  /** What delegates say to their own delegation, kept apart in the same way: the end of each thread, oldest first. */
  readonly comments: Table<Table<readonly Comment[]>>
}

/** What a rule of this chapter may look at: the chapters before it, and its own. */
export interface UpToTexts extends UpToMeetings {
  readonly texts: TextsState
}

export const initial: TextsState = {
  texts: emptyTable(),
  order: [],
  series: emptyTable(),
  symbols: emptyTable(),
  instructions: emptyTable(),
  comments: emptyTable(),
}

/** How many comments of a thread are kept. */
export const keptComments = 100

/** How many earlier contents of a paragraph are kept. */
export const keptRevisions = 8

export const textOf = (state: TextsState, text: TextId): Text | undefined => get(state.texts, text)

export const paragraphOf = (text: Text, paragraph: ParagraphId): NegotiatedParagraph | undefined =>
  get(text.paragraphs, paragraph)

/** The paragraph, which must be there: evolve's way to it. */
export const paragraphIn = (text: Text, paragraph: ParagraphId): NegotiatedParagraph => {
  const found = get(text.paragraphs, paragraph)
  if (found === undefined) throw new RangeError(`no paragraph ${paragraph} in text ${text.id}`)
  return found
}

/** The paragraphs in the order of the text. */
export const paragraphsOf = function* (text: Text): Generator<NegotiatedParagraph> {
  for (let at = text.first; at !== null; ) {
    const paragraph = paragraphIn(text, at)
    yield paragraph
    at = paragraph.next
  }
}

/** What a stand, a withdrawal or a take-over is about. */
export interface Target {
  readonly option?: OptionId
  readonly on?: Matter
}

/** The support of what a target names; undefined when there is no such thing in the paragraph. */
export const supportOf = (paragraph: NegotiatedParagraph, target: Target): Support | undefined => {
  if (target.option !== undefined) return get(paragraph.options, target.option)
  if (target.on === undefined) return paragraph.whole
  const { deletion, move, offer } = paragraph
  return { deletion, move, chairsText: offer }[target.on] ?? undefined
}

/** How many disputes a paragraph counts for. */
export const disputesOf = (paragraph: NegotiatedParagraph): number =>
  paragraph.brackets +
  (paragraph.alternativeOf === null ? 0 : 1) +
  (paragraph.proposed ? 1 : 0) +
  (paragraph.printed.disputedNumbers === undefined ? 0 : 1) +
  (paragraph.deletion === null ? 0 : 1) +
  (paragraph.move === null ? 0 : 1)
