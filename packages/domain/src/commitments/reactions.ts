import type { InstitutionAct } from '../institution/acts.ts'
import type { CommitmentsEvent } from './events.ts'

interface Reaction {
  readonly type: 'institution.recordTerm'
  readonly body: Extract<InstitutionAct, { type: 'institution.recordTerm' }>['body']
}

/** C-4. A coordinator appointed by a decision is put on the register, with the decision as the source of the term. */
export const reactionsTo = (event: CommitmentsEvent): readonly Reaction[] => {
  if (event.type !== 'commitments.coordinatorAppointed') return []
  const { area, office, holder, from, until, decision, symbol } = event
  return [
    {
      type: 'institution.recordTerm',
      body: {
        office: { kind: office, area },
        holder,
        from,
        ...(until === undefined ? {} : { until }),
        source: symbol ?? `decision:${decision}`,
      },
    },
  ]
}
