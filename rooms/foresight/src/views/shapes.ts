import { At, Line } from '@gavel/contract'
import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import { Can, Choice, PointTold, Saying } from '../shapes.ts'

/** What the room's views answer: for the document, and held against real answers by a test. */

const record = <const P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const maybe = <T extends TSchema>(shape: T) => Type.Union([shape, Type.Null()])
const list = <T extends TSchema>(shape: T) => Type.Array(shape)
const oneOf = <const T extends readonly string[]>(...words: T) =>
  Type.Unsafe<T[number]>(Type.Union(words.map(word => Type.Literal(word))))
const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })
const Share = Type.Number({ minimum: 0, maximum: 1 })

const Chance = Type.Union([
  record({ known: Type.Literal(true), chance: Share, low: Share, high: Share }),
  record({ known: Type.Literal(false), why: list(oneOf('fewPrecedents', 'unlikePrecedents', 'wide')) }),
])
export type ChanceShown = Static<typeof Chance>

const Ground = record({
  kind: oneOf('stand', 'sounding', 'decision'),
  matter: Text,
  part: Type.Optional(Text),
  what: Type.Union([Saying, Type.Literal('objected'), Type.Literal('didNotObject')]),
  at: Text,
  ageDays: Type.Number(),
  nearness: Type.Number(),
  weight: Type.Number(),
})
const Member = record({
  member: Text,
  objects: Chance,
  grounds: list(Ground),
  ageDays: maybe(Type.Number()),
  sounding: record({ event: Type.Number(), own: Type.Number() }),
})
const Item = record({
  text: Text,
  title: Text,
  symbol: maybe(Text),
  disputed: Count,
  somebody: Chance,
  members: list(Member),
  nearest: maybe(record({ matter: Text, nearness: Type.Number(), at: Text, ageDays: Type.Number() })),
  heard: Count,
  ageDays: maybe(record({ newest: Type.Number(), mean: Type.Number() })),
})
const Outlook = record({
  bodies: list(Text),
  body: Text,
  inConfidence: Type.Boolean(),
  readers: oneOf('mediators', 'members'),
  precedents: record({ own: Count, votes: Count }),
  items: list(Item),
  now: At,
})

const head = { text: Text, title: Text, symbol: maybe(Text), body: Text }
const Readers = record({
  readers: oneOf('mediators', 'members'),
  set: maybe(record({ source: Text, at: At })),
  now: At,
})
const Point = record({
  point: Text,
  paragraph: Text,
  number: Text,
  options: list(record({ option: Text, wording: Text, maintainedBy: list(Text), objectedBy: list(Text) })),
})
const release = {
  id: Text,
  text: Text,
  title: Line,
  choices: list(Choice),
  words: Type.Optional(Text),
  at: At,
  withdrawn: Type.Optional(record({ at: At, reason: Text })),
}
const Table = record({
  ...head,
  points: list(Point),
  rows: list(
    record({
      member: Text,
      toldAt: maybe(At),
      points: list(
        record({
          matters: Type.Number(),
          cells: list(record({ can: Can, from: oneOf('told', 'stands', 'assumed') })),
        }),
      ),
    }),
  ),
  soundings: list(
    record({
      member: Text,
      part: Type.Optional(Text),
      says: Saying,
      note: Type.Optional(Text),
      at: At,
      by: Text,
    }),
  ),
  releases: list(record({ ...release, by: Text })),
  now: At,
})
const Packages = record({
  ...head,
  points: list(Point),
  members: list(Text),
  blocked: list(record({ point: Text, refusals: list(record({ option: Text, members: list(Text) })) })),
  packages: list(
    record({
      aim: oneOf('leximin', 'nash', 'total'),
      proved: Type.Boolean(),
      choices: list(Choice),
      worth: list(record({ member: Text, worth: Type.Number() })),
    }),
  ),
  unlocks: list(
    record({
      member: Text,
      point: Text,
      option: Text,
      choices: list(Choice),
      worstGains: maybe(Type.Number()),
    }),
  ),
  now: At,
})
const Told = record({
  ...head,
  member: Text,
  points: list(Point),
  told: maybe(record({ points: list(PointTold), at: At })),
  readBy: record({ chair: maybe(Text) }),
  now: At,
})
const Releases = record({ ...head, points: list(Point), releases: list(record(release)), now: At })
const Places = record({
  members: list(Text),
  maps: list(
    record({
      session: Count,
      rollCalls: Count,
      points: list(
        record({ member: Text, votes: Count, at: list(Type.Number()), errors: list(Type.Number()) }),
      ),
    }),
  ),
  now: At,
})

export type OutlookAnswer = Static<typeof Outlook>
export type ReadersAnswer = Static<typeof Readers>
export type ItemShown = Static<typeof Item>
export type MemberShown = Static<typeof Member>
export type TableAnswer = Static<typeof Table>
export type PackagesAnswer = Static<typeof Packages>
export type ToldAnswer = Static<typeof Told>
export type ReleasesAnswer = Static<typeof Releases>
export type MapAnswer = Static<typeof Places>
export type PointShown = Static<typeof Point>

/** By operation. The backtest is what `gavel foresight backtest --json` printed: an object of scores. */
export const views: { readonly [operation: string]: TSchema } = {
  foresightOutlook: Outlook,
  foresightReaders: Readers,
  foresightMap: Places,
  foresightTable: Table,
  foresightPackages: Packages,
  foresightTold: Told,
  foresightReleases: Releases,
  foresightBacktest: Type.Object({}),
}
