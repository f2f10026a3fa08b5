import type { Instant, MemberId, PersonId, Refusal, RuleId } from '@gavel/kernel'
import type { ActHeader, Capacity } from './act.ts'
import type { Right } from './institution/acts.ts'
import { capacityName } from './institution/capacity.ts'
import {
  credentialsFor,
  isActiveMember,
  isOfThisTerm,
  isWithinPeriod,
  validCredential,
} from './institution/questions.ts'
import type { Credential, InstitutionState } from './institution/state.ts'
import type { Act, ActType } from './state.ts'

export type CapacityKind = Capacity['kind']

/** What an act asks of the one who does it: in which capacities it is open, and which right the credential must give. */
export interface Needs {
  readonly capacities: readonly CapacityKind[]
  /** null: any valid credential for the capacity will do. */
  readonly right: Right | null
}

const needs = (right: Right | null, ...capacities: readonly CapacityKind[]): Needs => ({ capacities, right })

const chairOrSecretariat = needs(null, 'chair', 'secretariat')
const records = needs(null, 'secretariat', 'system')
const steers = needs(null, 'chair', 'facilitator', 'secretariat')
const chairAlone = needs(null, 'chair')
const proposes = needs('propose', 'delegate')
const objects = needs('object', 'delegate')
const heard = needs('speak', 'delegate', 'observer', 'chair', 'secretariat')
const institutionItself = needs(null, 'system')
/** What binds a member, if only by its word: its delegates say it, or the secretariat records it with a source. */
const binds = needs('join', 'delegate', 'secretariat', 'system')
const plans = needs('propose', 'delegate', 'coordinator', 'secretariat')

/**
 * Who may do what: one line for each act. The gate applies it; the API and the screens read it to explain in
 * advance why a button is closed. What depends on the thing acted on (whose meeting, whose pen) is the chapter's.
 */
export const authority: { readonly [type in ActType]: Needs } = {
  'institution.found': institutionItself,
  'institution.recordParty': records,
  'institution.recordBody': records,
  'institution.recordArea': records,
  'institution.recordTerm': records,
  'institution.setParameter': records,
  'institution.accredit': needs('accredit', 'delegate', 'secretariat', 'system'),
  'institution.revokeCredential': needs('accredit', 'delegate', 'secretariat', 'system'),
  'institution.suspendCredential': needs('accredit', 'delegate', 'secretariat', 'system'),
  'institution.restoreCredential': needs('accredit', 'delegate', 'secretariat', 'system'),

  'meetings.convene': chairOrSecretariat,
  'meetings.amendNotice': chairOrSecretariat,
  'meetings.callOff': chairOrSecretariat,
  'meetings.attachDocument': chairOrSecretariat,
  'meetings.open': chairAlone,
  'meetings.recordPresence': needs('speak', 'delegate', 'chair', 'secretariat'),
  'meetings.adoptAgenda': chairAlone,
  'meetings.takeUpItem': chairAlone,
  'meetings.concludeItem': chairAlone,
  'meetings.suspend': chairAlone,
  'meetings.adjourn': chairAlone,
  'meetings.resume': chairAlone,
  'meetings.close': chairAlone,
  'meetings.setAccess': chairAlone,
  'meetings.show': chairOrSecretariat,
  'meetings.askFloor': heard,
  'meetings.leaveList': heard,
  'meetings.orderList': chairAlone,
  'meetings.closeList': chairAlone,
  'meetings.reopenList': chairAlone,
  'meetings.limitTime': chairAlone,
  'meetings.giveFloor': chairAlone,
  'meetings.endFloor': needs('speak', 'delegate', 'observer', 'chair'),
  'meetings.raisePoint': needs('speak', 'delegate'),
  'meetings.rulePoint': chairAlone,
  'meetings.appealRuling': objects,
  'meetings.decideAppeal': chairAlone,
  'meetings.move': needs('propose', 'delegate', 'chair'),
  'meetings.speakOnMotion': needs('speak', 'delegate'),
  'meetings.withdrawMotion': needs('propose', 'delegate', 'chair'),
  'meetings.decideMotion': chairAlone,
  'meetings.object': objects,
  'meetings.withdrawObjection': objects,
  'meetings.recordStatement': heard,
  'meetings.joinStatement': needs('join', 'delegate'),
  'meetings.withdrawStatement': heard,
  'meetings.circulateJournal': chairOrSecretariat,
  'meetings.askCorrection': needs('propose', 'delegate'),
  'meetings.answerCorrection': chairOrSecretariat,
  'meetings.approveJournal': chairAlone,
  'meetings.issueCorrigendum': chairOrSecretariat,

  'texts.introduce': needs('propose', 'delegate', 'chair', 'facilitator', 'secretariat', 'system'),
  'texts.lay': needs('propose', 'delegate', 'chair', 'facilitator', 'secretariat', 'system'),
  'texts.open': needs(null, 'chair', 'secretariat', 'system'),
  'texts.propose': proposes,
  'texts.proposeAlternative': proposes,
  'texts.proposeParagraph': proposes,
  'texts.proposeDeletion': proposes,
  'texts.proposeMove': proposes,
  'texts.takeStand': needs('join', 'delegate'),
  'texts.withdraw': proposes,
  'texts.takeOver': proposes,
  'texts.closeBracket': steers,
  'texts.closeAlternatives': steers,
  'texts.settleParagraph': steers,
  'texts.settleDeletion': steers,
  'texts.settleMove': steers,
  'texts.advance': steers,
  'texts.askToReopen': proposes,
  'texts.opposeReopening': objects,
  'texts.reopen': steers,
  'texts.givePen': chairOrSecretariat,
  'texts.edit': needs(null, 'delegate', 'chair', 'facilitator', 'secretariat'),
  'texts.renumber': needs(null, 'delegate', 'chair', 'facilitator', 'secretariat'),
  'texts.footnote': needs(null, 'delegate', 'chair', 'facilitator', 'secretariat'),
  'texts.offerChairsText': needs(null, 'chair', 'facilitator'),
  'texts.acceptChairsText': needs(null, 'chair', 'facilitator'),
  'texts.withdrawChairsText': needs(null, 'chair', 'facilitator'),
  'texts.issueVersion': needs(null, 'chair', 'facilitator', 'secretariat'),
  // A delegation, for the draft it keeps to itself (T-49).
  'texts.changeAudience': needs(null, 'delegate', 'chair', 'secretariat'),
  'texts.instruct': needs('propose', 'delegate'),
  'texts.comment': needs('speak', 'delegate'),
  'texts.freeze': institutionItself,
  'texts.unfreeze': institutionItself,
  'texts.recordAdoption': institutionItself,

  'decisions.put': chairAlone,
  'decisions.object': objects,
  'decisions.withdrawObjection': objects,
  'decisions.declareAdopted': chairAlone,
  'decisions.declareNoConsensus': chairAlone,
  'decisions.withdrawPut': chairAlone,
  'decisions.proposeSilence': chairAlone,
  'decisions.openSilence': chairAlone,
  'decisions.breakSilence': objects,
  'decisions.askExtension': objects,
  'decisions.extendSilence': chairAlone,
  'decisions.suspendSilence': chairAlone,
  'decisions.resumeSilence': chairAlone,
  'decisions.withdrawSilence': chairAlone,
  'decisions.giveNotice': chairOrSecretariat,
  'decisions.confirmSilence': chairAlone,
  'decisions.afterBroken': chairAlone,
  'decisions.publish': chairOrSecretariat,
  'decisions.attachStatement': needs('object', 'delegate'),
  'decisions.withdrawStatement': needs('object', 'delegate'),
  'decisions.openInstrument': chairOrSecretariat,
  'decisions.signInstrument': needs('join', 'delegate', 'secretariat'),
  'decisions.depositInstrument': needs('join', 'delegate', 'secretariat'),
  'decisions.applyProvisionally': needs('join', 'delegate', 'secretariat'),
  'decisions.endProvisional': needs('join', 'delegate', 'secretariat'),
  'decisions.withdrawConsent': needs('join', 'delegate', 'secretariat'),
  'decisions.denounceInstrument': needs('join', 'delegate', 'secretariat'),

  'commitments.openCatalogue': records,
  'commitments.recordMeasure': records,
  'commitments.agreeToMeasure': binds,
  'commitments.leaveMeasure': binds,
  'commitments.appointCoordinator': chairOrSecretariat,
  'commitments.recordPaper': needs(null, 'coordinator', 'secretariat'),
  'commitments.openPlan': chairOrSecretariat,
  'commitments.proposeActivity': plans,
  'commitments.changeActivity': plans,
  'commitments.offerToHost': needs('join', 'delegate'),
  'commitments.withdrawActivity': plans,
  'commitments.layPlan': chairOrSecretariat,
  'commitments.adoptPlan': chairOrSecretariat,
  'commitments.recordActivity': plans,
  'commitments.carryActivity': plans,
  'commitments.undertake': binds,
  'commitments.join': binds,
  'commitments.leave': binds,
  'commitments.change': binds,
  'commitments.withdraw': binds,
  'commitments.carryForward': binds,
  'commitments.nameContact': needs('accredit', 'delegate'),
  'commitments.releaseContact': needs('accredit', 'delegate'),
  'commitments.report': needs('propose', 'delegate', 'secretariat'),
  'commitments.validateReport': needs('propose', 'delegate'),
  'commitments.returnReport': needs('propose', 'delegate'),
  'commitments.addEvidence': needs('propose', 'delegate', 'secretariat'),
  'commitments.assess': needs('speak', 'coordinator', 'secretariat', 'observer'),
  'commitments.recommend': needs('propose', 'delegate', 'coordinator', 'secretariat'),
  'commitments.respond': needs('join', 'delegate', 'secretariat'),
  'commitments.openReview': needs(null, 'chair', 'coordinator', 'secretariat'),
  'commitments.ask': needs('propose', 'delegate'),
  'commitments.answer': needs('propose', 'delegate', 'chair', 'coordinator', 'secretariat'),
  'commitments.concludeReview': needs(null, 'chair', 'coordinator', 'secretariat'),
  'commitments.closeReview': needs(null, 'chair', 'coordinator', 'secretariat'),
}

/**
 * The right this very act needs: an objection or a reserve needs more than joining does. The secretariat joins
 * nothing; what it records as depositary, a party has done.
 */
export const rightFor = (act: Pick<Act, 'type' | 'body'> & Partial<Pick<Act, 'as'>>): Right | null => {
  if (act.type === 'texts.takeStand') {
    const { stand } = act.body as { readonly stand: string }
    return stand === 'objects' || stand === 'reserves' ? 'object' : 'join'
  }
  if (act.type === 'texts.changeAudience') return act.as?.kind === 'delegate' ? 'propose' : null
  const { right } = authority[act.type]
  return right === 'join' && act.as?.kind === 'secretariat' ? null : right
}

/** The member an act speaks for, where its body names one. */
const memberNamed = (body: object): MemberId | undefined =>
  'member' in body ? (body.member as MemberId) : 'party' in body ? (body.party as MemberId) : undefined

const refusal = (rule: string, facts: Refusal['facts']): Refusal => ({ rule: rule as RuleId, facts })

/**
 * The gate. The first rule that bars the act, or null when it may go on to its chapter.
 *
 * I-1. Acts of the institution itself come from within.
 * I-2. Each act is open in certain capacities only.
 * I-3. Who acts in a capacity holds a credential for it.
 * I-4. A suspended or revoked credential gives nothing.
 * I-5. A credential gives nothing before its first instant nor from its last on.
 * I-6. A delegate acts for an active member.
 * I-7. The credential gives the right the act needs.
 * I-8. A delegate speaks for her own delegation.
 * I-33. A chair's credential ends with the term in which it was given.
 */
export const admit = (act: Act, institution: InstitutionState): Refusal | null =>
  admitWith(act, { capacities: authority[act.type].capacities, right: rightFor(act) }, institution)

/** The same gate for an act of no chapter, which says itself what it needs. */
export const admitWith = (
  act: ActHeader & { readonly body: object },
  { capacities, right }: Needs,
  institution: InstitutionState,
): Refusal | null => {
  if (act.as.kind === 'system') return refusal('I-1', { act: act.type })
  if (!capacities.includes(act.as.kind))
    return refusal('I-2', { act: act.type, capacity: capacityName(act.as), openTo: capacities })
  const lacking = standing(institution, act.by, act.as, right, act.at)
  if (lacking) return lacking
  const named = memberNamed(act.body)
  if (act.as.kind === 'delegate' && named !== undefined && named !== act.as.member)
    return refusal('I-8', { own: act.as.member, named })
  return null
}

/**
 * Whether a person may act in a capacity with a right at an instant (I-3 to I-7, I-33): null when she may, else the rule
 * that bars her. Of several credentials for one capacity the first that serves is used; when none does, the facts
 * are those of the last one given.
 */
export const standing = (
  institution: InstitutionState,
  person: PersonId,
  as: Capacity,
  right: Right | null,
  at: Instant,
): Refusal | null => {
  if (as.kind === 'delegate' && !isActiveMember(institution, as.member, at)) {
    return refusal('I-6', { member: as.member })
  }
  if (validCredential(institution, person, as, right, at)) return null
  const last = credentialsFor(institution, person, as).at(-1)
  if (!last) return refusal('I-3', { person, capacity: capacityName(as) })
  if (isWithinPeriod(last, at) && last.status === 'valid' && !isOfThisTerm(institution, last, at))
    return refusal('I-33', {
      credential: last.id,
      from: last.from,
      givenAt: last.givenAt,
      capacity: capacityName(as),
    })
  return whyNot(last, right, at)
}

const whyNot = (credential: Credential, right: Right | null, at: Instant): Refusal => {
  if (credential.status !== 'valid')
    return refusal('I-4', { credential: credential.id, status: credential.status })
  if (!isWithinPeriod(credential, at))
    return refusal('I-5', {
      credential: credential.id,
      from: credential.from,
      until: credential.until ?? null,
      at,
    })
  return refusal('I-7', { credential: credential.id, needs: right, gives: credential.rights })
}
