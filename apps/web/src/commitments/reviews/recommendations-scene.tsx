import '../../styles/plans.css'
import { type Capacity, type DomainState, institution } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { Choice } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useNow, useRoom, useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { withRecommendations } from '../asked-state.ts'
import { AreaChoice } from '../plans/activity-form.tsx'
import { Sections } from '../sections.tsx'
import { RecommendDialog } from './recommend-dialog.tsx'
import { RecommendationCard } from './recommendation-card.tsx'
import type { RecommendationRow, RecommendationsAnswer } from './shapes.ts'

interface Sought {
  readonly to: string
  readonly by: string
  readonly area: string
  readonly response: string
}

const everything: Sought = { to: '', by: '', area: '', response: '' }

const pathOf = (sought: Sought, after?: string): string => {
  const asked = Object.entries({ ...sought, after: after ?? '' }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(asked).toString()
  return `/api/recommendations${query === '' ? '' : `?${query}`}`
}

const Rows = ({
  state,
  rows,
}: {
  readonly state: DomainState
  readonly rows: readonly RecommendationRow[]
}) => {
  const asked = withRecommendations(state, rows)
  return (
    <>
      {rows.map(row => (
        <RecommendationCard key={row.id} state={asked} row={row} />
      ))}
    </>
  )
}

/** What waits for a response of one's own member: first on the page. */
const Mine = ({ state, member }: { readonly state: DomainState; readonly member: string }) => {
  const { t } = useWords()
  const { data } = useView<RecommendationsAnswer>(pathOf({ ...everything, to: member, response: 'waiting' }))
  if (data === undefined) return null
  return (
    <section className="stack q-mine" aria-labelledby="to-me">
      <h2 id="to-me">{t('recommendations.mine', { n: data.total })}</h2>
      {data.total === 0 && <p className="soft">{t('recommendations.mine.none')}</p>}
      <Rows state={state} rows={data.rows} />
    </section>
  )
}

/** A page of those that are sought; the next one stands under it once it is asked for. */
const Page = ({
  state,
  sought,
  after,
}: {
  readonly state: DomainState
  readonly sought: Sought
  readonly after?: string
}) => {
  const { t } = useWords()
  const [more, setMore] = useState(false)
  const { data } = useView<RecommendationsAnswer>(pathOf(sought, after))
  if (data === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  return (
    <>
      {after === undefined && (
        <p className="small soft" role="status">
          {t('recommendations.found', { n: data.total })}
        </p>
      )}
      <Rows state={state} rows={data.rows} />
      {data.next !== null && !more && (
        <p>
          <Button onPress={() => setMore(true)}>{t('recommendations.more')}</Button>
        </p>
      )}
      {data.next !== null && more && <Page state={state} sought={sought} after={data.next} />}
    </>
  )
}

interface FiltersProps {
  readonly state: DomainState
  readonly now: Instant
  readonly sought: Sought
  readonly change: (part: Partial<Sought>) => void
}

const responses = ['waiting', 'supported', 'partlySupported', 'noted', 'pending'] as const

const Filters = ({ state, now, sought, change }: FiltersProps) => {
  const speech = useWords()
  const { t } = speech
  const members = institution
    .activeMembers(state.institution, now)
    .map(id => [id, partyName(state, speech, id)] as const)
  return (
    <div className="p-filters no-print" data-four="">
      <Choice
        label={t('recommendations.toWhom')}
        value={sought.to}
        onChange={to => change({ to })}
        options={[['', t('activities.member.all')], ...members]}
      />
      <Choice
        label={t('recommendations.fromWhom')}
        value={sought.by}
        onChange={by => change({ by })}
        options={[['', t('recommendations.anybody')], ...members]}
      />
      <AreaChoice
        state={state}
        label={t('plans.field.area')}
        none={t('activities.area.all')}
        value={sought.area}
        onChange={area => change({ area })}
      />
      <Choice
        label={t('recommendations.response')}
        value={sought.response}
        onChange={response => change({ response })}
        options={[
          ['', t('recommendations.response.any')],
          ...responses.map(each => [each, t(`recommendations.response.${each}`)] as const),
        ]}
      />
    </div>
  )
}

const recommends = (as: Capacity | null): as is Capacity =>
  as?.kind === 'delegate' || as?.kind === 'coordinator' || as?.kind === 'secretariat'

/** Recommendations: what waits for one's own response first, then all of them. */
export const RecommendationsScene = () => {
  const { t } = useWords()
  const { as } = useRoom()
  const state = useSlice()
  const now = useNow(60_000)
  const [sought, setSought] = useState(everything)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    document.title = t('recommendations.heading')
  }, [t])
  if (state === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <div className="row" data-spread="">
          <h1>{t('recommendations.heading')}</h1>
          {recommends(as) && (
            <Button kind="primary" onPress={() => setOpen(true)}>
              {t('recommendations.recommend')}
            </Button>
          )}
        </div>
        <p className="soft p-lead">{t('recommendations.lead')}</p>
        <Sections here="recommendations" />
        {as === null && <Notice>{t('recommendations.public')}</Notice>}
      </header>
      {as?.kind === 'delegate' && <Mine state={state} member={as.member} />}
      <section className="stack" aria-labelledby="all">
        <h2 id="all">{t('recommendations.all')}</h2>
        <Filters
          state={state}
          now={now}
          sought={sought}
          change={part => setSought(before => ({ ...before, ...part }))}
        />
        <Page key={pathOf(sought)} state={state} sought={sought} />
      </section>
      {open && recommends(as) && <RecommendDialog state={state} as={as} onClose={() => setOpen(false)} />}
    </div>
  )
}
