import { type DecisionId, get, type Instant, type InstrumentId } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import { parameter } from '../rules.ts'
import { audienceOfText } from '../texts/index.ts'
import type { UpToDecisions } from './state.ts'

/** The audience a decision has now (that of its text, or everyone); undefined when there is no such decision. */
export const audienceOfDecision = (state: UpToDecisions, id: DecisionId): Audience | undefined => {
  const decision = get(state.decisions.decisions, id)
  if (decision === undefined) return undefined
  const { subject } = decision
  return subject.kind === 'text' ? audienceOfText(state, subject.text) : { kind: 'public' }
}

/** The audience of an instrument: that of the decision it was opened by. */
export const audienceOfInstrument = (state: UpToDecisions, id: InstrumentId): Audience | undefined => {
  const instrument = get(state.decisions.instruments, id)
  return instrument && audienceOfDecision(state, instrument.decision)
}

/**
 * D-36. The audience of the act that breaks a silence: where the rules keep the name from the public, the members
 * alone; else that of the decision. Undefined when there is no such decision under silence.
 */
export const audienceOfBreak = (state: UpToDecisions, id: DecisionId, at: Instant): Audience | undefined => {
  const decision = get(state.decisions.decisions, id)
  if (decision?.course.stage !== 'silence') return undefined
  const openedAt = decision.course.silence.entries[0]?.at ?? at
  const named = parameter(state.institution, 'silence.namesBreaker', openedAt, decision.body).value
  const own = audienceOfDecision(state, id)
  return named || own?.kind !== 'public' ? own : { kind: 'members' }
}
