import type { DomainState } from '@gavel/domain'
import type { CommitmentId, MemberId } from '@gavel/kernel'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Choice, Lines } from '../../decisions/fields.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useView } from '../../live/use-view.ts'
import { useWords } from '../../words/use-words.tsx'
import type { RowsAnswer } from '../answers.ts'
import { DialogFoot } from '../dialog-foot.tsx'
import { useKeptForm } from '../kept-form.ts'
import { responseSigns } from './response-mark.tsx'
import type { RecommendationRow } from './shapes.ts'
import { useWithCommitment } from './with-commitment.ts'

type Response = Exclude<RecommendationRow['response'], 'waiting'>
const responses: readonly Response[] = ['supported', 'partlySupported', 'noted', 'pending']

interface RespondProps {
  readonly state: DomainState
  readonly row: RecommendationRow
  readonly member: MemberId
  readonly onClose: () => void
}

/** C-33. What a member makes of what was recommended to it; it may say otherwise later. */
export const RespondDialog = ({ state, row, member, onClose }: RespondProps) => {
  const { t } = useWords()
  const {
    value: form,
    change,
    forget,
  } = useKeptForm(`respond.${row.id}`, {
    response: 'supported' as Response,
    words: '',
    commitment: '',
  })
  const { data } = useView<RowsAnswer>(`/api/commitments?member=${encodeURIComponent(member)}&limit=200`)
  const asked = useWithCommitment(state, form.commitment)
  return (
    <Dialog title={t('recommendations.respond')} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <blockquote className="q-words" dir="auto">
          {row.wording}
        </blockquote>
        <RadioGroup
          className="p-three"
          value={form.response}
          onChange={response => change({ response: response as Response })}
        >
          <Label>{t('recommendations.response')}</Label>
          {responses.map(response => (
            <Radio key={response} value={response} className="p-choice">
              <span aria-hidden="true" className="p-sign">
                {responseSigns[response]}
              </span>{' '}
              {t(`recommendations.response.${response}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Lines label={t('recommendations.words')} value={form.words} onChange={words => change({ words })} />
        {(data?.rows.length ?? 0) > 0 && (
          <Choice
            label={t('recommendations.commitment')}
            value={form.commitment}
            onChange={commitment => change({ commitment })}
            options={[
              ['', t('recommendations.commitment.none')],
              ...data!.rows.map(({ id, title }) => [id, title] as const),
            ]}
          />
        )}
        <DialogFoot
          state={asked}
          onClose={onClose}
          intent={{
            type: 'commitments.respond',
            body: {
              recommendation: row.id,
              member,
              response: form.response,
              words: form.words.trim(),
              ...(form.commitment === '' ? {} : { commitment: form.commitment as CommitmentId }),
            },
          }}
          done={forget}
          confirm={t('recommendations.respond.do')}
        />
      </div>
    </Dialog>
  )
}
