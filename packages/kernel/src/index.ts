/**
 * The kernel: what every other part agrees on before it says anything. Identifiers, instants, refusals, deciders,
 * the canonical writing of a value, and the immutable table. It imports nothing.
 */
export { canonicalJson } from './canonical.ts'
export { type Decider, replay } from './decider.ts'
export * from './ids.ts'
export {
  dayMs,
  fromEpochMs,
  hourMs,
  type Instant,
  instant,
  later,
  minuteMs,
  msBetween,
  secondMs,
  toEpochMs,
} from './instant.ts'
export type { Json } from './json.ts'
export { accepted, type Check, following, type Outcome, type Refusal, refused } from './refusal.ts'
export { emptyTable, entries, get, has, put, remove, type Table, tableOf, update, values } from './table.ts'
