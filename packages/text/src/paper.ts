import type { Defect, Draft, Footnote, Paragraph, ParagraphKind } from './model.ts'

/**
 * A text as it goes onto paper: its paragraphs with who proposes what of them. Whoever prints has asked the rules what
 * the reader may see; here is only how it looks.
 */
export interface PrintedText {
  readonly title: string
  readonly symbol?: string
  /** BCP 47 tag of the words. */
  readonly language: string
  /** Made for an exercise: a banner says so on every page. */
  readonly fictional: boolean
  /** One line under the title: which form of the text this is, and as of when. */
  readonly about?: string
  readonly paragraphs: readonly PrintedParagraph[]
  readonly footnotes: readonly Footnote[]
  /** Who says what of an option, by its id. An option that is not in it is the draft's own. */
  readonly options: ReadonlyMap<string, WhoSays>
  /** By which a copy that comes back is known: the text it was made of, and the instant of its latest change. */
  readonly of?: { readonly text: string; readonly form: TextForm; readonly asOf: string }
}

export const textForms = ['compilation', 'clean', 'chairs'] as const
export type TextForm = (typeof textForms)[number]

/** Who made a change, and when (an ISO 8601 instant), where that is known. */
export interface Revision {
  readonly author: string
  readonly at?: string
}

/** What delegations say of an option or a paragraph. Names as they are to be printed. */
export interface WhoSays {
  /** `base`: what stood there before others proposed; `laid`: an option of the draft as it came; else who proposes it. */
  readonly from: 'base' | 'laid' | Revision
  readonly said: readonly Said[]
}

export interface Said {
  readonly stand: 'backs' | 'canLiveWith' | 'reserves' | 'objects'
  readonly who: readonly string[]
  readonly notes?: readonly { readonly who: string; readonly note: string }[]
}

export interface PrintedParagraph {
  readonly paragraph: Paragraph
  /** The revision its words have; absent where the text is no negotiated one. */
  readonly revision?: number
  /** What is said of the paragraph as a whole; `from` a delegation where it was proposed anew or as an alternative. */
  readonly whole?: WhoSays
  readonly deletion?: WhoSays
  readonly move?: { readonly standing: WhoSays; readonly after: string | null }
  /** A remark of the chair or the secretariat on it. */
  readonly remark?: string
}

/** Where in a file something stands: the part of the package, and in it the paragraph, counted from 1. */
export interface Where {
  readonly part: string
  readonly paragraph?: number
}

/** Who made a change in the file, and whether it was tracked. */
export interface EditSource {
  readonly author: string
  readonly date?: string
  readonly tracked: boolean
  readonly deleted?: string
  readonly inserted?: string
  readonly where: Where
}

/** A change of a file as something that can be proposed of a text. Places count as in the text's own content. */
export type FileEdit = { readonly source: EditSource } & (
  | {
      readonly kind: 'change'
      readonly paragraph: string
      readonly within?: string
      readonly at: number
      readonly length: number
      readonly wording: string
    }
  | { readonly kind: 'alternative'; readonly paragraph: string; readonly wording: string }
  | {
      readonly kind: 'newParagraph'
      /** The paragraph it follows; null at the start of the text. */
      readonly after: string | null
      readonly number: string
      readonly level: number
      readonly paragraphKind: ParagraphKind
      readonly wording: string
    }
  | { readonly kind: 'deletion'; readonly paragraph: string }
  | { readonly kind: 'move'; readonly paragraph: string; readonly after: string | null }
)

/** Why a change of the file is none that can be proposed. */
export type Unplaced =
  /** It cuts through a bracket: part of an option and part of what stands round it. */
  | 'crossesBracket'
  /** It takes an option's words away and puts none: an objection, which is said as a stand. */
  | 'objection'
  /** It touches a number, a label, a bracket sign or a name that is printed but is no word of the paragraph. */
  | 'printedSign'
  /** It splits a paragraph, or joins two. */
  | 'split'
  | 'merge'
  /** What the text has under way was accepted or rejected in the file. */
  | 'settledInFile'
  /** The paragraph has changed since the file was made, and what is meant now cannot be told. */
  | 'stale'
  /** The paragraph has left the text. */
  | 'gone'
  /** The file lacks the paragraph, without a tracked deletion. */
  | 'missing'
  /** It stands in a note, a header, a footer or a text box. */
  | 'notInBody'
  /** One editor of the file struck what another of them put. */
  | 'struckAgain'
  /** Words of the file that are no paragraph of this text. */
  | 'unknownParagraph'

export interface NotPlaced {
  readonly why: Unplaced
  readonly source: EditSource
  readonly paragraph?: string
  readonly option?: string
}

export interface Placed {
  readonly edits: readonly FileEdit[]
  readonly unplaced: readonly NotPlaced[]
  readonly comments: readonly FileComment[]
  readonly formatting: readonly FormattingChange[]
  readonly notices: readonly Notice[]
  /** The text the file says it was made of; absent where it says nothing. */
  readonly madeOf?: string
}

export interface FileComment {
  readonly id: string
  readonly author: string
  readonly date?: string
  readonly words: string
  /** The words it is about, as they stand with all changes shown; empty where it marks a place only. */
  readonly about: string
  readonly where?: Where
  /** The comment it answers. */
  readonly answers?: string
  /** The paragraph of the text it stands at, where that is known. */
  readonly paragraph?: string
}

/** A tracked change of looks alone: listed, never taken for words. */
export interface FormattingChange {
  readonly what: string
  readonly author: string
  readonly date?: string
  readonly where: Where
}

/** Something a reader should know of that is no words: hidden words that were read, words struck by hand, a picture. */
export interface Notice {
  readonly kind: 'hiddenWords' | 'struckByHand' | 'picture' | 'directionOverride'
  readonly words: string
  readonly where: Where
}

/** A tracked change of words as a reader is told of it. */
export interface FileChange {
  readonly kind:
    | 'insertion'
    | 'deletion'
    | 'replacement'
    | 'newParagraph'
    | 'deletedParagraph'
    | 'movedAway'
    | 'movedHere'
    | 'split'
    | 'merge'
  readonly author: string
  readonly date?: string
  /** Where it stands: `body`, `footnote 3`, `word/header1.xml`, `text box 1`. */
  readonly story: string
  readonly where: Where
  readonly deleted?: string
  readonly inserted?: string
  /** The paragraph's words before the changes. */
  readonly paragraph: string
}

/** A file read as a draft: tracked changes are brackets in it, and are told one by one. */
export interface FileDraft {
  readonly draft: Draft
  readonly defects: readonly Defect[]
  readonly changes: readonly FileChange[]
  readonly comments: readonly FileComment[]
  readonly formatting: readonly FormattingChange[]
  readonly notices: readonly Notice[]
}

/** A printed page: what a PDF is made of. */
export interface Paper {
  readonly title: string
  readonly symbol?: string
  /** BCP 47 tag of the words. */
  readonly language: string
  readonly fictional: boolean
  /** One line under the title. */
  readonly about?: string
  readonly blocks: readonly PaperBlock[]
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  /** What was said, word for word; may have several lines. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What is so, beside its name: dates, numbers, hashes. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'draft'; readonly draft: Draft }
