import { idOf, Line, Name, Note, record, Source } from '@gavel/contract'
import type { Id, MemberId, TextId } from '@gavel/kernel'
import { type Static, Type } from 'typebox'

/** What the acts of the room say, on the wire and in the law: the types of the law are read off these shapes. */

export type ReleaseId = Id<'release'>

const text = idOf<TextId>()
const member = idOf<MemberId>()
const oneOf = <const T extends readonly string[]>(...words: T) =>
  Type.Unsafe<T[number]>(Type.Union(words.map(word => Type.Literal(word))))

/** What may be said of a matter: the words delegations take stands in. */
export const Saying = oneOf('proposes', 'backs', 'canLiveWith', 'reserves', 'objects')
export type SayingShape = Static<typeof Saying>

/** How far a delegation can go with one option. */
export const Can = oneOf('canAccept', 'canLiveWith', 'cannot')
export type CanShape = Static<typeof Can>

/** A point in dispute: a bracket, or a paragraph with alternatives. Its id is that of the bracket or of the paragraph. */
export const PointTold = record({
  point: Name,
  /** How much the point matters to the delegation, beside its other points: 0 not at all, 10 most. */
  matters: Type.Integer({ minimum: 0, maximum: 10 }),
  options: Type.Array(record({ option: Name, can: Can }), { minItems: 1, maxItems: 60 }),
})
export type PointToldShape = Static<typeof PointTold>

export const Choice = record({ point: Name, option: Name })
export type ChoiceShape = Static<typeof Choice>

/** The body of every act of the room. */
export const bodies = {
  'foresight.sound': record({
    text,
    sounded: member,
    /** The paragraph or option it was about; the whole text when absent. */
    part: Type.Optional(Name),
    says: Saying,
    note: Type.Optional(Note),
  }),
  'foresight.tell': record({ text, member, points: Type.Array(PointTold, { maxItems: 400 }) }),
  'foresight.release': record({
    release: idOf<ReleaseId>(),
    text,
    title: Line,
    choices: Type.Array(Choice, { minItems: 1, maxItems: 400 }),
    words: Type.Optional(Note),
  }),
  'foresight.withdrawRelease': record({ release: idOf<ReleaseId>(), text, reason: Note }),
  'foresight.setReaders': record({ readers: oneOf('mediators', 'members'), source: Source }),
} as const

export type ForesightActType = keyof typeof bodies
export type BodyOf<T extends ForesightActType> = Static<(typeof bodies)[T]>

export const summaries: { readonly [T in ForesightActType]: string } = {
  'foresight.sound': 'Note in confidence what a delegation said when it was sounded',
  'foresight.tell': 'Tell those who mediate on a text, and nobody else, how far the delegation can go',
  'foresight.release': 'Release a package to those who negotiate the text',
  'foresight.withdrawRelease': 'Withdraw a package that was released',
  'foresight.setReaders': 'Set who may read forecasts',
}
