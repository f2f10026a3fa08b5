/**
 * Chapter 5, commitments: what members undertake after a decision, with an owner, dates and what would show that it was
 * kept; what is told of it; the year's plan and its activities; and how a dimension looks back. The chapter stands
 * last: it may cite every other, and none may cite it.
 */
export type {
  ActivityFormat,
  CommitmentsAct,
  ContactRole,
  Day,
  Evidence,
  EvidenceWanted,
  Found,
  Happened,
  MeasureRef,
  Open,
  Planned,
  Progress,
  Reporting,
  Responded,
  Said,
  Scope,
  Terms,
} from './acts.ts'
export { audienceOfCommitmentsAct, readersOfCommitmentsAct } from './audience.ts'
export { areaOf, ownersOf, today } from './checks.ts'
export { contactsFor, validatorsFor } from './contacts.ts'
export { decide } from './decide.ts'
export {
  type CommitmentStatus,
  type Due,
  type DueStatus,
  dueDays,
  dues,
  type MemberStanding,
  memberStanding,
  owedOn,
  type Part,
  partUntil,
  standingReports,
  statusFor,
  statusOn,
} from './due.ts'
export type { CommitmentsEvent } from './events.ts'
export { isWithin } from './evidence.ts'
export { evolve } from './evolve.ts'
export { reactionsTo } from './reactions.ts'
export { readCatalogue } from './reading.ts'
export { type Reminder, type ReminderKind, remindersFor } from './reminders.ts'
export {
  type Activity,
  type Agreement,
  type Catalogue,
  type Commitment,
  type CommitmentsState,
  type Contact,
  type Finding,
  initial,
  type Measure,
  type MoreEvidence,
  type Owner,
  type Paper,
  type Plan,
  type Question,
  type Recommendation,
  type Report,
  type Review,
  type UpToCommitments,
  type Waiting,
} from './state.ts'
export { audienceOfCommitment } from './undertakings.ts'
