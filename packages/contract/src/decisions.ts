import type {
  BodyId,
  DecisionId,
  InstrumentId,
  MeetingId,
  MemberId,
  StatementId,
  TextId,
} from '@gavel/kernel'
import { Type } from 'typebox'
import { TimeZone } from './meetings.ts'
import { At, Day, Hash, idOf, Language, Line, limits, Note, record, Source, Wording } from './shapes.ts'

const decision = idOf<DecisionId>()
const member = idOf<MemberId>()
const statement = idOf<StatementId>()
const instrument = idOf<InstrumentId>()
const party = idOf<MemberId>()

const Subject = Type.Union([
  record({
    kind: Type.Literal('text'),
    text: idOf<TextId>(),
    symbol: Type.String({ minLength: 1, maxLength: limits.id }),
    document: Hash,
  }),
  record({
    kind: Type.Literal('wording'),
    wording: Type.String({ minLength: 1, maxLength: limits.wording }),
  }),
])

const OneDecision = record({ decision })
const WithReason = record({ decision, reason: Note })
/** A new expiry, with the words in which it was announced. */
const NewExpiry = record({ decision, expiresAt: At, announcedAs: Line })

const inAMeeting = {
  'decisions.put': record({
    decision,
    meeting: idOf<MeetingId>(),
    item: Type.String({ minLength: 1, maxLength: limits.id }),
    title: Line,
    subject: Subject,
    minusOne: Type.Optional(record({ case: Line, member })),
  }),
  'decisions.object': record({ decision, member, reason: Type.Optional(Note) }),
  'decisions.withdrawObjection': record({ decision, member }),
  'decisions.declareAdopted': OneDecision,
  'decisions.declareNoConsensus': record({
    decision,
    next: Type.Union([Type.Literal('returnedToBody'), Type.Literal('carriedOver'), Type.Literal('dropped')]),
  }),
  'decisions.withdrawPut': WithReason,
} as const

const bySilence = {
  'decisions.proposeSilence': record({
    decision,
    meeting: idOf<MeetingId>(),
    item: Type.String({ minLength: 1, maxLength: limits.id }),
    title: Line,
    subject: Subject,
    expiresAt: At,
    timeZone: TimeZone,
    announcedAs: Line,
  }),
  'decisions.openSilence': record({
    decision,
    body: idOf<BodyId>(),
    meeting: Type.Optional(idOf<MeetingId>()),
    title: Line,
    subject: Subject,
    expiresAt: At,
    timeZone: TimeZone,
    announcedAs: Line,
  }),
  'decisions.breakSilence': record({
    decision,
    member,
    by: Type.Union([
      record({ kind: Type.Literal('objection'), reason: Type.Optional(Note) }),
      record({
        kind: Type.Literal('amendment'),
        wording: Wording,
        editorial: Type.Optional(Type.Boolean()),
      }),
    ]),
  }),
  'decisions.askExtension': record({ decision, member, reason: Note }),
  'decisions.extendSilence': NewExpiry,
  'decisions.suspendSilence': WithReason,
  'decisions.resumeSilence': NewExpiry,
  'decisions.withdrawSilence': WithReason,
  'decisions.giveNotice': OneDecision,
  'decisions.confirmSilence': record({
    decision,
    meeting: idOf<MeetingId>(),
    title: Type.Optional(Line),
  }),
  'decisions.afterBroken': record({
    decision,
    next: Type.Union([
      Type.Literal('reopenedWithAmendment'),
      Type.Literal('returnedToBody'),
      Type.Literal('dropped'),
    ]),
  }),
  'decisions.publish': OneDecision,
} as const

const statements = {
  'decisions.attachStatement': record({
    decision,
    statement,
    member,
    kind: Type.Union([
      Type.Literal('reservation'),
      Type.Literal('interpretativeStatement'),
      Type.Literal('explanationOfPosition'),
      Type.Literal('dissociation'),
    ]),
    wording: Type.String({ minLength: 1, maxLength: limits.wording }),
    paragraph: Type.Optional(Type.String({ minLength: 1, maxLength: limits.id })),
  }),
  'decisions.withdrawStatement': record({ decision, statement, member }),
} as const

const Days = Type.Integer({ minimum: 0, maximum: 36_525 })
const Months = Type.Integer({ minimum: 0, maximum: 1_200 })

const Terms = record({
  signature: record({ from: Day, until: Type.Union([Day, Type.Null()]) }),
  accessionFrom: Day,
  definitiveSignature: Type.Optional(Type.Boolean()),
  entryIntoForce: record({
    instruments: Type.Integer({ minimum: 1, maximum: 1_000 }),
    delayDays: Days,
    delayMonths: Type.Optional(Months),
    laterPartyDays: Days,
    laterPartyMonths: Type.Optional(Months),
    onFirstOfMonth: Type.Optional(Type.Boolean()),
  }),
  provisionalApplication: Type.Boolean(),
  reservations: Type.Union([Type.Literal('none'), Type.Literal('permitted')]),
  declarations: Type.Boolean(),
  denunciationDays: Days,
  denunciationMonths: Type.Optional(Months),
  languages: Type.Array(Language, { minItems: 1, maxItems: 30 }),
  source: Source,
})

/** Declarations or reservations, each in full. */
const Words = Type.Optional(Type.Array(Note, { maxItems: 100 }))

const instruments = {
  'decisions.openInstrument': record({ instrument, decision, name: Line, terms: Terms }),
  'decisions.signInstrument': record({
    instrument,
    party,
    definitive: Type.Boolean(),
    on: Day,
    fullPowers: Line,
    declarations: Words,
    reservations: Words,
  }),
  'decisions.depositInstrument': record({
    instrument,
    party,
    kind: Type.Union([
      Type.Literal('ratification'),
      Type.Literal('acceptance'),
      Type.Literal('approval'),
      Type.Literal('accession'),
      Type.Literal('formalConfirmation'),
    ]),
    on: Day,
    declarations: Words,
    reservations: Words,
    countsForEntry: Type.Boolean(),
  }),
  'decisions.applyProvisionally': record({ instrument, party, from: Day, until: Type.Optional(Day) }),
  'decisions.denounceInstrument': record({
    instrument,
    party,
    receivedOn: Day,
    effectiveOn: Type.Optional(Day),
  }),
  'decisions.endProvisional': record({ instrument, party, on: Day }),
  'decisions.withdrawConsent': record({ instrument, party, on: Day }),
} as const

/** Bodies of the acts of the fourth chapter. */
export const decisions = { ...inAMeeting, ...bySilence, ...statements, ...instruments } as const
