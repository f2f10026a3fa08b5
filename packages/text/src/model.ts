import type { BracketId, OptionId, ParagraphId } from '@gavel/kernel'

/**
 * The written word of a negotiation, as data. A draft is a list of paragraphs; a paragraph's content is a list of
 * inlines; a disputed place is a bracket, whose options hold inlines again, nested as deep as real drafts go.
 * Only words and structure live here: who may change them, and when, is the domain's.
 */
export interface Draft {
  readonly paragraphs: readonly Paragraph[]
  /** Footnotes by mark, in the order of the draft. */
  readonly footnotes: readonly Footnote[]
}

export type ParagraphKind = 'heading' | 'preambular' | 'operative' | 'item' | 'note'

export interface Paragraph {
  /** Identity, apart from the display number: "39 bis" may become 41 and stay the same paragraph. */
  readonly id: ParagraphId
  /** The number as printed, without its closing dot: `39 bis`, `3.1ter`, `(a)`, `Pp1`; empty when there is none. */
  readonly number: string
  /** Depth below the top of the text: 0 for headings and first-level paragraphs. */
  readonly level: number
  readonly kind: ParagraphKind
  readonly content: Content
  /** Where the drafter's word for its status stood beside it: `Agreed ad ref`, `Text under consideration` … */
  readonly status?: StatusMark
}

/** A status printed beside a paragraph, verbatim, and the rung of the ladder it names (if it names one). */
export interface StatusMark {
  readonly text: string
  readonly rung?: Rung
}

/** The ladder a paragraph climbs, lowest first. */
export type Rung = 'open' | 'agreedInInformals' | 'agreedAdRef' | 'agreed'

export interface Footnote {
  readonly mark: string
  readonly content: Content
}

export type Content = readonly Inline[]

export type Inline = Words | Bracket | NoteMark | Aside | SpanEdge

export interface Words {
  readonly kind: 'words'
  readonly text: string
}

/** A disputed place: options side by side. One option alone means "these words, or none". */
export interface Bracket {
  readonly kind: 'bracket'
  readonly id: BracketId
  readonly options: readonly Option[]
}

export interface Option {
  readonly id: OptionId
  readonly content: Content
  /** `Option 1`, `(a)`, `alt` … as printed; absent for plain alternatives. */
  readonly label?: string
  /** Who said what about it, as printed inside or after the bracket: `- A, Group X retain`. */
  readonly attributions: readonly Attribution[]
  /** How it is set off from the option before it in the notation: `][`, ` / `, a new line. */
  readonly join?: 'adjacent' | 'slash' | 'labelled'
}

export interface Attribution {
  readonly parties: readonly string[]
  readonly verb: 'proposes' | 'backs' | 'retains' | 'deletes' | 'reserves' | 'other'
  /** As printed, so that it prints back letter for letter. */
  readonly text: string
}

/** The mark of a footnote, `[^1]` or `[1]`: not a dispute. */
export interface NoteMark {
  readonly kind: 'noteMark'
  readonly mark: string
  readonly text: string
}

/**
 * Bracketed or braced words that are no dispute, kept verbatim with what they are: a document symbol (`[A/00/1]`),
 * a link, a placeholder, an editor's note in curly braces, a status or reserve note.
 */
export interface Aside {
  readonly kind: 'aside'
  readonly what: 'citation' | 'link' | 'placeholder' | 'editorNote' | 'status' | 'reserve'
  readonly text: string
}

/**
 * One edge of a bracket that opens in one paragraph and closes in a later one. Both edges carry the same bracket
 * id; such a bracket has the one option that lies between its edges.
 */
export interface SpanEdge {
  readonly kind: 'spanOpen' | 'spanClose'
  readonly bracket: BracketId
}

/** What a reader of malformed notation reports: nothing is dropped, everything odd is said. Lines and columns from 1. */
export interface Defect {
  readonly line: number
  readonly column: number
  readonly kind: DefectKind
  /** The characters at fault, at most 80. */
  readonly excerpt: string
}

export type DefectKind =
  | 'strayClose'
  | 'leftOpen'
  | 'emptyBracket'
  | 'splitWord'
  | 'bidiControl'
  | 'controlCharacter'
  | 'tooDeep'
  | 'duplicateNumber'
  | 'mixedJoin'
  | 'pageFurniture'
  | 'unknownFootnote'
