import { type DomainState, institution } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { Choice, Line } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-room.tsx'
import { dimensionName, partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { RowsAnswer } from '../answers.ts'
import { addressOf, type Sought, soughtIn, statuses, viewOf } from './asked.ts'
import { CommitmentRow } from './row.tsx'

interface FilterProps {
  readonly state: DomainState
  readonly sought: Sought
  readonly change: (part: Sought) => void
}

/** The areas of the register, by their names, those of the dimension that is looked at. */
const areaOptions = ({ institution: own }: DomainState, dimension: string): readonly institution.Area[] =>
  own.areaOrder
    .flatMap(id => get(own.areas, id) ?? [])
    .filter(area => dimension === '' || area.dimension === dimension)

const Filters = ({ state, sought, change }: FilterProps) => {
  const speech = useWords()
  const { t, name } = speech
  const now = useNow(60_000)
  const areas = areaOptions(state, '')
  const dimensions = [...new Set(areas.map(({ dimension }) => dimension))]
  const all = ['', t('commitments.filter.all')] as const
  return (
    <search className="u-search no-print">
      <Line
        type="search"
        label={t('commitments.filter.q')}
        value={sought.q ?? ''}
        onChange={q => change({ q })}
      />
      <Choice
        label={t('commitment.field.member')}
        value={sought.member ?? ''}
        onChange={member => change({ member })}
        options={[
          all,
          ...institution
            .activeMembers(state.institution, now)
            .map(id => [id, partyName(state, speech, id)] as const),
        ]}
      />
      <Choice
        label={t('commitments.filter.status')}
        value={sought.status ?? ''}
        onChange={status => change({ status })}
        options={[all, ...statuses.map(word => [word, t(`commitment.status.${word}`)] as const)]}
      />
      <Choice
        label={t('commitments.filter.dimension')}
        value={sought.dimension ?? ''}
        onChange={dimension => change({ dimension, area: '' })}
        options={[all, ...dimensions.map(id => [id, dimensionName(state, speech, id)] as const)]}
      />
      <Choice
        label={t('commitments.filter.area')}
        value={sought.area ?? ''}
        onChange={area => change({ area })}
        options={[
          all,
          ...areaOptions(state, sought.dimension ?? '').map(
            ({ id, name: called }) => [id, name(called, id)] as const,
          ),
        ]}
      />
    </search>
  )
}

interface PagesProps {
  readonly page: RowsAnswer
  readonly trail: readonly string[]
  readonly go: (trail: readonly string[]) => void
}

const Pages = ({ page, trail, go }: PagesProps) => {
  const { t } = useWords()
  if (trail.length === 0 && page.next === null) return null
  return (
    <p className="row" data-spread="">
      <Button
        size="small"
        closed={trail.length === 0 ? t('commitments.page.first') : undefined}
        onPress={() => go(trail.slice(0, -1))}
      >
        {t('commitments.page.before')}
      </Button>
      <Button
        size="small"
        closed={page.next === null ? t('commitments.page.last') : undefined}
        onPress={() => page.next !== null && go([...trail, page.next])}
      >
        {t('commitments.page.after')}
      </Button>
    </p>
  )
}

/** A measure or a decision an address narrows the list to: said, with the way back to all. */
const Narrowed = ({ sought, change }: Omit<FilterProps, 'state'>) => {
  const { t } = useWords()
  const { catalogue, measure, decision } = sought
  if (catalogue === undefined && measure === undefined && decision === undefined) return null
  return (
    <p className="row">
      {measure !== undefined && (
        <span>{t('commitments.under', { measure, catalogue: catalogue ?? '' })}</span>
      )}
      {decision !== undefined && (
        <Link href={`/decisions/${encodeURIComponent(decision)}`}>{t('commitments.following')}</Link>
      )}
      <Button size="small" kind="quiet" onPress={() => change({ catalogue: '', measure: '', decision: '' })}>
        {t('commitments.filter.clear')}
      </Button>
    </p>
  )
}

/** All commitments one may read, searched on the server, a page at a time. */
export const AllCommitments = ({ state }: { readonly state: DomainState }) => {
  const { t } = useWords()
  const search = useSearch()
  const [, navigate] = useLocation()
  const sought = soughtIn(search)
  const [trail, setTrail] = useState<readonly string[]>([])
  const path = useDeferredValue(viewOf(sought, trail.at(-1) ?? null))
  const { data } = useQuery({
    queryKey: ['view', path],
    queryFn: () => request<RowsAnswer>('GET', path),
    placeholderData: keepPreviousData,
  })
  const change = (part: Sought): void => {
    setTrail([])
    navigate(addressOf({ ...sought, ...part }), { replace: true })
  }
  return (
    <section className="stack" aria-labelledby="all">
      <h2 id="all">{t('commitments.all')}</h2>
      <Filters state={state} sought={sought} change={change} />
      <Narrowed sought={sought} change={change} />
      {data !== undefined && (
        <>
          <p className="small soft" role="status">
            {t('commitments.count', { n: data.total })}
          </p>
          {data.total === 0 && <p className="empty">{t('commitments.none')}</p>}
          <ul className="list u-rows">
            {data.rows.map(row => (
              <CommitmentRow key={row.id} state={state} row={row} />
            ))}
          </ul>
          <Pages page={data} trail={trail} go={setTrail} />
        </>
      )}
    </section>
  )
}
