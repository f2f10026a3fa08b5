import { following, later, msBetween, type Outcome, refused } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import {
  byChairOf,
  hasNotDissociated,
  inOpenMeeting,
  isClean,
  isForBody,
  nameIsFree,
  onAgenda,
  onDecision,
  quorate,
  sits,
  takesDecisions,
  textIsFree,
  whoBlocks,
} from './checks.ts'
import { whoObjects } from './decisionStatus.ts'
import type { DecisionsEvent } from './events.ts'
import type { Ground } from './ground.ts'
import { nextNumber } from './numbering.ts'
import type { Decision, DecisionsActOf, DecisionsState } from './state.ts'

type Answer = Outcome<DecisionsEvent>

/** The text a decision is on, for the events that end its hold. */
export const textOf = (decision: Decision) =>
  decision.subject.kind === 'text' ? { text: decision.subject.text } : {}

/** Whether a decision waits for the meeting's answer: put for adoption, or proposed for silence. */
const isBefore = (decision: Decision) =>
  decision.course.stage === 'put' || decision.course.stage === 'proposed'

/**
 * The chair puts a clean text, or words from the floor.
 *
 * D-9. Where the rules list the case, the one member it concerns is left out of the consensus.
 */
export const decidePut = (
  act: DecisionsActOf<'decisions.put'>,
  own: DecisionsState,
  ground: Ground,
): Answer => {
  const { decision, meeting: id, item, subject, minusOne } = act.body
  const meeting = ground.meeting(id, act.at)
  if (meeting === undefined) return refused('D-2', { meeting: id, status: 'unknown' })
  const cases = ground.parameter('consensus.minusOneCases', act.at, meeting.body)
  return following(
    [
      byChairOf(act, meeting.body),
      inOpenMeeting(id, meeting, meeting.body),
      ...takesDecisions(meeting),
      quorate(meeting),
      onAgenda(meeting, item),
      nameIsFree(own, decision, meeting.body, act.at),
      isForBody(ground, subject, meeting.body),
      isClean(ground, subject),
      textIsFree(own, subject, decision, act.at),
      [
        'D-9',
        minusOne === undefined ||
          (cases.includes(minusOne.case) && ground.sits(minusOne.member, meeting.body, act.at)),
        () => ({ case: minusOne?.case ?? null, listed: cases }),
      ],
    ],
    () => [eventOf(act, 'decisions.decisionPut', { ...act.body, body: meeting.body })],
  )
}

/** D-9. The member left out of the consensus, if one is. */
const leftOut = (decision: Decision) =>
  decision.course.stage === 'put' ? decision.course.minusOne?.member : undefined

/**
 * D-13. A delegation objects in the room.
 * D-14. One delegation, one voice: it objects once.
 * D-15. It objects only while the decision is before the meeting.
 */
export const decideObject = (
  act: DecisionsActOf<'decisions.object'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision => {
    const { member } = act.body
    const { course } = decision
    if (course.stage !== 'put' && course.stage !== 'proposed')
      return refused('D-15', { decision: decision.id, stage: course.stage })
    const meeting = ground.meeting(course.meeting, act.at)
    return following(
      [
        inOpenMeeting(course.meeting, meeting, decision.body),
        sits(ground, member, decision.body, act.at),
        ['D-9', leftOut(decision) !== member, () => ({ member, leftOut: true })],
        ['D-13', meeting?.isPresent(member) === true, () => ({ member, meeting: course.meeting })],
        ['D-14', !whoObjects(decision).includes(member), () => ({ member, objecting: true })],
        hasNotDissociated(decision, member),
      ],
      () => [eventOf(act, 'decisions.objectionRaised', act.body)],
    )
  })

/** D-16. An objection is withdrawn by the delegation that maintains it. */
export const decideWithdrawObjection = (
  act: DecisionsActOf<'decisions.withdrawObjection'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision =>
    following(
      [
        sits(ground, act.body.member, decision.body, act.at),
        ['D-15', isBefore(decision), () => ({ decision: decision.id, stage: decision.course.stage })],
        ['D-16', whoObjects(decision).includes(act.body.member), () => ({ objectors: whoObjects(decision) })],
      ],
      () => [eventOf(act, 'decisions.objectionWithdrawn', act.body)],
    ),
  )

/**
 * D-6. What is adopted is, byte for byte, what was put. The document is compared again at the last moment: whatever
 * might have moved the text since, this adoption then falls.
 */
const isWhatWasPut = (decision: Decision, ground: Ground) => {
  const { subject } = decision
  if (subject.kind === 'wording') return true
  const text = ground.text(subject.text)
  return text?.document === subject.document && text.symbol === subject.symbol && !text.changedSince
}

/**
 * D-4. The chair declares a decision adopted only once it has been put.
 * D-5. No decision is adopted while a member maintains an objection.
 * D-62. It has been before the room for as long as the rules ask.
 */
export const decideAdopted = (
  act: DecisionsActOf<'decisions.declareAdopted'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision => {
    const { course, subject, body } = decision
    if (course.stage !== 'put') return refused('D-4', { decision: decision.id, stage: course.stage })
    const meeting = ground.meeting(course.meeting, act.at)
    const objectors = whoBlocks(decision, ground, act.at)
    const seconds = ground.parameter('consensus.hearingSeconds', act.at, body)
    const earliest = later(course.at, seconds * 1_000)
    return following(
      [
        byChairOf(act, body),
        inOpenMeeting(course.meeting, meeting, body),
        ...takesDecisions(meeting),
        quorate(meeting),
        ['D-5', objectors.length === 0, () => ({ objectors })],
        [
          'D-62',
          act.at >= earliest,
          () => ({ putAt: course.at, seconds, earliest, msLeft: msBetween(act.at, earliest) }),
        ],
        ['D-6', isWhatWasPut(decision, ground), () => ({ put: { ...subject } })],
      ],
      () => {
        const number = nextNumber(own, ground, body, act.at)
        return [eventOf(act, 'decisions.decisionAdopted', { decision: decision.id, body, subject, number })]
      },
    )
  })

/** D-17. That there is no consensus is declared only over an objection that stands. */
export const decideNoConsensus = (
  act: DecisionsActOf<'decisions.declareNoConsensus'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision => {
    const { course } = decision
    if (course.stage !== 'put' && course.stage !== 'proposed')
      return refused('D-15', { decision: decision.id, stage: course.stage })
    const objectors = whoBlocks(decision, ground, act.at)
    return following(
      [
        byChairOf(act, decision.body),
        inOpenMeeting(course.meeting, ground.meeting(course.meeting, act.at), decision.body),
        ['D-17', objectors.length > 0, () => ({ objectors })],
      ],
      () => [eventOf(act, 'decisions.consensusNotReached', { ...act.body, ...textOf(decision), objectors })],
    )
  })

/** D-18. What is before the meeting may be taken back until it is decided, even after that meeting has closed over it. */
export const decideWithdrawPut = (
  act: DecisionsActOf<'decisions.withdrawPut'>,
  own: DecisionsState,
): Answer =>
  onDecision(own, act.body.decision, decision =>
    following(
      [
        byChairOf(act, decision.body),
        ['D-18', isBefore(decision), () => ({ decision: decision.id, stage: decision.course.stage })],
      ],
      () => [eventOf(act, 'decisions.putWithdrawn', { ...act.body, ...textOf(decision) })],
    ),
  )
