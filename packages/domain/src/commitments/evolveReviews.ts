import { emptyTable, get, put } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import type { CommitmentsEventOf } from './events.ts'
import type { CommitmentsState, Review } from './state.ts'

/** What happens to reviews and recommendations. */
type ReviewEvent = CommitmentsEventOf<
  | 'commitments.recommended'
  | 'commitments.responded'
  | 'commitments.reviewOpened'
  | 'commitments.asked'
  | 'commitments.answered'
  | 'commitments.reviewConcluded'
  | 'commitments.reviewClosed'
>

const onReview = (
  own: CommitmentsState,
  id: string,
  next: (review: Review) => Partial<Review>,
): CommitmentsState => {
  const review = get(own.reviews, id)
  if (review === undefined) throw new TypeError(`no review ${id}`)
  return { ...own, reviews: put(own.reviews, id, { ...review, ...next(review) }) }
}

const recommended = (
  own: CommitmentsState,
  { recommendation: id, said, at }: CommitmentsEventOf<'commitments.recommended'>,
): CommitmentsState => ({
  ...own,
  recommendations: put(own.recommendations, id, { id, ...said, at, responses: [] }),
  recommendedTo: put(
    own.recommendedTo,
    said.to,
    put(get(own.recommendedTo, said.to) ?? emptyTable(), id, true),
  ),
})

const responded = (
  own: CommitmentsState,
  { recommendation: id, response, at }: CommitmentsEventOf<'commitments.responded'>,
): CommitmentsState => {
  const found = get(own.recommendations, id)
  if (found === undefined) throw new TypeError(`no recommendation ${id}`)
  const responses = [...found.responses, { ...response, at }]
  return { ...own, recommendations: put(own.recommendations, id, { ...found, responses }) }
}

/** Folds what happens to reviews and recommendations. */
export const evolveReview = (own: CommitmentsState, event: ReviewEvent): CommitmentsState => {
  switch (event.type) {
    case 'commitments.recommended':
      return recommended(own, event)
    case 'commitments.responded':
      return responded(own, event)
    case 'commitments.reviewOpened': {
      const { review: id, body, dimension, title, from, until, at } = event
      const opened: Review = {
        id,
        body,
        dimension,
        title,
        from,
        until,
        openedAt: at,
        questions: [],
        text: null,
        decision: null,
      }
      return { ...own, reviews: put(own.reviews, id, opened), reviewOrder: [...own.reviewOrder, id] }
    }
    case 'commitments.asked':
      return onReview(own, event.review, ({ questions }) => ({
        questions: [...questions, { ...event.question, at: event.at, answer: null }],
      }))
    case 'commitments.answered':
      return onReview(own, event.review, ({ questions }) => ({
        questions: questions.map(one =>
          one.id === event.question
            ? { ...one, answer: { wording: event.wording, at: event.at, by: event.as } }
            : one,
        ),
      }))
    case 'commitments.reviewConcluded':
      return onReview(own, event.review, () => ({ text: event.text }))
    case 'commitments.reviewClosed':
      return onReview(own, event.review, () => ({ decision: event.decision }))
    default:
      return unknownEvent(event)
  }
}
