/**
 * The application: one record keeper per record, which loads, asks the rules, appends and answers; the ports it
 * asks of the outside; and what readers are given: entries, views, exports.
 */

export { type CalendarEvent, calendar } from './calendar.ts'
export { type Closure, type ClosureName, closure, closureNames } from './closure.ts'
export { analysisTable, analysisTables } from './commitments/analysis/read.ts'
export type { AnalysisTable, Asked, Asking, Cell } from './commitments/analysis/table.ts'
export { catalogueView } from './commitments/catalogue.ts'
export { commitmentView, memberDashboard } from './commitments/commitment.ts'
export { type CommitmentsQuery, commitmentsList } from './commitments/list.ts'
export { type ActivitiesQuery, activitiesList, planDraft, plansList, planView } from './commitments/plans.ts'
export {
  type RecommendationsQuery,
  recommendationsList,
  reviewsList,
  reviewView,
} from './commitments/reviews.ts'
export { listLimit, reactionMark } from './decide.ts'
export { documentLimit } from './documents.ts'
export { domainLaw, institutionItself } from './domain-law.ts'
export { ImportStopped, type IncomingRow, type RowProblem, runImport } from './imports/run.ts'
export type { RefusedRow, Tally } from './imports/tally.ts'
export { keySigner } from './key.ts'
export type {
  AnyAct,
  AnyEvent,
  Fold,
  FoldedEntry,
  Folds,
  Law,
  Reaction,
  SentAct,
  ValuesOf,
} from './law.ts'
export { nodeHashing, readContent, sealHolds } from './leaf.ts'
export { displayOf } from './meetings/display.ts'
export {
  decisionsNamed,
  type Journal,
  type JournalEntry,
  journalFrom,
  ofSitting,
} from './meetings/journal.ts'
export { decisionsPage, type JournalHead, journalPage } from './meetings/journalPage.ts'
export type { Names } from './meetings/journalWords.ts'
export { type PageForm, printPage } from './meetings/page.ts'
export { meetingAsSeen, meetingSummary, meetingView, type Onlooker } from './meetings/view.ts'
export { openRecord } from './open.ts'
export type * from './ports.ts'
export type {
  EntryContent,
  Listener,
  OpenOptions,
  PutDocument,
  RecordKeeper,
  ViewedEntry,
  WholeEntry,
} from './record-keeper.ts'
export {
  type Conflict,
  type ConflictName,
  OutcomeUnknown,
  type Receipt,
  RecordDamaged,
  type Submitted,
} from './result.ts'
export { barredFrom, foldsOfRooms, lawWithRooms, type RoomLaw, roomState } from './rooms.ts'
export { type Course, type CourseStep, course, type Still, stillIn } from './texts/course.ts'
export { domainFolds, type Trail, trail, trailOf } from './texts/views.ts'
export { exportRecord, type Imported, ImportFault, importRecord } from './transfer.ts'
