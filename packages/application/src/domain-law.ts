import {
  type Act,
  audienceOf,
  type DomainEvent,
  type DomainState,
  decideAsSystem,
  decisions,
  domain,
  mayRead,
  stateEdition,
} from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import type { Law, Reaction } from './law.ts'

/** In whose name the institution's own acts stand. */
export const institutionItself = 'institution' as PersonId

const isOfDecisions = (event: DomainEvent): event is Extract<DomainEvent, { type: `decisions.${string}` }> =>
  event.type.startsWith('decisions.')

const none: readonly Reaction<Act>[] = []

/** What flows back from a later chapter to an earlier one: acts of the institution itself, in the same commit. */
const reactionsTo = (events: readonly DomainEvent[]): readonly Reaction<Act>[] =>
  events.some(isOfDecisions)
    ? events
        .filter(isOfDecisions)
        .flatMap(event =>
          decisions
            .reactionsTo(event)
            .map(
              reaction => ({ ...reaction, by: institutionItself, as: { kind: 'system' } }) as Reaction<Act>,
            ),
        )
    : none

/** The five chapters as the law of a record. */
export const domainLaw: Law<DomainState, Act, DomainEvent> = {
  ...domain,
  edition: stateEdition,
  decideAsSystem,
  audienceOf,
  mayRead,
  reactionsTo,
}
