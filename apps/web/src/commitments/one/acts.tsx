import { commitments as chapter } from '@gavel/domain'
import type { CommitmentId, MemberId } from '@gavel/kernel'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { ActButton } from '../../acting/act-button.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { type Sending, useSend } from '../../acting/use-send.ts'
import { ReasonDialog } from '../../decisions/reason-dialog.tsx'
import { Button } from '../../kit/button.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import type { FoundOne } from '../use-commitment.ts'
import { AssessDialog } from './assess-dialog.tsx'
import { EvidenceDialog } from './evidence-dialog.tsx'

type Way = 'leave' | 'withdraw'

/** With a reason: one of several leaves, or the only owner withdraws. */
const EndDialog = ({
  way,
  answer,
  state,
  member,
  onClose,
}: FoundOne & { readonly way: Way; readonly member: MemberId; readonly onClose: () => void }) => {
  const { t } = useWords()
  const commitment = answer.commitment.id as CommitmentId
  return (
    <ReasonDialog
      state={state}
      title={t(`commitment.${way}`)}
      lead={t(`commitment.${way}.lead`)}
      label={t('commitment.field.reason')}
      name={`${way}.${commitment}`}
      grave
      intentWith={reason => ({ type: `commitments.${way}`, body: { commitment, member, reason } })}
      onClose={onClose}
    />
  )
}

interface OwnProps extends FoundOne {
  readonly member: MemberId
  readonly sending: Sending
  /** What is open to owners even of a commitment that stands no more: to add evidence. */
  readonly children: ReactNode
}

/** What an owner does with its commitment. */
const OwnersActs = ({ answer, state, member, sending, children }: OwnProps) => {
  const { t } = useWords()
  const [ending, setEnding] = useState<Way | null>(null)
  const { id, ended } = answer.commitment
  const at = `/commitments/${encodeURIComponent(id)}`
  const alone = chapter.ownersOf(answer.commitment).length === 1
  const way = alone ? 'withdraw' : 'leave'
  return (
    <>
      {ended === null && (
        <Link className="button" data-kind="primary" href={`${at}/report`}>
          {t('report.title')}
        </Link>
      )}
      {children}
      {ended === null && (
        <>
          {/* C-20, C-30. What several own none of them changes or carries on for the others. */}
          {alone && (
            <>
              <Link className="button" href={`${at}/change`}>
                {t('commitment.change')}
              </Link>
              <Link className="button" href={`${at}/carry`}>
                {t('commitment.carry')}
              </Link>
            </>
          )}
          <ActButton
            state={state}
            intent={{ type: `commitments.${way}`, body: { commitment: id, member, reason: '…' } }}
            sending={sending}
            kind="grave"
            instead={() => setEnding(way)}
          >
            {t(`commitment.${way}`)}
          </ActButton>
        </>
      )}
      {ending !== null && (
        <EndDialog
          way={ending}
          answer={answer}
          state={state}
          kind="found"
          member={member}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  )
}

/** What whoever looks may do about the commitment, in the capacity she acts in. */
export const CommitmentActs = (found: FoundOne) => {
  const { answer, state } = found
  const { t } = useWords()
  const { as } = useRoom()
  const sending = useSend()
  const [open, setOpen] = useState<'evidence' | 'assess' | null>(null)
  const { id, ended } = answer.commitment
  const owners = chapter.ownersOf(answer.commitment)
  const owns = as?.kind === 'delegate' && owners.includes(as.member)
  const assesses = as?.kind === 'coordinator' || as?.kind === 'secretariat' || as?.kind === 'observer'
  if (as?.kind !== 'delegate' && !assesses) return null
  return (
    <section className="card d-acts" aria-labelledby="acts">
      <h2 id="acts">{t('commitment.acts')}</h2>
      <div className="d-buttons">
        {as.kind === 'delegate' && owns && (
          <OwnersActs {...found} member={as.member} sending={sending}>
            <Button onPress={() => setOpen('evidence')}>{t('evidence.add')}</Button>
          </OwnersActs>
        )}
        {as.kind === 'delegate' && !owns && ended === null && (
          <ActButton
            state={state}
            intent={{ type: 'commitments.join', body: { commitment: id, member: as.member } }}
            sending={sending}
          >
            {t('commitment.join')}
          </ActButton>
        )}
        {as.kind === 'secretariat' && ended === null && (
          <Link className="button" href={`/commitments/${encodeURIComponent(id)}/report`}>
            {t('report.record')}
          </Link>
        )}
        {assesses && <Button onPress={() => setOpen('assess')}>{t('commitment.assess')}</Button>}
      </div>
      <ProblemShown problem={sending.problem} />
      {open === 'evidence' && as.kind === 'delegate' && (
        <EvidenceDialog {...found} member={as.member} onClose={() => setOpen(null)} />
      )}
      {open === 'assess' && <AssessDialog {...found} onClose={() => setOpen(null)} />}
    </section>
  )
}
