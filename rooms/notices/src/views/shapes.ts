import { At, Day, Language, Line, LocalName } from '@gavel/contract'
import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import { Field, NoticeTypeBody, Value } from '../shapes.ts'

/** What the room's views answer: for the document, and held against real answers by a test. */

const record = <const P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const maybe = <T extends TSchema>(shape: T) => Type.Union([shape, Type.Null()])
const oneOf = <const T extends readonly string[]>(...words: T) =>
  Type.Unsafe<T[number]>(Type.Union(words.map(word => Type.Literal(word))))
const Ms = Type.Number()
const Count = Type.Integer({ minimum: 0 })
const Text = Type.String()

/** How something stands to the instant it was due at (M-64, M-65). */
const Timeliness = Type.Union([
  record({ kind: Type.Literal('untimed'), at: maybe(At) }),
  record({ kind: Type.Literal('inTime'), at: At, due: At, aheadMs: Ms }),
  record({ kind: Type.Literal('late'), at: At, due: At, lateMs: Ms }),
  record({ kind: Type.Literal('awaited'), due: At, leftMs: Ms }),
  record({ kind: Type.Literal('silent'), due: At, since: At, silentMs: Ms }),
])

const given = {
  at: At,
  recordedAt: At,
  by: Text,
  how: oneOf('here', 'telephone', 'email', 'letter', 'inPerson'),
}
const Receipt = record({
  member: Text,
  acknowledgement: maybe(Timeliness),
  acknowledged: maybe(record({ ...given, note: maybe(Text), byAnswer: Type.Boolean() })),
  silentSince: maybe(At),
  answer: maybe(Timeliness),
  answers: maybe(Type.Array(record({ ...given, words: Text, choice: maybe(oneOf('accepts', 'declines')) }))),
})

const line = {
  id: Text,
  noticeType: Text,
  typeName: LocalName,
  title: Line,
  from: Text,
  to: Type.Array(Text),
  restricted: Type.Boolean(),
  agreement: maybe(Text),
  about: maybe(Text),
  sentAt: At,
  status: oneOf('open', 'withdrawn', 'closed'),
  sending: Timeliness,
  acknowledgeBy: maybe(At),
  answerBy: maybe(At),
  corrections: Count,
  mine: maybe(Receipt),
  silent: maybe(Count),
}
const NoticeLine = record(line)
const Values = Type.Record(Text, Value)
const Notice = record({
  ...line,
  typeAbout: maybe(LocalName),
  sentBy: Text,
  secretariat: Type.Boolean(),
  receiptsFor: oneOf('sender', 'all'),
  answersFor: oneOf('sender', 'all'),
  fields: Type.Array(record({ ...Field.properties, value: maybe(Value) })),
  changes: Type.Array(
    record({ kind: oneOf('correction', 'supplement'), at: At, by: Text, values: Values, note: Text }),
  ),
  withdrawn: maybe(record({ at: At, reason: Text })),
  closed: maybe(record({ at: At, note: Type.Optional(Text) })),
  receipts: Type.Array(Receipt),
  now: At,
})

const Delivery = record({
  key: Text,
  about: Text,
  what: oneOf('sent', 'corrected', 'withdrawn', 'acknowledged', 'answered', 'pinged'),
  member: Text,
  channel: oneOf('email', 'hook'),
  to: Text,
  at: At,
  state: oneOf('waiting', 'delivered', 'refused', 'givenUp'),
  attempts: Type.Array(record({ at: At, outcome: oneOf('accepted', 'refused', 'failed'), detail: Text })),
  next: maybe(At),
})

const Reply = Type.Union([
  record({ kind: oneOf('acknowledged', 'late'), at: At, afterMs: Ms }),
  record({ kind: Type.Literal('awaited'), replyBy: At }),
  record({ kind: Type.Literal('noReply'), since: At }),
])
const call = { at: At, reply: Reply, how: maybe(Text) }
const ContactStatus = Type.Union([
  record({ kind: oneOf('nominated', 'withdrawn'), since: At }),
  record({ kind: Type.Literal('verified'), since: At, begins: Day }),
  record({ kind: Type.Literal('active'), seenAt: At, staleFrom: At }),
  record({ kind: Type.Literal('stale'), since: At, why: oneOf('noSign', 'noReply') }),
  record({ kind: Type.Literal('ended'), on: Day }),
  record({ kind: Type.Literal('replaced'), since: At, by: Text }),
])
const Contact = record({
  id: Text,
  member: Text,
  kind: oneOf('diplomatic', 'technical'),
  name: Line,
  office: Type.Optional(Line),
  email: Type.Optional(Text),
  telephone: Type.Optional(Text),
  language: Language,
  hours: Type.Optional(Line),
  from: Day,
  until: Type.Optional(Day),
  replaces: Type.Optional(Text),
  nominatedAt: At,
  verifiedAt: Type.Optional(At),
  confirmedAt: Type.Optional(At),
  withdrawnAt: Type.Optional(At),
  replacedBy: Type.Optional(record({ contact: Text, at: At })),
  status: ContactStatus,
  calls: Count,
  lastCall: maybe(record({ ping: Text, ...call })),
})

const pingLine = {
  id: Text,
  at: At,
  replyBy: At,
  called: Count,
  acknowledged: Count,
  late: Count,
  awaited: Count,
  noReply: Count,
  medianMs: maybe(Ms),
  slowestMs: maybe(Ms),
}

const NoticeType = record({
  ...NoticeTypeBody.properties,
  edition: Count,
  definedAt: At,
  retired: Type.Optional(record({ at: At, reason: Text })),
})

const lines = { notices: Type.Array(NoticeLine), next: maybe(Text), now: At }

export const views = {
  noticeTypes: record({ types: Type.Array(NoticeType), now: At }),
  noticesInbox: record({ member: Text, ...lines }),
  noticesSent: record({ member: Text, ...lines }),
  notices: record(lines),
  notice: Notice,
  noticeDeliveries: record({ notice: Text, deliveries: Type.Array(Delivery), now: At }),
  noticeDeadlines: Type.String({ contentMediaType: 'text/calendar' }),
  noticeContacts: record({
    contacts: Type.Array(Contact),
    terms: record({ since: maybe(At), staleDays: Count, source: Text }),
    now: At,
  }),
  noticePings: record({ pings: Type.Array(record(pingLine)), now: At }),
  noticePing: record({
    ...pingLine,
    replies: Type.Array(
      record({ contact: Text, member: Text, kind: oneOf('diplomatic', 'technical'), name: Line, ...call }),
    ),
    now: At,
    deliveries: Type.Array(Delivery),
  }),
  noticeHooks: record({
    member: Text,
    hooks: Type.Array(record({ id: Text, member: Text, url: Text, setAt: At })),
    key: Text,
    now: At,
  }),
  noticeHookKey: record({ key: Text }),
} as const

/** How something stands to the instant it was due at. */
export type Timeliness = Static<typeof Timeliness>
/** A notice in a list. */
export type NoticeLine = Static<typeof NoticeLine>
/** What a member gave to a notice and owes it; null what the viewer is not to know. */
export type Receipt = Static<typeof Receipt>
export type NoticeAnswer = Static<typeof Notice>
export type Delivery = Static<typeof Delivery>
export type ContactShown = Static<typeof Contact>
export type ContactStatus = Static<typeof ContactStatus>
export type Reply = Static<typeof Reply>

type Views = typeof views
export type LinesAnswer = Static<Views['notices']>
export type TypesAnswer = Static<Views['noticeTypes']>
export type DirectoryAnswer = Static<Views['noticeContacts']>
export type CallsAnswer = Static<Views['noticePings']>
export type CallAnswer = Static<Views['noticePing']>
export type HooksAnswer = Static<Views['noticeHooks']>
export type DeliveriesAnswer = Static<Views['noticeDeliveries']>
