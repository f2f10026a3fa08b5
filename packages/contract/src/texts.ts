import type { BodyId, BracketId, MemberId, OptionId, ParagraphId, PersonId, TextId } from '@gavel/kernel'
import { Type } from 'typebox'
import { Content, Footnote, Paragraph, ParagraphKind, Rung } from './content.ts'
import { TextAudience } from './people.ts'
import {
  Hash,
  idOf,
  Language,
  Line,
  limits,
  Name,
  Note,
  Offset,
  Revision,
  record,
  Wording,
} from './shapes.ts'

const text = idOf<TextId>()
const paragraph = idOf<ParagraphId>()
const option = idOf<OptionId>()
const bracket = idOf<BracketId>()

/** The id of a paragraph with the text it stands in: what most acts of this chapter begin with. */
const OneParagraph = record({ text, paragraph })
const OneText = record({ text })
const Matter = Type.Union([Type.Literal('deletion'), Type.Literal('move'), Type.Literal('chairsText')])
const Proposal = record({
  text,
  paragraph,
  option: Type.Optional(option),
  on: Type.Optional(Matter),
})
/** The revision a settlement was made against; a client that names it is refused when the words have moved on. */
const base = Type.Optional(Revision)
const DocumentSymbol = Type.String({ minLength: 1, maxLength: limits.id, pattern: '^[^\\n\\r]*$' })
const All = Type.Literal('all')
const Paragraphs = Type.Union([Type.Array(paragraph, { minItems: 1, maxItems: 5_000 }), All])

const Place = Type.Union([
  record({ after: paragraph }),
  record({ before: paragraph }),
  record({ at: Type.Union([Type.Literal('start'), Type.Literal('end')]) }),
])

const WordingChange = record({
  within: Type.Optional(option),
  at: Offset,
  length: Offset,
  wording: Wording,
})

/** How a text begins: introduced, laid in portions, opened. */
const beginning = {
  'texts.introduce': record({
    text,
    title: Line,
    body: idOf<BodyId>(),
    audience: TextAudience,
    language: Language,
    kind: Type.Union([
      Type.Literal('draft'),
      Type.Literal('chairsText'),
      Type.Literal('nonPaper'),
      Type.Literal('compilation'),
    ]),
    document: Type.Optional(Hash),
    fictional: Type.Optional(Type.Boolean()),
  }),
  'texts.lay': record({
    text,
    paragraphs: Type.Array(Paragraph, { maxItems: 5_000 }),
    footnotes: Type.Optional(Type.Array(Footnote, { maxItems: 5_000 })),
  }),
  'texts.open': record({ text, symbol: Type.Optional(DocumentSymbol) }),
} as const

/** What is proposed for a text, and what is said of it. */
const proposing = {
  'texts.propose': record({
    text,
    paragraph,
    base: Revision,
    change: WordingChange,
    bracket,
    option,
    retained: option,
    onStale: Type.Optional(Type.Union([Type.Literal('refuse'), Type.Literal('alternative')])),
    alternative: Type.Optional(paragraph),
    meant: Type.Optional(Wording),
  }),
  'texts.proposeAlternative': record({
    text,
    paragraph,
    base: Revision,
    alternative: paragraph,
    wording: Wording,
  }),
  'texts.proposeParagraph': record({
    text,
    paragraph,
    place: Place,
    number: Type.Optional(Type.String({ maxLength: limits.id })),
    level: Type.Integer({ minimum: 0, maximum: 20 }),
    kind: ParagraphKind,
    wording: Wording,
  }),
  'texts.proposeDeletion': record({ text, paragraph, base: Revision }),
  'texts.proposeMove': record({ text, paragraph, base: Revision, place: Place }),
  'texts.takeStand': record({
    text,
    paragraph,
    option: Type.Optional(option),
    on: Type.Optional(Matter),
    stand: Type.Union([
      Type.Literal('backs'),
      Type.Literal('canLiveWith'),
      Type.Literal('reserves'),
      Type.Literal('objects'),
      Type.Literal('none'),
    ]),
    note: Type.Optional(Note),
  }),
  'texts.withdraw': Proposal,
  'texts.takeOver': Proposal,
} as const

/** How disputes end, and how far a paragraph has climbed. */
const settling = {
  'texts.closeBracket': record({ text, paragraph, bracket, option: Type.Union([option, Type.Null()]), base }),
  'texts.closeAlternatives': record({ text, paragraph, chosen: paragraph, base }),
  'texts.settleDeletion': record({ text, paragraph, deleted: Type.Boolean(), base }),
  'texts.settleMove': record({ text, paragraph, moved: Type.Boolean(), base }),
  'texts.settleParagraph': record({ text, paragraph, kept: Type.Boolean(), base }),
  'texts.advance': record({ text, paragraph, to: Rung, base }),
  'texts.askToReopen': record({ text, paragraph, reason: Note }),
  'texts.opposeReopening': OneParagraph,
  'texts.reopen': OneParagraph,
} as const

/** The pen: changes of the base text nobody disputes. */
const penning = {
  'texts.givePen': record({
    text,
    paragraphs: Paragraphs,
    to: Type.Union([idOf<PersonId>(), Type.Null()]),
  }),
  'texts.edit': record({
    text,
    paragraph,
    base: Revision,
    content: Content,
    number: Type.Optional(Type.String({ maxLength: limits.id })),
  }),
  'texts.renumber': record({
    text,
    numbers: Type.Array(Type.Tuple([paragraph, Type.String({ maxLength: limits.id })]), { maxItems: 5_000 }),
  }),
  'texts.footnote': record({ text, footnote: Footnote }),
} as const

/** The chair's text, versions, who may read, instructions and comments, and what decisions do to a text. */
const around = {
  'texts.offerChairsText': record({
    text,
    base: Revision,
    paragraphs: Type.Array(record({ paragraph, wording: Wording }), { maxItems: 5_000 }),
    leavesOut: Type.Array(record({ option, reason: Note }), { maxItems: 5_000 }),
    leavesOutParagraphs: Type.Optional(Type.Array(record({ paragraph, reason: Note }), { maxItems: 5_000 })),
  }),
  'texts.acceptChairsText': record({ text, paragraphs: Paragraphs }),
  'texts.withdrawChairsText': OneText,
  'texts.issueVersion': record({ text, symbol: Type.Optional(DocumentSymbol), document: Hash }),
  'texts.changeAudience': record({ text, audience: TextAudience }),
  'texts.instruct': record({
    text,
    paragraph,
    member: idOf<MemberId>(),
    redLine: Type.Optional(Note),
    preferred: Type.Optional(Note),
    fallback: Type.Optional(Note),
    note: Type.Optional(Note),
  }),
  'texts.comment': record({
    text,
    paragraph,
    member: idOf<MemberId>(),
    comment: Name,
    wording: Note,
  }),
  'texts.freeze': record({ text, reason: Note }),
  'texts.unfreeze': OneText,
  'texts.recordAdoption': record({ text, decision: Name }),
} as const

/** Bodies of the acts of the third chapter. */
export const texts = { ...beginning, ...proposing, ...settling, ...penning, ...around } as const
