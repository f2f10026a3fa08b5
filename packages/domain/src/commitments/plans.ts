import {
  type ActivityId,
  type Check,
  following,
  get,
  has,
  type MemberId,
  type PlanId,
  refused,
} from '@gavel/kernel'
import type { ActHeader } from '../act.ts'
import { isDay } from '../decisions/index.ts'
import { eventOf } from '../event.ts'
import { readable } from '../institution/names.ts'
import type { CommitmentsActOf, Planned } from './acts.ts'
import {
  type Answer,
  adoptsText,
  anyWords,
  capacityName,
  coordinates,
  hasMeasure,
  isBody,
  isMember,
  isOfBody,
  isPeriod,
  isText,
  leads,
  line,
  name,
  today,
  words,
} from './checks.ts'
import { evidenceFaults, isFindable } from './evidence.ts'
import type { Activity, Plan, UpToCommitments } from './state.ts'

/** C-6. A body has one plan for a year; its chair opens it, or the secretariat. */
export const openPlan = (act: CommitmentsActOf<'commitments.openPlan'>, state: UpToCommitments): Answer => {
  const { plan, body, year, title } = act.body
  const { plans, planOrder } = state.commitments
  const other = planOrder.find(id => {
    const one = get(plans, id)!
    return one.body === body && one.year === year
  })
  return following(
    [
      readable(name('plan', plan), line('title', title)),
      [
        'C-6',
        leads(act, body) &&
          isBody(state, body) &&
          /^\d{4}$/.test(year) &&
          other === undefined &&
          !has(plans, plan),
        () => ({
          plan,
          body,
          year,
          other: other ?? (has(plans, plan) ? plan : null),
          capacity: capacityName(act.as),
        }),
      ],
    ],
    () => [eventOf(act, 'commitments.planOpened', { plan, body, year, title })],
  )
}

/** C-7. Proposals go to a plan that is not yet before its body. */
const takesProposals = (id: PlanId, plan: Plan | undefined): Check => [
  'C-7',
  plan !== undefined && plan.text === null,
  () => ({ plan: id, found: plan !== undefined, laid: plan?.text ?? null }),
]

/** C-8. What is planned says what, when and where it belongs; a host is an active member, or still sought. */
const isWhole = (state: UpToCommitments, planned: Planned, at: ActHeader['at']): readonly Check[] => {
  const unknown = planned.measures.filter(one => !hasMeasure(state, one)).map(({ measure }) => measure)
  return [
    readable(line('title', planned.title), words('aim', planned.aim), line('place', planned.place)),
    [
      'C-8',
      has(state.institution.areas, planned.area) &&
        unknown.length === 0 &&
        isPeriod(planned.from, planned.until) &&
        (planned.host === null || isMember(state, planned.host, at)),
      () => ({ area: planned.area, unknown, from: planned.from, until: planned.until, host: planned.host }),
    ],
  ]
}

/** C-9. An activity is its proposer's, its host's, the area's coordinator's and the secretariat's to change. */
const isTheirs = (act: ActHeader, activity: Activity): Check => {
  const { planned, proposedBy } = activity
  return [
    'C-9',
    act.as.kind === 'secretariat' ||
      capacityName(act.as) === proposedBy ||
      coordinates(act.as, planned.area) ||
      (act.as.kind === 'delegate' && act.as.member === planned.host),
    () => ({ activity: activity.id, capacity: capacityName(act.as), proposedBy, host: planned.host }),
  ]
}

const isOpen = (activity: Activity): Check => [
  'C-9',
  activity.withdrawn === null && activity.happened?.status !== 'held',
  () => ({
    activity: activity.id,
    withdrawn: activity.withdrawn?.at ?? null,
    status: activity.happened?.status ?? null,
  }),
]

const onActivity = (
  state: UpToCommitments,
  id: ActivityId,
  judge: (activity: Activity) => Answer,
): Answer => {
  const activity = get(state.commitments.activities, id)
  return activity ? judge(activity) : refused('C-9', { activity: id, found: false })
}

/** C-10. A member says for itself that it hosts; what a member has told it the secretariat writes down. */
const mayName = ({ as }: ActHeader, host: MemberId): boolean =>
  as.kind === 'secretariat' || (as.kind === 'delegate' && as.member === host)

/** C-7. An activity is proposed by the member that hosts it, by the coordinator of its area, or by the secretariat. */
export const proposeActivity = (
  act: CommitmentsActOf<'commitments.proposeActivity'>,
  state: UpToCommitments,
): Answer => {
  const { activity, plan, planned } = act.body
  const { host } = planned
  const mayPropose =
    act.as.kind === 'secretariat' || act.as.kind === 'delegate' || coordinates(act.as, planned.area)
  return following(
    [
      readable(name('activity', activity)),
      takesProposals(plan, get(state.commitments.plans, plan)),
      [
        'C-7',
        mayPropose && !has(state.commitments.activities, activity),
        () => ({
          activity,
          taken: has(state.commitments.activities, activity),
          capacity: capacityName(act.as),
        }),
      ],
      [
        'C-10',
        host === null || mayName(act, host),
        () => ({ activity, host, before: null, capacity: capacityName(act.as) }),
      ],
      ...isWhole(state, planned, act.at),
    ],
    () => [
      eventOf(act, 'commitments.activityProposed', {
        activity,
        plan,
        planned,
        proposedBy: capacityName(act.as),
      }),
    ],
  )
}

/** C-9. A change says why; what was planned before stays to be seen. Nobody is made a host by others. */
export const changeActivity = (
  act: CommitmentsActOf<'commitments.changeActivity'>,
  state: UpToCommitments,
): Answer =>
  onActivity(state, act.body.activity, activity => {
    const { planned, reason } = act.body
    const host = planned.host
    const hostAgrees = host === null || host === activity.planned.host || mayName(act, host)
    return following(
      [
        isTheirs(act, activity),
        isOpen(activity),
        readable(words('reason', reason)),
        ['C-10', hostAgrees, () => ({ activity: activity.id, host, before: activity.planned.host })],
        ...isWhole(state, planned, act.at),
      ],
      () => [eventOf(act, 'commitments.activityChanged', { activity: activity.id, planned, reason })],
    )
  })

/** C-10. Where a host is sought a member may offer to be it. */
export const offerToHost = (
  act: CommitmentsActOf<'commitments.offerToHost'>,
  state: UpToCommitments,
): Answer =>
  onActivity(state, act.body.activity, activity => {
    const member: MemberId = act.body.member
    return following(
      [
        isOpen(activity),
        [
          'C-10',
          activity.planned.host === null,
          () => ({ activity: activity.id, host: member, before: activity.planned.host }),
        ],
      ],
      () => [
        eventOf(act, 'commitments.activityChanged', {
          activity: activity.id,
          planned: { ...activity.planned, host: member },
          reason: `host: ${member}`,
        }),
      ],
    )
  })

export const withdrawActivity = (
  act: CommitmentsActOf<'commitments.withdrawActivity'>,
  state: UpToCommitments,
): Answer =>
  onActivity(state, act.body.activity, activity =>
    following([isTheirs(act, activity), isOpen(activity), readable(words('reason', act.body.reason))], () => [
      eventOf(act, 'commitments.activityWithdrawn', { activity: activity.id, reason: act.body.reason }),
    ]),
  )

const onPlan = (state: UpToCommitments, id: PlanId, judge: (plan: Plan) => Answer): Answer => {
  const plan = get(state.commitments.plans, id)
  return plan ? judge(plan) : refused('C-6', { plan: id, found: false })
}

/** C-11. A plan with something in it is laid before its body as a text, by the body's chair or the secretariat. */
export const layPlan = (act: CommitmentsActOf<'commitments.layPlan'>, state: UpToCommitments): Answer =>
  onPlan(state, act.body.plan, plan => {
    const { text } = act.body
    if (!isText(state, text)) return refused('T-1', { text })
    const { activities } = state.commitments
    const planned = plan.activities.filter(id => get(activities, id)!.withdrawn === null)
    const theirs = leads(act, plan.body)
    return following(
      [
        [
          'C-11',
          planned.length > 0 && plan.decision === null && theirs,
          () => ({ plan: plan.id, activities: planned.length, adopted: plan.decision, theirs }),
        ],
      ],
      () => [eventOf(act, 'commitments.planLaid', { plan: plan.id, text })],
    )
  })

/**
 * C-12. A plan is adopted by a decision on its text, of its body or one above, that was adopted itself: in a meeting or
 * by silence. What a body below decided on the way up adopts nothing here.
 */
export const adoptPlan = (act: CommitmentsActOf<'commitments.adoptPlan'>, state: UpToCommitments): Answer =>
  onPlan(state, act.body.plan, plan => {
    const { decision } = act.body
    return following(
      [
        [
          'C-12',
          plan.decision === null &&
            adoptsText(state, decision, plan.text, act.at) &&
            isOfBody(state, decision, plan.body) &&
            leads(act, plan.body),
          () => ({
            plan: plan.id,
            body: plan.body,
            decision,
            text: plan.text,
            adopted: plan.decision,
            capacity: capacityName(act.as),
          }),
        ],
      ],
      () => [eventOf(act, 'commitments.planAdopted', { plan: plan.id, decision })],
    )
  })

/**
 * C-13. What became of an activity of an adopted plan is told by its host, the coordinator or the secretariat: who took
 * part, what came of it. It is not held before it has begun, and one that is put off says when.
 */
export const recordActivity = (
  act: CommitmentsActOf<'commitments.recordActivity'>,
  state: UpToCommitments,
): Answer =>
  onActivity(state, act.body.activity, activity => {
    const { happened } = act.body
    const { status, participants, outcome, documents, from, until } = happened
    const plan = get(state.commitments.plans, activity.plan)!
    // What was put off begins on its new day.
    const begins = from ?? activity.happened?.from ?? activity.planned.from
    const strangers = participants.filter(one => !has(state.institution.parties, one))
    const now = today(state, act.at)
    return following(
      [
        isTheirs(act, activity),
        isOpen(activity),
        readable(anyWords('outcome', outcome), ...documents.flatMap(evidenceFaults)),
        isFindable(documents, now),
        [
          'C-13',
          plan.decision !== null &&
            (from === undefined || isPeriod(from, until ?? from)) &&
            (status === 'held' ? begins <= now && participants.length > 0 : participants.length === 0) &&
            (status !== 'postponed' || (from !== undefined && isDay(from) && from > now)) &&
            strangers.length === 0 &&
            new Set(participants).size === participants.length,
          () => ({
            activity: activity.id,
            plan: plan.id,
            adopted: plan.decision,
            status,
            begins,
            today: now,
            strangers,
            participants: participants.length,
          }),
        ],
      ],
      () => [
        eventOf(act, 'commitments.activityRecorded', {
          activity: activity.id,
          area: activity.planned.area,
          happened,
        }),
      ],
    )
  })

/** C-14. What was not held is carried into another plan that still takes proposals. */
export const carryActivity = (
  act: CommitmentsActOf<'commitments.carryActivity'>,
  state: UpToCommitments,
): Answer =>
  onActivity(state, act.body.activity, activity => {
    const { plan, reason } = act.body
    return following(
      [
        isTheirs(act, activity),
        isOpen(activity),
        readable(words('reason', reason)),
        ['C-14', plan !== activity.plan, () => ({ activity: activity.id, plan })],
        takesProposals(plan, get(state.commitments.plans, plan)),
      ],
      () => [
        eventOf(act, 'commitments.activityCarried', {
          activity: activity.id,
          from: activity.plan,
          plan,
          reason,
        }),
      ],
    )
  })
