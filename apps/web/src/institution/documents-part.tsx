import type { DomainState, decisions } from '@gavel/domain'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { useView } from '../live/use-view.ts'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { type Paper, papersOf, type TextRow } from './papers.ts'

const PaperRow = ({ paper, state }: { readonly paper: Paper; readonly state: DomainState }) => {
  const speech = useWords()
  const { t, instant } = speech
  const { kind, symbol, title, body, at, href, document } = paper
  return (
    <tr data-kind={kind}>
      <th scope="row" className="mono small">
        <bdi dir="ltr">{symbol}</bdi>
      </th>
      <td>
        <Link href={href}>
          <bdi>{title}</bdi>
        </Link>
        <span className="small soft o-below">
          {t(`organisation.documents.${kind}`)} · <bdi>{bodyName(state, speech, body)}</bdi>
        </span>
      </td>
      <td className="small soft">{at !== null && <time dateTime={at}>{instant(at, 'date')}</time>}</td>
      <td className="small">
        {document !== null && (
          <a href={`/api/documents/${document}`} title={document}>
            {t('organisation.documents.file')} <span className="spoken">{symbol}</span>
          </a>
        )}
      </td>
    </tr>
  )
}

/** What stands under a symbol, as far as the reader may read it: texts, versions, decisions. */
export const DocumentsPart = ({ state }: { readonly state: DomainState }) => {
  const speech = useWords()
  const { t } = speech
  const label = useId()
  const [body, setBody] = useState('')
  const { data } = useView<{ texts: readonly TextRow[] }>('/api/texts')
  const { data: page } = useView<{ register: readonly decisions.RegisterRow[] }>(
    '/api/register?order=newest&limit=200',
  )
  const all = papersOf(data?.texts ?? [], page?.register ?? [])
  const shown = all.filter(paper => body === '' || paper.body === body)
  const bodies = state.institution.bodyOrder.filter(id => all.some(paper => paper.body === id))
  return (
    <section className="stack" aria-labelledby="o-documents">
      <h2 id="o-documents">{t('organisation.tab.documents')}</h2>
      <p className="soft">{t('organisation.documents.lead')}</p>
      {bodies.length > 1 && (
        <div className="field o-choice no-print">
          <label htmlFor={label}>{t('organisation.documents.body')}</label>
          <select id={label} value={body} onChange={event => setBody(event.target.value)}>
            <option value="">{t('organisation.documents.allBodies')}</option>
            {bodies.map(id => (
              <option key={id} value={id}>
                {bodyName(state, speech, id)}
              </option>
            ))}
          </select>
        </div>
      )}
      {data !== undefined && page !== undefined && shown.length === 0 && (
        <p className="empty">{t('organisation.documents.none')}</p>
      )}
      {shown.length > 0 && (
        <table className="table o-papers">
          <thead>
            <tr>
              {(['symbol', 'title', 'on', 'file'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`organisation.documents.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(paper => (
              <PaperRow key={`${paper.kind} ${paper.symbol}`} paper={paper} state={state} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
