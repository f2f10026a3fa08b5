import { type DomainState, decisions } from '@gavel/domain'
import { get, type Instant, type MemberId, tableOf, values } from '@gavel/kernel'
import type { Room } from '../live/room.ts'
import type { Key } from '../words/keys.ts'

export type Decision = decisions.Decision
export type Status = decisions.DecisionStatus

/** The word for how a decision stands, and the tone of its badge. */
export const statusWord = (
  status: Status,
): { readonly word: Key; readonly tone: 'good' | 'wait' | 'bad' | 'accent' } => {
  switch (status.kind) {
    case 'adopted':
      return status.interim
        ? { word: 'decision.status.interim', tone: 'good' }
        : { word: 'decision.status.adopted', tone: 'good' }
    case 'notAdopted':
      return { word: 'decision.status.notAdopted', tone: 'bad' }
    case 'silenceSuspended':
      return { word: 'decision.status.silenceSuspended', tone: 'wait' }
    case 'silenceRunning':
      return { word: 'decision.status.silenceRunning', tone: 'wait' }
    default:
      return { word: `decision.status.${status.kind}`, tone: 'accent' }
  }
}

/** The instant at which the clock alone will change how something stands; null when none will. */
export const nextTurn = (all: Iterable<Decision>, now: Instant): Instant | null => {
  let next: Instant | null = null
  for (const decision of all) {
    const status = decisions.decisionStatus(decision, now)
    if (status.kind === 'silenceRunning' && (next === null || status.expiresAt < next))
      next = status.expiresAt
  }
  return next
}

/** What is due of one decision, soonest first. */
export const dueOf = (state: DomainState, decision: Decision, now: Instant): readonly decisions.Deadline[] =>
  decisions.deadlines(
    { ...state.decisions, decisions: tableOf([[decision.id, decision]]) },
    decisions.groundOf(state),
    now,
  )

/** The member whose delegate looks on, if it is one. */
export const ownMember = ({ as }: Room): MemberId | undefined =>
  as?.kind === 'delegate' ? as.member : undefined

/** Whether the viewer acts as the chair of the decision's body. */
export const isChairOf = ({ as }: Room, { body }: Pick<Decision, 'body'>): boolean =>
  as?.kind === 'chair' && as.body === body

export const meetingTitle = (state: DomainState, id: string): string =>
  get(state.meetings.meetings, id)?.title ?? id

/** Silence by its stored facts; undefined when the decision is not under one. */
export const silenceOf = ({ course }: Decision): decisions.Silence | undefined =>
  course.stage === 'silence' ? course.silence : undefined

export const heldDecisions = (state: DomainState): readonly Decision[] => [
  ...values(state.decisions.decisions),
]

/** Decisions that are not settled: put, proposed, running or suspended; the one the clock decides next comes first. */
export const openDecisions = (state: DomainState, now: Instant): readonly Decision[] => {
  const rank = (decision: Decision): string => {
    const status = decisions.decisionStatus(decision, now)
    return status.kind === 'silenceRunning' ? `1${status.expiresAt}` : status.kind === 'put' ? '0' : '2'
  }
  return heldDecisions(state)
    .filter(decision => {
      const { kind } = decisions.decisionStatus(decision, now)
      return kind !== 'adopted' && kind !== 'notAdopted'
    })
    .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.id < b.id ? -1 : 1))
}

/** Settled decisions without a number: not adopted, or adopted by silence and still interim. Newest first. */
export const unnumbered = (state: DomainState, now: Instant): readonly Decision[] => {
  const settledAt = (decision: Decision): string => {
    const status = decisions.decisionStatus(decision, now)
    return 'at' in status ? status.at : ''
  }
  return heldDecisions(state)
    .filter(decision => decision.number === undefined && settledAt(decision) !== '')
    .sort((a, b) => (settledAt(a) < settledAt(b) ? 1 : -1))
}
