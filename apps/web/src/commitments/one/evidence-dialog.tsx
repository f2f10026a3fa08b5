import type { MemberId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Line } from '../../decisions/fields.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { freshId } from '../../live/room.ts'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'
import type { FoundOne } from '../use-commitment.ts'

interface EvidenceProps extends FoundOne {
  readonly member: MemberId
  readonly onClose: () => void
}

/** C-28. A piece of evidence on its own: dated, to be found, and for whom to read. */
export const EvidenceDialog = ({ answer, state, member, onClose }: EvidenceProps) => {
  const { t } = useWords()
  const { id, audience: widest } = answer.commitment
  const [evidence] = useState(() => freshId('evidence'))
  const [title, setTitle] = useState('')
  const [on, setOn] = useState(answer.day)
  const [address, setAddress] = useState('')
  const [audience, setAudience] = useState<'public' | 'members'>(
    widest.kind === 'public' ? 'public' : 'members',
  )
  const body = {
    commitment: id,
    member,
    evidence: {
      evidence,
      title: title.trim(),
      on,
      ...(address.trim() === '' ? {} : { address: address.trim() }),
    },
    audience: widest.kind === 'body' ? widest : { kind: audience },
  }
  return (
    <Dialog title={t('evidence.add')} isOpen onClose={onClose}>
      <div className="stack">
        <Line label={t('evidence.title')} value={title} onChange={setTitle} />
        <Line label={t('evidence.address')} value={address} onChange={setAddress} />
        <div className="d-pair">
          <Line label={t('evidence.on')} type="date" value={on} onChange={setOn} />
          {widest.kind === 'public' && (
            <Choice
              label={t('undertake.audience')}
              value={audience}
              onChange={value => setAudience(value as typeof audience)}
              options={[
                ['public', t('commitment.audience.public')],
                ['members', t('commitment.audience.members')],
              ]}
            />
          )}
        </div>
        <DialogFoot
          state={state}
          intent={{ type: 'commitments.addEvidence', body }}
          confirm={t('evidence.add')}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}
