import type { DomainState, decisions } from '@gavel/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { request } from '../live/request.ts'
import { bodyName, partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Choice, Line } from './fields.tsx'

interface Page {
  readonly register: readonly decisions.RegisterRow[]
  readonly total: number
  readonly years: readonly string[]
}

interface Query {
  readonly words: string
  readonly year: string
  readonly body: string
  readonly from: number
}

const pageSize = 25

const pathOf = ({ words, year, body, from }: Query): string => {
  const query = new URLSearchParams({ order: 'newest', limit: String(pageSize), from: String(from) })
  if (words.trim() !== '') query.set('q', words.trim().slice(0, 200))
  if (year !== '') query.set('year', year)
  if (body !== '') query.set('body', body)
  return `/api/register?${query}`
}

/** The register of numbered decisions: searched on the server, where all of it is, and shown page by page. */
export const Register = ({ state }: { readonly state: DomainState }) => {
  const speech = useWords()
  const { t } = speech
  const [query, setQuery] = useState<Query>({ words: '', year: '', body: '', from: 0 })
  const asked = useDeferredValue(query)
  const path = pathOf(asked)
  const { data } = useQuery({
    queryKey: ['view', path],
    queryFn: () => request<Page>('GET', path),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<Query>): void => setQuery(before => ({ ...before, from: 0, ...part }))
  const all = [['', t('decisions.register.all')] as const]
  return (
    <section className="stack" aria-labelledby="register-title">
      <h2 id="register-title">{t('decisions.register')}</h2>
      <search className="d-search no-print">
        <Line
          type="search"
          label={t('decisions.register.search')}
          value={query.words}
          onChange={words => change({ words })}
        />
        <Choice
          label={t('decisions.register.year')}
          value={query.year}
          onChange={year => change({ year })}
          options={[...all, ...[...(data?.years ?? [])].reverse().map(year => [year, year] as const)]}
        />
        <Choice
          label={t('decisions.register.body')}
          value={query.body}
          onChange={body => change({ body })}
          options={[
            ...all,
            ...state.institution.bodyOrder.map(id => [id, bodyName(state, speech, id)] as const),
          ]}
        />
      </search>
      {data !== undefined && <Rows state={state} page={data} query={asked} onChange={change} />}
    </section>
  )
}

interface RowsProps {
  readonly state: DomainState
  readonly page: Page
  readonly query: Query
  readonly onChange: (part: Partial<Query>) => void
}

const Rows = ({ state, page, query, onChange }: RowsProps) => {
  const { t } = useWords()
  const { register, total, years } = page
  if (total === 0)
    return (
      <p className="empty" role="status">
        {t(years.length === 0 ? 'decisions.register.empty' : 'decisions.register.none')}
      </p>
    )
  const last = query.from + register.length
  return (
    <>
      <p className="small soft" role="status">
        {t('decisions.register.count', { n: total })}
      </p>
      <ul className="list d-register">
        {register.map(row => (
          <RowShown key={row.decision} state={state} row={row} />
        ))}
      </ul>
      {total > pageSize && (
        <p className="row" data-spread="">
          <Button
            size="small"
            closed={query.from === 0 ? t('decisions.register.first') : undefined}
            onPress={() => onChange({ from: Math.max(0, query.from - pageSize) })}
          >
            {t('decisions.register.newer')}
          </Button>
          <span className="small soft numeric">
            {t('decisions.register.page', { from: query.from + 1, to: last, total })}
          </span>
          <Button
            size="small"
            closed={last >= total ? t('decisions.register.last') : undefined}
            onPress={() => onChange({ from: query.from + pageSize })}
          >
            {t('decisions.register.older')}
          </Button>
        </p>
      )}
    </>
  )
}

const RowShown = ({ state, row }: { readonly state: DomainState; readonly row: decisions.RegisterRow }) => {
  const speech = useWords()
  const { t, instant } = speech
  return (
    <li>
      <p className="mono d-number">{row.number}</p>
      <div>
        <h3>
          <Link href={`/decisions/${encodeURIComponent(row.decision)}`}>
            <bdi>{row.title}</bdi>
          </Link>
        </h3>
        <p className="small soft">
          <bdi>{bodyName(state, speech, row.body)}</bdi>
          {' · '}
          <time dateTime={row.adoptedAt}>{instant(row.adoptedAt, 'date')}</time>
          {' · '}
          {t(`decision.through.${row.through}`)}
          {row.statements.length > 0 && (
            <>
              {' · '}
              {t('decisions.register.statements', { n: row.statements.length })}
            </>
          )}
          {row.minusOne !== null && (
            <>
              {' · '}
              <bdi>{t('decisions.register.without', { member: partyName(state, speech, row.minusOne) })}</bdi>
            </>
          )}
        </p>
      </div>
    </li>
  )
}
