import '../styles/record.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { request } from '../live/request.ts'
import { useWords } from '../words/use-words.tsx'
import { CheckpointPanel } from './checkpoint-panel.tsx'
import { type Filter, filters, type RecordEntry, standsIn } from './entries.ts'
import { EntryRow } from './entry-row.tsx'

interface Page {
  readonly from: number
  readonly to: number
  readonly size: number
  readonly entries: readonly RecordEntry[]
}

const pageSize = 50

/** The entries that end before `end`; without it the newest, fetched anew as the record grows. */
const useEntries = (end: number | null) => {
  const path = end === null ? '/api/entries' : `/api/entries?from=${Math.max(0, end - pageSize)}&to=${end}`
  return useQuery({
    queryKey: ['view', path],
    queryFn: () => request<Page>('GET', path),
    placeholderData: keepPreviousData,
  })
}

/** The record as it grows: what was done, newest first, and the checkpoint that answers for it. */
export const RecordScene = () => {
  const { t } = useWords()
  useEffect(() => {
    document.title = t('record.title')
  }, [t])
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <h1>{t('record.title')}</h1>
        <p className="e-lead">{t('record.lead')}</p>
        <p>
          <Link href="/record/verify">{t('record.verify.link')}</Link>
        </p>
      </header>
      <div className="e-columns">
        <Entries />
        <CheckpointPanel />
      </div>
    </div>
  )
}

const Entries = () => {
  const { t } = useWords()
  const [end, setEnd] = useState<number | null>(null)
  const [filter, setFilter] = useState<Filter>('all')
  const { data } = useEntries(end)
  return (
    <section className="stack" aria-labelledby="entries-title" data-gap="small">
      <h2 id="entries-title">{t('record.entries')}</h2>
      <fieldset className="e-filter">
        <legend className="spoken">{t('record.filter')}</legend>
        {filters.map(each => (
          <Button
            key={each}
            size="small"
            kind={each === filter ? 'primary' : 'plain'}
            aria-pressed={each === filter}
            onPress={() => setFilter(each)}
          >
            {t(`record.filter.${each}`)}
          </Button>
        ))}
      </fieldset>
      {data !== undefined && <EntryList page={data} filter={filter} onEnd={setEnd} />}
    </section>
  )
}

interface ListProps {
  readonly page: Page
  readonly filter: Filter
  readonly onEnd: (end: number | null) => void
}

const EntryList = ({ page, filter, onEnd }: ListProps) => {
  const { t } = useWords()
  const newest = page.entries.slice(-pageSize)
  const from = newest[0]?.index ?? page.from
  const shown = newest.filter(entry => standsIn(entry, filter)).toReversed()
  const beyond = page.to + pageSize
  return (
    <>
      {shown.length === 0 && <p className="soft">{t('record.entries.none')}</p>}
      <ol className="list e-entries" reversed>
        {shown.map(entry => (
          <EntryRow key={entry.index} entry={entry} />
        ))}
      </ol>
      <p className="row" data-spread="">
        <span className="row">
          <Button
            size="small"
            closed={page.to >= page.size ? t('record.entries.atEnd') : undefined}
            onPress={() => onEnd(null)}
          >
            {t('record.entries.newest')}
          </Button>
          <Button
            size="small"
            closed={page.to >= page.size ? t('record.entries.atEnd') : undefined}
            onPress={() => onEnd(beyond >= page.size ? null : beyond)}
          >
            {t('record.entries.newer')}
          </Button>
        </span>
        <span className="small soft numeric">
          {t('record.entries.page', { from, to: Math.max(from, page.to - 1), size: page.size })}
        </span>
        <Button
          size="small"
          closed={from === 0 ? t('record.entries.atStart') : undefined}
          onPress={() => onEnd(from)}
        >
          {t('record.entries.older')}
        </Button>
      </p>
    </>
  )
}
