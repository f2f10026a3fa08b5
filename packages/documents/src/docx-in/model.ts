import type { FileComment, FormattingChange, Notice, Where } from '@gavel/text'

/** Who made a tracked change, and when; `move` ties the two ends of a moved passage together. */
export interface ReadRevision {
  readonly author: string
  readonly date?: string
  readonly move?: string
}

/** Who inserted and who deleted a piece; both where somebody deleted what another inserted. */
export interface ReadInk {
  readonly inserted?: ReadRevision
  readonly deleted?: ReadRevision
}

export type Segment =
  | ({ readonly kind: 'words'; readonly text: string } & ReadInk)
  /** A reference to a foot- or endnote, by the key of its story, with the mark it shows. */
  | ({ readonly kind: 'note'; readonly note: string; readonly mark: string } & ReadInk)
  | { readonly kind: 'comment'; readonly edge: 'start' | 'end' | 'reference'; readonly id: string }

/** A paragraph of the file; a row of a table is one too, its cells between bars. */
export interface ReadParagraph {
  readonly where: Where
  readonly bookmarks: readonly string[]
  /** Outline level, 1 to 9, of a heading. */
  readonly heading?: number
  /** The automatic number as printed before the words: without and with what is tracked. */
  readonly number?: { readonly before?: string; readonly after?: string }
  /** Depth of its list, or of its indent where it is in none; 0 at the margin. */
  readonly level: number
  readonly isRow: boolean
  readonly segments: readonly Segment[]
  /** Who inserted or deleted the paragraph's end. */
  readonly mark: ReadInk
}

export type StoryKind = 'body' | 'footnote' | 'endnote' | 'comment' | 'header' | 'footer' | 'textBox'

/** A run of paragraphs of its own: the body, a note, a header, a text box. */
export interface Story {
  readonly kind: StoryKind
  /** Unique in the file: `body`, `footnote 3`, `word/header1.xml`, `text box 1`. */
  readonly key: string
  readonly paragraphs: readonly ReadParagraph[]
  /** Of a text box: the paragraph it hangs on. */
  readonly at?: Where
}

export interface ReadDocument {
  readonly body: Story
  /** Notes, headers, footers and text boxes, by their keys. */
  readonly stories: ReadonlyMap<string, Story>
  readonly comments: readonly FileComment[]
  readonly formatting: readonly FormattingChange[]
  readonly notices: readonly Notice[]
  /** Custom properties of the file by name. */
  readonly properties: ReadonlyMap<string, string>
}
