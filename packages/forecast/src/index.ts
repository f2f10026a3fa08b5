/**
 * Numeric models of agreement: pure functions of plain data. Evidence in, probabilities and positions out; no clock, no
 * chance but a seeded one.
 */
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
export { type Backtest, type BacktestOptions, backtest, NothingToTest } from './objection/backtest.ts'
export { type Bin, type Score, scoreOf } from './score/score.ts'
