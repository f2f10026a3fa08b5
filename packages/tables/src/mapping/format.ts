import type { Json } from '@gavel/kernel'
import type { DateForm } from './dates.ts'

/** How the text of a cell is taken. */
export type Kind = 'words' | 'line' | 'id' | 'day' | 'integer' | 'member'

/** What one column gives. */
export interface FromColumn {
  readonly column: string
  readonly as?: Kind
  /** What its values stand for: a named translation, or one of its own. null: as if the cell were empty. */
  readonly values?: string | Readonly<Record<string, Json>>
  /** Forms a day may have, tried in order. */
  readonly dates?: readonly DateForm[]
  /** Of a month, a quarter or a year: its last day rather than its first. */
  readonly end?: boolean
  /** What may be left out where nothing stands. */
  readonly optional?: boolean
  /** What stands for an empty cell. */
  readonly default?: Expression
}

/** Text with columns in it: `{Name of the column}`; `{row}` is the number of the row, `{print}` a fingerprint of it. */
export interface Template {
  readonly template: string
  readonly as?: Kind
  readonly dates?: readonly DateForm[]
  readonly end?: boolean
  /** Longer text is shortened and ends with an ellipsis. */
  readonly cut?: number
  readonly optional?: boolean
}

/** The first of several that gives something. */
export interface FirstOf {
  readonly firstOf: readonly Expression[]
  readonly optional?: boolean
}

export interface Members {
  readonly [name: string]: Expression
}

/** What a member of an act's body is made of: a constant, a column, or an object or list of such. */
export type Expression =
  | string
  | number
  | boolean
  | null
  | FromColumn
  | Template
  | FirstOf
  | Members
  | readonly Expression[]

/** When an act is made of a row. */
export type Condition =
  | { readonly column: string; readonly is: string | readonly string[] }
  | { readonly column: string; readonly filled: boolean }
  /** The first row in which these columns hold what they hold; `again`: any later one. */
  | { readonly first: readonly string[] }
  | { readonly again: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export interface ActRule {
  readonly act: string
  readonly when?: Condition
  readonly body: Members
}

/** Rows that are refused by the mapping itself, with the reason. */
export interface RefuseRule {
  readonly when: Condition
  readonly because: string
}

/** What a table's columns mean, as data. */
export interface Mapping {
  readonly name: string
  readonly title: string
  /** Where what stands in the table comes from; a body takes it by saying `$source`. */
  readonly source: string
  /** Rows are taken in the order of these columns (empty last), not as they stand; the whole table is then held in memory. */
  readonly order: readonly string[]
  readonly values: Readonly<Record<string, Readonly<Record<string, Json>>>>
  /** What members are called in the table, beside their ids and names. */
  readonly members: Readonly<Record<string, string>>
  readonly refuse: readonly RefuseRule[]
  readonly acts: readonly ActRule[]
}

export const kinds: readonly Kind[] = ['words', 'line', 'id', 'day', 'integer', 'member']
