import '../../styles/plans.css'
import { commitments as chapter, type DomainState, institution } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { Choice } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useNow, useRoom, useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { withActivities, withPlans } from '../asked-state.ts'
import { Sections } from '../sections.tsx'
import { ActivityCard } from './activity-card.tsx'
import { AreaChoice } from './activity-form.tsx'
import { type Course, courseOf } from './course.ts'
import { byMonth, isIn, monthWords } from './month-days.ts'
import { MonthGrid } from './month-grid.tsx'
import type { ActivitiesAnswer, ActivityRow, PlanRow, PlansAnswer } from './shapes.ts'

interface Sought {
  readonly area: string
  readonly member: string
  /** The month looked at, and with it the year: `2026-11`. */
  readonly month: string
  readonly as: 'month' | 'list'
}

const pathOf = ({ area, member, month }: Sought): string => {
  const year = month.slice(0, 4)
  const query = new URLSearchParams({
    ...(area === '' ? {} : { area }),
    ...(member === '' ? {} : { member }),
    from: `${year}-01-01`,
    until: `${year}-12-31`,
  })
  return `/api/activities?${query}`
}

interface FiltersProps {
  readonly state: DomainState
  readonly now: Instant
  readonly sought: Sought
  readonly change: (part: Partial<Sought>) => void
}

const Filters = ({ state, now, sought, change }: FiltersProps) => {
  const speech = useWords()
  const { t } = speech
  const year = sought.month.slice(0, 4)
  const years = [
    ...new Set([-3, -2, -1, 0, 1, 2].map(by => String(Number(now.slice(0, 4)) + by)).concat(year)),
  ].sort()
  return (
    <div className="p-filters no-print">
      <Choice
        label={t('activities.year')}
        value={year}
        onChange={chosen => change({ month: `${chosen}${sought.month.slice(4)}` })}
        options={years.map(each => [each, each])}
      />
      <AreaChoice
        state={state}
        label={t('plans.field.area')}
        none={t('activities.area.all')}
        value={sought.area}
        onChange={area => change({ area })}
      />
      <Choice
        label={t('activities.member')}
        value={sought.member}
        onChange={member => change({ member })}
        options={[
          ['', t('activities.member.all')],
          ...institution
            .activeMembers(state.institution, now)
            .map(id => [id, partyName(state, speech, id)] as const),
        ]}
      />
    </div>
  )
}

interface ShownProps {
  readonly state: DomainState
  readonly activities: readonly ActivityRow[]
  readonly plans: readonly PlanRow[]
  readonly today: string
}

const Cards = ({ state, activities, plans, today }: ShownProps) => (
  <>
    {activities.map(activity => {
      const plan = plans.find(({ id }) => id === activity.plan)
      return (
        plan !== undefined && (
          <ActivityCard
            key={activity.id}
            state={state}
            activity={activity}
            plan={plan}
            plans={plans}
            today={today}
            withArea
          />
        )
      )
    })}
  </>
)

const Month = (props: ShownProps & { readonly month: string; readonly onMonth: (month: string) => void }) => {
  const { activities, plans, today, month } = props
  const { t } = useWords()
  const courses = (activity: ActivityRow): Course => {
    const plan = plans.find(({ id }) => id === activity.plan)
    return plan === undefined ? 'toCome' : courseOf(activity, plan, today)
  }
  const here = activities.filter(one => isIn(one, month))
  return (
    <>
      <MonthGrid {...props} activities={here} courseOf={courses} />
      <section className="p-area" aria-label={t('activities.ofMonth')}>
        <h3 className="spoken">{t('activities.ofMonth')}</h3>
        {here.length === 0 && <p className="empty">{t('activities.none')}</p>}
        <Cards {...props} activities={here} />
      </section>
    </>
  )
}

const List = (props: ShownProps) => {
  const speech = useWords()
  const { t } = speech
  if (props.activities.length === 0) return <p className="empty">{t('activities.none')}</p>
  return (
    <>
      <h2 className="spoken">{t('activities.asList')}</h2>
      {byMonth(props.activities).map(([month, all]) => (
        <section key={month} className="p-area" aria-label={monthWords(speech, month)}>
          <h3>{monthWords(speech, month)}</h3>
          <Cards {...props} activities={all} />
        </section>
      ))}
    </>
  )
}

const Head = ({ sought, change }: Pick<FiltersProps, 'sought' | 'change'>) => {
  const { t, language } = useWords()
  const { as } = useRoom()
  return (
    <header className="stack" data-gap="small">
      <div className="row" data-spread="">
        <h1>{t('activities.heading')}</h1>
        <fieldset className="row no-print" aria-label={t('activities.as')}>
          {(['month', 'list'] as const).map(each => (
            <Button
              key={each}
              size="small"
              aria-pressed={sought.as === each}
              kind={sought.as === each ? 'primary' : 'plain'}
              onPress={() => change({ as: each })}
            >
              {t(each === 'month' ? 'activities.asMonth' : 'activities.asList')}
            </Button>
          ))}
        </fieldset>
      </div>
      <p className="soft p-lead">{t('activities.lead')}</p>
      <p className="small no-print">
        <a href={`/feeds/calendar.ics?language=${language}`}>{t('activities.subscribe')}</a>
      </p>
      <Sections here="activities" />
      {as === null && <Notice>{t('activities.public')}</Notice>}
    </header>
  )
}

/** What takes place in a year: by month and as a list, of an area, of a member. */
export const ActivitiesScene = () => {
  const { t } = useWords()
  const slice = useSlice()
  const now = useNow(30_000)
  const [sought, setSought] = useState<Sought>(() => ({
    area: '',
    member: '',
    month: now.slice(0, 7),
    as: 'month',
  }))
  const { data } = useView<ActivitiesAnswer>(pathOf(sought))
  const { data: all } = useView<PlansAnswer>('/api/plans')
  useEffect(() => {
    document.title = t('activities.heading')
  }, [t])
  if (slice === undefined || all === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const change = (part: Partial<Sought>): void => setSought(before => ({ ...before, ...part }))
  const activities = data?.activities ?? []
  const state = withActivities(withPlans(slice, all.plans), activities)
  const shown = { state, activities, plans: all.plans, today: chapter.today(slice, now) }
  return (
    <div className="page">
      <Head sought={sought} change={change} />
      <Filters state={state} now={now} sought={sought} change={change} />
      {sought.as === 'month' ? (
        <Month {...shown} month={sought.month} onMonth={month => change({ month })} />
      ) : (
        <List {...shown} />
      )}
    </div>
  )
}
