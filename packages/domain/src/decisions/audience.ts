import { type DecisionId, get, type Instant, type InstrumentId } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import { parameter } from '../rules.ts'
import { audienceOfText, audienceOfTextAt } from '../texts/index.ts'
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
 * alone; else that of the decision. A name once kept so stays kept, though the text be drawn back into its body later.
 * `at` is when it is broken, for a silence that is not yet. Undefined when there is no such decision under silence.
 */
export const audienceOfBreak = (state: UpToDecisions, id: DecisionId, at: Instant): Audience | undefined => {
  const decision = get(state.decisions.decisions, id)
  if (decision?.course.stage !== 'silence') return undefined
  const { entries } = decision.course.silence
  const openedAt = entries[0]?.at ?? at
  const named = parameter(state.institution, 'silence.namesBreaker', openedAt, decision.body).value
  const own = audienceOfDecision(state, id)
  if (named) return own
  const brokenAt = entries.find(({ kind }) => kind === 'broken')?.at ?? at
  const { subject } = decision
  const then = subject.kind === 'text' ? audienceOfTextAt(state, subject.text, brokenAt) : own
  return own?.kind === 'public' || then?.kind === 'public' ? { kind: 'members' } : own
}
