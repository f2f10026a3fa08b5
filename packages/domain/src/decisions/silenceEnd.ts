import { following, hourMs, type Instant, later, type Outcome, refused } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { byChairOf, byChairOrSecretariat, inOpenMeeting, onDecision } from './checks.ts'
import type { DecisionsEvent } from './events.ts'
import type { Ground } from './ground.ts'
import { nextNumber } from './numbering.ts'
import { textOf } from './put.ts'
import { openedAt } from './silence.ts'
import { endOf, silenceStatus } from './silenceStatus.ts'
import type { Decision, DecisionsActOf, DecisionsState, Silence } from './state.ts'

type Answer = Outcome<DecisionsEvent>

const silenceOf = (decision: Decision): Silence | undefined =>
  decision.course.stage === 'silence' ? decision.course.silence : undefined

/** D-34. A decision under silence has a temporary title and no number, where the rules of its opening keep it interim. */
const staysInterim = (decision: Decision, silence: Silence, ground: Ground): boolean =>
  ground.parameter('silence.interim', openedAt(silence), decision.body)

/**
 * D-32. When a silence has ended, the chair tells all in writing how, once. Due at once; what is late shows as
 * overdue, but changes nothing of the outcome.
 */
export const decideNotice = (
  act: DecisionsActOf<'decisions.giveNotice'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision => {
    const silence = silenceOf(decision)
    if (silence === undefined) return refused('D-32', { stage: decision.course.stage })
    const status = silenceStatus(silence.entries, act.at)
    const endedAt = endOf(status)
    if (
      endedAt === undefined ||
      status.kind === 'notOpened' ||
      status.kind === 'running' ||
      status.kind === 'suspended'
    )
      return refused('D-32', { status: status.kind })
    const outcome = status.kind
    return following(
      [
        byChairOrSecretariat(act, decision.body),
        ['D-32', silence.noticeAt === undefined, () => ({ givenAt: silence.noticeAt ?? null })],
      ],
      () => {
        const atOnce = outcome === 'kept' && !staysInterim(decision, silence, ground)
        const number = atOnce ? { number: nextNumber(own, ground, decision.body, act.at) } : {}
        const said = { decision: decision.id, outcome, endedAt, ...textOf(decision), ...number }
        return [eventOf(act, 'decisions.noticeGiven', said)]
      },
    )
  })

/** D-32. When the notice is due: the end, and the hours the rules give for it. */
export const noticeDueAt = (endedAt: Instant, hours: number): Instant => later(endedAt, hours * hourMs)

/**
 * D-33. What a kept silence adopted is announced by the chair at the next meeting of the body, after its notice; then
 * it is numbered. "Next" is counted from the end of the silence: a sitting that lasted already when the silence ended
 * is not the next one, though the same meeting may be, once it goes on after a suspension. The meeting in which the
 * silence was opened never is.
 */
export const decideConfirm = (
  act: DecisionsActOf<'decisions.confirmSilence'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision => {
    const { body } = decision
    const silence = silenceOf(decision)
    if (silence === undefined) return refused('D-33', { stage: decision.course.stage })
    const status = silenceStatus(silence.entries, act.at)
    const { meeting, title } = act.body
    const facts = ground.meeting(meeting, act.at)
    const since = facts?.sittingSince ?? ''
    const endedAt = endOf(status) ?? act.at
    return following(
      [
        byChairOf(act, body),
        ['D-33', status.kind === 'kept', () => ({ status: status.kind })],
        ['D-33', silence.noticeAt !== undefined, () => ({ notice: false })],
        ['D-33', silence.confirmed === undefined, () => ({ confirmed: true })],
        ['D-33', silence.meeting !== meeting, () => ({ openedIn: meeting })],
        inOpenMeeting(meeting, facts, body),
        ['D-33', since >= endedAt, () => ({ meeting, sittingSince: since, endedAt })],
      ],
      () => {
        const number = decision.number === undefined ? { number: nextNumber(own, ground, body, act.at) } : {}
        const said = { decision: decision.id, meeting, title: title ?? decision.title, ...number }
        return [eventOf(act, 'decisions.silenceConfirmed', said)]
      },
    )
  })

/** D-35. After a broken silence the chair says, once, what follows. */
export const decideAfterBroken = (
  act: DecisionsActOf<'decisions.afterBroken'>,
  own: DecisionsState,
): Answer =>
  onDecision(own, act.body.decision, decision => {
    const silence = silenceOf(decision)
    const status = silence && silenceStatus(silence.entries, act.at)
    return following(
      [
        byChairOf(act, decision.body),
        [
          'D-35',
          status?.kind === 'broken' && silence?.settled === undefined,
          () => ({ status: status?.kind ?? decision.course.stage, settled: silence?.settled?.next ?? null }),
        ],
      ],
      () => [eventOf(act, 'decisions.brokenSettled', act.body)],
    )
  })
