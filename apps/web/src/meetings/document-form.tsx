import type { meetings } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { type ChangeEvent, useState } from 'react'
import { Choice, Line } from '../decisions/fields.tsx'
import { Button } from '../kit/button.tsx'
import { useWords } from '../words/use-words.tsx'
import { useTextRows } from './documents.tsx'
import { keepFile } from './keep-file.ts'

type Document = meetings.AgendaDocument
type Kind = Document['kind']
const kinds: readonly Kind[] = ['text', 'symbol', 'file']

interface Written {
  readonly kind: Kind
  readonly title: string
  readonly text: string
  readonly symbol: string
  readonly hash: string
}

const empty: Written = { kind: 'text', title: '', text: '', symbol: '', hash: '' }

/** The document a form stands for; undefined while something is missing. */
const documentOf = ({ kind, title, text, symbol, hash }: Written): Document | undefined => {
  const named = title.trim()
  if (named === '') return undefined
  switch (kind) {
    case 'text':
      return text === '' ? undefined : { kind, text: text as TextId, title: named }
    case 'symbol':
      return symbol.trim() === '' ? undefined : { kind, symbol: symbol.trim(), title: named }
    case 'file':
      return hash === '' ? undefined : { kind, document: hash, title: named }
  }
}

interface FileProps {
  readonly onKept: (hash: string, name: string) => void
}

const FileField = ({ onKept }: FileProps) => {
  const { t } = useWords()
  const [why, setWhy] = useState<string>()
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0]
    if (file === undefined) return
    const kept = await keepFile(
      new Uint8Array(await file.arrayBuffer()),
      file.type || 'application/octet-stream',
    )
    setWhy(kept.kind === 'failed' ? kept.why : undefined)
    if (kept.kind === 'kept') onKept(kept.hash, file.name)
  }
  return (
    <label className="field">
      <span className="d-label">{t('agenda.document.theFile')}</span>
      <input type="file" onChange={event => void take(event)} />
      {why !== undefined && <span slot="errorMessage">{t('journal.notKept', { why })}</span>}
    </label>
  )
}

interface FormProps {
  readonly confirm: string
  readonly onDocument: (document: Document) => void
}

/** A document for an item: a text under negotiation, a symbol, or a file. */
export const DocumentForm = ({ confirm, onDocument }: FormProps) => {
  const { t } = useWords()
  const rows = useTextRows()
  const [written, setWritten] = useState(empty)
  const change = (part: Partial<Written>): void => setWritten(before => ({ ...before, ...part }))
  const document = documentOf(written)
  const chooseText = (text: string): void =>
    change({ text, title: rows.find(({ id }) => id === text)?.title ?? written.title })
  return (
    <div className="m-pick">
      <Choice
        label={t('agenda.document.what')}
        value={written.kind}
        onChange={kind => change({ kind: kind as Kind })}
        options={kinds.map(kind => [kind, t(`agenda.document.${kind}`)])}
      />
      {written.kind === 'text' && (
        <Choice
          label={t('hall.text')}
          value={written.text}
          onChange={chooseText}
          options={[
            ['', t('agenda.document.chooseText')],
            ...rows.map(({ id, title }) => [id, title] as const),
          ]}
        />
      )}
      {written.kind === 'symbol' && (
        <Line
          label={t('agenda.document.theSymbol')}
          value={written.symbol}
          onChange={symbol => change({ symbol })}
        />
      )}
      {written.kind === 'file' && (
        <FileField onKept={(hash, name) => change({ hash, title: written.title || name })} />
      )}
      <Line label={t('agenda.document.name')} value={written.title} onChange={title => change({ title })} />
      <p>
        <Button
          size="small"
          {...(document === undefined ? { closed: t('agenda.document.closed') } : {})}
          onPress={() => {
            if (document === undefined) return
            onDocument(document)
            setWritten(empty)
          }}
        >
          {confirm}
        </Button>
      </p>
    </div>
  )
}
