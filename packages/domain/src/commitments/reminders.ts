import { emptyTable, entries, get, type Instant, type MemberId, values } from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import { addDays, daysBetween } from '../decisions/index.ts'
import type { Office } from '../institution/acts.ts'
import { officeKey } from '../institution/evolve.ts'
import { parameter } from '../rules.ts'
import type { Day } from './acts.ts'
import { ownersOf, today } from './checks.ts'
import { dues } from './due.ts'
import type { Activity, UpToCommitments, Waiting } from './state.ts'

export type ReminderKind =
  | 'reportDue'
  | 'reportOverdue'
  | 'reportWaits'
  | 'reportReturned'
  | 'questionWaits'
  | 'recommendationWaits'
  | 'activityUntold'
  | 'termEnds'
  | 'planUnadopted'

/** Something somebody has still to do, worked out from stored days. */
export interface Reminder {
  /** The same for the same thing at every look, so that a calendar changes an entry and does not double it. */
  readonly uid: string
  readonly kind: ReminderKind
  /** The day it is about: a due day, the end of a term or of an activity, the day a thing was asked. */
  readonly on: Day
  /** Days from today to that day; negative when it has passed. */
  readonly days: number
  readonly title: string
  /** What it is about, by id. */
  readonly about: {
    readonly commitment?: string
    readonly report?: string
    readonly activity?: string
    readonly review?: string
    readonly recommendation?: string
    readonly plan?: string
    readonly area?: string
    readonly body?: string
  }
}

interface Asked {
  readonly state: UpToCommitments
  readonly at: Instant
  readonly now: Day
}

const remind = (
  { now }: Asked,
  kind: ReminderKind,
  on: Day,
  title: string,
  about: Reminder['about'],
  /** What tells it from others about the same thing on the same day. */
  ...which: readonly string[]
): Reminder => ({
  uid: [kind, ...Object.values(about), ...which, on].join('-'),
  kind,
  on,
  days: daysBetween(now, on),
  title,
  about,
})

const ofReports = (asked: Asked, member: MemberId): readonly Reminder[] => {
  const { state, at, now } = asked
  const ahead = parameter(state.institution, 'report.remindDays', at).value
  const opens = parameter(state.institution, 'report.opensDays', at).value
  const waiting = [...values(get(state.commitments.waiting, member) ?? emptyTable<Waiting>())]
  const found: Reminder[] = waiting.map(({ commitment, report, returned }) =>
    remind(
      asked,
      returned === null ? 'reportWaits' : 'reportReturned',
      report.due ?? report.on,
      get(state.commitments.commitments, commitment)!.terms.title,
      { commitment, report: report.id },
    ),
  )
  const drafted = new Set(waiting.map(({ commitment, report }) => `${commitment} ${report.due}`))
  for (const [id] of entries(get(state.commitments.ofMember, member) ?? emptyTable())) {
    const commitment = get(state.commitments.commitments, id)!
    // Who has left reports no more (C-20).
    if (commitment.ended !== null || !ownersOf(commitment).includes(member)) continue
    for (const { due, status } of dues(commitment, member, now, opens, ahead)) {
      if (status.kind === 'told' || drafted.has(`${id} ${due}`)) continue
      const kind = status.kind === 'overdue' ? 'reportOverdue' : 'reportDue'
      found.push(remind(asked, kind, due, commitment.terms.title, { commitment: commitment.id }))
    }
  }
  return found
}

const ofRecommendations = (asked: Asked, member: MemberId): readonly Reminder[] => {
  const { recommendedTo, recommendations } = asked.state.commitments
  return [...entries(get(recommendedTo, member) ?? emptyTable())].flatMap(([id]) => {
    const one = get(recommendations, id)!
    return one.responses.length > 0
      ? []
      : [remind(asked, 'recommendationWaits', one.on, one.wording.slice(0, 200), { recommendation: id })]
  })
}

/** Questions of running reviews that wait for whoever `asks` says. */
const ofQuestions = (
  asked: Asked,
  isTheirs: (to: MemberId | null, dimension: string) => boolean,
): readonly Reminder[] => {
  const { state } = asked
  return state.commitments.reviewOrder.flatMap(id => {
    const review = get(state.commitments.reviews, id)!
    if (review.decision !== null) return []
    return review.questions
      .filter(({ to, answer }) => answer === null && isTheirs(to, review.dimension))
      .map(({ id: question, wording, at }) =>
        remind(asked, 'questionWaits', today(state, at), wording.slice(0, 200), { review: id }, question),
      )
  })
}

/** Activities of adopted plans whose last day has passed, and nobody has said what became of them. */
const ofActivities = (asked: Asked, isTheirs: (activity: Activity) => boolean): readonly Reminder[] => {
  const { plans, planOrder, activities } = asked.state.commitments
  return planOrder
    .map(id => get(plans, id)!)
    .filter(({ decision }) => decision !== null)
    .flatMap(plan =>
      plan.activities.map(id => get(activities, id)!).filter(({ plan: own }) => own === plan.id),
    )
    .flatMap(activity => {
      const { happened, withdrawn, planned, id } = activity
      const until =
        (happened?.status === 'postponed' ? (happened.until ?? happened.from) : undefined) ?? planned.until
      const told = happened !== null && happened.status !== 'postponed'
      return told || withdrawn !== null || until >= asked.now || !isTheirs(activity)
        ? []
        : [remind(asked, 'activityUntold', until, planned.title, { activity: id })]
    })
}

type Ending = Exclude<Office, { kind: 'secretaryGeneral' }>

const offices = ({ state }: Asked): readonly Ending[] => [
  ...state.institution.bodyOrder.map(body => ({ kind: 'chair', body }) as const),
  ...state.institution.areaOrder.flatMap(area => [
    { kind: 'coordinator', area } as const,
    { kind: 'coCoordinator', area } as const,
  ]),
]

/** Terms that end within `term.remindDays`; only those whose end is known to the day. */
const ofTerms = (asked: Asked, isTheirs: (holder: string) => boolean): readonly Reminder[] => {
  const { state, at, now } = asked
  const last = addDays(now, parameter(state.institution, 'term.remindDays', at).value)
  return offices(asked).flatMap(office =>
    (get(state.institution.terms, officeKey(office)) ?? []).flatMap(({ until, holder }) =>
      until?.length === 10 && until >= now && until <= last && isTheirs(holder)
        ? [
            remind(
              asked,
              'termEnds',
              until,
              officeKey(office),
              'body' in office ? { body: office.body } : { area: office.area },
              office.kind,
              holder,
            ),
          ]
        : [],
    ),
  )
}

const ofPlans = (asked: Asked): readonly Reminder[] => {
  const { plans, planOrder } = asked.state.commitments
  return planOrder
    .map(id => get(plans, id)!)
    .filter(({ decision, text }) => decision === null && text !== null)
    .map(({ id, title, openedAt }) =>
      remind(asked, 'planUnadopted', today(asked.state, openedAt), title, { plan: id }),
    )
}

const forDelegation = (asked: Asked, member: MemberId): readonly Reminder[] => [
  ...ofReports(asked, member),
  ...ofQuestions(asked, to => to === member),
  ...ofRecommendations(asked, member),
  ...ofActivities(asked, ({ planned }) => planned.host === member),
  ...ofTerms(asked, holder => holder === member),
]

const forCoordinator = (asked: Asked, area: string): readonly Reminder[] => {
  const { institution } = asked.state
  const own = get(institution.areas, area)?.dimension
  const holders = (['coordinator', 'coCoordinator'] as const).flatMap(kind =>
    (get(institution.terms, officeKey({ kind, area })) ?? []).map(({ holder }) => holder),
  )
  return [
    ...ofQuestions(asked, (to, dimension) => to === null && dimension === own),
    ...ofActivities(asked, ({ planned }) => planned.area === area),
    ...ofTerms(asked, holder => holders.some(one => one === holder)).filter(
      ({ about }) => about.area === area,
    ),
  ]
}

/**
 * C-40. What whoever acts in a capacity is reminded of, the most urgent first: nothing that is not hers. A delegation of
 * its reports, questions, recommendations, activities and terms; a coordinator of her area's; a chair of the end of her
 * term; the secretariat of plans, activities and terms. Nobody else is reminded of anything.
 */
export const remindersFor = (state: UpToCommitments, as: Capacity, at: Instant): readonly Reminder[] => {
  const asked: Asked = { state, at, now: today(state, at) }
  return [...remindersIn(asked, as)].sort((a, b) => a.days - b.days || (a.uid < b.uid ? -1 : 1))
}

const remindersIn = (asked: Asked, as: Capacity): readonly Reminder[] => {
  switch (as.kind) {
    case 'delegate':
      return forDelegation(asked, as.member)
    case 'coordinator':
      return forCoordinator(asked, as.area)
    case 'chair':
      return ofTerms(asked, () => true).filter(({ about }) => about.body === as.body)
    case 'secretariat':
      return [
        ...ofPlans(asked),
        ...ofActivities(asked, () => true),
        ...ofTerms(asked, () => true),
        ...ofQuestions(asked, to => to === null),
      ]
    default:
      return []
  }
}
