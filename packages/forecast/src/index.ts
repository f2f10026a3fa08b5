/**
 * Numeric models of agreement: pure functions of plain data. Evidence in, probabilities and positions out; no clock, no
 * chance but a seeded one.
 */

export {
  type AgendaAdvice,
  type AgendaPlan,
  type AgendaReason,
  type AgendaSettings,
  agendaOf,
  agendaSettings,
  type Candidate,
  ImpossibleAgenda,
} from './agenda/agenda.ts'
export { type FrontierDeal, frontierOf } from './deals/frontier.ts'
export { type SearchFound, searchDeal } from './deals/large.ts'
export { blockedIssues, type Deal, type Flexibility, UnreadableFlexibility } from './deals/problem.ts'
export type { SearchOptions, SearchProgress, Warm } from './deals/raise.ts'
export { type Aim, bestDeal, type Found, type Unlock, unlocks } from './deals/search.ts'
export {
  type Evidence,
  evidenceOf,
  type Item,
  joined,
  ofMembers,
  ofSessions,
  stand,
} from './evidence/evidence.ts'
export { type EvidenceFile, readEvidence } from './evidence/rollcalls.ts'
export { UnreadableEvidence } from './evidence/table.ts'
export { seeded } from './fit/random.ts'
export {
  type Folded,
  type FoldedVote,
  fold,
  type IdealPoints,
  type ItemShapes,
  idealPoints,
  type Votes,
} from './ideal/points.ts'
export { type Backtest, type BacktestOptions, backtest, NothingToTest } from './objection/backtest.ts'
export { type FeatureSettings, type Features, featuresOf } from './objection/features.ts'
export type { Group, Learning } from './objection/learning.ts'
export {
  fitObjections,
  type ObjectionModel,
  type ObjectionSettings,
  objectionSettings,
} from './objection/model.ts'
export { reconciled } from './objection/reconcile.ts'
export {
  type Cells,
  type JointForecast,
  jointForecast,
  type Question,
  type Shock,
} from './objection/shock.ts'
export {
  type Among,
  type Exchange,
  type ExchangeRound,
  exchangeRounds,
  type Offer,
} from './outcomes/exchange.ts'
export {
  boardOf,
  ImpossibleSituation,
  type Situation,
  type Stand,
  weightedMeans,
  weightedMedian,
} from './outcomes/positions.ts'
export {
  attitudesFrom,
  type SpatialActor,
  spatialDistance,
  spatialUtilities,
  spatialWorth,
} from './outcomes/spatial.ts'
export {
  type Chance,
  type Ground,
  type Ignorance,
  type ItemOutlook,
  type Matter,
  type MemberOutlook,
  type OutlookEvidence,
  type Precedent,
  type Said,
  type Saying,
  type SoundingWorth,
  sayings,
  UnreadableOutlook,
} from './outlook/matters.ts'
export { outlookOf } from './outlook/outlook.ts'
export { type OutlookSettings, outlookSettings } from './outlook/settings.ts'
export { type Bin, type Score, scoreOf } from './score/score.ts'
