import { type BodyId, type DecisionId, type Instant, type MemberId, values } from '@gavel/kernel'
import { adoptedAt, decisionStatus } from './decisionStatus.ts'
import type { Ground } from './ground.ts'
import { openRequests } from './silenceClock.ts'
import { noticeDueAt } from './silenceEnd.ts'
import { endOf, silenceStatus } from './silenceStatus.ts'
import type { Decision, DecisionsState, Statement } from './state.ts'
import { statementsCloseAt } from './statements.ts'

/** One line of the register of decisions. */
export interface RegisterRow {
  readonly number: string
  readonly decision: DecisionId
  readonly body: BodyId
  readonly title: string
  readonly numberedAt: Instant
  readonly adoptedAt: Instant
  readonly through: 'consensus' | 'silence'
  readonly minusOne: MemberId | null
  readonly publishedAt: Instant | null
  /** D-42. The statements that stand, with their decision. */
  readonly statements: readonly Statement[]
}

const standing = (decision: Decision): readonly Statement[] =>
  decision.statements.filter(statement => statement.withdrawnAt === undefined)

/**
 * The register: every decision that has a number, in the order in which the numbers were given. Cost: the decisions
 * there are.
 */
export const registerRows = (own: DecisionsState, now: Instant): readonly RegisterRow[] =>
  [...values(own.decisions)]
    .flatMap(decision => {
      const { number, course } = decision
      const at = adoptedAt(decision, now)
      if (number === undefined || at === undefined) return []
      const minusOne = course.stage === 'adopted' ? (course.minusOne?.member ?? null) : null
      const row: RegisterRow = {
        number: number.symbol,
        decision: decision.id,
        body: decision.body,
        title: decision.title,
        numberedAt: number.at,
        adoptedAt: at,
        through: course.stage === 'silence' ? 'silence' : 'consensus',
        minusOne,
        publishedAt: decision.publishedAt ?? null,
        statements: standing(decision),
      }
      return [{ row, series: number.series, n: number.n }]
    })
    .sort((a, b) =>
      a.row.numberedAt !== b.row.numberedAt
        ? a.row.numberedAt < b.row.numberedAt
          ? -1
          : 1
        : a.series === b.series
          ? a.n - b.n
          : a.series < b.series
            ? -1
            : 1,
    )
    .map(({ row }) => row)

/** Something somebody has to do or watch, and by when; `at` is null where the rules name no hour. */
export interface Deadline {
  readonly kind:
    | 'silenceExpires'
    | 'extensionAsked'
    | 'noticeDue'
    | 'confirmAtNextMeeting'
    | 'sayWhatFollows'
    | 'leftOpen'
    | 'statementsClose'
    | 'publish'
  readonly decision: DecisionId
  readonly body: BodyId
  readonly at: Instant | null
  readonly overdue: boolean
}

const deadlinesOf = (decision: Decision, ground: Ground, now: Instant): readonly Deadline[] => {
  const due = (kind: Deadline['kind'], at: Instant | null): Deadline => ({
    kind,
    decision: decision.id,
    body: decision.body,
    at,
    overdue: at !== null && at < now,
  })
  const status = decisionStatus(decision, now)
  const { course } = decision
  const list: Deadline[] = []
  if (course.stage === 'put' || course.stage === 'proposed') {
    const meeting = ground.meeting(course.meeting, now)
    if (meeting?.status === 'closed') list.push(due('leftOpen', null))
  }
  if (course.stage === 'silence') list.push(...ofSilence(decision, ground, now, due))
  if (status.kind === 'adopted') {
    const closes = statementsCloseAt(decision, ground, now)
    if (closes !== undefined && closes > now) list.push(due('statementsClose', closes))
    if (status.number !== null && status.publishedAt === null) list.push(due('publish', null))
  }
  return list
}

const ofSilence = (
  decision: Decision,
  ground: Ground,
  now: Instant,
  due: (kind: Deadline['kind'], at: Instant | null) => Deadline,
): readonly Deadline[] => {
  if (decision.course.stage !== 'silence') return []
  const { silence } = decision.course
  const status = silenceStatus(silence.entries, now)
  if (status.kind === 'running') {
    const asked = openRequests(silence).length > 0 ? [due('extensionAsked', status.expiresAt)] : []
    return [due('silenceExpires', status.expiresAt), ...asked]
  }
  const list: Deadline[] = []
  const endedAt = endOf(status)
  if (endedAt !== undefined && silence.noticeAt === undefined) {
    const hours = ground.parameter('silence.noticeHours', endedAt, decision.body)
    list.push(due('noticeDue', noticeDueAt(endedAt, hours)))
  }
  if (status.kind === 'kept' && decision.number === undefined) list.push(due('confirmAtNextMeeting', null))
  if (status.kind === 'broken' && silence.settled === undefined) list.push(due('sayWhatFollows', null))
  return list
}

/**
 * What is due, soonest first, what has no hour last. D-32: a notice that was not given shows as overdue from its
 * instant on.
 */
export const deadlines = (own: DecisionsState, ground: Ground, now: Instant): readonly Deadline[] =>
  [...values(own.decisions)]
    .flatMap(decision => deadlinesOf(decision, ground, now))
    .sort((a, b) => {
      const [left, right] = [a.at ?? '~', b.at ?? '~']
      if (left !== right) return left < right ? -1 : 1
      return a.decision < b.decision ? -1 : a.decision > b.decision ? 1 : 0
    })

/** What all are told of how a silence ended. */
export interface SilenceAnnouncement {
  readonly decision: DecisionId
  readonly outcome: 'kept' | 'broken' | 'withdrawn'
  readonly endedAt: Instant
  /** Null when nobody broke it, and where the rules keep the name from the public. */
  readonly brokenBy: MemberId | null
  readonly noticeGivenAt: Instant | null
}

/**
 * D-36. Where the rules keep it, the name of the delegation that broke a silence is not told in public; members know
 * it. Undefined while the silence has not ended, or when the decision never was under silence.
 */
export const silenceAnnouncement = (
  decision: Decision,
  ground: Ground,
  now: Instant,
  to: 'members' | 'public',
): SilenceAnnouncement | undefined => {
  if (decision.course.stage !== 'silence') return undefined
  const { silence } = decision.course
  const status = silenceStatus(silence.entries, now)
  if (status.kind !== 'kept' && status.kind !== 'broken' && status.kind !== 'withdrawn') return undefined
  const named =
    to === 'members' || ground.parameter('silence.namesBreaker', silence.entries[0]!.at, decision.body)
  return {
    decision: decision.id,
    outcome: status.kind,
    endedAt: status.at,
    brokenBy: status.kind === 'broken' && named ? status.member : null,
    noticeGivenAt: silence.noticeAt ?? null,
  }
}
