import { type Check, following, type Instant, msBetween, type Outcome, refused } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { byChairOf, onDecision, sits } from './checks.ts'
import type { DecisionsEvent } from './events.ts'
import type { Ground } from './ground.ts'
import { textOf } from './put.ts'
import { openedAt, whileOpen } from './silence.ts'
import type { DecisionsActOf, DecisionsState, Silence } from './state.ts'

type Answer = Outcome<DecisionsEvent>

/** D-23. A new expiry too is announced in words. */
const inWords = (announcedAs: string): Check => ['D-23', announcedAs.trim() !== '', () => ({ announcedAs })]

/** A delegation asks for time: its instructions have not come. It costs it nothing and binds nobody. */
export const decideAskExtension = (
  act: DecisionsActOf<'decisions.askExtension'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision =>
    whileOpen(decision, act.at, () =>
      following([sits(ground, act.body.member, decision.body, act.at)], () => [
        eventOf(act, 'decisions.extensionAsked', act.body),
      ]),
    ),
  )

/** The requests no extension has answered yet. */
export const openRequests = (silence: Silence): Silence['requests'] => {
  const last = silence.entries.findLast(entry => entry.kind === 'extended')?.at
  return silence.requests.filter(request => last === undefined || request.at > last)
}

/**
 * D-29. The chair extends a silence where the rules allow it, and where they ask for it, at a delegation's request.
 * D-30. An expiry moves only forward.
 */
export const decideExtend = (
  act: DecisionsActOf<'decisions.extendSilence'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onDecision(own, act.body.decision, decision =>
    whileOpen(decision, act.at, (silence, status) => {
      if (status.kind === 'suspended') return refused('D-31', { suspendedSince: status.since })
      const opened = openedAt(silence)
      const may = ground.parameter('silence.mayExtend', opened, decision.body)
      const asked = !ground.parameter('silence.extendsOnRequest', opened, decision.body)
      const requests = openRequests(silence).length
      return following(
        [
          byChairOf(act, decision.body),
          ['D-29', may && (asked || requests > 0), () => ({ mayExtend: may, requests })],
          [
            'D-30',
            act.body.expiresAt > status.expiresAt,
            () => ({ expiresAt: status.expiresAt, named: act.body.expiresAt }),
          ],
          inWords(act.body.announcedAs),
        ],
        () => [eventOf(act, 'decisions.silenceExtended', act.body)],
      )
    }),
  )

/** D-31. The chair may stop the clock of a running silence. While it stands, nothing expires; it can still be broken. */
export const decideSuspend = (act: DecisionsActOf<'decisions.suspendSilence'>, own: DecisionsState): Answer =>
  onDecision(own, act.body.decision, decision =>
    whileOpen(decision, act.at, (_, status) =>
      following(
        [byChairOf(act, decision.body), ['D-31', status.kind === 'running', () => ({ status: status.kind })]],
        () => [eventOf(act, 'decisions.silenceSuspended', act.body)],
      ),
    ),
  )

/** D-31. A silence resumes with a new expiry that leaves at least the time that was left when it was suspended. */
export const decideResume = (act: DecisionsActOf<'decisions.resumeSilence'>, own: DecisionsState): Answer =>
  onDecision(own, act.body.decision, decision =>
    whileOpen(decision, act.at, (_, status) => {
      if (status.kind !== 'suspended') return refused('D-31', { status: status.kind })
      const { expiresAt, announcedAs } = act.body
      return following(
        [
          byChairOf(act, decision.body),
          [
            'D-31',
            leaves(act.at, expiresAt) >= status.leftMs,
            () => ({ leftMs: status.leftMs, named: expiresAt }),
          ],
          inWords(announcedAs),
        ],
        () => [eventOf(act, 'decisions.silenceResumed', act.body)],
      )
    }),
  )

const leaves = (at: Instant, expiresAt: Instant): number => msBetween(at, expiresAt)

/** The chair withdraws what she put under silence, before it expires (D-26). */
export const decideWithdrawSilence = (
  act: DecisionsActOf<'decisions.withdrawSilence'>,
  own: DecisionsState,
): Answer =>
  onDecision(own, act.body.decision, decision =>
    whileOpen(decision, act.at, () =>
      following([byChairOf(act, decision.body)], () => [
        eventOf(act, 'decisions.silenceWithdrawn', { ...act.body, ...textOf(decision) }),
      ]),
    ),
  )
