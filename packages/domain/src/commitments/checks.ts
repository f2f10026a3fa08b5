import {
  type BodyId,
  type Check,
  type CommitmentId,
  type DecisionId,
  get,
  has,
  type Instant,
  type MemberId,
  type Outcome,
  refused,
  type TextId,
} from '@gavel/kernel'
import type { ActHeader, Capacity } from '../act.ts'
import { dayAt, decisionStatus, isDay } from '../decisions/index.ts'
import { type Fault, idFault, nameFault, wordsFault } from '../institution/names.ts'
import { isActiveMember, ladderFrom, sitsIn } from '../institution/questions.ts'
import { parameter } from '../rules.ts'
import { textOf } from '../texts/index.ts'
import type { Day, MeasureRef, Open } from './acts.ts'
import type { CommitmentsEvent } from './events.ts'
import type { Commitment, UpToCommitments } from './state.ts'

export type Answer = Outcome<CommitmentsEvent>

/** Words in several lines, as long as a wording may be on the wire. */
const longestWords = 20_000

/** The day of an instant by the organisation's calendar (`calendar.utcOffset`). */
export const today = (state: UpToCommitments, at: Instant): Day =>
  dayAt(at, parameter(state.institution, 'calendar.utcOffset', at).value)

/** Faults of a line, of words, of an identifier: the facts of I-12. */
export const line = (field: string, text: string | undefined): Fault => [
  field,
  text === undefined ? null : nameFault(text),
]
export const words = (field: string, text: string | undefined): Fault => [
  field,
  text === undefined ? null : wordsFault(text, longestWords),
]
/** Words that may be left out, but not be something else than they seem. */
export const anyWords = (field: string, text: string): Fault => [
  field,
  text.trim() === '' ? null : wordsFault(text, longestWords),
]
export const name = (field: string, text: string): Fault => [field, idFault(text)]

/** Whether two days are days, and the first is not after the second. */
export const isPeriod = (from: Day, until: Day | null): boolean =>
  isDay(from) && (until === null || (isDay(until) && from <= until))

export const hasMeasure = ({ commitments }: UpToCommitments, { catalogue, measure }: MeasureRef): boolean => {
  const edition = get(commitments.catalogues, catalogue)
  return edition !== undefined && has(edition.measures, measure)
}

export const areaOf = (state: UpToCommitments, ref: MeasureRef): string | undefined => {
  const edition = get(state.commitments.catalogues, ref.catalogue)
  return edition && get(edition.measures, ref.measure)?.area
}

/** Whether a decision there is has been adopted by an instant; a silence that ran out unbroken counts. */
export const isAdopted = (state: UpToCommitments, id: DecisionId, at: Instant): boolean => {
  const decision = get(state.decisions.decisions, id)
  return decision !== undefined && decisionStatus(decision, at).kind === 'adopted'
}

/** Whether an adopted decision is on this text. */
export const adoptsText = (
  state: UpToCommitments,
  id: DecisionId,
  text: TextId | null,
  at: Instant,
): boolean => {
  const subject = get(state.decisions.decisions, id)?.subject
  return text !== null && subject?.kind === 'text' && subject.text === text && isAdopted(state, id, at)
}

/** Whether a decision is of a body, or of one it reports to: no rung below decides for those above. */
export const isOfBody = (state: UpToCommitments, id: DecisionId, body: BodyId): boolean => {
  const decision = get(state.decisions.decisions, id)
  return decision !== undefined && ladderFrom(state.institution, body).includes(decision.body)
}

/** Whether whoever acts chairs the body, or is of the secretariat. */
export const leads = ({ as }: ActHeader, body: BodyId): boolean =>
  as.kind === 'secretariat' || as.kind === 'system' || (as.kind === 'chair' && as.body === body)

export const isText = (state: UpToCommitments, id: TextId): boolean => textOf(state.texts, id) !== undefined

export const isBody = (state: UpToCommitments, id: BodyId): boolean => has(state.institution.bodies, id)

export const isMember = (state: UpToCommitments, id: MemberId, at: Instant): boolean =>
  isActiveMember(state.institution, id, at)

/** Whether a member is active and among those who read what has an audience: nobody owns what is closed to it. */
export const mayOwn = (state: UpToCommitments, audience: Open, member: MemberId, at: Instant): boolean =>
  isMember(state, member, at) &&
  (audience.kind !== 'body' || sitsIn(state.institution, member, audience.body, at))

/** C-15. An act on a commitment names one there is. */
export const onCommitment = (
  state: UpToCommitments,
  id: CommitmentId,
  judge: (commitment: Commitment) => Answer,
): Answer => {
  const commitment = get(state.commitments.commitments, id)
  return commitment ? judge(commitment) : refused('C-15', { commitment: id, found: false })
}

/** C-16. What is voluntary a delegation says for itself; what it said elsewhere the secretariat records with the source. */
export const inItsOwnName = (act: ActHeader & { readonly body: { readonly source?: string } }): Check => [
  'C-16',
  act.as.kind === 'delegate' ? act.body.source === undefined : (act.body.source ?? '').trim() !== '',
  () => ({ capacity: act.as.kind, source: act.body.source ?? null }),
]

/** The source of what is recorded, for an event: absent where a delegation speaks for itself. */
export const sourced = ({ source }: { readonly source?: string }): { readonly source?: string } =>
  source === undefined ? {} : { source }

/** C-16. A delegation speaks of today: what began or ended earlier the secretariat records, with a source. */
export const fromToday = (act: ActHeader, day: string, now: Day): Check => [
  'C-16',
  act.as.kind !== 'delegate' || day >= now.slice(0, day.length),
  () => ({ capacity: act.as.kind, on: day, today: now }),
]

/** The members that own a commitment now. */
export const ownersOf = ({ owners }: Commitment): readonly MemberId[] =>
  owners.filter(({ until }) => until === undefined).map(({ member }) => member)

/** C-20. What a commitment says and what is told of it are its owners' to say. */
export const byAnOwner = (commitment: Commitment, member: MemberId): Check => [
  'C-20',
  ownersOf(commitment).includes(member),
  () => ({ commitment: commitment.id, member, owners: ownersOf(commitment) }),
]

/** C-21. A commitment that was withdrawn or carried forward takes nothing more, but evidence and findings. */
export const stands = ({ id, ended }: Commitment): Check => [
  'C-21',
  ended === null,
  () => ({ commitment: id, ended: ended!.kind, at: ended!.at }),
]

/** Whether somebody acts as the coordinator of an area. */
export const coordinates = (as: Capacity, area: string | undefined): boolean =>
  as.kind === 'coordinator' && as.area === area

/** Whoever acts, as a name that says enough: `delegate:KAZ`, `coordinator:EC-1`, `secretariat`. */
export { capacityName } from '../institution/capacity.ts'
