import { type Capacity, type DomainState, institution } from '@gavel/domain'
import type { MemberId, RecommendationId, ReviewId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Line, Lines } from '../../decisions/fields.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { freshId, type Intent } from '../../live/room.ts'
import { useNow } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { withReviews } from '../asked-state.ts'
import { DialogFoot } from '../dialog-foot.tsx'
import { useKeptForm } from '../kept-form.ts'
import { AreaChoice } from '../plans/activity-form.tsx'
import type { ReviewsAnswer } from './shapes.ts'

interface RecommendProps {
  readonly state: DomainState
  readonly as: Capacity
  readonly onClose: () => void
}

const empty = { to: '', area: '', review: '', wording: '', by: '', source: '' }

/** C-32. A delegation recommends for its member, a coordinator within her area, the secretariat records with a source. */
const intentOf = (form: typeof empty, as: Capacity, recommendation: RecommendationId): Intent => {
  const area = as.kind === 'coordinator' ? as.area : form.area
  const recorded = as.kind === 'secretariat'
  return {
    type: 'commitments.recommend',
    body: {
      recommendation,
      to: form.to as MemberId,
      wording: form.wording.trim(),
      ...(as.kind === 'delegate' ? { member: as.member } : {}),
      ...(area === '' ? {} : { area }),
      ...(form.review === '' ? {} : { review: form.review as ReviewId }),
      ...(recorded && form.by.trim() !== '' ? { by: form.by.trim() } : {}),
      ...(recorded ? { source: form.source.trim() } : {}),
    },
  }
}

/** A recommendation to a member, in a review that runs or outside of any: then everybody may read it. */
export const RecommendDialog = ({ state, as, onClose }: RecommendProps) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(60_000)
  const [id] = useState(() => freshId('recommendation') as RecommendationId)
  const { value: form, change, forget } = useKeptForm('recommend', empty)
  const { data } = useView<ReviewsAnswer>('/api/reviews')
  const running = (data?.reviews ?? []).filter(({ stage }) => stage !== 'closed')
  const own = as.kind === 'delegate' ? as.member : ''
  const members = institution.activeMembers(state.institution, now).filter(one => one !== own)
  const asked = withReviews(
    state,
    running.map(review => ({ ...review, questions: [] })),
  )
  return (
    <Dialog title={t('recommendations.recommend')} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <p className="soft">{t('recommendations.recommend.lead')}</p>
        <Choice
          label={t('recommendations.toWhom')}
          value={form.to}
          onChange={to => change({ to })}
          options={[
            ['', t('reviews.ask.choose')],
            ...members.map(one => [one, partyName(state, speech, one)] as const),
          ]}
        />
        <Lines
          label={t('recommendations.wording')}
          value={form.wording}
          onChange={wording => change({ wording })}
        />
        {as.kind !== 'coordinator' && (
          <AreaChoice
            state={state}
            label={t('plans.field.area')}
            none={t('recommendations.area.none')}
            value={form.area}
            onChange={area => change({ area })}
          />
        )}
        <Choice
          label={t('recommendations.review')}
          value={form.review}
          onChange={review => change({ review })}
          options={[
            ['', t('recommendations.review.none')],
            ...running.map(({ id: review, title }) => [review, title] as const),
          ]}
        />
        {as.kind === 'secretariat' && (
          <>
            <Line label={t('recommendations.by')} value={form.by} onChange={by => change({ by })} />
            <Line label={t('app.source')} value={form.source} onChange={source => change({ source })} />
          </>
        )}
        <DialogFoot
          state={asked}
          onClose={onClose}
          intent={intentOf(form, as, id)}
          done={forget}
          confirm={t('recommendations.recommend')}
        />
      </div>
    </Dialog>
  )
}
