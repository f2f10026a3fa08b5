import { type DecisionId, get } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import { audienceOfDecision } from '../decisions/index.ts'
import type { CommitmentsAct, Scope } from './acts.ts'
import { isWaiting } from './reports.ts'
import type { UpToCommitments } from './state.ts'
import { audienceOfCommitment } from './undertakings.ts'

const members: Audience = { kind: 'members' }
const everyone: Audience = { kind: 'public' }

/** The review a recommendation was made in keeps it among the members, as everything else said there. */
const ofRecommendation = (state: UpToCommitments, id: string): Audience => {
  const found = get(state.commitments.recommendations, id)
  return found === undefined || found.review !== undefined ? members : everyone
}

/** Who reports on what is told to the members; on a commitment that not all of them read, to those who do. */
const ofScope = (state: UpToCommitments, scope: Scope): Audience => {
  const own = scope.kind === 'commitment' ? audienceOfCommitment(state, scope.commitment) : undefined
  return own === undefined || own.kind === 'public' ? members : own
}

/** A plan's adoption and the end of a review are told to whoever may read the decision. */
const ofDecision = (state: UpToCommitments, id: DecisionId): Audience =>
  audienceOfDecision(state, id) ?? members

/**
 * C-41. Who comes to read what an act names: whoever reads the act, and, where a plan or a review keeps it, the members.
 */
export const readersOfCommitmentsAct = (act: CommitmentsAct, state: UpToCommitments): Audience =>
  act.type === 'commitments.adoptPlan' || act.type === 'commitments.closeReview'
    ? members
    : audienceOfCommitmentsAct(act, state)

/**
 * Who may read an act of this chapter. A commitment says so itself, and what is done about it is read by the same; a
 * report that waits for validation is its delegation's own; plans and reviews are the members' until a decision.
 */
export const audienceOfCommitmentsAct = (act: CommitmentsAct, state: UpToCommitments): Audience => {
  switch (act.type) {
    case 'commitments.openCatalogue':
    case 'commitments.recordMeasure':
    case 'commitments.agreeToMeasure':
    case 'commitments.leaveMeasure':
    case 'commitments.appointCoordinator':
    case 'commitments.recordActivity':
      return everyone
    case 'commitments.adoptPlan':
    case 'commitments.closeReview':
      return ofDecision(state, act.body.decision)
    case 'commitments.nameContact':
    case 'commitments.releaseContact':
      return ofScope(state, act.body.scope)
    case 'commitments.undertake':
    case 'commitments.addEvidence':
      return act.body.audience
    case 'commitments.report':
      return isWaiting(state, act.body.member, act.body.report)
        ? { kind: 'delegation', member: act.body.member }
        : (audienceOfCommitment(state, act.body.commitment) ?? members)
    case 'commitments.returnReport':
      return { kind: 'delegation', member: act.body.member }
    case 'commitments.recommend':
      return act.body.review === undefined ? everyone : members
    case 'commitments.respond':
      return ofRecommendation(state, act.body.recommendation)
    case 'commitments.join':
    case 'commitments.leave':
    case 'commitments.change':
    case 'commitments.withdraw':
    case 'commitments.carryForward':
    case 'commitments.validateReport':
    case 'commitments.assess':
      return audienceOfCommitment(state, act.body.commitment) ?? members
    default:
      return members
  }
}
