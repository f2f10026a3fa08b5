import type { commitments as chapter } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import type { Row } from '../answers.ts'
import type { ActivityRow } from '../plans/shapes.ts'

interface Standing {
  readonly stage: 'running' | 'concluded' | 'closed'
  readonly unanswered: number
}

/** A review in the list: how many questions, how many of them wait. */
export type ReviewRow = Omit<chapter.Review, 'questions'> & Standing & { readonly questions: number }

/** A review with its questions. */
export type ReviewWhole = chapter.Review & Standing

export type RecommendationRow = chapter.Recommendation & {
  readonly response: 'waiting' | chapter.Responded
}

/** What the record says of a dimension in the time a review looks at. */
export interface Dossier {
  readonly commitments: readonly (Row & {
    readonly reports: readonly chapter.Report[]
    readonly findings: readonly chapter.Finding[]
  })[]
  readonly activities: readonly ActivityRow[]
  readonly recommendations: readonly chapter.Recommendation[]
}

/** `GET /api/reviews` */
export interface ReviewsAnswer {
  readonly reviews: readonly ReviewRow[]
  readonly now: Instant
}

/** `GET /api/reviews/:id` */
export interface ReviewAnswer {
  readonly review: ReviewWhole
  readonly dossier: Dossier
  readonly now: Instant
}

/** `GET /api/recommendations` */
export interface RecommendationsAnswer {
  readonly total: number
  readonly rows: readonly RecommendationRow[]
  readonly next: string | null
  readonly now: Instant
}
