import {
  type Act,
  audienceOf,
  commitments,
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

type Answering = Omit<Reaction<Act>, 'by' | 'as'>

/** What a chapter asks of the ones before it after an event. */
const reactionsToOne = (event: DomainEvent): readonly Answering[] => {
  if (event.type.startsWith('decisions.'))
    return decisions.reactionsTo(event as Parameters<typeof decisions.reactionsTo>[0])
  if (event.type === 'commitments.coordinatorAppointed') return commitments.reactionsTo(event)
  return []
}

/** What flows back from a later chapter to an earlier one: acts of the institution itself, in the same commit. */
const reactionsTo = (events: readonly DomainEvent[]): readonly Reaction<Act>[] =>
  events.flatMap(event =>
    reactionsToOne(event).map(
      reaction => ({ ...reaction, by: institutionItself, as: { kind: 'system' } }) as Reaction<Act>,
    ),
  )

/** The five chapters as the law of a record. */
export const domainLaw: Law<DomainState, Act, DomainEvent> = {
  ...domain,
  edition: stateEdition,
  decideAsSystem,
  audienceOf,
  mayRead,
  reactionsTo,
}
