import type { commitments as chapter, DomainState, decisions } from '@gavel/domain'
import { emptyTable, get, type MemberId, type PlanId, put, type Table } from '@gavel/kernel'

/**
 * What the views of the fifth chapter answered, put into the state a slice holds: a slice has the catalogue alone, and
 * with this the rules find the rest. `domain.decide` then says here what the server would say.
 */

type Own = chapter.CommitmentsState

/** What a delegation is told of itself: what waits for its validator, and who does what. */
export interface Inside {
  readonly member: MemberId
  readonly waiting: readonly Omit<chapter.Waiting, 'commitment'>[]
  readonly contacts: readonly chapter.Contact[]
}

/** A plan as a list shows it: without the ids of its activities. */
export type PlanRow = Omit<chapter.Plan, 'activities'>

const within = (state: DomainState, change: (own: Own) => Partial<Own>): DomainState => ({
  ...state,
  commitments: { ...state.commitments, ...change(state.commitments) },
})

const withAll = <V extends { readonly id: string }>(table: Table<V>, rows: readonly V[]): Table<V> =>
  rows.reduce((sum, row) => put(sum, row.id, row), table)

const listed = (table: Table<Table<true>>, member: string, id: string): Table<Table<true>> =>
  put(table, member, put(get(table, member) ?? emptyTable<true>(), id, true))

const ids = <Id extends string>(
  before: readonly Id[],
  more: readonly { readonly id: Id }[],
): readonly Id[] => [...new Set([...before, ...more.map(({ id }) => id)])]

const contactKey = ({ person, role, scope }: chapter.Contact): string => JSON.stringify([person, role, scope])

const joined = (
  before: readonly chapter.Contact[],
  more: readonly chapter.Contact[],
): readonly chapter.Contact[] => [
  ...new Map([...before, ...more].map(one => [contactKey(one), one])).values(),
]

/** With one commitment as `GET /api/commitments/:id` answers it, and what the viewer's own delegation knows of it. */
export const withCommitment = (
  state: DomainState,
  { commitment, inside }: { readonly commitment: chapter.Commitment; readonly inside: readonly Inside[] },
): DomainState =>
  within(state, own => {
    let { waiting, contacts, ofMember } = own
    for (const { member } of commitment.owners) ofMember = listed(ofMember, member, commitment.id)
    for (const one of inside) {
      const rows = one.waiting.map(row => [row.report.id, { ...row, commitment: commitment.id }] as const)
      waiting = put(
        waiting,
        one.member,
        rows.reduce(
          (table, [id, row]) => put(table, id, row),
          get(waiting, one.member) ?? emptyTable<chapter.Waiting>(),
        ),
      )
      contacts = put(contacts, one.member, joined(get(contacts, one.member) ?? [], one.contacts))
    }
    return { commitments: put(own.commitments, commitment.id, commitment), ofMember, waiting, contacts }
  })

/** With activities, as the views of a plan and of the calendar answer them. */
export const withActivities = (state: DomainState, rows: readonly chapter.Activity[]): DomainState =>
  within(state, ({ activities }) => ({ activities: withAll(activities, rows) }))

/** With the plans of a list. One that is held whole already stays whole. */
export const withPlans = (state: DomainState, rows: readonly PlanRow[]): DomainState =>
  within(state, ({ plans, planOrder }) => ({
    plans: withAll(
      plans,
      rows.map(row => ({ ...row, activities: get(plans, row.id)?.activities ?? [] })),
    ),
    planOrder: ids<PlanId>(planOrder, rows),
  }))

/** With one plan and its activities as `GET /api/plans/:id` answers them. */
export const withPlan = (
  state: DomainState,
  { plan, activities }: { readonly plan: PlanRow; readonly activities: readonly chapter.Activity[] },
): DomainState =>
  within(withActivities(state, activities), ({ plans, planOrder }) => ({
    plans: put(plans, plan.id, { ...plan, activities: activities.map(({ id }) => id) }),
    planOrder: ids(planOrder, [plan]),
  }))

/** With reviews: whole ones, with their questions. */
export const withReviews = (state: DomainState, rows: readonly chapter.Review[]): DomainState =>
  within(state, ({ reviews, reviewOrder }) => ({
    reviews: withAll(reviews, rows),
    reviewOrder: ids(reviewOrder, rows),
  }))

/** With recommendations, as a list or a dossier answers them. */
export const withRecommendations = (
  state: DomainState,
  rows: readonly chapter.Recommendation[],
): DomainState =>
  within(state, ({ recommendations, recommendedTo }) => ({
    recommendations: withAll(recommendations, rows),
    recommendedTo: rows.reduce((table, { to, id }) => listed(table, to, id), recommendedTo),
  }))

/** With the concept papers and action plans of areas, as `GET /api/catalogue` answers them. */
export const withPapers = (state: DomainState, rows: readonly chapter.Paper[]): DomainState =>
  within(state, ({ papers }) => ({
    papers: [...new Map([...papers, ...rows].map(paper => [paper.id, paper])).values()],
  }))

/**
 * With decisions that were settled long ago, which no slice holds. A decision on a text is found only where its text is
 * in the state too (`useSlice(text)`): who may read the one may read the other.
 */
export const withDecisions = (state: DomainState, rows: readonly decisions.Decision[]): DomainState => {
  const own = state.decisions
  const lacking = rows.filter(({ id }) => get(own.decisions, id) === undefined)
  return lacking.length === 0
    ? state
    : { ...state, decisions: { ...own, decisions: withAll(own.decisions, lacking) } }
}
