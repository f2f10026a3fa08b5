import type { commitments } from '@gavel/domain'
import { get, values } from '@gavel/kernel'
import type { Onlooker } from '../meetings/view.ts'
import { audienceOfPlan } from './catalogue.ts'
import { commitmentRow } from './list.ts'
import { activityView } from './plans.ts'
import { areaOfTerms, asking, dimensionOf, readableCommitments } from './reading.ts'

const members = { kind: 'members' } as const

const rowOf = ({ questions, ...review }: commitments.Review) => ({
  ...review,
  stage: review.decision !== null ? 'closed' : review.text !== null ? 'concluded' : 'running',
  questions: questions.length,
  unanswered: questions.filter(({ answer }) => answer === null).length,
})

/** The reviews of dimensions; the members' affair. */
export const reviewsList = ({ state, readable, now }: Onlooker) => ({
  reviews: readable(members)
    ? state.commitments.reviewOrder.map(id => rowOf(get(state.commitments.reviews, id)!))
    : [],
  now,
})

/**
 * The dossier of a review, made from the record: the dimension's commitments with what their owners say, the reports told
 * in its time, its activities with who took part, and recommendations. Members stand in the order of the register; nothing
 * is counted up into a rank.
 */
const dossierOf = (review: commitments.Review, onlooker: Onlooker) => {
  const asked = asking(onlooker)
  const isOf = (area: string | null): boolean => dimensionOf(asked, area) === review.dimension
  const inTime = (day: string): boolean => day >= review.from && day <= review.until
  const own = [...readableCommitments(asked)].filter(({ terms }) => isOf(areaOfTerms(asked, terms)))
  const { plans, activities, recommendations } = onlooker.state.commitments
  const held = [...values(activities)]
    .filter(({ planned, plan }) => isOf(planned.area) && onlooker.readable(audienceOfPlan(get(plans, plan))))
    .filter(({ planned }) => inTime(planned.from) || inTime(planned.until))
  return {
    commitments: own.map(one => ({
      ...commitmentRow(one, asked),
      reports: one.reports.filter(({ on }) => inTime(on)),
      findings: one.findings.filter(({ on }) => inTime(on)),
    })),
    activities: held.map(activityView),
    recommendations: [...values(recommendations)].filter(
      one => one.review === review.id || (one.area !== undefined && isOf(one.area) && inTime(one.on)),
    ),
  }
}

/** A review with its questions and its dossier; undefined for who may not read it. */
export const reviewView = (id: string, onlooker: Onlooker) => {
  const review = get(onlooker.state.commitments.reviews, id)
  if (review === undefined || !onlooker.readable(members)) return undefined
  return {
    review: { ...rowOf(review), questions: review.questions },
    dossier: dossierOf(review, onlooker),
    now: onlooker.now,
  }
}

/** Which recommendations are asked for. */
export interface RecommendationsQuery {
  readonly to?: string
  readonly by?: string
  readonly area?: string
  readonly review?: string
  readonly response?: string
  readonly after?: string
  readonly limit?: number
}

/** How a recommendation was last responded to; `waiting` where nothing was said. */
const responseOf = ({ responses }: commitments.Recommendation): string =>
  responses.at(-1)?.response ?? 'waiting'

/** Newest first, and of one day by what they say: an id says nothing to whoever reads. */
const byDay = (a: commitments.Recommendation, b: commitments.Recommendation): number => {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  if (a.wording !== b.wording) return a.wording < b.wording ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Recommendations a reader may read, newest first, a page at a time: `after` names the last one of the page before. */
export const recommendationsList = (onlooker: Onlooker, query: RecommendationsQuery) => {
  const { to, by, area, review, response, after = '', limit = 50 } = query
  const found = [...values(onlooker.state.commitments.recommendations)]
    .filter(
      one =>
        (one.review === undefined || onlooker.readable(members)) &&
        (to === undefined || one.to === to) &&
        (by === undefined || one.member === by || one.by === by) &&
        (area === undefined || one.area === area) &&
        (review === undefined || one.review === review) &&
        (response === undefined || responseOf(one) === response),
    )
    .sort(byDay)
  const first = found.findIndex(({ id }) => id === after) + 1
  const rows = found.slice(first, first + limit)
  const last = rows.at(-1)?.id
  return {
    total: found.length,
    rows: rows.map(one => ({ ...one, response: responseOf(one) })),
    next: last !== undefined && last !== found.at(-1)?.id ? last : null,
    now: onlooker.now,
  }
}
