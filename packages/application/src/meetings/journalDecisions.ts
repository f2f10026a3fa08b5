import type { DomainEvent } from '@gavel/domain'
import type { DecisionId, Instant, MemberId } from '@gavel/kernel'

/** A decision that came up in a meeting, and what became of it there. */
export interface JournalDecision {
  readonly decision: DecisionId
  readonly title: string
  readonly item: string | null
  readonly outcome:
    | 'put'
    | 'adopted'
    | 'noConsensus'
    | 'takenBack'
    | 'silenceProposed'
    | 'silenceOpened'
    | 'silenceConfirmed'
  readonly number: string | null
  /** When it came to this outcome. */
  readonly at: Instant
  readonly objections: readonly {
    readonly member: MemberId
    readonly at: Instant
    readonly reason: string | null
    readonly withdrawnAt: Instant | null
  }[]
  readonly statements: readonly {
    readonly member: MemberId
    readonly kind: string
    readonly wording: string
    readonly paragraph: string | null
  }[]
}

type Decisions = readonly JournalDecision[]
type OfDecision = Extract<DomainEvent, { readonly decision: DecisionId }>

/** The decision an event is about, changed; the list as it was for one that did not come up here. */
const change = (
  list: Decisions,
  { decision }: OfDecision,
  how: (one: JournalDecision) => Partial<JournalDecision>,
): Decisions => list.map(one => (one.decision === decision ? { ...one, ...how(one) } : one))

const comesUp = (
  list: Decisions,
  event: OfDecision & { readonly title: string },
  item: string | null,
  outcome: JournalDecision['outcome'],
): Decisions => {
  const { decision, title, at } = event
  const fresh: JournalDecision = {
    decision,
    title,
    item,
    outcome,
    number: null,
    at,
    objections: [],
    statements: [],
  }
  const known = list.some(one => one.decision === decision)
  return known
    ? list.map(one => (one.decision === decision ? { ...one, title, outcome, at } : one))
    : [...list, fresh]
}

/** Objections and statements: what is said of a decision, beside what becomes of it. */
const said = (list: Decisions, event: DomainEvent): Decisions => {
  switch (event.type) {
    case 'decisions.objectionRaised': {
      const { member, at, reason = null } = event
      return change(list, event, ({ objections }) => ({
        objections: [...objections, { member, at, reason, withdrawnAt: null }],
      }))
    }
    case 'decisions.objectionWithdrawn':
      return change(list, event, ({ objections }) => ({
        objections: objections.map(each =>
          each.member === event.member && each.withdrawnAt === null
            ? { ...each, withdrawnAt: event.at }
            : each,
        ),
      }))
    case 'decisions.statementAttached': {
      const { member, kind, wording, paragraph = null } = event.statement
      return change(list, event, ({ statements }) => ({
        statements: [...statements, { member, kind, wording, paragraph }],
      }))
    }
    default:
      return list
  }
}

/** The list of decisions after an event of the fourth chapter. */
export const withDecision = (list: Decisions, event: DomainEvent, item: string | null): Decisions => {
  switch (event.type) {
    case 'decisions.decisionPut':
      return comesUp(list, event, event.item, 'put')
    case 'decisions.silenceProposed':
      return comesUp(list, event, event.item, 'silenceProposed')
    case 'decisions.silenceOpened':
      return event.meeting === undefined ? list : comesUp(list, event, item, 'silenceOpened')
    case 'decisions.silenceConfirmed':
      return comesUp(list, event, item, 'silenceConfirmed').map(one =>
        one.decision === event.decision ? { ...one, number: event.number?.symbol ?? one.number } : one,
      )
    case 'decisions.decisionAdopted':
      return change(list, event, () => ({
        outcome: 'adopted',
        at: event.at,
        number: event.number.symbol,
      }))
    case 'decisions.consensusNotReached':
      return change(list, event, () => ({ outcome: 'noConsensus', at: event.at }))
    case 'decisions.putWithdrawn':
      return change(list, event, () => ({ outcome: 'takenBack', at: event.at }))
    default:
      return said(list, event)
  }
}
