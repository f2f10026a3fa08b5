/**
 * Chapter 4, decisions: a clean text is put and falls to no objection, or stands under silence until an instant
 * nobody broke; statements are attached, a number is given; and a decision may be an instrument that is signed,
 * ratified, and enters into force on a day that is counted.
 */
export type { DecisionsAct, InstrumentTerms, StatementKind, Subject } from './acts.ts'
export { audienceOfBreak, audienceOfDecision, audienceOfInstrument } from './audience.ts'
export { addDays, addMonths, daysBetween, isDay, monthsFrom } from './calendar.ts'
export { decide, decideOn } from './decide.ts'
export {
  adoptedAt,
  type DecisionStatus,
  decisionStatus,
  holdsText,
  mayComeAgain,
  whoObjects,
} from './decisionStatus.ts'
export { type DepositaryList, depositaryList, type PartyRow } from './depositary.ts'
export {
  type CountedConsent,
  denunciationEffectiveOn,
  type EntryIntoForce,
  entryIntoForce,
  inForceForParty,
  isBoundOn,
} from './entryIntoForce.ts'
export type { DecisionsEvent, DecisionsEventOf, SilenceOutcome } from './events.ts'
export { evolve } from './evolve.ts'
export { type Ground, groundOf, type MeetingFacts } from './ground.ts'
export { dayAt, nextNumber } from './numbering.ts'
export { reactionsTo } from './reactions.ts'
export { endOf, type SilenceStatus, silenceStatus } from './silenceStatus.ts'
export {
  type AfterBroken,
  type AfterNoConsensus,
  type Break,
  type Consent,
  type ConsentKind,
  type Course,
  type Decision,
  type DecisionNumber,
  type DecisionsState,
  type Instrument,
  initial,
  type Objection,
  type ProvisionalApplication,
  type Signature,
  type Silence,
  type SilenceEntry,
  type SilenceOffer,
  type Statement,
  type UpToDecisions,
} from './state.ts'
export { statementsCloseAt } from './statements.ts'
export type { TextFacts } from './textFacts.ts'
export {
  type Deadline,
  deadlines,
  type RegisterRow,
  registerRows,
  type SilenceAnnouncement,
  silenceAnnouncement,
} from './views.ts'
