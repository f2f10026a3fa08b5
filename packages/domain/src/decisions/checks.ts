import {
  type BodyId,
  type Check,
  type DecisionId,
  get,
  type Instant,
  type MemberId,
  type Outcome,
  refused,
} from '@gavel/kernel'
import type { ActHeader } from '../act.ts'
import { faultIn, hasDisputeBrackets } from '../texts/index.ts'
import type { Subject } from './acts.ts'
import { holdsText, mayComeAgain, whoObjects } from './decisionStatus.ts'
import type { DecisionsEvent } from './events.ts'
import type { Ground, MeetingFacts } from './ground.ts'
import type { Decision, DecisionsState } from './state.ts'

/** D-10. An act on a decision names one there is. */
export const onDecision = (
  own: DecisionsState,
  id: DecisionId,
  judge: (decision: Decision) => Outcome<DecisionsEvent>,
): Outcome<DecisionsEvent> => {
  const decision = get(own.decisions, id)
  return decision ? judge(decision) : refused('D-10', { decision: id, found: false })
}

/** D-1. Only the chair of the body puts, opens, takes back and declares. */
export const byChairOf = (act: ActHeader, body: BodyId): Check => [
  'D-1',
  act.as.kind === 'chair' && act.as.body === body,
  () => ({ body, capacity: act.as.kind, chairOf: act.as.kind === 'chair' ? act.as.body : null }),
]

/** D-1. The same, where the secretariat may act for the chair. */
export const byChairOrSecretariat = (act: ActHeader, body: BodyId): Check =>
  act.as.kind === 'secretariat' ? ['D-1', true] : byChairOf(act, body)

/** D-2. It happens in a meeting of the body that is open. */
export const inOpenMeeting = (id: string, meeting: MeetingFacts | undefined, body: BodyId): Check => [
  'D-2',
  meeting !== undefined && meeting.status === 'open' && meeting.body === body,
  () => ({ meeting: id, status: meeting?.status ?? 'unknown', meetingOf: meeting?.body ?? null, body }),
]

/**
 * M-20. A meeting takes decisions when its kind and format allow it.
 * M-43. And not while a point of order waits for its answer.
 */
export const takesDecisions = (meeting: MeetingFacts | undefined): readonly Check[] => [
  ['M-20', meeting === undefined || meeting.mayDecide, () => ({ body: meeting!.body, decides: false })],
  ['M-43', meeting?.openPoint === undefined, () => ({ point: meeting!.openPoint! })],
]

/** D-3. The quorum to decide is present. */
export const quorate = (meeting: MeetingFacts | undefined): Check => {
  if (meeting === undefined || meeting.status !== 'open') return ['D-3', false]
  const { reached, present, needed } = meeting.quorum()
  return ['D-3', reached, () => ({ present, needed })]
}

/** D-7. What is decided stands on the adopted agenda. */
export const onAgenda = (meeting: MeetingFacts | undefined, item: string): Check => [
  'D-7',
  meeting?.agendaAdopted === true && meeting.hasItem(item),
  () => ({ item, agendaAdopted: meeting?.agendaAdopted ?? false }),
]

/** D-61. A text is decided by the body it is negotiated in, or by one that body reports to. */
export const isForBody = (ground: Ground, subject: Subject, body: BodyId): Check => {
  const text = subject.kind === 'text' ? subject.text : undefined
  const facts = text === undefined ? undefined : ground.text(text)
  return ['D-61', facts === undefined || facts.isBefore(body), () => ({ text: text!, body })]
}

/**
 * D-8. Only a clean text comes up for decision, under the symbol and with the very document it was issued with. Words
 * from the floor are clean in the same sense: there are some, and none stand in brackets.
 */
export const isClean = (ground: Ground, subject: Subject): Check => {
  if (subject.kind === 'wording') {
    const { wording } = subject
    return ['D-8', wording.trim() !== '' && !hasDisputeBrackets(wording), () => ({ wording })]
  }
  const text = ground.text(subject.text)
  return [
    'D-8',
    text !== undefined &&
      text.openPlaces === 0 &&
      !text.changedSince &&
      text.symbol === subject.symbol &&
      text.document === subject.document &&
      text.strayBrackets().length === 0,
    () => ({
      text: subject.text,
      found: text !== undefined,
      openPlaces: text?.openPlaces ?? null,
      strayBrackets: text?.strayBrackets() ?? [],
      changedSince: text?.changedSince ?? null,
      issued: { symbol: text?.symbol ?? null, document: text?.document ?? null },
      named: { symbol: subject.symbol, document: subject.document },
    }),
  ]
}

/** D-10. A name stands for one decision; it comes up again only when it was carried over or reopened. */
export const nameIsFree = (own: DecisionsState, id: DecisionId, body: BodyId, at: Instant): Check => {
  const before = get(own.decisions, id)
  return [
    'D-10',
    before === undefined || (before.body === body && mayComeAgain(before, at)),
    () => ({ decision: id, taken: true, body: before?.body ?? null }),
  ]
}

/** D-11. A text is before one decision at a time, and what has adopted it keeps it. */
export const textIsFree = (own: DecisionsState, subject: Subject, self: DecisionId, at: Instant): Check => {
  if (subject.kind === 'wording') return ['D-11', true]
  const holder = get(own.onText, subject.text)
  const holding = holder === undefined || holder === self ? undefined : get(own.decisions, holder)
  // A name that came up again may stand for another text by now.
  const onThis = holding?.subject.kind === 'text' && holding.subject.text === subject.text
  return [
    'D-11',
    holding === undefined || !onThis || !holdsText(holding, at),
    () => ({ text: subject.text, heldBy: holder ?? null }),
  ]
}

/** D-12. Only a member that sits in the body objects, breaks a silence or attaches a statement; never an observer. */
export const sits = (
  ground: Ground,
  member: Decision['objections'][number]['member'],
  body: BodyId,
  at: Instant,
): Check => [
  'D-12',
  ground.sits(member, body, at),
  () => ({ member, body, standing: ground.standing(member, at) ?? null }),
]

/** D-39. A delegation that has dissociated itself from a paragraph has joined the consensus. */
export const hasNotDissociated = (decision: Decision, member: string): Check => {
  const standing = decision.statements.find(
    one => one.kind === 'dissociation' && one.member === member && one.withdrawnAt === undefined,
  )
  return ['D-39', standing === undefined, () => ({ member, statement: standing?.id ?? null })]
}

/**
 * D-59. Whose objection stands in the way at an instant: it is the delegation's, whoever spoke it and whatever became
 * of her credential since, and it counts while the member sits in the body.
 */
export const whoBlocks = (decision: Decision, ground: Ground, at: Instant): readonly MemberId[] =>
  whoObjects(decision).filter(member => ground.sits(member, decision.body, at))

/**
 * D-60. Words are what they seem: nothing an act of this chapter says holds characters that turn the direction of what
 * stands beside them, control characters, or halves of characters.
 */
export const isLegible = (said: object): Check => {
  const fault = Object.entries(said)
    .map(([field, value]) => ({ field, found: faultIn(value) }))
    .find(({ found }) => found !== undefined)
  return ['D-60', fault === undefined, () => ({ field: fault!.field, ...fault!.found! })]
}
