/** What the screens of the room need and a browser may hold: shapes of its acts and answers, its rules, its points. */
export { type AgendaReason, agendaOf, agendaSettings, type Backtest, type Score } from '@gavel/forecast'
export { asked } from './law/asking.ts'
export { mediates } from './law/checks.ts'
export { type Point, pointsOf } from './law/points.ts'
export { type ForesightState, initial, type Release, type Sounding } from './law/state.ts'
export { refusals, rules } from './refusals.ts'
export {
  type BodyOf,
  bodies,
  type CanShape,
  type ChoiceShape,
  type ForesightActType,
  type PointToldShape,
  type ReleaseId,
  type SayingShape,
  summaries,
} from './shapes.ts'
export type {
  ChanceShown,
  ItemShown,
  MapAnswer,
  MemberShown,
  OutlookAnswer,
  PackagesAnswer,
  PointShown,
  ReadersAnswer,
  ReleasesAnswer,
  TableAnswer,
  ToldAnswer,
} from './views/shapes.ts'
