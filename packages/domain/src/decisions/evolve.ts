import { type DecisionId, get, put, update } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import type { DecisionsEvent, DecisionsEventOf } from './events.ts'
import { evolveInstruments } from './evolveInstruments.ts'
import { evolveSilence } from './evolveSilence.ts'
import type { Course, Decision, DecisionNumber, DecisionsState, Silence } from './state.ts'

type Brought =
  | DecisionsEventOf<'decisions.decisionPut'>
  | DecisionsEventOf<'decisions.silenceProposed'>
  | DecisionsEventOf<'decisions.silenceOpened'>

/** A decision comes up: for the first time, or for another round with objections and statements of its own. */
const broughtUp = (own: DecisionsState, event: Brought, course: Course): DecisionsState => {
  const { decision: id, body, title, subject } = event
  const before = get(own.decisions, id)
  const fresh: Decision = {
    id,
    body,
    title,
    subject,
    round: (before?.round ?? 0) + 1,
    course,
    objections: [],
    statements: [],
  }
  return {
    ...own,
    decisions: put(own.decisions, id, fresh),
    onText: subject.kind === 'text' ? put(own.onText, subject.text, id) : own.onText,
  }
}

type MeetingMoved = DecisionsEventOf<
  | 'decisions.decisionPut'
  | 'decisions.silenceProposed'
  | 'decisions.objectionRaised'
  | 'decisions.objectionWithdrawn'
  | 'decisions.decisionAdopted'
  | 'decisions.consensusNotReached'
  | 'decisions.putWithdrawn'
>

const withStatement = (
  { statements }: Decision,
  event: DecisionsEventOf<'decisions.statementAttached' | 'decisions.statementWithdrawn'>,
): Partial<Decision> =>
  event.type === 'decisions.statementAttached'
    ? { statements: [...statements, event.statement] }
    : {
        statements: statements.map(one =>
          one.id === event.statement ? { ...one, withdrawnAt: event.at } : one,
        ),
      }

const change = (
  own: DecisionsState,
  id: DecisionId,
  how: (decision: Decision) => Partial<Decision>,
): DecisionsState => ({
  ...own,
  decisions: update(own.decisions, id, decision => ({ ...decision, ...how(decision) })),
})

/** The register with a number in it. */
const numbered = (
  own: DecisionsState,
  event: { readonly decision: DecisionId; readonly at: Decision['objections'][number]['at'] },
  number: DecisionNumber | undefined,
): DecisionsState =>
  number === undefined
    ? own
    : {
        ...change(own, event.decision, () => ({ number: { ...number, at: event.at } })),
        series: put(own.series, number.series, number.n),
        bySymbol: put(own.bySymbol, number.symbol, event.decision),
      }

const adopted = (
  own: DecisionsState,
  event: DecisionsEventOf<'decisions.decisionAdopted'>,
): DecisionsState => {
  const course = (before: Course): Course =>
    before.stage === 'put'
      ? {
          stage: 'adopted',
          at: event.at,
          meeting: before.meeting,
          ...(before.minusOne === undefined ? {} : { minusOne: before.minusOne }),
        }
      : before
  return numbered(
    change(own, event.decision, decision => ({ course: course(decision.course) })),
    event,
    event.number,
  )
}

const opened = (own: DecisionsState, event: DecisionsEventOf<'decisions.silenceOpened'>): DecisionsState => {
  const { offer, meeting } = event
  const silence: Silence = {
    entries: [{ kind: 'opened', at: event.at, expiresAt: offer.expiresAt }],
    timeZone: offer.timeZone,
    announcedAs: offer.announcedAs,
    requests: [],
    comments: [],
    ...(meeting === undefined ? {} : { meeting }),
  }
  const course: Course = { stage: 'silence', silence }
  return meeting === undefined
    ? broughtUp(own, event, course)
    : change(own, event.decision, () => ({ course }))
}

const withObjection = (
  own: DecisionsState,
  event: DecisionsEventOf<'decisions.objectionRaised'>,
): DecisionsState => {
  const { member, by, at, reason } = event
  const raised = { member, by, at, ...(reason === undefined ? {} : { reason }) }
  return change(own, event.decision, decision => ({ objections: [...decision.objections, raised] }))
}

const withoutObjection = (
  own: DecisionsState,
  event: DecisionsEventOf<'decisions.objectionWithdrawn'>,
): DecisionsState =>
  change(own, event.decision, decision => ({
    objections: decision.objections.map(one =>
      one.member === event.member && one.withdrawnAt === undefined ? { ...one, withdrawnAt: event.at } : one,
    ),
  }))

const inMeeting = (own: DecisionsState, event: MeetingMoved): DecisionsState => {
  const { at } = event
  switch (event.type) {
    case 'decisions.decisionPut': {
      const { meeting, item, minusOne } = event
      const course: Course = {
        stage: 'put',
        meeting,
        item,
        at,
        ...(minusOne === undefined ? {} : { minusOne }),
      }
      return broughtUp(own, event, course)
    }
    case 'decisions.silenceProposed': {
      const { meeting, item, offer } = event
      return broughtUp(own, event, { stage: 'proposed', meeting, item, at, offer })
    }
    case 'decisions.objectionRaised':
      return withObjection(own, event)
    case 'decisions.objectionWithdrawn':
      return withoutObjection(own, event)
    case 'decisions.decisionAdopted':
      return adopted(own, event)
    case 'decisions.consensusNotReached': {
      const course: Course = { stage: 'noConsensus', at, next: event.next }
      return change(own, event.decision, () => ({ course }))
    }
    case 'decisions.putWithdrawn': {
      const course: Course = { stage: 'takenBack', at, reason: event.reason }
      return change(own, event.decision, () => ({ course }))
    }
  }
}

/** Folds one event of this chapter into its state. Throws TypeError for an event it does not know. */
export const evolve = (own: DecisionsState, event: DecisionsEvent): DecisionsState => {
  switch (event.type) {
    case 'decisions.decisionPut':
    case 'decisions.silenceProposed':
    case 'decisions.objectionRaised':
    case 'decisions.objectionWithdrawn':
    case 'decisions.decisionAdopted':
    case 'decisions.consensusNotReached':
    case 'decisions.putWithdrawn':
      return inMeeting(own, event)
    case 'decisions.silenceOpened':
      return opened(own, event)
    case 'decisions.noticeGiven':
    case 'decisions.silenceConfirmed': {
      const told = change(own, event.decision, decision => evolveSilence(decision, event))
      return numbered(told, event, event.number)
    }
    case 'decisions.silenceBroken':
    case 'decisions.commentRecorded':
    case 'decisions.extensionAsked':
    case 'decisions.silenceExtended':
    case 'decisions.silenceSuspended':
    case 'decisions.silenceResumed':
    case 'decisions.silenceWithdrawn':
    case 'decisions.brokenSettled':
      return change(own, event.decision, decision => evolveSilence(decision, event))
    case 'decisions.statementAttached':
    case 'decisions.statementWithdrawn':
      return change(own, event.decision, decision => withStatement(decision, event))
    case 'decisions.decisionPublished':
      return change(own, event.decision, () => ({ publishedAt: event.at }))
    case 'decisions.instrumentOpened':
    case 'decisions.instrumentSigned':
    case 'decisions.consentDeposited':
    case 'decisions.consentWithdrawn':
    case 'decisions.appliedProvisionally':
    case 'decisions.provisionalEnded':
    case 'decisions.instrumentDenounced':
      return evolveInstruments(own, event)
    default:
      return unknownEvent(event)
  }
}
