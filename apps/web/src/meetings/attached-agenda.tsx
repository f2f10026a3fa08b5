import type { meetings } from '@gavel/domain'
import { useState } from 'react'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { Button } from '../kit/button.tsx'
import { useWords } from '../words/use-words.tsx'
import { type AtHand, steers } from './at-hand.ts'
import { DocumentForm } from './document-form.tsx'
import { Documents } from './documents.tsx'

const Item = (at: AtHand & { readonly item: meetings.AgendaItem }) => {
  const { t } = useWords()
  const { meeting, sending, item } = at
  const [open, setOpen] = useState(false)
  const attach = async (document: meetings.AgendaDocument): Promise<void> => {
    const body = { meeting: meeting.id, item: item.number, document }
    if (await sending.send({ type: 'meetings.attachDocument', body })) setOpen(false)
  }
  const attaches = steers(at) && meeting.status !== 'closed'
  return (
    <li data-depth={item.under === undefined ? 0 : item.number.split('(').length - 1}>
      <span className="m-number">{item.number}</span>
      <div className="stack" data-gap="small">
        <p>
          <bdi>{item.title}</bdi>
        </p>
        <Documents meeting={meeting} item={item.number} />
        {attaches && !open && (
          <p>
            <Button
              size="small"
              kind="quiet"
              aria-label={t('agenda.document.attach', { number: item.number })}
              onPress={() => setOpen(true)}
            >
              ▤ + {t('agenda.document.do')}
            </Button>
          </p>
        )}
        {open && (
          <DocumentForm confirm={t('agenda.document.do')} onDocument={document => void attach(document)} />
        )}
      </div>
    </li>
  )
}

/** The agenda with what lies under each item; who steers attaches more until the meeting closes. */
export const AttachedAgenda = (at: AtHand) => {
  const { t } = useWords()
  const { meeting, sending } = at
  return (
    <section className="m-panel m-agenda" aria-labelledby="attached-title">
      <h2 id="attached-title">{t(meeting.agendaAdopted ? 'agenda.adopted' : 'agenda.provisional')}</h2>
      {sending.problem !== null && <ProblemShown problem={sending.problem} />}
      <ol>
        {meeting.agenda.map(item => (
          <Item key={item.number} {...at} item={item} />
        ))}
      </ol>
    </section>
  )
}
