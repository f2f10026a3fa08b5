import type { RuleId } from './ids.ts'
import type { Json } from './json.ts'

/**
 * Why an act was not accepted: the rule that closes the way, and the facts it was applied to. A refusal is a
 * value, never a throw; its sentence lives with the languages, not here.
 */
export interface Refusal {
  readonly rule: RuleId
  readonly facts: { readonly [name: string]: Json }
}

/** What a decider answers: the events that now happen, in order, or the refusal. */
export type Outcome<Event> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export const accepted = <Event>(events: readonly Event[]): Outcome<Event> => ({ kind: 'accepted', events })

export const refused = (rule: string, facts: Refusal['facts'] = {}): Outcome<never> => ({
  kind: 'refused',
  refusal: { rule: rule as RuleId, facts },
})

/** One line of a rule list: the rule's id, whether it is kept, and the facts to show when it is not. */
export type Check = readonly [rule: string, holds: boolean, facts?: () => Refusal['facts']]

/**
 * Applies rules in the order written; the first that is not kept is the refusal, and if all are kept the events
 * are made. The facts of a rule are worked out only when it refuses.
 *
 *     following([['D-4', isPut(decision)], ['D-5', objections.length === 0]], () => [adopted(...)])
 */
export const following = <Event>(
  checks: readonly Check[],
  events: () => readonly Event[],
): Outcome<Event> => {
  for (const [rule, holds, facts] of checks) if (!holds) return refused(rule, facts?.() ?? {})
  return accepted(events())
}
