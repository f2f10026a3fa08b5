import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.tsx'
import { byMonthOf, type Course, courseOf, courses, signs, standsIn } from './course.ts'
import type { ActivityRow, PlanRow } from './shapes.ts'

/** Where an activity stands: its sign and its word. */
export const CourseMark = ({ course }: { readonly course: Course }) => {
  const { t } = useWords()
  return (
    <span className="p-course" data-course={course}>
      <span aria-hidden="true" className="p-sign">
        {signs[course]}
      </span>{' '}
      {t(`plans.course.${course}`)}
    </span>
  )
}

interface StripProps {
  readonly plan: PlanRow
  readonly activities: readonly ActivityRow[]
  readonly today: string
}

const Cell = ({
  name,
  full,
  children,
}: {
  readonly name: string
  readonly full: string
  readonly children: ReactNode
}) => (
  <li className="p-month">
    <span className="p-month-name" aria-hidden="true">
      {name}
    </span>
    <span className="spoken">{full}</span>
    <span className="p-month-signs">{children}</span>
  </li>
)

/** The year at a glance: a sign for each activity in the month it begins in, and how many stand where. */
export const YearStrip = ({ plan, activities, today }: StripProps) => {
  const { t, tag, number } = useWords()
  const own = activities.filter(one => standsIn(one, plan.id))
  const { months, others } = byMonthOf(plan.year, own)
  const words = (month: 'narrow' | 'long', at: number): string =>
    new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' }).format(Date.UTC(2026, at, 15))
  const mark = (one: ActivityRow) => {
    const course = courseOf(one, plan, today)
    return (
      <a key={one.id} href={`#a-${one.id}`} className="p-dot" data-course={course} title={one.planned.title}>
        <span aria-hidden="true">{signs[course]}</span>
        <span className="spoken">
          {one.planned.title}: {t(`plans.course.${course}`)}
        </span>
      </a>
    )
  }
  const counted = courses
    .map(course => [course, own.filter(one => courseOf(one, plan, today) === course).length] as const)
    .filter(([, n]) => n > 0)
  return (
    <section className="card p-glance" aria-labelledby="glance">
      <h2 id="glance">{t('plans.glance')}</h2>
      <ol className="p-strip" data-months="">
        {months.map((all, at) => (
          <Cell key={words('long', at)} name={words('narrow', at)} full={words('long', at)}>
            {all.map(mark)}
          </Cell>
        ))}
      </ol>
      {others.length > 0 && (
        <p className="row small">
          <span className="soft">{t('plans.otherYear')}</span> {others.map(mark)}
        </p>
      )}
      <ul className="row p-legend">
        {counted.map(([course, n]) => (
          <li key={course}>
            <b className="numeric">{number(n)}</b> <CourseMark course={course} />
          </li>
        ))}
      </ul>
    </section>
  )
}
