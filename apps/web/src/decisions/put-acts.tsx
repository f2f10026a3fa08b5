import { type DomainState, decisions } from '@gavel/domain'
import type { Instant, MemberId } from '@gavel/kernel'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { useKept } from '../kit/kept.ts'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { NextChoice } from './next-choice.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { type Decision, ownMember } from './standing.ts'
import { TwoSteps } from './two-steps.tsx'

interface PutProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly now: Instant
}

/** What a delegation can do about what is before the meeting: object in two steps, withdraw its objection. */
export const PutOwnActs = ({ state, decision }: PutProps) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const [open, setOpen] = useState(false)
  const member = ownMember(room)
  if (member === undefined) return null
  const at = { decision: decision.id, member }
  return (
    <>
      {decisions.whoObjects(decision).includes(member) ? (
        <ActButton state={state} sending={sending} intent={{ type: 'decisions.withdrawObjection', body: at }}>
          {t('decision.withdrawObjection')}
        </ActButton>
      ) : (
        <ActButton
          state={state}
          sending={sending}
          kind="grave"
          intent={{ type: 'decisions.object', body: at }}
          instead={() => setOpen(true)}
        >
          {t('decision.object')}
        </ActButton>
      )}
      <ProblemShown problem={sending.problem} />
      {open && <ObjectDialog {...{ state, decision, member }} onClose={() => setOpen(false)} />}
    </>
  )
}

interface ObjectProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly member: MemberId
  readonly onClose: () => void
}

const ObjectDialog = ({ state, decision, member, onClose }: ObjectProps) => {
  const speech = useWords()
  const { t } = speech
  const [words, keep, forget] = useKept(`object.${decision.id}.${member}`)
  const reason = words.trim()
  const name = partyName(state, speech, member)
  return (
    <TwoSteps
      state={state}
      title={t('decision.object.title')}
      intent={{
        type: 'decisions.object',
        body: { decision: decision.id, member, ...(reason === '' ? {} : { reason }) },
      }}
      confirm={t('decision.object.do', { member: name })}
      onClose={onClose}
      onDone={forget}
      first={
        <>
          <p>
            <bdi>{t('decision.object.means', { member: name })}</bdi>
          </p>
          <TextField className="field" value={words} onChange={keep} maxLength={4_000}>
            <Label>{t('decision.object.reason')}</Label>
            <TextArea dir="auto" rows={4} />
          </TextField>
          <p className="small soft">{t('silence.break.kept')}</p>
        </>
      }
      second={
        <>
          <p>
            <b>
              <bdi>{t('decision.object.confirm', { member: name })}</bdi>
            </b>
            {': '}
            <bdi>{decision.title}</bdi>
          </p>
          {reason === '' ? (
            <p className="soft">{t('silence.break.noReason')}</p>
          ) : (
            <blockquote className="d-quote" dir="auto">
              {reason}
            </blockquote>
          )}
        </>
      }
    />
  )
}

/** The chair's question and her gavel, in two steps. */
const AdoptDialog = ({ state, decision, onClose }: PutProps & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const { subject } = decision
  const what =
    subject.kind === 'wording' ? (
      <blockquote className="d-quote" dir="auto">
        {subject.wording}
      </blockquote>
    ) : (
      <p className="small d-hash">
        <span className="mono">{subject.symbol}</span> · SHA-256{' '}
        <span className="mono">{subject.document}</span>
      </p>
    )
  return (
    <TwoSteps
      state={state}
      title={t('decision.adopt.title')}
      intent={{ type: 'decisions.declareAdopted', body: { decision: decision.id } }}
      confirm={t('decision.adopt.confirm')}
      kind="primary"
      onClose={onClose}
      first={
        <>
          <p>{t('decision.adopt.ask')}</p>
          <h3>
            <bdi>{decision.title}</bdi>
          </h3>
          {what}
        </>
      }
      second={
        <>
          <h3>
            <bdi>{decision.title}</bdi>
          </h3>
          {decisions.whoObjects(decision).length === 0 && <p>{t('decision.adopt.none')}</p>}
          <p className="soft">{t('decision.adopt.final')}</p>
        </>
      }
    />
  )
}

const nexts = ['returnedToBody', 'carriedOver', 'dropped'] as const

/** Opens in the meeting, as it was proposed there, the silence that nobody objects to. */
const OpenProposed = ({ state, decision }: PutProps) => {
  const { t } = useWords()
  const sending = useSend()
  const { course, body, title, subject } = decision
  if (course.stage !== 'proposed') return null
  return (
    <>
      <ActButton
        state={state}
        sending={sending}
        kind="primary"
        intent={{
          type: 'decisions.openSilence',
          body: { decision: decision.id, body, meeting: course.meeting, title, subject, ...course.offer },
        }}
      >
        {t('decision.openSilence')}
      </ActButton>
      <ProblemShown problem={sending.problem} />
    </>
  )
}

/** What the chair can do about what she has put: declare it adopted or not, or take it back. */
export const PutChairActs = (props: PutProps) => {
  const { state, decision } = props
  const { t } = useWords()
  const sending = useSend()
  const [open, setOpen] = useState<'adopt' | 'none' | 'back'>()
  const close = (): void => setOpen(undefined)
  const at = { decision: decision.id }
  return (
    <>
      {decision.course.stage === 'put' && (
        <ActButton
          state={state}
          sending={sending}
          kind="primary"
          intent={{ type: 'decisions.declareAdopted', body: at }}
          instead={() => setOpen('adopt')}
        >
          {t('decision.adopt')}
        </ActButton>
      )}
      <OpenProposed {...props} />
      <ActButton
        state={state}
        sending={sending}
        intent={{ type: 'decisions.declareNoConsensus', body: { ...at, next: 'returnedToBody' } }}
        instead={() => setOpen('none')}
      >
        {t('decision.noConsensus')}
      </ActButton>
      <Button onPress={() => setOpen('back')}>{t('decision.takeBack')}</Button>
      {open === 'adopt' && <AdoptDialog {...props} onClose={close} />}
      {open === 'none' && (
        <NextChoice
          state={state}
          title={t('decision.noConsensus')}
          lead={t('decision.noConsensus.lead')}
          choices={nexts.map(next => ({
            label: t(`decision.noConsensus.${next}`),
            intent: { type: 'decisions.declareNoConsensus', body: { ...at, next } },
          }))}
          onClose={close}
        />
      )}
      {open === 'back' && (
        <ReasonDialog
          state={state}
          title={t('decision.takeBack')}
          lead={t('decision.takeBack.lead')}
          label={t('decision.reason')}
          name={`takeBack.${decision.id}`}
          intentWith={reason => ({ type: 'decisions.withdrawPut', body: { ...at, reason } })}
          onClose={close}
        />
      )}
    </>
  )
}
