/**
 * The five chapters of the rulebook, pure: state, events, rules, decide, evolve. `domain` is the law as a whole;
 * `authority` says who may do what, `audienceOf` and `mayRead` who may see it, `parameter` which numbers hold when.
 */
export type { ActHeader, ActOf, Audience, Capacity, TextAudience } from './act.ts'
export { audienceOf, delegationsNamed, isAmong, mayRead, type Reader } from './audience.ts'
export {
  admit,
  admitWith,
  authority,
  type CapacityKind,
  type Needs,
  rightFor,
  standing,
} from './authority.ts'
export * as commitments from './commitments/index.ts'
export * as decisions from './decisions/index.ts'
export { decideAsSystem, domain } from './domain.ts'
export { type EventOf, eventOf } from './event.ts'
export {
  changesWhatIsSeen,
  type Folded,
  foldShown,
  type NotHeld,
  notHeld,
  type Shown,
} from './foldShown.ts'
export { capacityName, sameCapacity } from './institution/capacity.ts'
export * as institution from './institution/index.ts'
export * as meetings from './meetings/index.ts'
export { type Organisation, readOrganisation } from './organisation.ts'
export {
  type InForce,
  isParameterName,
  type ParameterName,
  type Parameters,
  parameter,
  parameterNames,
  shareOf,
} from './rules.ts'
export {
  meetingFor,
  type Own,
  ownOf,
  type Sees,
  type Slice,
  sliceOf,
  unnamed,
  type Wanted,
  withOwn,
} from './slice.ts'
export { type Act, type ActType, type DomainEvent, type DomainState, initial, stateEdition } from './state.ts'
export * as texts from './texts/index.ts'
