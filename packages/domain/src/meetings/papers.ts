import { type Check, type CorrectionId, dayMs, later, type StatementId } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { idFault, noteFault, readable, wordsFault } from '../institution/names.ts'
import { sitsIn } from '../institution/questions.ts'
import { parameter } from '../rules.ts'
import type { MeetingsActOf } from './acts.ts'
import { type Answer, onItsAgenda, onMeeting, sits, speakerName } from './checks.ts'
import { asSpeaker, speaksFor } from './speakers.ts'
import type { Correction, Journal, Meeting, MeetingStatement, UpToMeetings } from './state.ts'

/** More statements than any meeting has kept. */
const mostStatements = 2_000
const longestStatement = 20_000
const mostCorrections = 1_000

const begun = ['open', 'suspended', 'adjourned', 'closed'] as const

const statementIn = (meeting: Meeting, id: StatementId): MeetingStatement | undefined =>
  meeting.statements.find(({ statement }) => statement === id)

export const journalOf = (meeting: Meeting, sitting: number | undefined): Journal | undefined =>
  meeting.journals.find(each => each.sitting === (sitting ?? null))

/** M-53. Statements are taken for the record until the journal of the meeting is circulated. */
const takesStatements = (meeting: Meeting): Check => [
  'M-53',
  journalOf(meeting, undefined) === undefined,
  () => ({ journal: 'circulated' }),
]

/**
 * M-53. A statement for the record is made by whoever speaks, or recorded for her by the chair or the secretariat; it
 * has words, or a document, and a name of its own.
 */
export const recordStatement = (
  act: MeetingsActOf<'meetings.recordStatement'>,
  state: UpToMeetings,
): Answer => {
  const { statement, speaker, purpose, item, onBehalfOf = [], wording, document } = act.body
  return onMeeting(
    act,
    state,
    begun,
    meeting => [
      readable(
        ['statement', idFault(statement)],
        ['wording', wording === undefined ? null : wordsFault(wording, longestStatement)],
      ),
      asSpeaker(act.as, speaker, meeting, state, act.at),
      ...(item === undefined ? [] : [onItsAgenda(meeting, item)]),
      takesStatements(meeting),
      [
        'M-53',
        wording !== undefined || document !== undefined,
        () => ({ fault: 'neither words nor a document' }),
      ],
      ['M-53', statementIn(meeting, statement) === undefined, () => ({ statement, taken: true })],
      ['M-53', meeting.statements.length < mostStatements, () => ({ most: mostStatements })],
      [
        'M-54',
        purpose === 'joint'
          ? speaker.kind === 'member' &&
            onBehalfOf.length > 0 &&
            new Set(onBehalfOf).size === onBehalfOf.length &&
            onBehalfOf.every(
              member => member !== speaker.member && sitsIn(state.institution, member, meeting.body, act.at),
            )
          : onBehalfOf.length === 0,
        () => ({ purpose, speaker: speakerName(speaker), onBehalfOf }),
      ],
    ],
    () => [eventOf(act, 'meetings.statementRecorded', act.body)],
  )
}

/** M-54. A member named in a joint statement is of it once it has joined, and it joins once. */
export const joinStatement = (act: MeetingsActOf<'meetings.joinStatement'>, state: UpToMeetings): Answer => {
  const { statement, member } = act.body
  return onMeeting(
    act,
    state,
    begun,
    meeting => {
      const found = statementIn(meeting, statement)
      const named = found?.withdrawnAt === undefined && found?.onBehalfOf.includes(member) === true
      return [
        sits(member, meeting, state, act.at),
        takesStatements(meeting),
        ['M-54', named, () => ({ statement: statement.slice(0, 80), named: false })],
        ['M-54', found?.joined.includes(member) !== true, () => ({ statement, joined: true })],
      ]
    },
    () => [eventOf(act, 'meetings.statementJoined', act.body)],
  )
}

/** M-53. Who made a statement withdraws it, until the journal is circulated. */
export const withdrawStatement = (
  act: MeetingsActOf<'meetings.withdrawStatement'>,
  state: UpToMeetings,
): Answer => {
  const { statement } = act.body
  return onMeeting(
    act,
    state,
    begun,
    meeting => {
      const found = statementIn(meeting, statement)
      const own = act.as.kind === 'delegate' || act.as.kind === 'observer'
      return [
        [
          'M-53',
          found !== undefined &&
            found.withdrawnAt === undefined &&
            (own ? speaksFor(act.as, found.speaker) : act.by === found.by),
          () => ({ statement: statement.slice(0, 80), yours: false }),
        ],
        takesStatements(meeting),
      ]
    },
    () => [eventOf(act, 'meetings.statementWithdrawn', act.body)],
  )
}

/** M-56. The journal of a meeting is circulated once it is closed, that of a sitting once the sitting is over. */
const isOver = (meeting: Meeting, sitting: number | undefined): Check => {
  const over =
    sitting === undefined
      ? meeting.status === 'closed' && meeting.openedAt !== undefined
      : meeting.sittings.some(({ number, until }) => number === sitting && until !== undefined)
  return ['M-56', over, () => ({ sitting: sitting ?? null, over: false })]
}

/** M-56. The draft of a journal is circulated, and circulated anew, until it is approved. */
export const circulateJournal = (
  act: MeetingsActOf<'meetings.circulateJournal'>,
  state: UpToMeetings,
): Answer => {
  const { sitting } = act.body
  return onMeeting(
    act,
    state,
    begun,
    meeting => [
      isOver(meeting, sitting),
      [
        'M-56',
        journalOf(meeting, sitting)?.approvedAt === undefined,
        () => ({ sitting: sitting ?? null, approved: true }),
      ],
    ],
    meeting => {
      const days = parameter(state.institution, 'journal.correctionDays', act.at, meeting.body).value
      return [
        eventOf(act, 'meetings.journalCirculated', {
          ...act.body,
          correctionsUntil: later(act.at, days * dayMs),
        }),
      ]
    },
  )
}

const correctionIn = (journal: Journal | undefined, id: CorrectionId): Correction | undefined =>
  journal?.corrections.find(({ correction }) => correction === id)

/** M-57. A delegation asks for a correction of a draft within the period. */
export const askCorrection = (act: MeetingsActOf<'meetings.askCorrection'>, state: UpToMeetings): Answer => {
  const { sitting, correction, member, place, wording } = act.body
  return onMeeting(
    act,
    state,
    begun,
    meeting => {
      const journal = journalOf(meeting, sitting)
      const until = journal?.correctionsUntil
      return [
        sits(member, meeting, state, act.at),
        readable(['correction', idFault(correction)], noteFault('place', place), [
          'wording',
          wordsFault(wording, 4_000),
        ]),
        [
          'M-57',
          journal !== undefined && journal.approvedAt === undefined && act.at < journal.correctionsUntil,
          () => ({ sitting: sitting ?? null, correctionsUntil: until ?? null, at: act.at }),
        ],
        ['M-57', correctionIn(journal, correction) === undefined, () => ({ correction, taken: true })],
        ['M-57', (journal?.corrections.length ?? 0) < mostCorrections, () => ({ most: mostCorrections })],
      ]
    },
    () => [eventOf(act, 'meetings.correctionAsked', act.body)],
  )
}

/** M-58. Each correction is answered once: taken, or not, with the reason. */
export const answerCorrection = (
  act: MeetingsActOf<'meetings.answerCorrection'>,
  state: UpToMeetings,
): Answer => {
  const { sitting, correction, taken, reason } = act.body
  return onMeeting(
    act,
    state,
    begun,
    meeting => {
      const found = correctionIn(journalOf(meeting, sitting), correction)
      return [
        readable(noteFault('reason', reason)),
        [
          'M-58',
          found !== undefined && found.answer === undefined,
          () => ({ correction: correction.slice(0, 80), answered: found === undefined ? null : true }),
        ],
        ['M-58', taken || reason !== undefined, () => ({ correction, taken, reason: null })],
      ]
    },
    () => [eventOf(act, 'meetings.correctionAnswered', act.body)],
  )
}

/**
 * M-59. The chair approves a journal once the period for corrections is over and each was answered. Where none was
 * taken, what is approved is what was circulated.
 */
export const approveJournal = (
  act: MeetingsActOf<'meetings.approveJournal'>,
  state: UpToMeetings,
): Answer => {
  const { sitting, document } = act.body
  return onMeeting(
    act,
    state,
    begun,
    meeting => {
      const journal = journalOf(meeting, sitting)
      const until = journal?.correctionsUntil
      const open = journal?.corrections.filter(({ answer }) => answer === undefined) ?? []
      const taken = journal?.corrections.some(({ answer }) => answer?.taken) === true
      return [
        [
          'M-59',
          journal !== undefined && journal.approvedAt === undefined,
          () => ({ sitting: sitting ?? null, approved: journal === undefined ? null : true }),
        ],
        ['M-59', until === undefined || act.at >= until, () => ({ correctionsUntil: until!, at: act.at })],
        ['M-59', open.length === 0, () => ({ unanswered: open.map(each => each.correction) })],
        [
          'M-59',
          taken || journal?.document === document,
          () => ({ circulated: journal?.document ?? null, document }),
        ],
      ]
    },
    () => [eventOf(act, 'meetings.journalApproved', act.body)],
  )
}

/** M-60. What an approved journal got wrong is put right by a corrigendum; the journal itself stays as it was approved. */
export const issueCorrigendum = (
  act: MeetingsActOf<'meetings.issueCorrigendum'>,
  state: UpToMeetings,
): Answer => {
  const { sitting, wording } = act.body
  return onMeeting(
    act,
    state,
    begun,
    meeting => [
      readable(['wording', wordsFault(wording, 4_000)]),
      [
        'M-60',
        journalOf(meeting, sitting)?.approvedAt !== undefined,
        () => ({ sitting: sitting ?? null, approved: false }),
      ],
    ],
    () => [eventOf(act, 'meetings.corrigendumIssued', act.body)],
  )
}
