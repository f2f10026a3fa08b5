import type { commitments as chapter, DomainState } from '@gavel/domain'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActButton } from '../../acting/act-button.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useSend } from '../../acting/use-send.ts'
import { Choice, Lines } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { useKept } from '../../kit/kept.ts'
import { useRoom } from '../../live/use-room.tsx'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { actorWords } from '../plans/plan-words.ts'
import { AskDialog } from './ask-dialog.tsx'
import { byAddressee, isAsked } from './order.ts'
import type { Dossier, ReviewWhole } from './shapes.ts'

type Question = chapter.Question

interface QuestionsProps {
  readonly state: DomainState
  readonly review: ReviewWhole
  readonly dossier: Dossier
}

/** C-36. Whom a question was put to answers it, once: the words are kept by this window until they are recorded. */
const AnswerForm = ({
  state,
  review,
  question,
}: Omit<QuestionsProps, 'dossier'> & { readonly question: Question }) => {
  const { t } = useWords()
  const { as } = useRoom()
  const sending = useSend()
  const [wording, keep, forget] = useKept(`answer.${review.id}.${question.id}`)
  const [open, setOpen] = useState(wording !== '')
  if (!open)
    return (
      <p className="no-print">
        <Button kind="primary" onPress={() => setOpen(true)}>
          {t('reviews.answer')}
        </Button>
      </p>
    )
  return (
    <div className="stack no-print" data-gap="small">
      <Lines label={t('reviews.answer.words')} value={wording} onChange={keep} />
      <ProblemShown problem={sending.problem} />
      <p className="row">
        <ActButton
          state={state}
          sending={sending}
          kind="primary"
          done={forget}
          intent={{
            type: 'commitments.answer',
            body: {
              review: review.id,
              question: question.id,
              wording: wording.trim(),
              ...(as?.kind === 'delegate' ? { member: as.member } : {}),
            },
          }}
        >
          {t('reviews.answer.do')}
        </ActButton>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          {t('app.cancel')}
        </Button>
      </p>
    </div>
  )
}

const QuestionShown = (props: QuestionsProps & { readonly question: Question }) => {
  const { state, review, dossier, question } = props
  const speech = useWords()
  const { t, instant } = speech
  const { as } = useRoom()
  const { answer, commitment, wording, member, at } = question
  const about = dossier.commitments.find(({ id }) => id === commitment)
  return (
    <article className="q-question" data-open={answer === null ? '' : undefined} id={`q-${question.id}`}>
      <p className="p-meta small soft">
        <span>{t('reviews.asks', { member: partyName(state, speech, member) })}</span>
        {commitment !== undefined && (
          <span>
            {t('reviews.about')}{' '}
            <Link href={`/commitments/${encodeURIComponent(commitment)}`}>
              <bdi>{about?.title ?? commitment}</bdi>
            </Link>
          </span>
        )}
        <time dateTime={at}>{instant(at, 'date')}</time>
      </p>
      <blockquote className="q-words" dir="auto">
        {wording}
      </blockquote>
      {answer === null ? (
        <p className="q-waits small">
          <span aria-hidden="true">○</span> {t('reviews.noAnswer')}
        </p>
      ) : (
        <div className="q-answer">
          <p className="small soft">
            {t('reviews.answers', { who: actorWords(state, speech, answer.by) })} ·{' '}
            <time dateTime={answer.at}>{instant(answer.at, 'date')}</time>
          </p>
          <p className="q-words" dir="auto">
            {answer.wording}
          </p>
        </div>
      )}
      {review.stage !== 'closed' && isAsked(state, as, review, question) && (
        <AnswerForm state={state} review={review} question={question} />
      )}
    </article>
  )
}

const Ask = ({ state, review, dossier }: QuestionsProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [open, setOpen] = useState(false)
  if (as?.kind !== 'delegate' || review.stage === 'closed') return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('reviews.ask')}</Button>
      {open && (
        <AskDialog
          state={state}
          review={review}
          dossier={dossier}
          member={as.member}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

const addresseeWords = (
  { state }: QuestionsProps,
  speech: ReturnType<typeof useWords>,
  to: string | null,
): string => (to === null ? speech.t('reviews.leaders') : partyName(state, speech, to))

/** Questions and answers: those that wait for the viewer first, then by whom they were put to. */
export const Questions = (props: QuestionsProps) => {
  const { state, review } = props
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const [only, setOnly] = useState<'all' | 'unanswered'>('all')
  const mine =
    review.stage === 'closed' ? [] : review.questions.filter(one => isAsked(state, as, review, one))
  const rest = review.questions.filter(one => !mine.includes(one) && (only === 'all' || one.answer === null))
  const shown = (question: Question) => <QuestionShown key={question.id} {...props} question={question} />
  return (
    <section className="stack" aria-labelledby="questions">
      <header className="row" data-spread="">
        <h2 id="questions">{t('reviews.tab.questions')}</h2>
        <Ask {...props} />
      </header>
      {mine.length > 0 && (
        <section className="q-mine" aria-labelledby="mine">
          <h3 id="mine">{t('reviews.mine', { n: mine.length })}</h3>
          {mine.map(shown)}
        </section>
      )}
      {review.unanswered > 0 && review.questions.length > 1 && (
        <div className="q-filter no-print">
          <Choice
            label={t('reviews.show')}
            value={only}
            onChange={chosen => setOnly(chosen as typeof only)}
            options={[
              ['all', t('reviews.show.all')],
              ['unanswered', t('reviews.show.unanswered')],
            ]}
          />
        </div>
      )}
      {review.questions.length === 0 && <p className="empty">{t('reviews.questions.none')}</p>}
      {byAddressee(state, rest).map(({ to, questions }) => (
        <section key={to ?? ''} className="q-to" aria-label={addresseeWords(props, speech, to)}>
          <h3>
            {t('reviews.to')} <bdi>{addresseeWords(props, speech, to)}</bdi>
          </h3>
          {questions.map(shown)}
        </section>
      ))}
    </section>
  )
}
