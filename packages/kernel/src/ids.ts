/**
 * Branded identifiers: strings at run time, distinct types to the compiler, so that a member can never be
 * passed where a body is meant. Identifiers arrive in acts; nothing in the rules ever makes one up.
 */
declare const brand: unique symbol
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type ActId = Id<'act'>
export type PersonId = Id<'person'>
export type MemberId = Id<'member'>
export type BodyId = Id<'body'>
export type MeetingId = Id<'meeting'>
export type TextId = Id<'text'>
export type ParagraphId = Id<'paragraph'>
export type BracketId = Id<'bracket'>
export type OptionId = Id<'option'>
export type DecisionId = Id<'decision'>
export type StatementId = Id<'statement'>
export type InstrumentId = Id<'instrument'>
/** A place on a speakers' list. */
export type RequestId = Id<'request'>
/** A point of order. */
export type PointId = Id<'point'>
/** A procedural motion. */
export type MotionId = Id<'motion'>
/** A correction asked for in the draft of a journal. */
export type CorrectionId = Id<'correction'>
/** What a member has undertaken. */
export type CommitmentId = Id<'commitment'>
/** An activity of a plan: a workshop, a visit, an exchange. */
export type ActivityId = Id<'activity'>
/** The plan of a year. */
export type PlanId = Id<'plan'>
/** What a member, or the secretariat for it, has told of a commitment. */
export type ReportId = Id<'report'>
/** A dimension's look back. */
export type ReviewId = Id<'review'>
/** What one member, or a review, recommends to another. */
export type RecommendationId = Id<'recommendation'>
/** The id of a rule of procedure, as printed in `rulebook/`: a chapter's letter, a dash, a number (`D-5`). */
export type RuleId = Id<'rule'>

/** Names a string as an identifier of the wanted kind. A cast with a name; it checks nothing. */
export const id = <T extends string>(value: string): T => value as T
