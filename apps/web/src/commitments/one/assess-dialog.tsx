import type { commitments as chapter } from '@gavel/domain'
import { useState } from 'react'
import { Choice, Line, Lines } from '../../decisions/fields.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useKept } from '../../kit/kept.ts'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'
import type { FoundOne } from '../use-commitment.ts'

const found = ['notStarted', 'limited', 'substantial', 'complete', 'noEvidence', 'unclear'] as const

/** C-29. What somebody finds of a commitment; the secretariat may record what others found, with the source. */
export const AssessDialog = ({ answer, state, onClose }: FoundOne & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const { as } = useRoom()
  const { id } = answer.commitment
  const [finds, setFinds] = useState<chapter.Found>('unclear')
  const [words, keep, forget] = useKept(`assess.${id}`)
  const [assessor, setAssessor] = useState('')
  const [source, setSource] = useState('')
  const [on, setOn] = useState('')
  const body = {
    commitment: id,
    finds,
    words: words.trim(),
    ...(assessor.trim() === '' ? {} : { assessor: assessor.trim() }),
    ...(source.trim() === '' ? {} : { source: source.trim() }),
    ...(on === '' ? {} : { on }),
  }
  return (
    <Dialog title={t('commitment.assess')} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('commitment.assess.lead')}</p>
        <Choice
          label={t('commitment.assess.finds')}
          value={finds}
          onChange={value => setFinds(value as chapter.Found)}
          options={found.map(word => [word, t(`commitment.status.${word}`)])}
        />
        <Lines label={t('commitment.assess.words')} value={words} onChange={keep} />
        {as?.kind === 'secretariat' && (
          <>
            <Line label={t('commitment.assess.assessor')} value={assessor} onChange={setAssessor} />
            <div className="d-pair">
              <Line label={t('commitment.assess.source')} value={source} onChange={setSource} />
              <Line label={t('report.on')} type="date" value={on} onChange={setOn} />
            </div>
          </>
        )}
        <DialogFoot
          state={state}
          intent={{ type: 'commitments.assess', body }}
          confirm={t('commitment.assess')}
          onClose={onClose}
          done={forget}
        />
      </div>
    </Dialog>
  )
}
