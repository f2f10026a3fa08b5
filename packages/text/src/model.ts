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
  /** What stands round the number when it is not the usual (`1. `, `(a) `, `Pp1 `): heading marks, bullets, colons. */
  readonly marks?: Marks
  /** Numbers proposed beside or in place of the printed one, from `[4][2].`: the numbering itself is in dispute. */
  readonly disputedNumbers?: readonly string[]
  /** Options over whole paragraphs (`Option 1:` … `Option 2:` …) this one belongs to, outermost first. */
  readonly alternatives?: readonly Alternative[]
  /** Depth below the top of the text: 0 for headings and first-level paragraphs. */
  readonly level: number
  readonly kind: ParagraphKind
  readonly content: Content
  /** Where the drafter's word for its status stood beside it: `Agreed ad ref`, `Text under consideration` … */
  readonly status?: StatusMark
}

/** The characters printed before and after a number or a label, blanks included (runs of white space as one). */
export interface Marks {
  readonly before: string
  readonly after: string
  /** The number stands inside the content too (`[12. Parties shall …]`), and is printed from there. */
  readonly inside?: boolean
}

/** A paragraph's place in a choice between groups of paragraphs. */
export interface Alternative {
  /** Which choice: the same for all paragraphs of all its options. */
  readonly group: string
  /** Which option of it: `Option 1`, `Alternative B`, `Option (a)`. */
  readonly label: string
  /** The label is printed at this paragraph; the others of the option only follow it. */
  readonly opens?: boolean
  /** What stands round the label when it is not `Option 1: `. Only where it opens. */
  readonly marks?: Marks
}

/** A status printed beside a paragraph, verbatim but for its brackets, and the rung it names (if it names one). */
export interface StatusMark {
  readonly text: string
  readonly rung?: Rung
  /** What stands round it when it is not ` [` and `]` at the end of the paragraph. */
  readonly marks?: Marks
}

/** The ladder a paragraph climbs, lowest first. */
export type Rung = 'open' | 'agreedInInformals' | 'agreedAdRef' | 'agreed'

export interface Footnote {
  /** The mark without its signs: `1` for `[^1]` and `[1]`. */
  readonly mark: string
  readonly content: Content
  /** The paragraph after which it is printed (`start`: before all); at the end when absent or unknown. */
  readonly place?: ParagraphId | 'start'
  /** How its mark is printed when it is not `[^1]: `. */
  readonly lead?: string
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
  /** What stands round the label when it is not `Option 1: `. */
  readonly marks?: Marks
  /** How it is set off from the option before it in the notation: `][`, `] [`, ` / `, a new line. */
  readonly join?: 'adjacent' | 'spaced' | 'slash' | 'labelled'
}

export interface Attribution {
  readonly parties: readonly string[]
  readonly verb: AttributionVerb
  /** As printed, so that it prints back letter for letter: `A, Group X retain`. */
  readonly text: string
  /** Where it stands: before the option's words (`EU: …`), after them (absent), or after the closing bracket. */
  readonly place?: 'before' | 'outside'
  /** What sets it off when it is not the usual: ` - ` for the first after the words, `; ` for the next, `: ` before. */
  readonly lead?: string
}

export type AttributionVerb = 'proposes' | 'backs' | 'retains' | 'deletes' | 'reserves' | 'other'

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
  readonly what: 'citation' | 'link' | 'placeholder' | 'editorNote' | 'status' | 'reserve' | 'attribution'
  /** Verbatim, with its brackets or braces. */
  readonly text: string
  /** Who reserves, or whose paragraph it is (`[B, supported by D]`), where the words say it. */
  readonly attributions?: readonly Attribution[]
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
  /** Half of a surrogate pair: no UTF-8 can carry it. */
  | 'loneSurrogate'
  /** Emphasis that opens outside a bracket and closes inside it, or the other way: `*[Taking*`. */
  | 'crossedMarkup'
  /** A word broken by a hyphen at the end of a line. */
  | 'hyphenatedBreak'
