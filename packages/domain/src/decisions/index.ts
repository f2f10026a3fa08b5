/** Chapter 4, decisions. (The interface the domain's index expects; the chapter is being written behind it.) */
import { accepted, type DecisionId, type InstrumentId, type Outcome } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import type { EventOf } from '../event.ts'
import type { UpToTexts } from '../texts/index.ts'
import type { DecisionsAct } from './acts.ts'

export type { DecisionsAct } from './acts.ts'
export type DecisionsEvent = EventOf<'decisions.put', { decision: DecisionId }>
export interface DecisionsState {
  readonly edition: 0
}
export interface UpToDecisions extends UpToTexts {
  readonly decisions: DecisionsState
}
export const initial: DecisionsState = { edition: 0 }
export const decide = (_act: DecisionsAct, _state: UpToDecisions): Outcome<DecisionsEvent> => accepted([])
export const evolve = (own: DecisionsState, _event: DecisionsEvent): DecisionsState => own
/** The audience a decision has now (that of its text); undefined when there is no such decision. */
export const audienceOfDecision = (_state: UpToDecisions, _decision: DecisionId): Audience | undefined =>
  undefined
/** The audience of an instrument: that of the decision it was opened by. */
export const audienceOfInstrument = (_state: UpToDecisions, _instrument: InstrumentId): Audience | undefined =>
  undefined
