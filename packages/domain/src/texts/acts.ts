import type { BodyId, BracketId, MemberId, OptionId, ParagraphId, PersonId, TextId } from '@gavel/kernel'
import type { Content, Footnote, Paragraph, ParagraphKind, Rung } from '@gavel/text'
import type { ActOf, TextAudience } from '../act.ts'

/** What a delegation says of an option or of a paragraph. `none` takes an earlier stand back. */
export type Stand = 'backs' | 'canLiveWith' | 'reserves' | 'objects' | 'none'

/**
 * What of a paragraph a stand is taken on, when not on one of its options nor on the paragraph as a whole: its
 * proposed deletion, its proposed move, or the chair's text for it.
 */
export type Matter = 'deletion' | 'move' | 'chairsText'

/**
 * A change proposed to the words of a paragraph, or of one option inside it (`within`): the `length` units from
 * `at` are to read `wording`. A unit is a UTF-16 code unit of words; every other inline counts one. Length 0
 * inserts; an empty wording deletes. What stood there and what is proposed become the options of a bracket.
 */
export interface WordingChange {
  readonly within?: OptionId
  readonly at: number
  readonly length: number
  readonly wording: string
}

/** A place in the order of the text. */
export type Place =
  | { readonly after: ParagraphId }
  | { readonly before: ParagraphId }
  | { readonly at: 'start' | 'end' }

export type TextsAct =
  /** A draft is introduced, then laid in portions small enough for the record, then opened for negotiation. */
  | ActOf<
      'texts.introduce',
      {
        text: TextId
        title: string
        body: BodyId
        audience: TextAudience
        language: string
        kind: 'draft' | 'chairsText' | 'nonPaper' | 'compilation'
        document?: string
        fictional?: boolean
      }
    >
  | ActOf<'texts.lay', { text: TextId; paragraphs: readonly Paragraph[]; footnotes?: readonly Footnote[] }>
  /** The symbol is allocated by the rule; a client that names one must name that one. */
  | ActOf<'texts.open', { text: TextId; symbol?: string }>
  /** `base` is the revision of the paragraph the words were written against. */
  | ActOf<
      'texts.propose',
      {
        text: TextId
        paragraph: ParagraphId
        base: number
        change: WordingChange
        bracket: BracketId
        option: OptionId
        retained: OptionId
        onStale?: 'refuse' | 'alternative'
        /** The id of the "alt" paragraph that a stale proposal becomes; made from `option` when absent. */
        alternative?: ParagraphId
        /** The whole wording the author meant, for a base so old that the text no longer keeps it. */
        meant?: string
      }
    >
  /** Another wording of the whole paragraph, beside it ("39 alt"). */
  | ActOf<
      'texts.proposeAlternative',
      { text: TextId; paragraph: ParagraphId; base: number; alternative: ParagraphId; wording: string }
    >
  | ActOf<
      'texts.proposeParagraph',
      {
        text: TextId
        paragraph: ParagraphId
        place: Place
        number?: string
        level: number
        kind: ParagraphKind
        wording: string
      }
    >
  | ActOf<'texts.proposeDeletion', { text: TextId; paragraph: ParagraphId; base: number }>
  | ActOf<'texts.proposeMove', { text: TextId; paragraph: ParagraphId; base: number; place: Place }>
  | ActOf<
      'texts.takeStand',
      { text: TextId; paragraph: ParagraphId; option?: OptionId; on?: Matter; stand: Stand; note?: string }
    >
  | ActOf<'texts.withdraw', { text: TextId; paragraph: ParagraphId; option?: OptionId; on?: Matter }>
  | ActOf<'texts.takeOver', { text: TextId; paragraph: ParagraphId; option?: OptionId; on?: Matter }>
  /** The bracket closes on one option (or on none of them: `option` null), once nobody stands in the way. */
  | ActOf<
      'texts.closeBracket',
      { text: TextId; paragraph: ParagraphId; bracket: BracketId; option: OptionId | null; base?: number }
    >
  /** The alternatives of a paragraph are settled on one of them; the others leave the text. */
  | ActOf<
      'texts.closeAlternatives',
      { text: TextId; paragraph: ParagraphId; chosen: ParagraphId; base?: number }
    >
  | ActOf<'texts.settleDeletion', { text: TextId; paragraph: ParagraphId; deleted: boolean; base?: number }>
  | ActOf<'texts.settleMove', { text: TextId; paragraph: ParagraphId; moved: boolean; base?: number }>
  /** A paragraph that was proposed anew is kept, or leaves the text. */
  | ActOf<'texts.settleParagraph', { text: TextId; paragraph: ParagraphId; kept: boolean; base?: number }>
  | ActOf<'texts.advance', { text: TextId; paragraph: ParagraphId; to: Rung; base?: number }>
  | ActOf<'texts.askToReopen', { text: TextId; paragraph: ParagraphId; reason: string }>
  | ActOf<'texts.opposeReopening', { text: TextId; paragraph: ParagraphId }>
  | ActOf<'texts.reopen', { text: TextId; paragraph: ParagraphId }>
  | ActOf<'texts.givePen', { text: TextId; paragraphs: readonly ParagraphId[] | 'all'; to: PersonId | null }>
  /** The pen's own correction of words nobody disputes: spelling, numbering, references. */
  | ActOf<
      'texts.edit',
      { text: TextId; paragraph: ParagraphId; base: number; content: Content; number?: string }
    >
  | ActOf<'texts.renumber', { text: TextId; numbers: readonly (readonly [ParagraphId, string])[] }>
  | ActOf<'texts.footnote', { text: TextId; footnote: Footnote }>
  /** The chair's clean offer beside the compilation, with an account of every option it leaves out. */
  | ActOf<
      'texts.offerChairsText',
      {
        text: TextId
        base: number
        paragraphs: readonly { readonly paragraph: ParagraphId; readonly wording: string }[]
        leavesOut: readonly { readonly option: OptionId; readonly reason: string }[]
        /** The same account for alternatives ("39 alt") of the paragraphs on offer. */
        leavesOutParagraphs?: readonly { readonly paragraph: ParagraphId; readonly reason: string }[]
      }
    >
  | ActOf<'texts.acceptChairsText', { text: TextId; paragraphs: readonly ParagraphId[] | 'all' }>
  | ActOf<'texts.withdrawChairsText', { text: TextId }>
  /** `document` is the lower-case hexadecimal SHA-256 of the issued file; the symbol is allocated as in `open`. */
  | ActOf<'texts.issueVersion', { text: TextId; symbol?: string; document: string }>
  | ActOf<'texts.changeAudience', { text: TextId; audience: TextAudience }>
  /** Private instructions of a delegation for a paragraph: nobody else may read them. */
  | ActOf<
      'texts.instruct',
      {
        text: TextId
        paragraph: ParagraphId
        member: MemberId
        redLine?: string
        preferred?: string
        fallback?: string
        note?: string
      }
    >
  /** What a delegate says of a paragraph to her own delegation: nobody else may read it. */
  | ActOf<
      'texts.comment',
      { text: TextId; paragraph: ParagraphId; member: MemberId; comment: string; wording: string }
    >
  /** Reactions to decisions: a text that is put, or under silence, stands still. */
  | ActOf<'texts.freeze', { text: TextId; reason: string }>
  | ActOf<'texts.unfreeze', { text: TextId }>
  | ActOf<'texts.recordAdoption', { text: TextId; decision: string }>
