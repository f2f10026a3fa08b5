import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Button } from '../kit/button.tsx'
import { freshId } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'
import { type AgendaRow, deepest, indented, movedBy, numbered, without } from './agenda-rows.ts'
import { DocumentForm } from './document-form.tsx'
import { DocumentLine } from './documents.tsx'

interface BuilderProps {
  readonly rows: readonly AgendaRow[]
  readonly onChange: (rows: readonly AgendaRow[]) => void
}

interface RowProps extends BuilderProps {
  readonly at: number
  readonly number: string
}

/** Where an item stands, changed by buttons that anybody can reach. */
const Place = ({ rows, onChange, at, number }: RowProps) => {
  const { t } = useWords()
  const { depth } = rows[at]!
  const acts = [
    ['agenda.up', '↑', () => movedBy(rows, at, -1), at > 0],
    ['agenda.down', '↓', () => movedBy(rows, at, 1), at < rows.length - 1],
    ['agenda.in', '⇥', () => indented(rows, at, 1), at > 0 && depth < deepest],
    ['agenda.out', '⇤', () => indented(rows, at, -1), depth > 0],
    ['agenda.remove', '✕', () => without(rows, at), rows.length > 1],
  ] as const
  return (
    <span className="m-row-acts">
      {acts.map(
        ([word, sign, made, open]) =>
          open && (
            <Button
              key={word}
              size="small"
              kind="quiet"
              aria-label={t(word, { number })}
              onPress={() => onChange(made())}
            >
              <span className="m-turns">{sign}</span>
            </Button>
          ),
      )}
    </span>
  )
}

/** What lies under an item, and a form for more. */
const Attached = ({ rows, onChange, at, number }: RowProps) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const row = rows[at]!
  const change = (documents: AgendaRow['documents']): void =>
    onChange(rows.map((each, place) => (place === at ? { ...each, documents } : each)))
  return (
    <div className="m-attached">
      {row.documents.length > 0 && (
        <ul className="m-documents small">
          {row.documents.map((document, place) => (
            <li key={JSON.stringify(document)}>
              <DocumentLine document={document} />{' '}
              <Button
                size="small"
                kind="quiet"
                aria-label={t('agenda.document.remove', { title: document.title })}
                onPress={() => change(row.documents.filter((_, each) => each !== place))}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <DocumentForm
          confirm={t('agenda.document.add')}
          onDocument={document => {
            change([...row.documents, document])
            setOpen(false)
          }}
        />
      ) : (
        <Button
          size="small"
          kind="quiet"
          aria-label={t('agenda.document.attach', { number })}
          onPress={() => setOpen(true)}
        >
          ▤ +
        </Button>
      )}
    </div>
  )
}

/** An agenda that is being written: items and sub-items, numbered as they stand, with their documents. */
export const AgendaBuilder = ({ rows, onChange }: BuilderProps) => {
  const { t } = useWords()
  const numbers = numbered(rows).map(({ number }) => number)
  const add = (): void => onChange([...rows, { key: freshId('row'), title: '', depth: 0, documents: [] }])
  return (
    <fieldset className="m-builder">
      <legend>{t('agenda.provisional')}</legend>
      <ol>
        {rows.map((row, at) => {
          const number = numbers[at]!
          return (
            <li key={row.key} data-depth={row.depth}>
              <span className="m-number">{number}</span>
              <TextField
                className="field"
                value={row.title}
                maxLength={1_000}
                onChange={title =>
                  onChange(rows.map((each, place) => (place === at ? { ...each, title } : each)))
                }
              >
                <Label className="spoken">{t('agenda.item', { number })}</Label>
                <Input dir="auto" />
              </TextField>
              <Place rows={rows} onChange={onChange} at={at} number={number} />
              <Attached rows={rows} onChange={onChange} at={at} number={number} />
            </li>
          )
        })}
      </ol>
      <p>
        <Button size="small" onPress={add}>
          {t('agenda.add')}
        </Button>
      </p>
    </fieldset>
  )
}
