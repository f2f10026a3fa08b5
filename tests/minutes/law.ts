import type { Law } from '@gavel/application'
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
export const domainLaw: Law<DomainState, Act, DomainEvent> = {
  ...domain,
  edition: String(stateEdition),
  decideAsSystem,
  audienceOf,
  mayRead,
  reactionsTo: events =>
    events
      .flatMap(event => (event.type.startsWith('decisions.') ? decisions.reactionsTo(event as never) : []))
      .map(r => ({ ...r, by: 'system', as: { kind: 'system' } })) as never,
}
