import { At, Day, idOf, Language, Line, LocalName, Name, Note, record, Source } from '@gavel/contract'
import type { Id, MemberId } from '@gavel/kernel'
import { type Static, Type } from 'typebox'

/** What the acts of the room say, on the wire and in the law: the types of the law are read off these shapes. */

export type NoticeId = Id<'notice'>
export type ContactId = Id<'contact'>
export type PingId = Id<'ping'>
export type HookId = Id<'hook'>

const notice = idOf<NoticeId>()
const contact = idOf<ContactId>()
const member = idOf<MemberId>()
const oneOf = <const T extends readonly string[]>(...words: T) =>
  Type.Unsafe<T[number]>(Type.Union(words.map(word => Type.Literal(word))))

/** A quantity: finite, and small enough that a browser writes it as it was read. */
const Quantity = Type.Number({ minimum: -1e15, maximum: 1e15 })
const Hours = Type.Integer({ minimum: 1, maximum: 24 * 366 })

/** A field of a notice: what kind of thing it holds. */
export const Field = record({
  field: Name,
  name: LocalName,
  kind: oneOf('text', 'number', 'date', 'instant', 'choice', 'member', 'place'),
  required: Type.Boolean(),
  /** Of a number: what it counts (`personnel`, `vehicles`, `km`). */
  unit: Type.Optional(Line),
  choices: Type.Optional(Type.Array(record({ choice: Name, name: LocalName }), { maxItems: 60 })),
})
export type FieldShape = Static<typeof Field>

/** When a notice of a type is due; `field` names the date or instant it is counted from. */
export const Timing = Type.Union([
  record({ kind: Type.Literal('none') }),
  record({
    kind: Type.Literal('before'),
    field: Name,
    days: Type.Integer({ minimum: 0, maximum: 3_660 }),
  }),
  record({ kind: Type.Literal('after'), field: Name, hours: Hours }),
  record({ kind: Type.Literal('yearly'), day: Type.String({ pattern: '^(0[1-9]|1[0-2])-\\d\\d$' }) }),
])
export type TimingShape = Static<typeof Timing>

/** What some members agreed for a type: from which size on, how long before, within which time. */
export const Agreement = record({
  agreement: Name,
  name: LocalName,
  /** Whom it binds; all members when empty. */
  members: Type.Array(member, { maxItems: 500 }),
  /** Notice is due from here on: when one of these is reached. Without any, always. */
  thresholds: Type.Array(record({ field: Name, atLeast: Quantity }), { maxItems: 30 }),
  timing: Timing,
  acknowledgeHours: Type.Optional(Hours),
  answerHours: Type.Optional(Hours),
  source: Source,
})
export type AgreementShape = Static<typeof Agreement>

/** A kind of notice as an organisation defines it. */
export const NoticeTypeBody = record({
  noticeType: Name,
  name: LocalName,
  about: Type.Optional(LocalName),
  fields: Type.Array(Field, { maxItems: 60 }),
  /** To whom it goes: to all other members, to those the sender names, or to the others bound by the agreement. */
  to: oneOf('all', 'named', 'agreement'),
  /** Whether the secretariat reads it too. */
  secretariat: Type.Boolean(),
  /** Who sees who has acknowledged, and who the answers: the sender alone (with the secretariat, where it reads), or all addressees. */
  receipts: oneOf('sender', 'all'),
  answers: oneOf('sender', 'all'),
  /** Whether its content is too sensitive for a mail: never, as the sender says, always. */
  restricted: oneOf('never', 'may', 'always'),
  timing: Timing,
  acknowledgeHours: Type.Optional(Hours),
  answerHours: Type.Optional(Hours),
  agreements: Type.Array(Agreement, { maxItems: 60 }),
  source: Source,
})
export type NoticeTypeShape = Static<typeof NoticeTypeBody>

const Place = record({
  name: Line,
  latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
})

/** The value of a field. Dates, instants, choices and members are texts of their kind; the rules look at which. */
export const Value = Type.Union([Type.String({ minLength: 1, maxLength: 20_000 }), Quantity, Place])
export type ValueShape = Static<typeof Value>
export const Values = Type.Record(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._~:/-]{0,79}$' }), Value, {
  maxProperties: 60,
})

/** When and how something reached the secretariat that was not done here: by telephone from a capital with nothing else. */
const Received = record({ at: At, how: oneOf('telephone', 'email', 'letter', 'inPerson') })
export type ReceivedShape = Static<typeof Received>

const Address = Type.String({
  maxLength: 254,
  pattern: '^[^\\s@<>,;:"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,190}$',
})
const Telephone = Type.String({ maxLength: 40, pattern: '^\\+[0-9][0-9 ().-]{4,38}$' })

/** The body of every act of the room. */
export const bodies = {
  'notices.defineType': NoticeTypeBody,
  'notices.retireType': record({ noticeType: Name, reason: Note }),
  'notices.send': record({
    notice,
    noticeType: Name,
    agreement: Type.Optional(Name),
    to: Type.Optional(Type.Array(member, { minItems: 1, maxItems: 500 })),
    title: Line,
    values: Values,
    restricted: Type.Optional(Type.Boolean()),
    /** The notice this one follows: a request for clarification, an invitation to observe. */
    about: Type.Optional(notice),
  }),
  'notices.correct': record({
    notice,
    kind: oneOf('correction', 'supplement'),
    values: Values,
    note: Note,
  }),
  'notices.acknowledge': record({
    notice,
    member,
    note: Type.Optional(Note),
    received: Type.Optional(Received),
  }),
  'notices.answer': record({
    notice,
    member,
    words: Note,
    /** Of an invitation or a request: whether it is taken up. */
    choice: Type.Optional(oneOf('accepts', 'declines')),
    received: Type.Optional(Received),
  }),
  'notices.withdraw': record({ notice, reason: Note }),
  'notices.close': record({ notice, note: Type.Optional(Note) }),

  'notices.nominateContact': record({
    contact,
    member,
    kind: oneOf('diplomatic', 'technical'),
    name: Line,
    office: Type.Optional(Line),
    email: Type.Optional(Address),
    telephone: Type.Optional(Telephone),
    /** In which language she is written to. */
    language: Language,
    /** When she is reached, in her own words. */
    hours: Type.Optional(Line),
    from: Day,
    until: Type.Optional(Day),
    /** The contact whose place she takes. */
    replaces: Type.Optional(contact),
  }),
  'notices.verifyContact': record({ contact, note: Type.Optional(Note) }),
  'notices.confirmContact': record({ contact, member }),
  'notices.withdrawContact': record({ contact, member }),
  'notices.setContactTerms': record({
    /** After so many days without a sign of life a contact is stale. */
    staleDays: Type.Integer({ minimum: 1, maximum: 3_660 }),
    source: Source,
  }),
  'notices.ping': record({
    ping: idOf<PingId>(),
    kinds: Type.Array(oneOf('diplomatic', 'technical'), { minItems: 1, maxItems: 2, uniqueItems: true }),
    /** All members unless told. */
    members: Type.Optional(Type.Array(member, { minItems: 1, maxItems: 500 })),
    replyHours: Hours,
  }),
  'notices.answerPing': record({
    ping: idOf<PingId>(),
    contact,
    member,
    received: Type.Optional(Received),
  }),
  'notices.setHook': record({
    hook: idOf<HookId>(),
    member,
    url: Type.String({ maxLength: 500, pattern: '^https?://[^\\s]+$' }),
  }),
  'notices.removeHook': record({ hook: idOf<HookId>(), member }),
} as const

export type NoticesActType = keyof typeof bodies
export type BodyOf<T extends NoticesActType> = Static<(typeof bodies)[T]>

export const summaries: { readonly [T in NoticesActType]: string } = {
  'notices.defineType': 'Define a type of notice, or define it anew',
  'notices.retireType': 'Take a type of notice out of use',
  'notices.send': 'Send a notice',
  'notices.correct': 'Correct or supplement a notice',
  'notices.acknowledge': 'Acknowledge a notice',
  'notices.answer': 'Answer a notice',
  'notices.withdraw': 'Withdraw a notice',
  'notices.close': 'Close a notice',
  'notices.nominateContact': 'Nominate a point of contact',
  'notices.verifyContact': 'Verify a point of contact',
  'notices.confirmContact': 'Confirm that a point of contact still holds',
  'notices.withdrawContact': 'Withdraw a point of contact',
  'notices.setContactTerms': 'Set after how long a point of contact is stale',
  'notices.ping': 'Send a test call to points of contact',
  'notices.answerPing': 'Answer a test call',
  'notices.setHook': 'Have notices told to a server of a delegation',
  'notices.removeHook': 'Have them told there no longer',
}
