import '../../styles/plans.css'
import type { DomainState } from '@gavel/domain'
import type { BodyId, ReviewId } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Choice, Line } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Badge, Notice } from '../../kit/notice.tsx'
import { freshId } from '../../live/room.ts'
import { useNow, useRoom, useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { bodyName, dimensionName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'
import { periodWords } from '../plans/plan-words.ts'
import { Sections } from '../sections.tsx'
import { dimensionsOf, mayLead } from './order.ts'
import type { ReviewRow, ReviewsAnswer } from './shapes.ts'

const tones = { running: 'accent', concluded: 'wait', closed: 'good' } as const

/** How far a review has come, in a word. */
export const ReviewBadge = ({ stage }: Pick<ReviewRow, 'stage'>) => {
  const { t } = useWords()
  return <Badge tone={tones[stage]}>{t(`reviews.stage.${stage}`)}</Badge>
}

interface OpenProps {
  readonly state: DomainState
  readonly onClose: () => void
}

/** C-34. A body looks back at one dimension, over a stated time. */
const OpenReview = ({ state, onClose }: OpenProps) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const now = useNow(60_000)
  const [review] = useState(() => freshId('review') as ReviewId)
  const bodies: readonly string[] = as?.kind === 'chair' ? [as.body] : state.institution.bodyOrder
  const dimensions = dimensionsOf(state).filter(
    dimension => as?.kind !== 'coordinator' || mayLead(state, as, { body: '' as BodyId, dimension }),
  )
  const [body, setBody] = useState(bodies[0] ?? '')
  const [dimension, setDimension] = useState(dimensions[0] ?? '')
  const [title, setTitle] = useState<string>()
  const year = Number(now.slice(0, 4))
  const [from, setFrom] = useState(`${year}-01-01`)
  const [until, setUntil] = useState(`${year}-12-31`)
  const titled = title ?? t('reviews.title.of', { dimension: dimensionName(state, speech, dimension) })
  return (
    <Dialog title={t('reviews.open')} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('reviews.open.lead')}</p>
        <div className="d-pair">
          <Choice
            label={t('reviews.dimension')}
            value={dimension}
            onChange={setDimension}
            options={dimensions.map(each => [each, dimensionName(state, speech, each)])}
          />
          <Choice
            label={t('plans.body')}
            value={body}
            onChange={setBody}
            options={bodies.map(id => [id, bodyName(state, speech, id)])}
          />
          <Line type="date" label={t('plans.field.from')} value={from} onChange={setFrom} />
          <Line type="date" label={t('plans.field.until')} value={until} onChange={setUntil} />
        </div>
        <Line label={t('plans.name')} value={titled} onChange={setTitle} />
        <DialogFoot
          state={state}
          onClose={onClose}
          intent={{
            type: 'commitments.openReview',
            body: { review, body: body as BodyId, dimension, title: titled.trim(), from, until },
          }}
          confirm={t('reviews.open')}
        />
      </div>
    </Dialog>
  )
}

const ReviewCard = ({ state, review }: { readonly state: DomainState; readonly review: ReviewRow }) => {
  const speech = useWords()
  const { t } = speech
  return (
    <li className="card stack" data-gap="small">
      <h2>
        <Link href={`/reviews/${encodeURIComponent(review.id)}`}>
          <bdi>{review.title}</bdi>
        </Link>
      </h2>
      <p className="row small soft">
        <ReviewBadge stage={review.stage} />
        <bdi>{dimensionName(state, speech, review.dimension)}</bdi>
        <bdi>{bodyName(state, speech, review.body)}</bdi>
        <span>{periodWords(speech, review.from, review.until)}</span>
      </p>
      <p className="small">
        {t('reviews.questions', { n: review.questions })}
        {review.unanswered > 0 && ` · ${t('reviews.unanswered', { n: review.unanswered })}`}
      </p>
    </li>
  )
}

/** Reviews of dimensions: those that run first. */
export const ReviewsScene = () => {
  const { t } = useWords()
  const { as } = useRoom()
  const state = useSlice()
  const { data } = useView<ReviewsAnswer>('/api/reviews')
  const [opening, setOpening] = useState(false)
  useEffect(() => {
    document.title = t('reviews.heading')
  }, [t])
  if (state === undefined || data === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const leads = as?.kind === 'chair' || as?.kind === 'secretariat' || as?.kind === 'coordinator'
  const order = ['running', 'concluded', 'closed']
  const reviews = data.reviews.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <div className="row" data-spread="">
          <h1>{t('reviews.heading')}</h1>
          {leads && (
            <Button kind="primary" onPress={() => setOpening(true)}>
              {t('reviews.open')}
            </Button>
          )}
        </div>
        <p className="soft p-lead">{t('reviews.lead')}</p>
        <Sections here="reviews" />
      </header>
      {as === null && <Notice>{t('reviews.public')}</Notice>}
      {as !== null && reviews.length === 0 && <p className="empty">{t('reviews.none')}</p>}
      <ul className="stack">
        {reviews.map(review => (
          <ReviewCard key={review.id} state={state} review={review} />
        ))}
      </ul>
      {opening && <OpenReview state={state} onClose={() => setOpening(false)} />}
    </div>
  )
}
