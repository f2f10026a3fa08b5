import type { StatementId } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import type { MeetingsEventOf } from './events.ts'
import type { Correction, Journal, Meeting, MeetingStatement } from './state.ts'

export type PapersEvent = MeetingsEventOf<
  | 'meetings.statementRecorded'
  | 'meetings.statementJoined'
  | 'meetings.statementWithdrawn'
  | 'meetings.journalCirculated'
  | 'meetings.correctionAsked'
  | 'meetings.correctionAnswered'
  | 'meetings.journalApproved'
  | 'meetings.corrigendumIssued'
>

const changeStatement = (
  { statements }: Meeting,
  id: StatementId,
  how: (statement: MeetingStatement) => Partial<MeetingStatement>,
): Partial<Meeting> => {
  if (!statements.some(({ statement }) => statement === id)) throw new RangeError(`no statement ${id}`)
  return {
    statements: statements.map(each => (each.statement === id ? { ...each, ...how(each) } : each)),
  }
}

const recorded = (
  meeting: Meeting,
  event: MeetingsEventOf<'meetings.statementRecorded'>,
): Partial<Meeting> => {
  const { type: _, meeting: __, wording: _words, onBehalfOf = [], ...said } = event
  const next: MeetingStatement = {
    ...said,
    onBehalfOf,
    joined: [],
    ...(meeting.access === 'closed' ? { closed: true } : {}),
  }
  return { statements: [...meeting.statements, next] }
}

const changeJournal = (
  { journals }: Meeting,
  sitting: number | undefined,
  how: (journal: Journal) => Partial<Journal>,
): Partial<Meeting> => {
  const of = sitting ?? null
  if (!journals.some(each => each.sitting === of)) throw new RangeError(`no journal of sitting ${of}`)
  return { journals: journals.map(each => (each.sitting === of ? { ...each, ...how(each) } : each)) }
}

/** A draft circulated anew keeps the corrections asked for, and their answers. */
const circulated = (
  { journals }: Meeting,
  event: MeetingsEventOf<'meetings.journalCirculated'>,
): Partial<Meeting> => {
  const { sitting = null, document, correctionsUntil, at } = event
  const before = journals.find(each => each.sitting === sitting)
  const next: Journal = {
    sitting,
    document,
    circulatedAt: at,
    correctionsUntil,
    corrections: before?.corrections ?? [],
    corrigenda: [],
  }
  return { journals: [...journals.filter(each => each.sitting !== sitting), next] }
}

const correctionOf = (event: MeetingsEventOf<'meetings.correctionAsked'>): Correction => {
  const { correction, member, place, wording, at } = event
  return { correction, member, ...(place === undefined ? {} : { place }), wording, at }
}

const answered = (
  { corrections }: Journal,
  event: MeetingsEventOf<'meetings.correctionAnswered'>,
): Partial<Journal> => {
  const { correction, taken, reason, at } = event
  const answer = { taken, ...(reason === undefined ? {} : { reason }), at }
  if (!corrections.some(each => each.correction === correction))
    throw new RangeError(`no correction ${correction}`)
  return {
    corrections: corrections.map(each => (each.correction === correction ? { ...each, answer } : each)),
  }
}

/** Folds statements and the journal into a meeting. */
export const evolvePapers = (meeting: Meeting, event: PapersEvent): Partial<Meeting> => {
  const { at } = event
  switch (event.type) {
    case 'meetings.statementRecorded':
      return recorded(meeting, event)
    case 'meetings.statementJoined':
      return changeStatement(meeting, event.statement, ({ joined }) => ({
        joined: [...joined, event.member],
      }))
    case 'meetings.statementWithdrawn':
      return changeStatement(meeting, event.statement, () => ({ withdrawnAt: at }))
    case 'meetings.journalCirculated':
      return circulated(meeting, event)
    case 'meetings.correctionAsked':
      return changeJournal(meeting, event.sitting, ({ corrections }) => ({
        corrections: [...corrections, correctionOf(event)],
      }))
    case 'meetings.correctionAnswered':
      return changeJournal(meeting, event.sitting, journal => answered(journal, event))
    case 'meetings.journalApproved':
      return changeJournal(meeting, event.sitting, () => ({ document: event.document, approvedAt: at }))
    case 'meetings.corrigendumIssued': {
      const { document, wording } = event
      return changeJournal(meeting, event.sitting, ({ corrigenda }) => ({
        corrigenda: [...corrigenda, { document, wording, at }],
      }))
    }
    default:
      return unknownEvent(event)
  }
}
