import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import type { TextRow } from '../institution/papers.ts'
import { useView } from '../live/use-view.ts'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { InstantTold } from './instants.tsx'
import { type Sent, sentOf } from './sent.ts'

interface SentProps {
  readonly state: DomainState
  readonly only: string | null
}

const Row = ({ state, sent }: { readonly state: DomainState; readonly sent: Sent }) => {
  const speech = useWords()
  const { t } = speech
  const { kind, symbol, title, body, at, to, members, href, document } = sent
  return (
    <tr>
      <td className="small">
        <InstantTold at={at} />
      </td>
      <th scope="row">
        <span className="small">{t(`desk.sent.${kind}`)}</span>{' '}
        {symbol !== null && (
          <bdi className="mono small" dir="ltr">
            {symbol}
          </bdi>
        )}
        <span className="k-below">
          <Link href={href}>
            <bdi>{title}</bdi>
          </Link>
        </span>
      </th>
      <td className="small">
        {to === 'body' ? (
          <>
            <bdi>{bodyName(state, speech, body)}</bdi>: {t('desk.sent.delegations', { n: members })}
          </>
        ) : (
          <>
            {t(`texts.audience.${to}`)}: {t('desk.sent.delegations', { n: members })}
          </>
        )}
      </td>
      <td className="small">
        {document !== null && (
          <a href={`/api/documents/${document}`} title={document}>
            {t('organisation.documents.file')} <span className="spoken">{symbol ?? title}</span>
          </a>
        )}
      </td>
    </tr>
  )
}

/** What was put before delegations, and before whom: versions, notices of meetings, journals, silences and their ends. */
export const SentPart = ({ state, only }: SentProps) => {
  const { t } = useWords()
  const { data } = useView<{ texts: readonly TextRow[] }>('/api/texts')
  const all = sentOf(state, data?.texts ?? [], only)
  return (
    <section className="stack" data-gap="small" aria-labelledby="k-sent">
      <h2 id="k-sent">{t('desk.tab.sent')}</h2>
      <p className="soft">{t('desk.sent.lead')}</p>
      {data !== undefined && all.length === 0 && <p className="empty">{t('desk.sent.none')}</p>}
      {all.length > 0 && (
        <table className="table k-sent">
          <thead>
            <tr>
              {(['at', 'what', 'to', 'file'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`desk.col.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map(sent => (
              <Row key={sent.key} state={state} sent={sent} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
