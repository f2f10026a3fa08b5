import '../../styles/plans.css'
import type { DomainState } from '@gavel/domain'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { Missing } from '../../kit/missing.tsx'
import { Declined } from '../../live/request.ts'
import { useNow, useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { bodyName, dimensionName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { withRecommendations, withReviews } from '../asked-state.ts'
import { periodWords } from '../plans/plan-words.ts'
import { DossierShown } from './dossier.tsx'
import { Questions } from './questions.tsx'
import { ReviewSteps } from './review-steps.tsx'
import { ReviewBadge } from './reviews-scene.tsx'
import type { ReviewAnswer, ReviewWhole } from './shapes.ts'

const parts = ['questions', 'dossier'] as const
type Part = (typeof parts)[number]

interface HeadProps {
  readonly state: DomainState
  readonly review: ReviewWhole
}

const Head = ({ state, review }: HeadProps) => {
  const speech = useWords()
  const { t } = speech
  useEffect(() => {
    document.title = review.title
  }, [review.title])
  return (
    <header className="stack" data-gap="small">
      <p className="small no-print">
        <Link href="/reviews">{t('reviews.heading')}</Link>
      </p>
      <h1>
        <bdi>{review.title}</bdi>
      </h1>
      <p className="row small soft">
        <ReviewBadge stage={review.stage} />
        <bdi>{dimensionName(state, speech, review.dimension)}</bdi>
        <bdi>{bodyName(state, speech, review.body)}</bdi>
        <span>{periodWords(speech, review.from, review.until)}</span>
      </p>
    </header>
  )
}

const Tabs = ({ review, here }: { readonly review: ReviewWhole; readonly here: Part }) => {
  const { t } = useWords()
  const base = `/reviews/${encodeURIComponent(review.id)}`
  return (
    <nav className="tabs no-print" aria-label={review.title}>
      {parts.map(part => (
        <Link
          key={part}
          href={part === 'questions' ? base : `${base}/${part}`}
          {...(part === here ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`reviews.tab.${part}`)}
        </Link>
      ))}
    </nav>
  )
}

/** The review of a dimension: what members ask each other, what the record says, what it comes to. */
export const ReviewScene = ({ id, part = 'questions' }: { readonly id: string; readonly part?: string }) => {
  const { t } = useWords()
  const slice = useSlice()
  const now = useNow(30_000)
  const { data, error } = useView<ReviewAnswer>(`/api/reviews/${encodeURIComponent(id)}`)
  if (error instanceof Declined && error.problem.status === 404) return <Missing />
  if (slice === undefined || data === undefined)
    return (
      <p className="busy" role="status">
        {error === null ? t('app.loading') : t('app.failed')}
      </p>
    )
  const { review, dossier } = data
  const state = withRecommendations(withReviews(slice, [review]), dossier.recommendations)
  const here = parts.find(each => each === part) ?? 'questions'
  return (
    <div className="page">
      <Head state={state} review={review} />
      <ReviewSteps state={state} review={review} now={now} />
      <Tabs review={review} here={here} />
      {here === 'questions' ? (
        <Questions state={state} review={review} dossier={dossier} />
      ) : (
        <DossierShown state={state} review={review} dossier={dossier} />
      )}
    </div>
  )
}
