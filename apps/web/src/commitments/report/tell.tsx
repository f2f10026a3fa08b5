import { commitments as chapter, type DomainState } from '@gavel/domain'
import type { MemberId, ReportId } from '@gavel/kernel'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ActButton } from '../../acting/act-button.tsx'
import { ClosedLine } from '../../acting/closed-line.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { type Sending, useSend } from '../../acting/use-send.ts'
import { Button } from '../../kit/button.tsx'
import { freshId, type Intent } from '../../live/room.ts'
import { useRoom } from '../../live/use-room.tsx'
import { dayWords } from '../../names/days.ts'
import { useWords } from '../../words/use-words.tsx'
import type { CommitmentAnswer } from '../answers.ts'
import { useKeptForm } from '../kept-form.ts'
import { TellFields } from './tell-fields.tsx'
import { firstTelling, type Telling } from './telling.ts'
import { WhatNext } from './what-next.tsx'

export interface TellProps {
  readonly answer: CommitmentAnswer
  readonly state: DomainState
  readonly member: string
  readonly due: string | null
  readonly again: chapter.Report | undefined
  readonly revised: chapter.Report | undefined
}

/** The act a report comes to. */
export const reportIntent = (commitment: chapter.Commitment, member: string, told: Telling): Intent => ({
  type: 'commitments.report',
  body: {
    commitment: commitment.id,
    report: told.report as ReportId,
    member: member as MemberId,
    ...(told.due === '' ? {} : { due: told.due }),
    period: { from: told.from, until: told.until },
    says: told.says === '' ? 'nothingNew' : told.says,
    words: told.words.trim(),
    evidence: told.evidence,
    ...(told.revises === '' ? {} : { revises: told.revises as ReportId }),
    ...(told.source.trim() === '' ? {} : { source: told.source.trim(), on: told.on }),
  },
})

interface NothingProps extends TellProps {
  readonly told: Telling
  readonly sending: Sending
  readonly done: () => void
}

/** C-39. That there is nothing new is a report too: one deliberate press. */
const NothingNew = ({ answer, state, member, told, sending, done }: NothingProps) => {
  const speech = useWords()
  const { t } = speech
  const { last, says } = chapter.memberStanding(answer.commitment, member as MemberId, answer.day)
  const nothing: Telling = { ...told, says: 'nothingNew', words: '', evidence: [] }
  return (
    <section className="card stack u-nothing" aria-labelledby="nothing-new" data-gap="small">
      <h2 id="nothing-new">{t('report.nothing.title')}</h2>
      <p className="soft">
        {last === null
          ? t('report.nothing.first')
          : t('report.nothing.lead', {
              day: dayWords(speech, last.on),
              says: t(`commitment.status.${says ?? last.says}`),
            })}
      </p>
      <ActButton
        state={state}
        intent={reportIntent(answer.commitment, member, nothing)}
        sending={sending}
        kind="primary"
        done={done}
      >
        {told.due === ''
          ? t('report.nothing.send')
          : t('report.nothing.sendDue', { day: dayWords(speech, told.due) })}
      </ActButton>
    </section>
  )
}

const Send = ({ answer, state, member, told, sending, done }: NothingProps) => {
  const { t } = useWords()
  const intent = reportIntent(answer.commitment, member, told)
  return (
    <>
      {told.says !== '' && <ClosedLine state={state} intent={intent} />}
      <p className="row" data-spread="">
        {told.says === '' ? (
          <Button kind="primary" closed={t('report.choose')}>
            {t('report.send')}
          </Button>
        ) : (
          <ActButton state={state} intent={intent} sending={sending} kind="primary" done={done}>
            {t('report.send')}
          </ActButton>
        )}
      </p>
    </>
  )
}

/** What is told of a commitment, to be sent; what is written stays until it was. */
export const Tell = (props: TellProps) => {
  const { answer, state, member, again, revised } = props
  const { t } = useWords()
  const { as } = useRoom()
  const [, navigate] = useLocation()
  const sending = useSend()
  const [report] = useState(() => freshId('report'))
  const id = answer.commitment.id
  const name = `report.${id}.${member}.${props.due ?? ''}.${again?.id ?? ''}.${revised?.id ?? ''}`
  const form = useKeptForm<Telling>(name, firstTelling(answer, { ...props, report }))
  const done = (): void => {
    form.forget()
    navigate(`/commitments/${encodeURIComponent(id)}`)
  }
  const shared = { ...props, told: form.value, sending, done }
  return (
    <div className="stack u-tell">
      {as?.kind === 'delegate' && again === undefined && <NothingNew {...shared} />}
      <section className="stack" aria-labelledby="tell">
        <h2 id="tell">{t('report.more.title')}</h2>
        <TellFields answer={answer} member={member} value={form.value} change={form.change} />
        <WhatNext answer={answer} state={state} member={member} />
        <ProblemShown problem={sending.problem} />
        <Send {...shared} />
      </section>
    </div>
  )
}
