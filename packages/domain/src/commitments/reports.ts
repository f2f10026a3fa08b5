import { type Check, following, get, has, type Instant } from '@gavel/kernel'
import { addDays, isDay } from '../decisions/index.ts'
import { eventOf } from '../event.ts'
import { readable } from '../institution/names.ts'
import { parameter } from '../rules.ts'
import type { CommitmentsActOf, Day } from './acts.ts'
import {
  type Answer,
  anyWords,
  areaOf,
  byAnOwner,
  capacityName,
  coordinates,
  inItsOwnName,
  line,
  name,
  onCommitment,
  stands,
  today,
  words,
} from './checks.ts'
import { mayReport, mayValidate, mustWait } from './contacts.ts'
import { dueDays, isBackward, standingReports } from './due.ts'
import { evidenceFaults, isFindable, isOnePiece } from './evidence.ts'
import type { Commitment, Report, UpToCommitments, Waiting } from './state.ts'

type Telling = CommitmentsActOf<'commitments.report'>

/**
 * C-22. A report tells of a time that has been, and, where one was due, says which; each due day is answered once, and
 * not before reports on it open.
 */
const isTimely = (
  state: UpToCommitments,
  told: Pick<Telling['body'], 'due' | 'period' | 'member' | 'revises' | 'on'>,
  commitment: Commitment,
  now: Day,
  at: Instant,
): Check => {
  const { due, period, member, revises } = told
  const answered = standingReports(commitment, member).some(one => one.due === due && one.id !== revises)
  const on = told.on ?? now
  const days = parameter(state.institution, 'report.opensDays', at).value
  const opens = due !== undefined && isDay(due) ? addDays(due, -days) : null
  return [
    'C-22',
    isDay(period.from) &&
      isDay(period.until) &&
      period.from <= period.until &&
      period.until <= on &&
      isDay(on) &&
      on <= now &&
      (due === undefined ||
        (!answered && opens !== null && opens <= on && dueDays(commitment, member, due).includes(due))),
    () => ({
      due: due ?? null,
      told: due !== undefined && answered,
      opens,
      from: period.from,
      until: period.until,
      on,
      today: now,
    }),
  ]
}

/** C-27. A report takes the place of one of the same member's on the same due day that nothing has replaced yet. */
const revisesOne = (
  told: Pick<Telling['body'], 'revises' | 'member' | 'due'>,
  commitment: Commitment,
): Check => {
  const { revises, member, due } = told
  const found = standingReports(commitment, member).find(one => one.id === revises)
  return [
    'C-27',
    revises === undefined || (found !== undefined && found.due === due),
    () => ({ revises: revises ?? null, found: found !== undefined, due: found?.due ?? null }),
  ]
}

const isNewReport = (state: UpToCommitments, { body }: Telling, commitment: Commitment): Check => {
  const waiting = get(state.commitments.waiting, body.member)
  const draft = waiting && get(waiting, body.report)
  const taken =
    commitment.reports.some(one => one.id === body.report) ||
    // One that was returned is told again under its own name.
    (draft !== undefined && (draft.returned === null || draft.commitment !== commitment.id))
  return ['C-22', !taken, () => ({ report: body.report, taken: true })]
}

/** What a member's reports said before this one: a correction is read beside what stood before the one it corrects. */
const before = (
  { member, revises }: Pick<Report, 'member' | 'revises'>,
  commitment: Commitment,
): readonly Report[] => {
  const all = standingReports(commitment, member)
  const place = revises === undefined ? -1 : all.findIndex(({ id }) => id === revises)
  return place < 0 ? all : all.slice(0, place)
}

const reportOf = ({ body }: Telling, commitment: Commitment, now: Day): Omit<Report, 'at'> => {
  const { commitment: _, report: id, on = now, ...rest } = body
  return { id, on, ...rest, movedBack: isBackward(body.says, before(body, commitment)) }
}

/**
 * C-25. What is said to be largely or wholly done is shown by a piece of evidence; where there is none the report says so.
 * C-26. Progress may go backward; a report that says so, or that nothing can be told, says why.
 */
const isShown = (report: Omit<Report, 'at'>, commitment: Commitment): readonly Check[] => {
  const { says, evidence, words: said, movedBack, source } = report
  const shown = evidence.length > 0 || commitment.evidence.some(one => one.member === report.member)
  const owesWords = movedBack || says === 'unclear' || says === 'noEvidence'
  return [
    [
      'C-25',
      source !== undefined || shown || (says !== 'substantial' && says !== 'complete'),
      () => ({ says, evidence: evidence.length }),
    ],
    ['C-26', !owesWords || said.trim() !== '', () => ({ says, movedBack })],
  ]
}

/**
 * A report on a commitment. In a delegation that has named a validating authority it waits for her word, and is until
 * then the delegation's own affair (C-24); in any other it is the member's word at once.
 */
export const report = (act: Telling, state: UpToCommitments): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member, words: said, evidence } = act.body
    const now = today(state, act.at)
    const told = reportOf(act, commitment, now)
    const waits = mustWait(state, act, commitment)
    const about = { commitment: commitment.id, member, report: told }
    return following(
      [
        readable(
          name('report', act.body.report),
          anyWords('words', said),
          ...evidence.flatMap(evidenceFaults),
        ),
        inItsOwnName(act),
        [
          'C-16',
          act.body.on === undefined || act.as.kind === 'secretariat',
          () => ({ on: act.body.on ?? null }),
        ],
        stands(commitment),
        byAnOwner(commitment, member),
        mayReport(state, act, commitment),
        isNewReport(state, act, commitment),
        isTimely(state, act.body, commitment, now, act.at),
        revisesOne(act.body, commitment),
        isFindable(evidence, now),
        isOnePiece(evidence, commitment),
        ...isShown(told, commitment),
      ],
      () => [eventOf(act, waits ? 'commitments.reportDrafted' : 'commitments.reported', about)],
    )
  })

type OfWaiting = CommitmentsActOf<'commitments.validateReport' | 'commitments.returnReport'>

const waitingOf = ({ body }: OfWaiting, state: UpToCommitments) => {
  const waiting = get(state.commitments.waiting, body.member)
  const found = waiting && get(waiting, body.report)
  return found?.commitment === body.commitment && found.returned === null ? found : undefined
}

const waits = (act: OfWaiting, state: UpToCommitments): Check => [
  'C-24',
  waitingOf(act, state) !== undefined,
  () => ({ report: act.body.report, waiting: false }),
]

/** A report that waited, as it is told on a day: how it stands beside the others is judged on that day. */
const toldNow = (found: Waiting | undefined, commitment: Commitment, on: Day) => {
  if (found === undefined) return undefined
  const { at: _, ...drafted } = found.report
  return { ...drafted, on, movedBack: isBackward(drafted.says, before(drafted, commitment)) }
}

/** What else was told while a report waited may have taken its due day, its name, or the report it revises. */
const stillHolds = (
  state: UpToCommitments,
  told: Omit<Report, 'at'>,
  commitment: Commitment,
  at: Instant,
): readonly Check[] => [
  ['C-22', commitment.reports.every(({ id }) => id !== told.id), () => ({ report: told.id, taken: true })],
  isTimely(state, told, commitment, told.on, at),
  revisesOne(told, commitment),
  isOnePiece(told.evidence, commitment),
  ...isShown(told, commitment),
]

/** C-24. The validating authority makes a report the member's word. It counts as told on that day. */
export const validateReport = (
  act: CommitmentsActOf<'commitments.validateReport'>,
  state: UpToCommitments,
): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member } = act.body
    const told = toldNow(waitingOf(act, state), commitment, today(state, act.at))
    return following(
      [
        stands(commitment),
        byAnOwner(commitment, member),
        mayValidate(state, act, member, commitment),
        waits(act, state),
        ...(told === undefined ? [] : stillHolds(state, told, commitment, act.at)),
      ],
      () => [eventOf(act, 'commitments.reported', { commitment: commitment.id, member, report: told! })],
    )
  })

/** C-24. Or gives it back with a reason; nothing of it is lost. */
export const returnReport = (
  act: CommitmentsActOf<'commitments.returnReport'>,
  state: UpToCommitments,
): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member, report: id, reason } = act.body
    return following(
      [mayValidate(state, act, member, commitment), waits(act, state), readable(words('reason', reason))],
      () => [
        eventOf(act, 'commitments.reportReturned', { commitment: commitment.id, member, report: id, reason }),
      ],
    )
  })

/**
 * C-29. The coordinator of its area, the secretariat and observers may say what they find of a commitment; findings stand
 * side by side, none replaces another's, and none is added up into a rank.
 */
export const assess = (act: CommitmentsActOf<'commitments.assess'>, state: UpToCommitments): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { finds, words: said, on, assessor, source } = act.body
    const now = today(state, act.at)
    const { measure, area } = commitment.terms
    const own = measure === undefined ? area : areaOf(state, measure)
    const recorded = assessor !== undefined || source !== undefined || on !== undefined
    return following(
      [
        readable(words('words', said), line('assessor', assessor), line('source', source)),
        [
          'C-29',
          (act.as.kind !== 'coordinator' || coordinates(act.as, own)) &&
            (!recorded || (act.as.kind === 'secretariat' && (source ?? '').trim() !== '')) &&
            (on === undefined || (isDay(on) && on <= now)),
          () => ({
            commitment: commitment.id,
            area: own ?? null,
            capacity: capacityName(act.as),
            on: on ?? null,
          }),
        ],
      ],
      () => [
        eventOf(act, 'commitments.assessed', {
          commitment: commitment.id,
          finding: {
            finds,
            words: said,
            on: on ?? now,
            as: act.as,
            ...(assessor === undefined ? {} : { assessor }),
            ...(source === undefined ? {} : { source }),
          },
        }),
      ],
    )
  })

/** Whether a member has anything that waits under the name of a report. */
export const isWaiting = (state: UpToCommitments, member: string, id: string): boolean => {
  const waiting = get(state.commitments.waiting, member)
  return waiting !== undefined && has(waiting, id)
}
