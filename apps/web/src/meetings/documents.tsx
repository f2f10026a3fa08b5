import type { meetings } from '@gavel/domain'
import { Link } from 'wouter'
import { useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import type { Meeting } from './next-step.ts'

interface TextRow {
  readonly id: string
  readonly title: string
  readonly symbol: string | null
  readonly disputed: number
  readonly audience?: { readonly kind: string }
}

const none: readonly TextRow[] = []

/** The texts the viewer may read, with what is in dispute in each. */
export const useTextRows = (): readonly TextRow[] =>
  useView<{ texts: readonly TextRow[] }>('/api/texts').data?.texts ?? none

const OfText = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const { t } = useWords()
  const row = useTextRows().find(each => each.id === id)
  return (
    <>
      <Link href={`/texts/${encodeURIComponent(id)}`}>
        {row?.symbol != null && <span className="mono">{row.symbol} </span>}
        <bdi>{title}</bdi>
      </Link>
      {row !== undefined && <span className="soft"> · {t('texts.inDispute', { n: row.disputed })}</span>}
    </>
  )
}

/** One document of an item, as a way to it. */
export const DocumentLine = ({ document }: { readonly document: meetings.AgendaDocument }) => {
  switch (document.kind) {
    case 'text':
      return <OfText id={document.text} title={document.title} />
    case 'symbol':
      return (
        <>
          <span className="mono">{document.symbol}</span> <bdi>{document.title}</bdi>
        </>
      )
    case 'file':
      return (
        <a href={`/api/documents/${document.document}`} download>
          <bdi>{document.title}</bdi>
        </a>
      )
  }
}

/** What is attached to an item. */
export const Documents = ({ meeting, item }: { readonly meeting: Meeting; readonly item: string }) => {
  const own = meeting.documents.filter(each => each.item === item)
  if (own.length === 0) return null
  return (
    <ul className="m-documents small">
      {own.map(({ document }) => (
        <li key={JSON.stringify(document)}>
          <DocumentLine document={document} />
        </li>
      ))}
    </ul>
  )
}
