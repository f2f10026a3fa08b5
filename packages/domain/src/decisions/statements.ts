import { dayMs, following, get, type Instant, later, type Outcome } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { onDecision, sits } from './checks.ts'
import { decisionStatus, whoObjects } from './decisionStatus.ts'
import type { DecisionsEvent } from './events.ts'
import type { Ground } from './ground.ts'
import type { Decision, DecisionsActOf, DecisionsState } from './state.ts'

/**
 * D-38. Statements are attached from the moment the decision is before the delegations until it is published, or
 * for as many days after adoption as the rules say. The first instant at which it is too late; undefined while none
 * is set.
 */
export const statementsCloseAt = (decision: Decision, ground: Ground, now: Instant): Instant | undefined => {
  const status = decisionStatus(decision, now)
  if (status.kind === 'notAdopted') return status.at
  if (status.kind !== 'adopted') return undefined
  const days = ground.parameter('statement.daysAfterAdoption', status.at, decision.body)
  return days > 0 ? later(status.at, days * dayMs) : (status.publishedAt ?? undefined)
}

const isOpen = (decision: Decision, ground: Ground, at: Instant): boolean => {
  const closesAt = statementsCloseAt(decision, ground, at)
  return closesAt === undefined || at < closesAt
}

/** Whether a paragraph is named that the decision has; words from the floor are one paragraph, whatever its name. */
const isIn = (decision: Decision, paragraph: string | undefined, ground: Ground): boolean => {
  const { subject } = decision
  if (paragraph === undefined || subject.kind === 'wording') return paragraph !== undefined
  return ground.text(subject.text)?.hasParagraph(paragraph) === true
}

/** D-41. A reservation to an instrument follows the terms of the instrument. */
const termsAllow = (act: DecisionsActOf<'decisions.attachStatement'>, own: DecisionsState): boolean => {
  const opened = get(own.instrumentOf, act.body.decision)
  const terms = opened && get(own.instruments, opened)?.terms
  return act.body.kind !== 'reservation' || terms === undefined || terms.reservations === 'permitted'
}

/**
 * D-39. A dissociation names the paragraph it is from, and joins the consensus: who objects does not dissociate.
 * D-40. A statement bears one name and belongs to one delegation.
 */
export const decideAttach = (
  act: DecisionsActOf<'decisions.attachStatement'>,
  own: DecisionsState,
  ground: Ground,
): Outcome<DecisionsEvent> =>
  onDecision(own, act.body.decision, decision => {
    const { statement: id, member, kind, wording, paragraph } = act.body
    const dissociates = kind === 'dissociation'
    return following(
      [
        sits(ground, member, decision.body, act.at),
        [
          'D-38',
          isOpen(decision, ground, act.at),
          () => ({ closedAt: statementsCloseAt(decision, ground, act.at) ?? null }),
        ],
        [
          'D-39',
          !dissociates || (isIn(decision, paragraph, ground) && !whoObjects(decision).includes(member)),
          () => ({ paragraph: paragraph ?? null, objecting: whoObjects(decision).includes(member) }),
        ],
        [
          'D-40',
          wording.trim() !== '' && decision.statements.every(one => one.id !== id),
          () => ({ statement: id, words: wording.trim().length }),
        ],
        ['D-41', termsAllow(act, own), () => ({ reservations: 'none' })],
      ],
      () => [
        eventOf(act, 'decisions.statementAttached', {
          decision: decision.id,
          statement: {
            id,
            member,
            by: act.by,
            kind,
            wording,
            at: act.at,
            ...(paragraph === undefined ? {} : { paragraph }),
          },
        }),
      ],
    )
  })

/** D-40. The delegation it belongs to withdraws a statement, at any time; it stays to be seen, as withdrawn. */
export const decideWithdrawStatement = (
  act: DecisionsActOf<'decisions.withdrawStatement'>,
  own: DecisionsState,
): Outcome<DecisionsEvent> =>
  onDecision(own, act.body.decision, decision => {
    const found = decision.statements.find(one => one.id === act.body.statement)
    return following(
      [
        [
          'D-40',
          found !== undefined && found.member === act.body.member && found.withdrawnAt === undefined,
          () => ({
            statement: act.body.statement,
            of: found?.member ?? null,
            withdrawnAt: found?.withdrawnAt ?? null,
          }),
        ],
      ],
      () => [
        eventOf(act, 'decisions.statementWithdrawn', {
          decision: decision.id,
          statement: act.body.statement,
        }),
      ],
    )
  })
