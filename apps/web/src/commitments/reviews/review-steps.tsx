import type { DomainState } from '@gavel/domain'
import type { Instant, TextId } from '@gavel/kernel'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActButton } from '../../acting/act-button.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useSend } from '../../acting/use-send.ts'
import { Choice } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useRoom, useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'
import { useDecisionOn } from '../plans/decision-on.ts'
import { DecisionLine, Step, Steps } from '../plans/steps.tsx'
import { mayLead } from './order.ts'
import type { ReviewWhole } from './shapes.ts'

interface StepsProps {
  readonly state: DomainState
  readonly review: ReviewWhole
  readonly now: Instant
}

interface TextRow {
  readonly id: string
  readonly title: string
  readonly body: string
}

/** C-37. What the review comes to is a text like any other: brought in first, then named here. */
const ConcludeDialog = ({ state, review, onClose }: StepsProps & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const { data } = useView<{ readonly texts: readonly TextRow[] }>('/api/texts')
  const [text, setText] = useState('')
  const own = useSlice(text === '' ? null : text)
  const rows = (data?.texts ?? []).filter(({ body }) => body === review.body)
  return (
    <Dialog title={t('reviews.conclude')} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('reviews.conclude.lead')}</p>
        <p>
          <Link href="/texts/new">{t('reviews.conclude.bring')}</Link>
        </p>
        <Choice
          label={t('plans.lay.which')}
          value={text}
          onChange={setText}
          options={[['', t('plans.lay.choose')], ...rows.map(({ id, title }) => [id, title] as const)]}
        />
        <DialogFoot
          state={own === undefined ? state : { ...state, texts: own.texts }}
          onClose={onClose}
          intent={{
            type: 'commitments.concludeReview',
            body: { review: review.id, text: text as TextId },
          }}
          confirm={t('reviews.conclude.do')}
        />
      </div>
    </Dialog>
  )
}

const Concluded = (props: StepsProps) => {
  const { state, review } = props
  const { t } = useWords()
  const { as } = useRoom()
  const [open, setOpen] = useState(false)
  const stand = review.stage === 'running' ? 'later' : review.stage === 'concluded' ? 'now' : 'done'
  return (
    <Step title={t('reviews.step.concluded')} stand={stand}>
      {review.text === null ? (
        <p className="soft">{t('reviews.step.concluded.not')}</p>
      ) : (
        <p>
          <Link href={`/texts/${encodeURIComponent(review.text)}`}>{t('reviews.theText')}</Link>
        </p>
      )}
      {review.decision === null && mayLead(state, as, review) && (
        <p className="no-print">
          <Button size="small" kind={review.text === null ? 'plain' : 'quiet'} onPress={() => setOpen(true)}>
            {t(review.text === null ? 'reviews.conclude' : 'plans.layAgain')}
          </Button>
        </p>
      )}
      {open && <ConcludeDialog {...props} onClose={() => setOpen(false)} />}
    </Step>
  )
}

const Closed = ({ state: base, review, now }: StepsProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const sending = useSend()
  const { state, decision, adopted } = useDecisionOn(base, review.text, review.decision, now)
  return (
    <Step
      title={t('reviews.step.closed')}
      stand={review.stage === 'closed' ? 'done' : adopted ? 'now' : 'later'}
    >
      {decision === undefined ? (
        <p className="soft">{t('reviews.step.closed.not')}</p>
      ) : (
        <DecisionLine decision={decision} now={now} />
      )}
      {review.stage === 'concluded' && decision !== undefined && mayLead(state, as, review) && (
        <p className="no-print">
          <ActButton
            state={state}
            sending={sending}
            size="small"
            kind="primary"
            intent={{
              type: 'commitments.closeReview',
              body: { review: review.id, decision: decision.id },
            }}
          >
            {t('reviews.close')}
          </ActButton>
        </p>
      )}
      <ProblemShown problem={sending.problem} />
    </Step>
  )
}

/** From questions to conclusions to the decision on them. */
export const ReviewSteps = (props: StepsProps) => {
  const { review } = props
  const { t } = useWords()
  return (
    <Steps three>
      <Step title={t('reviews.step.questions')} stand={review.stage === 'running' ? 'now' : 'done'}>
        <p>{t('reviews.questions', { n: review.questions.length })}</p>
        {review.unanswered > 0 && <p>{t('reviews.unanswered', { n: review.unanswered })}</p>}
      </Step>
      <Concluded {...props} />
      <Closed {...props} />
    </Steps>
  )
}
