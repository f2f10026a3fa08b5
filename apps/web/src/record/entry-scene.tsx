import '../styles/record.css'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { Missing } from '../kit/missing.tsx'
import { Declined } from '../live/request.ts'
import { useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { actWords, capacityWords } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { RecordEntry } from './entries.ts'
import { FieldsShown } from './value-shown.tsx'
import { VerifyHere } from './verify-here.tsx'

const isIndex = (text: string): boolean => /^\d{1,15}$/.test(text)

/** One entry of the record: what was done, what came of it, and the proof that it stands there. */
export const EntryScene = ({ index }: { readonly index: string }) => {
  const { t } = useWords()
  const { data, error } = useView<RecordEntry>(isIndex(index) ? `/api/entries/${Number(index)}` : null)
  useEffect(() => {
    document.title = t('entry.title', { index })
  }, [t, index])
  if (!isIndex(index) || (error instanceof Declined && error.problem.status === 404)) return <Missing />
  if (data === undefined)
    return (
      <p className="busy" role="status">
        {t(error === null ? 'app.loading' : 'app.failed')}
      </p>
    )
  return <EntryShown entry={data} />
}

const EntryShown = ({ entry }: { readonly entry: RecordEntry }) => {
  const speech = useWords()
  const { t } = speech
  const { index, act, erased } = entry
  return (
    <article className="page">
      <header className="stack" data-gap="small">
        <p className="row small">
          <Link href="/record">{t('record.title')}</Link>
          {index > 0 && <Link href={`/record/${index - 1}`}>{t('entry.previous')}</Link>}
          <Link href={`/record/${index + 1}`}>{t('entry.next')}</Link>
        </p>
        <p className="mono soft">{t('entry.title', { index })}</p>
        <h1>
          {act === undefined
            ? t(erased === true ? 'record.erased' : 'record.closed')
            : actWords(speech, act.type)}
        </h1>
      </header>
      {act === undefined ? <Closed entry={entry} /> : <Told entry={entry} act={act} />}
      <section className="stack" aria-labelledby="proof-title" data-gap="small">
        <h2 id="proof-title">{t('entry.proof')}</h2>
        <p className="soft">{t('entry.proof.help')}</p>
        <VerifyHere key={index} index={index} />
      </section>
    </article>
  )
}

const Closed = ({ entry }: { readonly entry: RecordEntry }) => {
  const { t } = useWords()
  return (
    <section className="stack" data-gap="small">
      <p>{t(entry.erased === true ? 'record.erased.help' : 'record.closed.help')}</p>
      {entry.leaf !== undefined && (
        <>
          <h2>{t('entry.leaf')}</h2>
          <p className="mono d-hash" dir="ltr">
            {entry.leaf}
          </p>
        </>
      )}
    </section>
  )
}

interface ToldProps {
  readonly entry: RecordEntry
  readonly act: NonNullable<RecordEntry['act']>
}

const Told = ({ entry, act }: ToldProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const state = useSlice()
  const rows = [
    ['entry.by', <bdi key="by">{capacityWords(state, speech, act.as)}</bdi>],
    [
      'entry.at',
      <time key="at" dateTime={act.at}>
        {instant(act.at, 'precise', 'UTC')}
      </time>,
    ],
    [
      'entry.type',
      <span key="type" className="mono">
        {act.type}
      </span>,
    ],
    [
      'entry.id',
      <span key="id" className="mono d-hash">
        {act.id}
      </span>,
    ],
  ] as const
  return (
    <>
      <dl className="facts">
        {rows.map(([key, value]) => (
          <div key={key} className="facts-row">
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className="stack" aria-labelledby="events-title">
        <h2 id="events-title">{t('entry.events')}</h2>
        {(entry.events ?? []).map((event, at) => {
          const fields = Object.entries(event).filter(([name]) => !hidden.has(name))
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the events of an entry never move
            <div key={at} className="card stack" data-gap="small">
              <h3 className="mono">{event.type}</h3>
              <FieldsShown fields={fields} />
            </div>
          )
        })}
      </section>
    </>
  )
}

/** What every event repeats of its act. */
const hidden: ReadonlySet<string> = new Set(['type', 'at', 'by', 'act', 'as'])
