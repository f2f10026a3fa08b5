import type { commitments, DomainState } from '@gavel/domain'
import { get, put } from '@gavel/kernel'
import { audienceOfPlan } from '../catalogue.ts'
import { circleOf } from './circle.ts'
import { keyOf } from './tally.ts'
import { type Book, type Posting, post } from './value.ts'

type Event = commitments.CommitmentsEvent

/** What an activity is counted as: one of its area and year, one under each measure, and who hosted it and took part. */
const activityPostings = (state: DomainState, activity: commitments.Activity): readonly Posting[] => {
  const { planned, happened, withdrawn } = activity
  const circle = circleOf(audienceOfPlan(get(state.commitments.plans, activity.plan)))
  const status = withdrawn === null ? (happened?.status ?? 'planned') : 'withdrawn'
  const year = (happened?.from ?? planned.from).slice(0, 4)
  const postings: Posting[] = [{ table: 'activities', key: keyOf(circle, planned.area, year, status), n: 1 }]
  for (const { catalogue, measure } of planned.measures)
    postings.push({ table: 'onMeasure', key: keyOf(circle, catalogue, measure, status), n: 1 })
  if (status !== 'held') return postings
  const took = (member: string, role: string): Posting => ({
    table: 'took',
    key: keyOf(circle, member, planned.area, year, role),
    n: 1,
  })
  if (planned.host !== null) postings.push(took(planned.host, 'hosted'))
  return [...postings, ...happened!.participants.map(member => took(member, 'tookPart'))]
}

const activityCounted = (book: Book, state: DomainState, id: string): void => {
  const activity = get(state.commitments.activities, id)
  if (activity === undefined) return
  const postings = activityPostings(state, activity)
  post(book, get(book.counted, id) ?? [], -1)
  post(book, postings, 1)
  book.counted = put(book.counted, id, postings)
}

/** What a recommendation is counted as: its last response, or that it waits for one. */
const recommendationPosting = (
  said: commitments.Recommendation,
  responses: commitments.Recommendation['responses'],
): Posting => ({
  table: 'recommended',
  key: keyOf(
    said.review === undefined ? 'public' : 'members',
    said.to,
    said.area ?? '',
    said.on.slice(0, 4),
    responses.at(-1)?.response ?? 'awaiting',
  ),
  n: 1,
})

const responded = (book: Book, state: DomainState, id: string): void => {
  const found = get(state.commitments.recommendations, id)
  if (found === undefined) return
  post(book, [recommendationPosting(found, found.responses.slice(0, -1))], -1)
  post(book, [recommendationPosting(found, found.responses)], 1)
}

/** Counts what happens to plans, activities and recommendations. */
export const countPlans = (book: Book, state: DomainState, event: Event): void => {
  switch (event.type) {
    case 'commitments.activityProposed':
    case 'commitments.activityChanged':
    case 'commitments.activityWithdrawn':
    case 'commitments.activityRecorded':
    case 'commitments.activityCarried':
      activityCounted(book, state, event.activity)
      break
    case 'commitments.planAdopted':
      for (const id of get(state.commitments.plans, event.plan)?.activities ?? [])
        activityCounted(book, state, id)
      break
    case 'commitments.recommended': {
      const found = get(state.commitments.recommendations, event.recommendation)
      if (found !== undefined) post(book, [recommendationPosting(found, [])], 1)
      break
    }
    case 'commitments.responded':
      responded(book, state, event.recommendation)
  }
}
