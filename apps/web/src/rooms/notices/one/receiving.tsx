import type { MemberId } from '@gavel/kernel'
import type { NoticeId } from '@gavel/notices/browser'
import { useState } from 'react'
import { ProblemShown } from '../../../acting/problem-shown.tsx'
import { useSend } from '../../../acting/use-send.ts'
import { Choice, Lines } from '../../../decisions/fields.tsx'
import { useRoom } from '../../../live/use-room.tsx'
import { partyName } from '../../../names/names.ts'
import { NoticesButton } from '../acting/notices-button.tsx'
import { NoticesDialog, Opens } from '../acting/notices-dialog.tsx'
import { intends } from '../asking/use-asked.ts'
import { ClockShown } from '../clock.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import { ReceivedFields, useReceived } from './received-fields.tsx'
import type { OneProps } from './use-one.ts'

interface GivingProps extends OneProps {
  readonly member: MemberId
  readonly onClose: () => void
}

/** To acknowledge with a note. */
const AcknowledgeDialog = ({ notice, asking, member, onClose }: GivingProps) => {
  const { t } = useNoticesWords()
  const [note, setNote] = useState('')
  const said = note.trim()
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.acknowledge.withNote')}
      intent={intends('notices.acknowledge', {
        notice: notice.id as NoticeId,
        member,
        ...(said === '' ? {} : { note: said }),
      })}
      confirm={t('notices.acknowledge')}
      onClose={onClose}
    >
      <Lines label={t('notices.note')} value={note} onChange={setNote} />
    </NoticesDialog>
  )
}

type Choosing = '' | 'accepts' | 'declines'

const ChoiceGiven = ({
  value,
  onChange,
}: {
  readonly value: Choosing
  readonly onChange: (value: Choosing) => void
}) => {
  const { t } = useNoticesWords()
  return (
    <Choice
      label={t('notices.answer.choice')}
      value={value}
      onChange={next => onChange(next as Choosing)}
      options={[
        ['', t('notices.answer.neither')],
        ['accepts', t('notices.answer.accepts')],
        ['declines', t('notices.answer.declines')],
      ]}
    />
  )
}

/** To answer, in words, and where something is asked of the member: whether it takes it up. */
const AnswerDialog = ({ notice, asking, member, onClose }: GivingProps) => {
  const { t } = useNoticesWords()
  const [words, setWords] = useState('')
  const [choice, setChoice] = useState<Choosing>('')
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.answer')}
      lead={t(notice.answersFor === 'all' ? 'notices.answer.toAll' : 'notices.answer.toSender')}
      intent={intends('notices.answer', {
        notice: notice.id as NoticeId,
        member,
        words: words.trim(),
        ...(choice === '' ? {} : { choice }),
      })}
      confirm={t('notices.answer.send')}
      wanting={words.trim() === '' ? t('notices.answer.wanting') : undefined}
      onClose={onClose}
    >
      <ChoiceGiven value={choice} onChange={setChoice} />
      <Lines label={t('notices.answer.words')} value={words} onChange={setWords} />
    </NoticesDialog>
  )
}

/** For the secretariat: what a member told it by telephone, letter or in person. */
export const RecordDialog = ({ notice, asking, member, onClose }: GivingProps) => {
  const speech = useNoticesWords()
  const { t } = speech
  const received = useReceived()
  const [what, setWhat] = useState<'acknowledge' | 'answer'>('acknowledge')
  const [words, setWords] = useState('')
  const [choice, setChoice] = useState<Choosing>('')
  const said = words.trim()
  const told = { notice: notice.id as NoticeId, member, received: received.received }
  const intent =
    what === 'acknowledge'
      ? intends('notices.acknowledge', { ...told, ...(said === '' ? {} : { note: said }) })
      : intends('notices.answer', { ...told, words: said, ...(choice === '' ? {} : { choice }) })
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.record.title', { name: partyName(asking.house, speech, member) })}
      lead={t('notices.record.lead')}
      intent={intent}
      confirm={t('notices.record.confirm')}
      wanting={what === 'answer' && said === '' ? t('notices.answer.wanting') : undefined}
      onClose={onClose}
    >
      <Choice
        label={t('notices.record.what')}
        value={what}
        onChange={next => setWhat(next as typeof what)}
        options={[
          ['acknowledge', t('notices.record.acknowledge')],
          ['answer', t('notices.record.answer')],
        ]}
      />
      <ReceivedFields {...received} />
      {what === 'answer' && <ChoiceGiven value={choice} onChange={setChoice} />}
      <Lines
        label={t(what === 'answer' ? 'notices.answer.words' : 'notices.note')}
        value={words}
        onChange={setWords}
      />
    </NoticesDialog>
  )
}

/** What one's own delegation owes a notice, and the ways to give it. */
export const OwnPart = ({ notice, asking }: OneProps) => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const sending = useSend()
  const mine = notice.receipts.find(({ member }) => as?.kind === 'delegate' && member === as.member)
  if (mine === undefined || as?.kind !== 'delegate') return null
  const given = { notice: notice.id as NoticeId, member: as.member }
  const answers = mine.answers ?? []
  return (
    <section className="card stack" data-gap="small" aria-labelledby="x-own">
      <h2 id="x-own">{t('notices.own')}</h2>
      <p className="x-clocks">
        {mine.acknowledgement !== null && (
          <ClockShown what="acknowledge" clock={mine.acknowledgement} exact />
        )}
        {mine.answer !== null && (notice.answerBy !== null || answers.length > 0) && (
          <ClockShown what="answer" clock={mine.answer} exact />
        )}
      </p>
      <ProblemShown problem={sending.problem} />
      {notice.status !== 'withdrawn' && (
        <p className="row">
          {mine.acknowledged === null && (
            <>
              <NoticesButton
                {...asking}
                intent={intends('notices.acknowledge', given)}
                sending={sending}
                kind="primary"
              >
                {t('notices.acknowledge')}
              </NoticesButton>
              <Opens words={t('notices.acknowledge.withNote')}>
                {close => (
                  <AcknowledgeDialog notice={notice} asking={asking} member={as.member} onClose={close} />
                )}
              </Opens>
            </>
          )}
          <Opens
            words={t(answers.length === 0 ? 'notices.answer' : 'notices.answer.again')}
            kind={mine.acknowledged === null ? 'plain' : answers.length === 0 ? 'primary' : 'plain'}
          >
            {close => <AnswerDialog notice={notice} asking={asking} member={as.member} onClose={close} />}
          </Opens>
        </p>
      )}
      {(notice.acknowledgeBy !== null || notice.answerBy !== null) && (
        <p className="small">
          <a href={`/api/notices/${encodeURIComponent(notice.id)}/deadlines.ics`}>{t('notices.calendar')}</a>
        </p>
      )}
    </section>
  )
}
