import type { ReportId } from '@gavel/kernel'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActButton } from '../../acting/act-button.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useSend } from '../../acting/use-send.ts'
import { ReasonDialog } from '../../decisions/reason-dialog.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import type { Inside } from '../asked-state.ts'
import { personName } from '../report/what-next.tsx'
import type { FoundOne } from '../use-commitment.ts'
import { Contacts } from './contacts.tsx'
import { ReportWords } from './reports.tsx'

interface InsideProps extends FoundOne {
  readonly inside: Inside
}

type Draft = Inside['waiting'][number]

/** C-24. A report that waits inside the delegation: the validator makes it the member's word, or gives it back. */
const Waits = ({ answer, state, inside, draft }: InsideProps & { readonly draft: Draft }) => {
  const { t, instant } = useWords()
  const { viewer } = useRoom()
  const sending = useSend()
  const [returning, setReturning] = useState(false)
  const { id } = answer.commitment
  const body = { commitment: id, report: draft.report.id as ReportId, member: inside.member }
  const again = `/commitments/${encodeURIComponent(id)}/report?again=${encodeURIComponent(draft.report.id)}`
  return (
    <li className="stack u-waits" data-gap="small">
      <p className="small soft">
        {t('inside.by', { who: personName(state, draft.by), day: instant(draft.report.at, 'date') })}
      </p>
      <ReportWords report={draft.report} />
      {draft.returned === null ? (
        <p className="d-buttons">
          <ActButton
            state={state}
            intent={{ type: 'commitments.validateReport', body }}
            sending={sending}
            kind="primary"
          >
            {t('inside.validate')}
          </ActButton>
          <ActButton
            state={state}
            intent={{ type: 'commitments.returnReport', body: { ...body, reason: '…' } }}
            sending={sending}
            instead={() => setReturning(true)}
          >
            {t('inside.return')}
          </ActButton>
        </p>
      ) : (
        <>
          <p>
            <b>{t('inside.returned')}</b> <bdi className="u-quote">{draft.returned.reason}</bdi>
          </p>
          <p>
            <Link
              className="button"
              {...(draft.by === viewer.person ? { 'data-kind': 'primary' } : {})}
              href={again}
            >
              {t('inside.again')}
            </Link>
          </p>
        </>
      )}
      <ProblemShown problem={sending.problem} />
      {returning && (
        <ReasonDialog
          state={state}
          title={t('inside.return')}
          lead={t('inside.return.lead')}
          label={t('commitment.field.reason')}
          name={`return.${draft.report.id}`}
          intentWith={reason => ({ type: 'commitments.returnReport', body: { ...body, reason } })}
          onClose={() => setReturning(false)}
        />
      )}
    </li>
  )
}

/** What a delegation alone sees of a commitment of its own: what waits for its validator, and who does what. */
export const InsidePart = (props: InsideProps) => {
  const { t } = useWords()
  const { inside } = props
  return (
    <section className="card stack u-inside" id="inside" aria-labelledby="inside-title" data-gap="small">
      <h2 id="inside-title">{t('inside.title')}</h2>
      <p className="small soft">{t('inside.lead')}</p>
      {inside.waiting.length > 0 && (
        <ul className="stack">
          {inside.waiting.map(draft => (
            <Waits key={draft.report.id} {...props} draft={draft} />
          ))}
        </ul>
      )}
      <Contacts {...props} />
    </section>
  )
}
