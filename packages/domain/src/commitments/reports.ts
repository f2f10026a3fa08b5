import { type Check, following, get, has } from '@gavel/kernel'
import { isDay } from '../decisions/index.ts'
import { eventOf } from '../event.ts'
import { readable } from '../institution/names.ts'
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
import { mayReport, mayValidate, validatorsFor } from './contacts.ts'
import { dueDays, isBackward, standingReports } from './due.ts'
import { evidenceFaults, isFindable } from './evidence.ts'
import type { Commitment, Report, UpToCommitments } from './state.ts'

type Telling = CommitmentsActOf<'commitments.report'>

/** C-22. A report tells of a time that has been, and, where one was due, says which; each due day is answered once. */
const isTimely = ({ body }: Telling, commitment: Commitment, now: Day): Check => {
  const { due, period, member, revises } = body
  const told = standingReports(commitment, member).some(one => one.due === due && one.id !== revises)
  const on = body.on ?? now
  return [
    'C-22',
    isDay(period.from) &&
      isDay(period.until) &&
      period.from <= period.until &&
      period.until <= on &&
      isDay(on) &&
      on <= now &&
      (due === undefined || (!told && dueDays(commitment, member, due).includes(due))),
    () => ({
      due: due ?? null,
      told: due !== undefined && told,
      from: period.from,
      until: period.until,
      on,
      today: now,
    }),
  ]
}

/** C-27. A report takes the place of one of the same member's on the same due day that nothing has replaced yet. */
const revisesOne = ({ body }: Telling, commitment: Commitment): Check => {
  const { revises, member, due } = body
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

const reportOf = ({ body }: Telling, commitment: Commitment, now: Day): Omit<Report, 'at'> => {
  const { commitment: _, report: id, on = now, ...rest } = body
  const before = standingReports(commitment, body.member).filter(one => one.id !== body.revises)
  return { id, on, ...rest, movedBack: isBackward(body.says, before) }
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
    const waits =
      act.as.kind === 'delegate' &&
      validatorsFor(state, member, commitment, act.at).some(one => one !== act.by)
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
        isTimely(act, commitment, now),
        revisesOne(act, commitment),
        isFindable(evidence, now),
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

/** C-24. The validating authority makes a report the member's word. It counts as told on that day. */
export const validateReport = (
  act: CommitmentsActOf<'commitments.validateReport'>,
  state: UpToCommitments,
): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member } = act.body
    const found = waitingOf(act, state)
    return following(
      [
        stands(commitment),
        byAnOwner(commitment, member),
        mayValidate(state, act, member, commitment),
        waits(act, state),
      ],
      () => {
        const { at: _, ...drafted } = found!.report
        return [
          eventOf(act, 'commitments.reported', {
            commitment: commitment.id,
            member,
            report: { ...drafted, on: today(state, act.at) },
          }),
        ]
      },
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
