import { type TProperties, Type } from 'typebox'
import { accessViews } from './access.ts'
import { analysisViews } from './analysisViews.ts'
import { commitmentViews } from './commitmentViews.ts'
import { Footnote, Paragraph, Rung } from './content.ts'
import { documentViews } from './documents.ts'
import { meetingViews } from './meetingViews.ts'
import { Capacity, Right, TextAudience } from './people.ts'
import { Problem, Receipts } from './problems.ts'
import { At, Hash, LocalName, record } from './shapes.ts'
import { Count, Id, list, maybe, oneOf, optional, Words } from './viewParts.ts'

/**
 * What the main views answer. These shapes document; they do not stand in the way of an answer: a test holds real
 * answers against them, whole, so that no member is missing here and none too many.
 */

const Rungs = record({ open: Count, agreedInInformals: Count, agreedAdRef: Count, agreed: Count })

const Organisation = record({
  id: Id,
  name: LocalName,
  shortName: Words,
  languages: list(Words),
  source: Words,
  members: Count,
  bodies: Count,
  record: record({ size: Count, vkey: maybe(Words) }),
  now: At,
})

const standing = oneOf('member', 'observerState', 'observerOrganisation', 'partner')
const partyStatus = oneOf('active', 'suspended', 'left')
const Member = record({
  id: Id,
  name: LocalName,
  standing: maybe(standing),
  status: maybe(partyStatus),
  since: maybe(Words),
  claims: list(
    record({
      standing,
      status: partyStatus,
      from: maybe(Words),
      until: optional(Words),
      instrument: optional(Words),
      source: Words,
      note: optional(Words),
      recordedAt: At,
    }),
  ),
})

const summary = {
  id: Id,
  title: Words,
  symbol: maybe(Words),
  body: Id,
  kind: oneOf('draft', 'chairsText', 'nonPaper', 'compilation'),
  language: Words,
  audience: TextAudience,
  fictional: Type.Boolean(),
  stage: oneOf('laying', 'open', 'adopted'),
  frozen: maybe(Words),
  decision: maybe(Id),
  document: maybe(Hash),
  revision: Count,
  disputed: Count,
  rungs: Rungs,
  versions: list(record({ symbol: Words, document: Hash, at: At, revision: Count })),
}

const Reopening = record({ askedBy: Id, reason: Words, at: At, opposedBy: list(Id) })
const place = Type.Union([
  record({ after: Id }),
  record({ before: Id }),
  record({ at: oneOf('start', 'end') }),
])

const { alternatives: choice, ...printed } = Paragraph.properties
/**
 * A paragraph with everything an act on it has to name. `alternatives`: the paragraphs proposed in its place, which
 * `texts.closeAlternatives` settles. `choice`: the draft's own groups of paragraphs, `Option 1` and `Option 2`.
 */
const ParagraphView = record({
  ...(printed as TProperties),
  choice,
  number: Words,
  revision: Count,
  rung: Rung,
  brackets: Count,
  proposed: Type.Boolean(),
  alternativeOf: maybe(Id),
  alternatives: list(Id),
  deletion: Type.Boolean(),
  move: maybe(place),
  reopening: maybe(Reopening),
  offer: maybe(record({ wording: Words, at: At })),
})

/** A thing in dispute. `bracket` is what `texts.closeBracket` names; for a bracket over paragraphs, in the first of them. */
const OpenPoint = record({
  paragraph: Id,
  number: Words,
  what: oneOf('bracket', 'alternatives', 'deletion', 'move', 'newParagraph', 'number'),
  bracket: optional(Id),
  options: list(record({ id: Id, wording: Words, maintainedBy: list(Id), objectedBy: list(Id) })),
})

const Convergence = record({
  disputed: Count,
  rungs: Rungs,
  paragraphs: list(
    record({
      paragraph: Id,
      number: Words,
      rung: Rung,
      open: Count,
      brackets: Count,
      wordsInDispute: Count,
      reserving: list(Id),
    }),
  ),
  delegations: list(record({ member: Id, maintains: Count, objects: Count, reserves: Count })),
})

const TextCourse = record({
  steps: list(record({ index: Count, at: At, disputed: Count, words: Count, agreed: Count })),
  words: Count,
  still: list(record({ paragraph: Id, number: Words, since: At, words: Count })),
})

const Subject = Type.Union([
  record({ kind: Type.Literal('text'), text: Id, symbol: Words, document: Hash }),
  record({ kind: Type.Literal('wording'), wording: Words }),
])

/** The rest of a silence as it happened; `by` and `how` of a break stand only where the rules open them. */
const SilenceEntry = record({
  kind: oneOf('opened', 'extended', 'suspended', 'resumed', 'broken', 'withdrawn'),
  at: At,
  expiresAt: optional(At),
  reason: optional(Words),
  member: optional(Id),
  how: optional(
    record({ kind: oneOf('objection', 'amendment'), reason: optional(Words), wording: optional(Words) }),
  ),
})
const Silence = record({
  entries: list(SilenceEntry),
  timeZone: Words,
  announcedAs: Words,
  meeting: optional(Id),
  requests: list(record({ member: Id, at: At, reason: Words })),
  comments: list(record({ member: Id, at: At, wording: Words })),
  noticeAt: optional(At),
  confirmed: optional(record({ at: At, meeting: Id })),
  settled: optional(record({ at: At, next: Words })),
})
const Course = record({
  stage: oneOf('put', 'proposed', 'silence', 'adopted', 'noConsensus', 'takenBack'),
  meeting: optional(Id),
  item: optional(Words),
  at: optional(At),
  minusOne: optional(record({ case: Words, member: Id })),
  offer: optional(record({ expiresAt: At, timeZone: Words, announcedAs: Words })),
  silence: optional(Silence),
  next: optional(maybe(Words)),
  reason: optional(Words),
})
const DecisionStatus = Type.Union([
  record({ kind: Type.Literal('put'), objectors: optional(list(Id)) }),
  record({ kind: Type.Literal('silenceProposed'), objectors: optional(list(Id)), expiresAt: At }),
  record({ kind: Type.Literal('silenceRunning'), expiresAt: At, extensions: Count }),
  record({ kind: Type.Literal('silenceSuspended'), since: At, leftMs: Count }),
  record({
    kind: Type.Literal('adopted'),
    at: At,
    through: oneOf('consensus', 'silence'),
    interim: Type.Boolean(),
    number: maybe(Words),
    publishedAt: maybe(At),
  }),
  record({
    kind: Type.Literal('notAdopted'),
    at: At,
    why: oneOf('noConsensus', 'takenBack', 'silenceBroken', 'silenceWithdrawn'),
    next: maybe(Words),
  }),
])
const Statement = record({
  id: Id,
  member: Id,
  by: Id,
  kind: oneOf('reservation', 'interpretativeStatement', 'explanationOfPosition', 'dissociation'),
  wording: Words,
  paragraph: optional(Words),
  at: At,
  withdrawnAt: optional(At),
})
const decision = {
  id: Id,
  body: Id,
  title: Words,
  subject: Subject,
  round: Count,
  course: Course,
  objections: list(
    record({ member: Id, by: Id, at: At, reason: optional(Words), withdrawnAt: optional(At) }),
  ),
  statements: list(Statement),
  number: optional(record({ symbol: Words, series: Words, n: Count, at: At })),
  publishedAt: optional(At),
  status: DecisionStatus,
  statementsInForce: list(Statement),
}
const SilenceRow = record({
  decision: Id,
  body: Id,
  title: Words,
  status: oneOf('running', 'suspended', 'broken', 'kept', 'withdrawn', 'notOpened'),
  expiresAt: optional(At),
  timeZone: Words,
  announcedAs: Words,
})

const RegisterRow = record({
  number: Words,
  decision: Id,
  body: Id,
  title: Words,
  numberedAt: At,
  adoptedAt: At,
  through: oneOf('consensus', 'silence'),
  minusOne: maybe(Id),
  publishedAt: maybe(At),
  statements: list(Statement),
})

/**
 * An entry as one reader sees it: act and events, or nothing but the public leaf. `again`: it is closed to her and
 * changes what she may see all the same, so a client that keeps the state fetches it anew.
 */
const Entry = record({
  index: Count,
  act: optional(
    record({ id: Id, type: Words, by: Id, as: Type.Unknown(), at: At, body: optional(Type.Unknown()) }),
  ),
  events: optional(list(Type.Unknown())),
  leaf: optional(Type.String({ contentEncoding: 'base64' })),
  erased: optional(Type.Literal(true)),
  again: optional(Type.Literal(true)),
})

const Rule = record({ id: Words, sentence: Words })

/** A table of the state: what is under its keys is the rules' own business, in the shape the edition names. */
const Chapter = Type.Object({}, { description: 'A chapter of the state, in the shape the edition names.' })
const Table = record({ size: Count, root: record({ bits: Type.Integer(), slots: list(Type.Unknown()) }) })

/**
 * The state as far as a class of viewers may read it, after `index` entries: the live stream from there on is folded
 * into it. `texts` are those asked for, of which `state.texts` holds the readable ones; `elsewhere` names what is
 * readable and not held; `members` says whether it holds what is kept to members.
 */
const Sync = record({
  index: Count,
  edition: Words,
  state: record({
    institution: Chapter,
    meetings: Chapter,
    texts: Chapter,
    decisions: Chapter,
    commitments: Chapter,
  }),
  texts: list(Id),
  since: At,
  members: Type.Boolean(),
  elsewhere: record({ decisions: list(Id), instruments: list(Id) }),
})

const Credential = record({
  id: Id,
  person: Id,
  name: Words,
  capacity: Capacity,
  rights: list(Right),
  from: At,
  until: optional(At),
  instrument: optional(Words),
  givenBy: Id,
  givenAt: At,
  status: oneOf('valid', 'suspended', 'revoked'),
  suspendedBy: optional(Words),
})

/** What is the viewer's own. `instructions` and `comments`: by member, then by text and paragraph, as the state keeps them. */
const SyncOwn = record({
  index: Count,
  edition: Words,
  person: Id,
  capacities: list(record({ as: Capacity, rights: list(Right), from: maybe(At), until: maybe(At) })),
  credentials: list(Credential),
  instructions: Table,
  comments: Table,
})

/** The answers of the views, by the name of their operation. */
export const views = {
  organisation: Organisation,
  members: record({ members: list(Member) }),
  texts: record({ texts: list(record(summary)) }),
  text: record({ ...summary, paragraphs: list(ParagraphView), footnotes: list(Footnote) }),
  paragraph: ParagraphView,
  openPoints: record({ open: list(OpenPoint) }),
  convergence: Convergence,
  course: TextCourse,
  decisions: record({ decisions: list(record(decision)), now: At }),
  decision: record({ ...decision, now: At }),
  silences: record({ silences: list(SilenceRow), now: At }),
  register: record({ register: list(RegisterRow), total: Count, years: list(Words) }),
  entries: record({ from: Count, to: Count, size: Count, entries: list(Entry) }),
  entry: Entry,
  sync: Sync,
  syncOwn: SyncOwn,
  proof: Type.String({ contentMediaType: 'text/plain' }),
  ...meetingViews,
  ...commitmentViews,
  planDraft: Type.String({ contentMediaType: 'text/plain' }),
  rules: record({ rules: list(Rule) }),
  rule: Rule,
  acts: Receipts,
  putDocument: record({ hash: Hash, bytes: Count }),
  ...accessViews,
  ...documentViews,
  ...analysisViews,
} as const

export type ViewName = keyof typeof views
export const isViewName = (name: string): name is ViewName => Object.hasOwn(views, name)

/** The problem of one act: the same as any, with the rules it may cite. */
export const refusalOf = (rules: readonly string[]) =>
  record({ ...Problem.properties, rule: optional(Type.Unsafe<string>({ type: 'string', enum: [...rules] })) })
