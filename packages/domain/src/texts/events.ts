import type { BodyId, BracketId, MemberId, OptionId, ParagraphId, PersonId, TextId } from '@gavel/kernel'
import type { Content, Footnote, Paragraph, ParagraphKind, Rung } from '@gavel/text'
import type { TextAudience } from '../act.ts'
import type { EventOf } from '../event.ts'
import type { Place, Stand, WordingChange } from './acts.ts'
import type { Target } from './state.ts'

type At = { text: TextId; paragraph: ParagraphId }

/** A reservation that was standing when words were settled. */
export interface Reserved {
  readonly member: MemberId
  readonly wording: string
  readonly note?: string
}

/** What happened to texts. Every event carries what a reader needs to fold it in, and nothing that could be recounted. */
export type TextsEvent =
  | EventOf<
      'texts.introduced',
      {
        text: TextId
        title: string
        body: BodyId
        audience: TextAudience
        language: string
        kind: 'draft' | 'chairsText' | 'nonPaper' | 'compilation'
        document?: string
        fictional: boolean
        sponsor: MemberId | null
      }
    >
  | EventOf<'texts.laid', { text: TextId; paragraphs: readonly Paragraph[]; footnotes: readonly Footnote[] }>
  | EventOf<'texts.opened', { text: TextId; symbol: string; series: string; number: number }>
  /** `into` names the bracket the option joins; null when a new bracket is put round the range. */
  | EventOf<
      'texts.changeProposed',
      At & {
        member: MemberId
        change: WordingChange
        /** The wording, read: words, note marks, citations. */
        content: Content
        into: BracketId | null
        bracket: BracketId
        option: OptionId
        retained: OptionId
      }
    >
  | EventOf<
      'texts.alternativeProposed',
      At & {
        alternative: ParagraphId
        number: string
        content: Content
        member: MemberId
        /** Set when it was a change proposed on a stale base: the base named, and the change as its author wrote it. */
        staleBase?: number
        change?: WordingChange
      }
    >
  | EventOf<
      'texts.paragraphProposed',
      At & {
        number: string
        level: number
        kind: ParagraphKind
        content: Content
        after: ParagraphId | null
        member: MemberId
      }
    >
  | EventOf<'texts.deletionProposed', At & { member: MemberId }>
  | EventOf<'texts.moveProposed', At & { member: MemberId; place: Place }>
  | EventOf<'texts.standTaken', At & { target: Target; member: MemberId; stand: Stand; note?: string }>
  /** The proposer let go of it; others back it, or have amended it. */
  | EventOf<'texts.released', At & { target: Target; member: MemberId }>
  /** It has left the text: nobody proposes or backs it. `wording` is what lapsed; `dissolves` the bracket that ends with it. */
  | EventOf<
      'texts.lapsed',
      At & { target: Target; member: MemberId; wording: string; dissolves: BracketId | null }
    >
  | EventOf<'texts.takenOver', At & { target: Target; member: MemberId }>
  | EventOf<
      'texts.bracketClosed',
      At & {
        bracket: BracketId
        option: OptionId | null
        leftOut: readonly { readonly option: OptionId; readonly wording: string }[]
        reservations: readonly Reserved[]
      }
    >
  | EventOf<
      'texts.alternativesClosed',
      At & {
        chosen: ParagraphId
        leftOut: readonly { readonly paragraph: ParagraphId; readonly wording: string }[]
        reservations: readonly Reserved[]
      }
    >
  | EventOf<
      'texts.deletionSettled',
      At & { deleted: boolean; wording: string; reservations: readonly Reserved[] }
    >
  | EventOf<
      'texts.moveSettled',
      At & { moved: boolean; after: ParagraphId | null; reservations: readonly Reserved[] }
    >
  | EventOf<
      'texts.paragraphSettled',
      At & { kept: boolean; wording: string; reservations: readonly Reserved[] }
    >
  | EventOf<'texts.advanced', At & { from: Rung; to: Rung }>
  | EventOf<'texts.reopeningAsked', At & { member: MemberId; reason: string }>
  | EventOf<'texts.reopeningOpposed', At & { member: MemberId }>
  | EventOf<'texts.reopened', At & { from: Rung }>
  | EventOf<
      'texts.penGiven',
      { text: TextId; paragraphs: readonly ParagraphId[] | 'all'; to: PersonId | null }
    >
  | EventOf<'texts.edited', At & { content: Content; number: string }>
  | EventOf<'texts.renumbered', { text: TextId; numbers: readonly (readonly [ParagraphId, string])[] }>
  | EventOf<'texts.footnoted', { text: TextId; footnote: Footnote }>
  | EventOf<
      'texts.chairsTextOffered',
      {
        text: TextId
        paragraphs: readonly {
          readonly paragraph: ParagraphId
          readonly wording: string
          readonly accounted: readonly { readonly id: OptionId | ParagraphId; readonly reason: string }[]
        }[]
      }
    >
  | EventOf<
      'texts.chairsTextAccepted',
      {
        text: TextId
        paragraphs: readonly {
          readonly paragraph: ParagraphId
          readonly content: Content
          readonly reservations: readonly Reserved[]
        }[]
      }
    >
  | EventOf<'texts.chairsTextWithdrawn', { text: TextId }>
  | EventOf<'texts.versionIssued', { text: TextId; symbol: string; document: string }>
  /** `before`: who could read it until then, so that those who no longer can are known. */
  | EventOf<'texts.audienceChanged', { text: TextId; audience: TextAudience; before: TextAudience }>
  | EventOf<
      'texts.instructed',
      At & { member: MemberId; redLine?: string; preferred?: string; fallback?: string; note?: string }
    >
  | EventOf<'texts.commented', At & { member: MemberId; comment: string; wording: string }>
  | EventOf<'texts.frozen', { text: TextId; reason: string }>
  | EventOf<'texts.unfrozen', { text: TextId }>
  | EventOf<'texts.adopted', { text: TextId; decision: string }>

export type TextsEventOf<Type extends TextsEvent['type']> = Extract<TextsEvent, { type: Type }>
