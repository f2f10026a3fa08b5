import { type DomainState, institution } from '@gavel/domain'
import type { CommitmentId, MemberId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Lines } from '../../decisions/fields.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { freshId } from '../../live/room.ts'
import { useNow } from '../../live/use-room.tsx'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'
import { useKeptForm } from '../kept-form.ts'
import type { Dossier, ReviewWhole } from './shapes.ts'
import { useWithCommitment } from './with-commitment.ts'

interface AskProps {
  readonly state: DomainState
  readonly review: ReviewWhole
  readonly dossier: Dossier
  readonly member: MemberId
  readonly onClose: () => void
}

/** What stands for those who lead the review, among the codes of members. */
const leaders = '-'

/** C-35. A member puts a question to another, about one of its commitments or the dimension; or to those who lead. */
export const AskDialog = ({ state, review, dossier, member, onClose }: AskProps) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(60_000)
  const [question] = useState(() => freshId('question'))
  const {
    value: form,
    change,
    forget,
  } = useKeptForm(`ask.${review.id}`, { to: '', commitment: '', wording: '' })
  const asked = useWithCommitment(state, form.commitment)
  const members = institution.activeMembers(state.institution, now).filter(id => id !== member)
  const theirs = dossier.commitments.filter(({ owners }) => owners.some(one => one.member === form.to))
  return (
    <Dialog title={t('reviews.ask')} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <p className="soft">{t('reviews.ask.lead')}</p>
        <Choice
          label={t('reviews.ask.to')}
          value={form.to}
          onChange={to => change({ to, commitment: '' })}
          options={[
            ['', t('reviews.ask.choose')],
            ...members.map(id => [id, partyName(state, speech, id)] as const),
            [leaders, t('reviews.leaders')],
          ]}
        />
        {theirs.length > 0 && (
          <Choice
            label={t('reviews.ask.about')}
            value={form.commitment}
            onChange={commitment => change({ commitment })}
            options={[
              ['', t('reviews.ask.dimension')],
              ...theirs.map(({ id, title }) => [id, title] as const),
            ]}
          />
        )}
        <Lines label={t('reviews.question')} value={form.wording} onChange={wording => change({ wording })} />
        <DialogFoot
          state={asked}
          onClose={onClose}
          intent={{
            type: 'commitments.ask',
            body: {
              review: review.id,
              question,
              member,
              to: form.to === leaders ? null : (form.to as MemberId),
              wording: form.wording.trim(),
              ...(form.commitment === '' ? {} : { commitment: form.commitment as CommitmentId }),
            },
          }}
          done={forget}
          confirm={t('reviews.ask.do')}
        />
      </div>
    </Dialog>
  )
}
