import { texts } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import type { Comparison, Fragment, ParagraphChange } from '@gavel/text'
import { useState } from 'react'
import { Missing } from '../kit/missing.tsx'
import { Badge } from '../kit/notice.tsx'
import { useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import { TextHead } from './text-head.tsx'

const current = 'current'

const Fragments = ({ fragments }: { readonly fragments: readonly Fragment[] }) => (
  <>
    {fragments.map(({ kind, text }, at) => {
      // A fragment has no identity but its place.
      const key = `${at} ${kind}`
      if (kind === 'inserted') return <ins key={key}>{text}</ins>
      if (kind === 'deleted') return <del key={key}>{text}</del>
      return <span key={key}>{text}</span>
    })}
  </>
)

const Change = ({ change }: { readonly change: ParagraphChange }) => {
  const { t } = useWords()
  const number = ('to' in change ? change.to.number : change.from.number) ?? '¶'
  return (
    <div className="w-paragraph v-change" data-change={change.kind}>
      <span className="w-number">{number}</span>
      <div>
        {change.kind !== 'kept' && change.kind !== 'edited' && (
          <Badge tone={change.kind === 'inserted' ? 'good' : change.kind === 'deleted' ? 'bad' : 'accent'}>
            {t(`versions.${change.kind}`)}
          </Badge>
        )}
        <p dir="auto">
          {change.kind === 'kept' && change.text}
          {(change.kind === 'edited' || change.kind === 'moved') && (
            <Fragments fragments={change.fragments} />
          )}
          {change.kind === 'inserted' && <ins>{change.text}</ins>}
          {change.kind === 'deleted' && <del>{change.text}</del>}
        </p>
      </div>
    </div>
  )
}

/** What tells a change from every other: its kind, and where it stands in both versions. */
const placeOf = (change: ParagraphChange): string =>
  [change.kind, 'from' in change ? change.from.at : '', 'to' in change ? change.to.at : ''].join(' ')

interface PickProps {
  readonly label: string
  readonly value: string
  readonly symbols: readonly string[]
  readonly onPick: (symbol: string) => void
}

const Pick = ({ label, value, symbols, onPick }: PickProps) => {
  const { t } = useWords()
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={event => onPick(event.target.value)}>
        {symbols.map(symbol => (
          <option key={symbol} value={symbol}>
            {symbol === current ? t('text.version.current') : symbol}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Two versions as one reading: what was added, left out, moved, word by word. */
const Compared = ({ text }: { readonly text: texts.Text }) => {
  const { t } = useWords()
  const symbols = [...text.versions.map(({ symbol }) => symbol), current]
  const [from, setFrom] = useState(symbols[0]!)
  const [to, setTo] = useState(current)
  const [all, setAll] = useState(false)
  const path = `/api/texts/${encodeURIComponent(text.id)}/compare?${new URLSearchParams({ from, to })}`
  const { data } = useView<{ comparison: Comparison }>(from === to ? null : path)
  const changes = data?.comparison.changes.filter(({ kind }) => all || kind !== 'kept') ?? []
  return (
    <section className="stack" aria-labelledby="v-compare">
      <h2 id="v-compare">{t('versions.compare')}</h2>
      <div className="v-pick">
        <Pick label={t('versions.from')} value={from} symbols={symbols} onPick={setFrom} />
        <Pick label={t('versions.to')} value={to} symbols={symbols} onPick={setTo} />
      </div>
      <label className="row">
        <input type="checkbox" checked={all} onChange={event => setAll(event.target.checked)} />{' '}
        {t('versions.all')}
      </label>
      <div aria-live="polite">
        {from !== to && data !== undefined && changes.length === 0 && (
          <p className="soft">{t('versions.same')}</p>
        )}
        {changes.map(change => (
          <Change key={placeOf(change)} change={change} />
        ))}
      </div>
    </section>
  )
}

/** The versions of a text that were issued, and what changed between any two of them. */
export const VersionsScene = ({ id }: { readonly id: string }) => {
  const { t, instant } = useWords()
  const state = useSlice(id)
  const text = state === undefined ? undefined : texts.textOf(state.texts, id as TextId)
  if (state === undefined) return <p className="busy">{t('app.loading')}</p>
  if (text === undefined) return <Missing />
  return (
    <div className="t-scene">
      <TextHead text={text} tab="compare" />
      <section className="stack" aria-labelledby="v-issued">
        <h2 id="v-issued">{t('versions.issued')}</h2>
        {text.versions.length === 0 ? (
          <p className="soft">{t('versions.none')}</p>
        ) : (
          <ul className="list">
            {text.versions.map(({ symbol, at, document }) => (
              <li key={symbol} className="row">
                <a href={`/api/documents/${document}`} className="mono">
                  {symbol}
                </a>
                <time className="soft" dateTime={at}>
                  {instant(at)}
                </time>
                <span className="mono small soft v-hash">{document}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {text.versions.length > 0 && <Compared text={text} />}
    </div>
  )
}
