import { type DomainState, decisions } from '@gavel/domain'
import { type DecisionId, get, type Instant, values } from '@gavel/kernel'
import { useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { withDecisions } from '../asked-state.ts'

type Decision = decisions.Decision

export interface OnText {
  /** The state with the text, and the decision on it, as far as the viewer may read them. */
  readonly state: DomainState
  readonly decision: Decision | undefined
  readonly adopted: boolean
}

/** The decision on a text: the one that is named, or else what is in the slice on it; of several the one that was adopted. */
const found = (state: DomainState, text: string, now: Instant): Decision | undefined => {
  const own = [...values(state.decisions.decisions)].filter(
    ({ subject }) => subject.kind === 'text' && subject.text === text,
  )
  return own.find(one => decisions.decisionStatus(one, now).kind === 'adopted') ?? own.at(-1)
}

/** A text that is to be adopted, and how far the decision on it is. */
export const useDecisionOn = (
  base: DomainState,
  text: string | null,
  named: DecisionId | null,
  now: Instant,
): OnText => {
  const slice = useSlice(text)
  const held = named !== null && get(base.decisions.decisions, named) !== undefined
  const path = named === null || held ? null : `/api/decisions/${encodeURIComponent(named)}`
  const { data } = useView<Decision>(path)
  const whole = withDecisions(base, data === undefined ? [] : [data])
  const state = slice === undefined || text === null ? whole : { ...whole, texts: slice.texts }
  const decision =
    named !== null
      ? get(state.decisions.decisions, named)
      : text === null
        ? undefined
        : found(state, text, now)
  return {
    state,
    decision,
    adopted: decision !== undefined && decisions.decisionStatus(decision, now).kind === 'adopted',
  }
}
