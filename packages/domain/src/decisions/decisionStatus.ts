import type { Instant, MemberId } from '@gavel/kernel'
import { type SilenceStatus, silenceStatus } from './silenceStatus.ts'
import type { AfterBroken, AfterNoConsensus, Decision, Silence } from './state.ts'

/** How a decision stands at an instant: what the acts say, and what the clock has done since. */
export type DecisionStatus =
  | { readonly kind: 'put'; readonly objectors: readonly MemberId[] }
  | { readonly kind: 'silenceProposed'; readonly objectors: readonly MemberId[]; readonly expiresAt: Instant }
  | { readonly kind: 'silenceRunning'; readonly expiresAt: Instant; readonly extensions: number }
  | { readonly kind: 'silenceSuspended'; readonly since: Instant; readonly leftMs: number }
  | {
      readonly kind: 'adopted'
      readonly at: Instant
      readonly through: 'consensus' | 'silence'
      /** Adopted by silence and not yet confirmed in a meeting: its title is temporary, it has no number. */
      readonly interim: boolean
      readonly number: string | null
      readonly publishedAt: Instant | null
    }
  | {
      readonly kind: 'notAdopted'
      readonly at: Instant
      readonly why: 'noConsensus' | 'takenBack' | 'silenceBroken' | 'silenceWithdrawn'
      /** What the chair said follows; null while she has not, or where nothing need follow. */
      readonly next: AfterNoConsensus | AfterBroken | null
    }

/**
 * Who maintains an objection by the record, in the order in which they raised it. Whether each of them still stands in
 * the way depends on who sits in the body (D-59), which is asked where a rule is applied.
 */
export const whoObjects = (decision: Pick<Decision, 'objections'>): readonly MemberId[] =>
  decision.objections.filter(objection => objection.withdrawnAt === undefined).map(({ member }) => member)

/** D-27. The status of a decision, from what is stored and the clock. `now` is not before its last act. */
export const decisionStatus = (decision: Decision, now: Instant): DecisionStatus => {
  const { course } = decision
  switch (course.stage) {
    case 'put':
      return { kind: 'put', objectors: whoObjects(decision) }
    case 'proposed':
      return {
        kind: 'silenceProposed',
        objectors: whoObjects(decision),
        expiresAt: course.offer.expiresAt,
      }
    case 'silence':
      return underSilence(decision, course.silence, silenceStatus(course.silence.entries, now))
    case 'adopted':
      return adopted(decision, course.at, 'consensus', false)
    case 'noConsensus':
      return { kind: 'notAdopted', at: course.at, why: 'noConsensus', next: course.next }
    case 'takenBack':
      return { kind: 'notAdopted', at: course.at, why: 'takenBack', next: null }
  }
}

const adopted = (
  decision: Decision,
  at: Instant,
  through: 'consensus' | 'silence',
  interim: boolean,
): DecisionStatus => ({
  kind: 'adopted',
  at,
  through,
  interim,
  number: decision.number?.symbol ?? null,
  publishedAt: decision.publishedAt ?? null,
})

const underSilence = (decision: Decision, silence: Silence, status: SilenceStatus): DecisionStatus => {
  switch (status.kind) {
    case 'running':
      return { kind: 'silenceRunning', expiresAt: status.expiresAt, extensions: status.extensions }
    case 'suspended':
      return { kind: 'silenceSuspended', since: status.since, leftMs: status.leftMs }
    case 'kept':
      return adopted(decision, status.at, 'silence', decision.number === undefined)
    case 'broken':
      return { kind: 'notAdopted', at: status.at, why: 'silenceBroken', next: silence.settled?.next ?? null }
    case 'withdrawn':
      return { kind: 'notAdopted', at: status.at, why: 'silenceWithdrawn', next: null }
    case 'notOpened':
      throw new RangeError(`the silence on ${decision.id} is asked for an instant before it was opened`)
  }
}

/** The instant of adoption; undefined while a decision is not adopted. */
export const adoptedAt = (decision: Decision, now: Instant): Instant | undefined => {
  const status = decisionStatus(decision, now)
  return status.kind === 'adopted' ? status.at : undefined
}

/** Whether a decision still holds its text: it is before the delegations, or it has adopted it. */
export const holdsText = (decision: Decision, now: Instant): boolean =>
  decisionStatus(decision, now).kind !== 'notAdopted'

/** Whether a decision may come up again under its own name: it was carried over, or reopened with an amendment. */
export const mayComeAgain = (decision: Decision, now: Instant): boolean => {
  const status = decisionStatus(decision, now)
  return (
    status.kind === 'notAdopted' && (status.next === 'carriedOver' || status.next === 'reopenedWithAmendment')
  )
}
