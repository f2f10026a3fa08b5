import { Type } from 'typebox'
import { At, idPattern, record } from './shapes.ts'
import { Id, list, maybe, oneOf, optional, Words } from './viewParts.ts'

/** What may be asked of the analysis, and what it answers. */

const Year = Type.String({ pattern: '^\\d{4}$', maxLength: 4 })
const Known = Type.String({ pattern: idPattern, maxLength: 80 })

/**
 * `by`: along what sums are kept apart, joined by commas: `member`, `area`, `dimension`, `year`. A table that knows no
 * year, or no area, passes over that part of a question; `heeds` says which parts it does not.
 */
export const AnalysisQuery = Type.Object(
  {
    member: Type.Optional(Known),
    dimension: Type.Optional(Known),
    area: Type.Optional(Known),
    from: Type.Optional(Year),
    until: Type.Optional(Year),
    by: Type.Optional(
      Type.String({
        pattern: '^(member|area|dimension|year)(,(member|area|dimension|year)){0,3}$',
        maxLength: 40,
      }),
    ),
  },
  { additionalProperties: false },
)
export type AnalysisQueryShape = Type.Static<typeof AnalysisQuery>

/**
 * A table of sums. `counts` is the sentence that says what it counts; `since` the earliest year of what was counted for
 * this reader. A row holds a cell for each column, in their order. Kinds of columns: `key` (along what it is counted;
 * null: none), `label` (what a key is called, or a word), `count`, `days`, `seconds` (numbers that may be added up).
 */
const Table = {
  name: Words,
  counts: Words,
  since: maybe(Year),
  heeds: list(oneOf('member', 'dimension', 'area', 'from', 'until')),
  columns: list(record({ name: Words, kind: oneOf('key', 'label', 'count', 'days', 'seconds') })),
  rows: list(list(Type.Union([Words, Type.Number(), Type.Null()]))),
}

const Asked = record({
  member: optional(Id),
  dimension: optional(Id),
  area: optional(Id),
  from: optional(Year),
  until: optional(Year),
  by: optional(list(oneOf('member', 'area', 'dimension', 'year'))),
})

export const analysisViews = {
  analysis: record({ now: At, asked: Asked, tables: list(record(Table)) }),
  analysisTable: record({ now: At, asked: Asked, ...Table }),
} as const
