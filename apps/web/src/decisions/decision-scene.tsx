import { decisions } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { type ReactNode, useEffect } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Missing } from '../kit/missing.tsx'
import { useClock } from '../live/use-clock.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { BringAgain } from './bring-dialog.tsx'
import { DecisionHead } from './decision-head.tsx'
import { Due } from './due.tsx'
import { InstrumentShown, todayOf } from './instrument.tsx'
import { Objections } from './objections.tsx'
import { OpenInstrument } from './open-instrument.tsx'
import { Proof } from './proof.tsx'
import { PutChairActs, PutOwnActs } from './put-acts.tsx'
import { NoticeAct, SilenceChairActs, SilenceOwnActs } from './silence-acts.tsx'
import { SilencePanel } from './silence-panel.tsx'
import { dueOf, isChairOf, nextTurn, ownMember, silenceOf } from './standing.ts'
import { Statements } from './statements.tsx'
import { type DecisionAtHand, useDecision } from './use-decision.ts'
import { What } from './what.tsx'

type AtHand = DecisionAtHand & { readonly now: Instant }

/** The acts of one role, under a heading of their own. */
const Acts = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="card d-acts no-print" aria-label={title}>
    <h2>{title}</h2>
    <div className="d-buttons">{children}</div>
  </section>
)

const OwnActs = ({ state, decision, now }: AtHand) => {
  const { t } = useWords()
  const room = useRoom()
  const silence = silenceOf(decision)
  const { stage } = decision.course
  if (ownMember(room) === undefined) return null
  if (stage !== 'put' && stage !== 'proposed' && silence === undefined) return null
  return (
    <Acts title={t('decision.acts.own')}>
      {silence === undefined ? (
        <PutOwnActs {...{ state, decision, now }} />
      ) : (
        <SilenceOwnActs {...{ state, decision, silence, now }} />
      )}
    </Acts>
  )
}

/** What chair and secretariat alike may do with what is adopted. */
const Registry = ({ state, decision, instrument, now }: AtHand) => {
  const { t } = useWords()
  const sending = useSend()
  const status = decisions.decisionStatus(decision, now)
  if (status.kind !== 'adopted') return null
  return (
    <>
      {decision.number !== undefined && decision.publishedAt === undefined && (
        <ActButton
          state={state}
          sending={sending}
          kind="primary"
          intent={{ type: 'decisions.publish', body: { decision: decision.id } }}
        >
          {t('decision.publish')}
        </ActButton>
      )}
      {instrument === undefined && (
        <OpenInstrument state={state} decision={decision} today={todayOf(state, now)} />
      )}
      <ProblemShown problem={sending.problem} />
    </>
  )
}

const ChairActs = (props: AtHand) => {
  const { state, decision, now } = props
  const { t } = useWords()
  const silence = silenceOf(decision)
  const { stage } = decision.course
  return (
    <Acts title={t('decision.acts.chair')}>
      {(stage === 'put' || stage === 'proposed') && <PutChairActs {...{ state, decision, now }} />}
      {silence !== undefined && <SilenceChairActs {...{ state, decision, silence, now }} />}
      {decisions.mayComeAgain(decision, now) && <BringAgain state={state} decision={decision} />}
      <Registry {...props} />
    </Acts>
  )
}

/** What somebody can do about a decision in the capacity she acts in; nothing is shown of what she never can. */
const ActsFor = (props: AtHand) => {
  const { t } = useWords()
  const room = useRoom()
  const { state, decision, now } = props
  const silence = silenceOf(decision)
  if (isChairOf(room, decision)) return <ChairActs {...props} />
  if (room.as?.kind !== 'secretariat') return <OwnActs {...props} />
  return (
    <Acts title={t('decision.acts.secretariat')}>
      {silence !== undefined && <NoticeAct {...{ state, decision, silence, now }} />}
      <Registry {...props} />
    </Acts>
  )
}

const DecisionShown = (at: DecisionAtHand) => {
  const { state, decision, instrument, history } = at
  const coarse = useClock()
  const now = useClock(nextTurn([decision], coarse))
  const status = decisions.decisionStatus(decision, now)
  const silence = silenceOf(decision)
  useEffect(() => {
    document.title = [decision.number?.symbol, decision.title].filter(Boolean).join(' ')
  }, [decision])
  return (
    <article className="page d-decision">
      <DecisionHead state={state} decision={decision} status={status} />
      <div className="d-columns">
        <div className="d-side">
          {silence !== undefined && <SilencePanel {...{ state, decision, silence, now }} />}
          <ActsFor {...at} now={now} />
          <Due
            state={state}
            due={dueOf(state, decision, now).filter(({ kind }) => kind !== 'silenceExpires')}
          />
        </div>
        <div className="d-main">
          <What state={state} decision={decision} status={status} />
          <Objections state={state} decision={decision} />
          <Statements state={state} decision={decision} now={now} />
          {instrument !== undefined && <InstrumentShown {...{ state, decision, instrument, now }} />}
          <Proof state={state} decision={decision} history={history} />
        </div>
      </div>
    </article>
  )
}

/** A decision, from being put or standing under silence to its number, its statements and its proof. */
export const DecisionScene = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const found = useDecision(id)
  switch (found.kind) {
    case 'looking':
      return (
        <p className="busy" role="status">
          {t('app.loading')}
        </p>
      )
    case 'failed':
      return <p className="busy">{t('app.failed')}</p>
    case 'missing':
      return <Missing />
    case 'found':
      return <DecisionShown {...found} />
  }
}
