import { unknownAct } from '../event.ts'
import type { CommitmentsAct } from './acts.ts'
import {
  agreeToMeasure,
  appointCoordinator,
  leaveMeasure,
  openCatalogue,
  recordMeasure,
  recordPaper,
} from './catalogue.ts'
import type { Answer } from './checks.ts'
import { nameContact, releaseContact } from './contacts.ts'
import { addEvidence } from './evidence.ts'
import {
  adoptPlan,
  carryActivity,
  changeActivity,
  layPlan,
  offerToHost,
  openPlan,
  proposeActivity,
  recordActivity,
  withdrawActivity,
} from './plans.ts'
import { assess, report, returnReport, validateReport } from './reports.ts'
import { answer, ask, closeReview, concludeReview, openReview, recommend, respond } from './reviews.ts'
import type { UpToCommitments } from './state.ts'
import { carryForward, change, join, leave, undertake, withdraw } from './undertakings.ts'

/** What an act of this chapter leads to. The gate (I-1 to I-8) has been passed, or the act is the institution's own. */
export const decide = (act: CommitmentsAct, state: UpToCommitments): Answer => {
  switch (act.type) {
    case 'commitments.openCatalogue':
      return openCatalogue(act, state)
    case 'commitments.recordMeasure':
      return recordMeasure(act, state)
    case 'commitments.agreeToMeasure':
      return agreeToMeasure(act, state)
    case 'commitments.leaveMeasure':
      return leaveMeasure(act, state)
    case 'commitments.appointCoordinator':
      return appointCoordinator(act, state)
    case 'commitments.recordPaper':
      return recordPaper(act, state)
    case 'commitments.openPlan':
      return openPlan(act, state)
    case 'commitments.proposeActivity':
      return proposeActivity(act, state)
    case 'commitments.changeActivity':
      return changeActivity(act, state)
    case 'commitments.offerToHost':
      return offerToHost(act, state)
    case 'commitments.withdrawActivity':
      return withdrawActivity(act, state)
    case 'commitments.layPlan':
      return layPlan(act, state)
    case 'commitments.adoptPlan':
      return adoptPlan(act, state)
    case 'commitments.recordActivity':
      return recordActivity(act, state)
    case 'commitments.carryActivity':
      return carryActivity(act, state)
    default:
      return decideOnCommitments(act, state)
  }
}

type OfCatalogueOrPlan =
  | 'commitments.openCatalogue'
  | 'commitments.recordMeasure'
  | 'commitments.agreeToMeasure'
  | 'commitments.leaveMeasure'
  | 'commitments.appointCoordinator'
  | 'commitments.recordPaper'
  | 'commitments.openPlan'
  | 'commitments.proposeActivity'
  | 'commitments.changeActivity'
  | 'commitments.offerToHost'
  | 'commitments.withdrawActivity'
  | 'commitments.layPlan'
  | 'commitments.adoptPlan'
  | 'commitments.recordActivity'
  | 'commitments.carryActivity'

/** Commitments themselves, what is told of them, and reviews. */
const decideOnCommitments = (
  act: Exclude<CommitmentsAct, { type: OfCatalogueOrPlan }>,
  state: UpToCommitments,
): Answer => {
  switch (act.type) {
    case 'commitments.undertake':
      return undertake(act, state)
    case 'commitments.join':
      return join(act, state)
    case 'commitments.leave':
      return leave(act, state)
    case 'commitments.change':
      return change(act, state)
    case 'commitments.withdraw':
      return withdraw(act, state)
    case 'commitments.carryForward':
      return carryForward(act, state)
    case 'commitments.nameContact':
      return nameContact(act, state)
    case 'commitments.releaseContact':
      return releaseContact(act, state)
    case 'commitments.report':
      return report(act, state)
    case 'commitments.validateReport':
      return validateReport(act, state)
    case 'commitments.returnReport':
      return returnReport(act, state)
    case 'commitments.addEvidence':
      return addEvidence(act, state)
    case 'commitments.assess':
      return assess(act, state)
    case 'commitments.recommend':
      return recommend(act, state)
    case 'commitments.respond':
      return respond(act, state)
    case 'commitments.openReview':
      return openReview(act, state)
    case 'commitments.ask':
      return ask(act, state)
    case 'commitments.answer':
      return answer(act, state)
    case 'commitments.concludeReview':
      return concludeReview(act, state)
    case 'commitments.closeReview':
      return closeReview(act, state)
    default:
      return unknownAct(act)
  }
}
