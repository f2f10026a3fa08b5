import { get } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import type { CommitmentsAct } from './acts.ts'
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
    case 'commitments.adoptPlan':
    case 'commitments.recordActivity':
    case 'commitments.closeReview':
      return everyone
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
