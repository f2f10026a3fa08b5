import type {
  BodyId,
  CorrectionId,
  DecisionId,
  MeetingId,
  MemberId,
  MotionId,
  ParagraphId,
  PointId,
  RequestId,
  StatementId,
  TextId,
} from '@gavel/kernel'
import { Type } from 'typebox'
import { At, Hash, idOf, Line, limits, Name, Note, record, Wording } from './shapes.ts'

/** A time zone by its name in the IANA database: `Asia/Almaty`. */
export const TimeZone = Type.String({ pattern: '^[A-Za-z0-9_+/-]+$', minLength: 1, maxLength: 64 })

const oneOf = <const T extends readonly string[]>(...words: T) =>
  Type.Unsafe<T[number]>(Type.Union(words.map(word => Type.Literal(word))))
const optional = Type.Optional
const meeting = idOf<MeetingId>()
const member = idOf<MemberId>()
/** The number of an item as it is called in the room: `3(a)`. */
export const ItemNumber = Type.String({ minLength: 1, maxLength: limits.id })
const item = ItemNumber
const request = idOf<RequestId>()
const point = idOf<PointId>()
const motion = idOf<MotionId>()
const statement = idOf<StatementId>()
const correction = idOf<CorrectionId>()
const DocumentSymbol = Type.String({ minLength: 1, maxLength: limits.id })

export const AgendaDocument = Type.Union([
  record({ kind: Type.Literal('text'), text: idOf<TextId>(), title: Line }),
  record({ kind: Type.Literal('symbol'), symbol: DocumentSymbol, title: Line }),
  record({ kind: Type.Literal('file'), document: Hash, title: Line }),
])
const AgendaItem = record({
  number: item,
  title: Line,
  under: optional(item),
  documents: optional(Type.Array(AgendaDocument, { maxItems: 50 })),
})
const Agenda = Type.Array(AgendaItem, { maxItems: 200 })

export const Kind = oneOf('regular', 'extraordinary', 'informal')
export const Format = oneOf('inPerson', 'virtual', 'hybrid')
export const Access = oneOf('public', 'closed')
export const FloorKind = oneOf('statement', 'reply')
export const Rank = oneOf('headOfState', 'headOfGovernment', 'minister')
export const PointKind = oneOf('order', 'quorum', 'language', 'clarification')
export const Purpose = oneOf('general', 'national', 'joint')

export const Speaker = Type.Union([
  record({ kind: Type.Literal('member'), member }),
  record({ kind: Type.Literal('observer'), observer: Name }),
  record({ kind: Type.Literal('chair'), body: idOf<BodyId>() }),
  record({ kind: Type.Literal('secretariat') }),
])

const Seconds = Type.Integer({ minimum: 0, maximum: 86_400 })
export const FloorLimits = record({
  member: optional(Seconds),
  observer: optional(Seconds),
  reply: optional(Seconds),
})

const AgendaChange = Type.Union([
  record({ kind: Type.Literal('add'), item: AgendaItem, after: optional(item) }),
  record({ kind: Type.Literal('withdraw'), number: item }),
  record({ kind: Type.Literal('reorder'), numbers: Type.Array(item, { maxItems: 200 }) }),
])

export const MotionAim = Type.Union([
  record({ kind: Type.Literal('suspension'), until: optional(At) }),
  record({ kind: Type.Literal('adjournment'), until: At }),
  record({ kind: Type.Literal('adjournmentOfDebate'), item }),
  record({ kind: Type.Literal('closureOfDebate'), item }),
  record({ kind: Type.Literal('closureOfList'), item }),
  record({ kind: Type.Literal('divisionOfText'), item, parts: Note }),
  record({ kind: Type.Literal('agendaChange'), change: AgendaChange }),
])

export const ObjectedTo = Type.Union([
  record({ kind: Type.Literal('agenda') }),
  record({ kind: Type.Literal('motion'), motion }),
  record({ kind: Type.Literal('appeal'), point }),
])

export const Shown = Type.Union([
  record({ kind: oneOf('nothing', 'title', 'agenda', 'presence') }),
  record({ kind: oneOf('item', 'speakers'), item }),
  record({
    kind: Type.Literal('text'),
    text: idOf<TextId>(),
    paragraphs: Type.Array(idOf<ParagraphId>(), { minItems: 1, maxItems: 50 }),
  }),
  record({ kind: oneOf('decision', 'silence'), decision: idOf<DecisionId>() }),
  record({ kind: Type.Literal('message'), words: Type.String({ minLength: 1, maxLength: 1_000 }) }),
])

const OneMeeting = record({ meeting })
const OnItem = record({ meeting, item })
const reason = optional(Note)

const prepared = {
  'meetings.convene': record({
    meeting,
    body: idOf<BodyId>(),
    title: Line,
    opensAt: At,
    place: Line,
    timeZone: TimeZone,
    agenda: Agenda,
    kind: optional(Kind),
    format: optional(Format),
    access: optional(Access),
  }),
  'meetings.amendNotice': record({
    meeting,
    title: optional(Line),
    opensAt: optional(At),
    place: optional(Line),
    timeZone: optional(TimeZone),
    agenda: optional(Agenda),
    format: optional(Format),
    access: optional(Access),
    reason,
  }),
  'meetings.callOff': record({ meeting, reason: Note }),
  'meetings.attachDocument': record({ meeting, item, document: AgendaDocument }),
} as const

const held = {
  'meetings.open': OneMeeting,
  'meetings.recordPresence': record({ meeting, member, present: Type.Boolean() }),
  'meetings.adoptAgenda': record({ meeting, agenda: Agenda }),
  'meetings.takeUpItem': OnItem,
  'meetings.concludeItem': record({
    meeting,
    item,
    outcome: oneOf('concluded', 'leftOpen', 'carriedOver'),
  }),
  'meetings.suspend': record({ meeting, until: optional(At) }),
  'meetings.adjourn': record({ meeting, until: At }),
  'meetings.resume': OneMeeting,
  'meetings.close': OneMeeting,
  'meetings.setAccess': record({ meeting, access: Access, reason }),
  'meetings.show': record({ meeting, what: Shown }),
} as const

const onTheFloor = {
  'meetings.askFloor': record({
    meeting,
    item,
    request,
    speaker: Speaker,
    kind: optional(FloorKind),
    rank: optional(Rank),
    first: optional(Type.Boolean()),
  }),
  'meetings.leaveList': record({ meeting, item, request }),
  'meetings.orderList': record({ meeting, item, order: Type.Array(request, { maxItems: 500 }) }),
  'meetings.closeList': OnItem,
  'meetings.reopenList': OnItem,
  'meetings.limitTime': record({ meeting, item, seconds: FloorLimits }),
  'meetings.giveFloor': record({ meeting, request }),
  'meetings.endFloor': OneMeeting,
} as const

const ofProcedure = {
  'meetings.raisePoint': record({ meeting, point, member, kind: PointKind, note: optional(Note) }),
  'meetings.rulePoint': record({ meeting, point, upheld: Type.Boolean(), words: optional(Note) }),
  'meetings.appealRuling': record({ meeting, point, member, reason }),
  'meetings.decideAppeal': record({ meeting, point }),
  'meetings.move': record({ meeting, motion, aim: MotionAim, note: optional(Note) }),
  'meetings.speakOnMotion': record({ meeting, motion, member, side: oneOf('for', 'against') }),
  'meetings.withdrawMotion': record({ meeting, motion }),
  'meetings.decideMotion': record({ meeting, motion, carried: Type.Boolean() }),
  'meetings.object': record({ meeting, to: ObjectedTo, member, reason }),
  'meetings.withdrawObjection': record({ meeting, to: ObjectedTo, member }),
} as const

/** Of which sitting; without it, of the whole meeting. */
const sitting = optional(Type.Integer({ minimum: 1, maximum: 10_000 }))

const papers = {
  'meetings.recordStatement': record({
    meeting,
    statement,
    speaker: Speaker,
    purpose: Purpose,
    item: optional(item),
    onBehalfOf: optional(Type.Array(member, { maxItems: 250 })),
    wording: optional(Wording),
    document: optional(Hash),
    forJournal: Type.Boolean(),
  }),
  'meetings.joinStatement': record({ meeting, statement, member }),
  'meetings.withdrawStatement': record({ meeting, statement }),
  'meetings.circulateJournal': record({ meeting, sitting, document: Hash }),
  'meetings.askCorrection': record({
    meeting,
    sitting,
    correction,
    member,
    place: optional(Line),
    wording: Note,
  }),
  'meetings.answerCorrection': record({ meeting, sitting, correction, taken: Type.Boolean(), reason }),
  'meetings.approveJournal': record({ meeting, sitting, document: Hash }),
  'meetings.issueCorrigendum': record({ meeting, sitting, document: Hash, wording: Note }),
} as const

/** Bodies of the acts of the second chapter. */
export const meetings = { ...prepared, ...held, ...onTheFloor, ...ofProcedure, ...papers } as const
