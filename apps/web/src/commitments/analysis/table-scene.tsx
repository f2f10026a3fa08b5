import '../../styles/analysis.css'
import type { DomainState } from '@gavel/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { Missing } from '../../kit/missing.tsx'
import { Notice } from '../../kit/notice.tsx'
import { PlotFigure } from '../../kit/plots/figure.tsx'
import { request } from '../../live/request.ts'
import { useRoom, useSlice } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { Sections } from '../sections.tsx'
import { AskedFields } from './asked.tsx'
import { cellWords, columnWords } from './cells.ts'
import { PlotShown } from './plot-shown.tsx'
import { addressOf, askedOf, isTable, type Question, questionIn, type Table, type TableName } from './sums.ts'
import { shownColumns, TableShown } from './table-shown.tsx'

interface AnswerProps {
  readonly state: DomainState
  readonly name: TableName
  readonly question: Question
  readonly table: Table
}

/** The sentence that says what is counted, and since when. */
const useCounts = (name: TableName, since: string | null): string => {
  const { t } = useWords()
  const counts = t(`analysis.counts.${name}`)
  return since === null ? counts : `${counts} ${t('analysis.since', { year: since })}`
}

const Answer = ({ state, name, question, table }: AnswerProps) => {
  const speech = useWords()
  const { t } = speech
  const title = t(`analysis.table.${name}`)
  const counts = useCounts(name, table.since)
  if (table.rows.length === 0) return <p className="empty">{t('analysis.none')}</p>
  const shown = shownColumns(table)
  const lines = [
    shown.map(at => columnWords(speech, table.columns[at]!.name)),
    ...table.rows.map(row =>
      shown.map(at => {
        const cell = row[at] ?? null
        return typeof cell === 'string' ? cellWords(state, speech, table.columns[at]!, cell) : cell
      }),
    ),
  ]
  return (
    <>
      <PlotFigure
        title={title}
        counts={counts}
        file={`gavel-${name}`}
        rows={lines}
        more={
          <span className="row small z-files">
            <a href={askedOf(name, question, '.csv')} download={`${name}.csv`}>
              {t('analysis.file.csv')}
            </a>
            <a href={askedOf(name, question)} download={`${name}.json`}>
              {t('analysis.file.json')}
            </a>
          </span>
        }
      >
        <PlotShown
          state={state}
          name={name}
          title={t('plot.title', { title, n: table.rows.length })}
          table={table}
        />
      </PlotFigure>
      <TableShown state={state} title={title} table={table} />
    </>
  )
}

const Asked = ({ state, name }: { readonly state: DomainState; readonly name: TableName }) => {
  const { t } = useWords()
  const search = useSearch()
  const [, navigate] = useLocation()
  const question = questionIn(name, search)
  const path = askedOf(name, question)
  const { data, isError } = useQuery({
    queryKey: ['view', path],
    queryFn: () => request<Table>('GET', path),
    placeholderData: keepPreviousData,
  })
  const counts = useCounts(name, data?.since ?? null)
  return (
    <>
      <p className="z-counts">{counts}</p>
      {data !== undefined && (
        <AskedFields
          state={state}
          name={name}
          question={question}
          heeds={data.heeds}
          since={data.since}
          change={part => navigate(addressOf(name, { ...question, ...part }), { replace: true })}
        />
      )}
      {isError ? (
        <p role="status">{t('analysis.unknown')}</p>
      ) : data === undefined ? (
        <p className="busy" role="status">
          {t('app.loading')}
        </p>
      ) : (
        <Answer state={state} name={name} question={question} table={data} />
      )}
    </>
  )
}

/** Whose sums these are: what one may not read is in none of them. */
export const WhoseSums = () => {
  const { t } = useWords()
  const { as } = useRoom()
  return <Notice>{t(as === null ? 'analysis.public' : 'analysis.yours')}</Notice>
}

/** One table of the analysis: what it counts, the plot, the figures. */
export const TableScene = ({ table: name }: { readonly table: string }) => {
  const { t, knows } = useWords()
  const state = useSlice()
  const key = `analysis.table.${name}`
  const title = knows(key) ? t(key) : t('analysis.heading')
  useEffect(() => {
    document.title = title
  }, [title])
  if (!isTable(name)) return <Missing />
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <p className="small no-print">
          <Link href="/analysis">{t('analysis.heading')}</Link>
        </p>
        <h1>{title}</h1>
        <Sections here="analysis" />
      </header>
      <WhoseSums />
      {state === undefined ? (
        <p className="busy" role="status">
          {t('app.loading')}
        </p>
      ) : (
        <Asked key={name} state={state} name={name} />
      )}
    </div>
  )
}
