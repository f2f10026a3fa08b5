import { type Check, following, get, has, type RecommendationId, type ReviewId, refused } from '@gavel/kernel'
import type { ActHeader } from '../act.ts'
import { isDay } from '../decisions/index.ts'
import { eventOf } from '../event.ts'
import { readable } from '../institution/names.ts'
import type { CommitmentsActOf } from './acts.ts'
import {
  type Answer,
  adoptsText,
  anyWords,
  capacityName,
  isBody,
  isMember,
  isOfBody,
  isPeriod,
  isText,
  line,
  name,
  ownersOf,
  today,
  words,
} from './checks.ts'
import type { Recommendation, Review, UpToCommitments } from './state.ts'

const isOn = (state: UpToCommitments, on: string | undefined, at: ActHeader['at']): boolean =>
  on === undefined || (isDay(on) && on <= today(state, at))

/**
 * C-32. A recommendation is one member's to another, or a coordinator's within her area, or recorded by the secretariat
 * with its source; it asks, and binds nobody.
 */
export const recommend = (act: CommitmentsActOf<'commitments.recommend'>, state: UpToCommitments): Answer => {
  const { recommendation, member, by, to, wording, area, review, on, source } = act.body
  const recorded = act.as.kind === 'secretariat'
  const fromWhom = recorded
    ? (source ?? '').trim() !== ''
    : source === undefined && by === undefined && on === undefined
  // A coordinator speaks as such, in no member's name.
  const inPlace =
    act.as.kind === 'coordinator'
      ? act.as.area === area && member === undefined
      : recorded || member !== undefined
  const from = act.as.kind === 'coordinator' ? capacityName(act.as) : by
  const found = review === undefined ? undefined : get(state.commitments.reviews, review)
  return following(
    [
      readable(name('recommendation', recommendation), words('wording', wording), line('by', by)),
      [
        'C-32',
        !has(state.commitments.recommendations, recommendation) &&
          isMember(state, to, act.at) &&
          member !== to &&
          fromWhom &&
          inPlace &&
          (area === undefined || has(state.institution.areas, area)) &&
          (review === undefined || (found !== undefined && found.decision === null)) &&
          isOn(state, on, act.at),
        () => ({
          recommendation,
          taken: has(state.commitments.recommendations, recommendation),
          to,
          area: area ?? null,
          review: review ?? null,
          source: source ?? null,
          capacity: capacityName(act.as),
        }),
      ],
    ],
    () => [
      eventOf(act, 'commitments.recommended', {
        recommendation,
        said: {
          member: member ?? null,
          to,
          wording,
          on: on ?? today(state, act.at),
          ...(from === undefined ? {} : { by: from }),
          ...(area === undefined ? {} : { area }),
          ...(review === undefined ? {} : { review }),
          ...(source === undefined ? {} : { source }),
        },
      }),
    ],
  )
}

const onRecommendation = (
  state: UpToCommitments,
  id: RecommendationId,
  judge: (one: Recommendation) => Answer,
): Answer => {
  const found = get(state.commitments.recommendations, id)
  return found ? judge(found) : refused('C-33', { recommendation: id, found: false })
}

/** C-33. The member it is for says what it makes of it, may say otherwise later, and may name a commitment of its own. */
export const respond = (act: CommitmentsActOf<'commitments.respond'>, state: UpToCommitments): Answer =>
  onRecommendation(state, act.body.recommendation, ({ id, to }) => {
    const { member, response, words: said, commitment, on, source } = act.body
    const named = commitment === undefined ? undefined : get(state.commitments.commitments, commitment)
    const own = commitment === undefined || (named !== undefined && ownersOf(named).includes(member))
    const recorded = act.as.kind === 'secretariat'
    return following(
      [
        readable(anyWords('words', said)),
        [
          'C-33',
          member === to &&
            own &&
            isOn(state, on, act.at) &&
            (recorded ? (source ?? '').trim() !== '' : source === undefined && on === undefined),
          () => ({
            recommendation: id,
            to,
            member,
            commitment: commitment ?? null,
            own,
            source: source ?? null,
          }),
        ],
      ],
      () => [
        eventOf(act, 'commitments.responded', {
          recommendation: id,
          response: {
            response,
            words: said,
            on: on ?? today(state, act.at),
            ...(commitment === undefined ? {} : { commitment }),
            ...(source === undefined ? {} : { source }),
          },
        }),
      ],
    )
  })

/** Who may open, conclude and close the review of a dimension: the body's chair, a coordinator of an area in it, the secretariat. */
const mayLead = (
  act: ActHeader,
  state: UpToCommitments,
  { body, dimension }: Pick<Review, 'body' | 'dimension'>,
): boolean => {
  if (act.as.kind === 'secretariat') return true
  if (act.as.kind === 'chair') return act.as.body === body
  return act.as.kind === 'coordinator' && get(state.institution.areas, act.as.area)?.dimension === dimension
}

const dimensions = ({ institution }: UpToCommitments): ReadonlySet<string> =>
  new Set(institution.areaOrder.map(id => get(institution.areas, id)!.dimension))

/** C-34. A body looks back at one dimension at a time, over a stated time. */
export const openReview = (
  act: CommitmentsActOf<'commitments.openReview'>,
  state: UpToCommitments,
): Answer => {
  const { review, body, dimension, title, from, until } = act.body
  const { reviews, reviewOrder } = state.commitments
  const other = reviewOrder.find(id => {
    const one = get(reviews, id)!
    return one.body === body && one.dimension === dimension && one.decision === null
  })
  return following(
    [
      readable(name('review', review), line('title', title)),
      [
        'C-34',
        mayLead(act, state, act.body) &&
          isBody(state, body) &&
          dimensions(state).has(dimension) &&
          isPeriod(from, until) &&
          other === undefined &&
          !has(reviews, review),
        () => ({ review, taken: has(reviews, review), body, dimension, other: other ?? null }),
      ],
    ],
    () => [eventOf(act, 'commitments.reviewOpened', { review, body, dimension, title, from, until })],
  )
}

const onReview = (state: UpToCommitments, id: ReviewId, judge: (review: Review) => Answer): Answer => {
  const review = get(state.commitments.reviews, id)
  return review ? judge(review) : refused('C-34', { review: id, found: false })
}

const isRunning = ({ id, decision }: Review): Check => [
  'C-35',
  decision === null,
  () => ({ review: id, decision }),
]

/** C-35. Members put questions to each other and to the coordinators while the review runs; questions help, they do not judge. */
export const ask = (act: CommitmentsActOf<'commitments.ask'>, state: UpToCommitments): Answer =>
  onReview(state, act.body.review, review => {
    const { question, member, to, commitment, wording } = act.body
    const named = commitment === undefined ? undefined : get(state.commitments.commitments, commitment)
    const theirs =
      commitment === undefined || (named !== undefined && to !== null && ownersOf(named).includes(to))
    return following(
      [
        readable(name('question', question), words('wording', wording)),
        isRunning(review),
        [
          'C-35',
          to !== member &&
            (to === null || isMember(state, to, act.at)) &&
            theirs &&
            review.questions.every(({ id }) => id !== question),
          () => ({ review: review.id, question, member, to, commitment: commitment ?? null, theirs }),
        ],
      ],
      () => [
        eventOf(act, 'commitments.asked', {
          review: review.id,
          question: {
            id: question,
            member,
            to,
            wording,
            ...(commitment === undefined ? {} : { commitment }),
          },
        }),
      ],
    )
  })

/** C-36. Whom a question was put to answers it, once. */
export const answer = (act: CommitmentsActOf<'commitments.answer'>, state: UpToCommitments): Answer =>
  onReview(state, act.body.review, review => {
    const { question: id, wording } = act.body
    const question = review.questions.find(one => one.id === id)
    const asked =
      question?.to === null
        ? act.as.kind !== 'delegate' && mayLead(act, state, review)
        : act.as.kind === 'delegate' && act.as.member === question?.to
    return following(
      [
        readable(words('wording', wording)),
        isRunning(review),
        [
          'C-36',
          question !== undefined && question.answer === null && asked,
          () => ({
            question: id,
            to: question?.to ?? null,
            answeredAt: question?.answer?.at ?? null,
            capacity: capacityName(act.as),
          }),
        ],
      ],
      () => [
        eventOf(act, 'commitments.answered', {
          review: review.id,
          question: id,
          as: capacityName(act.as),
          wording,
        }),
      ],
    )
  })

/** C-37. What a review comes to goes back as a text, to be negotiated like any other. */
export const concludeReview = (
  act: CommitmentsActOf<'commitments.concludeReview'>,
  state: UpToCommitments,
): Answer =>
  onReview(state, act.body.review, review => {
    const { text } = act.body
    if (!isText(state, text)) return refused('T-1', { text })
    return following(
      [
        [
          'C-37',
          mayLead(act, state, review) && review.decision === null,
          () => ({ review: review.id, text, decision: review.decision, capacity: capacityName(act.as) }),
        ],
      ],
      () => [eventOf(act, 'commitments.reviewConcluded', { review: review.id, text })],
    )
  })

/** C-37. And the review is closed by a decision on that text, of its body or one above. */
export const closeReview = (
  act: CommitmentsActOf<'commitments.closeReview'>,
  state: UpToCommitments,
): Answer =>
  onReview(state, act.body.review, review => {
    const { decision } = act.body
    return following(
      [
        [
          'C-37',
          mayLead(act, state, review) &&
            review.decision === null &&
            adoptsText(state, decision, review.text, act.at) &&
            isOfBody(state, decision, review.body),
          () => ({ review: review.id, text: review.text, decision, capacity: capacityName(act.as) }),
        ],
      ],
      () => [eventOf(act, 'commitments.reviewClosed', { review: review.id, decision })],
    )
  })
