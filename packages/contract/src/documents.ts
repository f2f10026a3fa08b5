import { Type } from 'typebox'
import { Capacity } from './people.ts'
import { At, record } from './shapes.ts'

/** What the routes of documents answer: files, and what was found in a file that came in. */

const Words = Type.String()
const optional = Type.Optional
const list = Type.Array
const oneOf = (...words: readonly string[]) => Type.Union(words.map(word => Type.Literal(word)))

const Where = record({ part: Words, paragraph: optional(Type.Integer({ minimum: 1 })) })
const Source = record({
  author: Words,
  date: optional(Words),
  tracked: Type.Boolean(),
  deleted: optional(Words),
  inserted: optional(Words),
  where: Where,
})

/** Why a change of a file is none that can be proposed; `refused` comes with the rule and its facts. */
const Unplaced = record({
  why: oneOf(
    'crossesBracket',
    'objection',
    'printedSign',
    'split',
    'merge',
    'settledInFile',
    'stale',
    'gone',
    'missing',
    'notInBody',
    'struckAgain',
    'unknownParagraph',
    'refused',
  ),
  source: Source,
  paragraph: optional(Words),
  option: optional(Words),
  rule: optional(Words),
  facts: optional(Type.Record(Words, Type.Unknown())),
})

/** What else a file holds: comments, tracked changes of looks, and notices of what is easily overlooked. */
const beside = {
  comments: list(
    record({
      id: Words,
      author: Words,
      date: optional(Words),
      words: Words,
      about: Words,
      where: optional(Where),
      answers: optional(Words),
      paragraph: optional(Words),
    }),
  ),
  formatting: list(record({ what: Words, author: Words, date: optional(Words), where: Where })),
  notices: list(
    record({
      kind: oneOf('hiddenWords', 'struckByHand', 'picture', 'directionOverride'),
      words: Words,
      where: Where,
    }),
  ),
}

const file = (contentMediaType: string) => Type.String({ contentMediaType, contentEncoding: 'binary' })

export const documentViews = {
  textDocx: file('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  publicCalendar: file('text/calendar'),
  personalCalendar: file('text/calendar'),
  silenceCalendar: file('text/calendar'),
  publicFeed: file('application/atom+xml'),
  calendars: record({ calendars: list(record({ id: Words, since: At, until: At })) }),
  makeCalendar: record({ id: Words, since: At, until: At, url: Words }),
  textPdf: file('application/pdf'),
  decisionPdf: file('application/pdf'),
  journalPdf: file('application/pdf'),
  /** `acts` are sent as they stand, in their order, with `POST /api/acts`; `source` says which change each proposes. */
  changesFromDocx: record({
    text: Words,
    member: Words,
    revision: Type.Integer({ minimum: 0 }),
    /** Whether the file says it was made of this text; null where it says nothing. */
    ofThisText: Type.Union([Type.Boolean(), Type.Null()]),
    acts: list(
      record({
        act: record({ type: Words, id: Words, as: Capacity, body: Type.Record(Words, Type.Unknown()) }),
        source: Source,
      }),
    ),
    unplaced: list(Unplaced),
    ...beside,
  }),
} as const
