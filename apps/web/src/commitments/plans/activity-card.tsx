import type { DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { partyName } from '../../names/names.ts'
import type { Speech } from '../../words/speaking.ts'
import { useWords } from '../../words/use-words.tsx'
import { ActivityActs } from './activity-acts.tsx'
import { courseOf, daysOf } from './course.ts'
import { PaperShown } from './paper-fields.tsx'
import { actorWords, areaName, periodWords } from './plan-words.ts'
import type { CardProps } from './shapes.ts'
import { CourseMark } from './year-strip.tsx'

/** Who took part and what came of it, as it was told. */
const Happened = ({ state, activity }: Pick<CardProps, 'state' | 'activity'>) => {
  const speech = useWords()
  const { t, list } = speech
  const { happened } = activity
  if (happened === null) return null
  const { participants, outcome, documents } = happened
  return (
    <div className="p-told">
      {outcome !== '' && (
        <p dir="auto">
          <bdi>{outcome}</bdi>
        </p>
      )}
      {participants.length > 0 && (
        <p className="small">
          <span className="soft">{t('plans.tookPart', { n: participants.length })}</span>{' '}
          <bdi>{list(participants.map(id => partyName(state, speech, id)))}</bdi>
        </p>
      )}
      {documents.length > 0 && (
        <ul className="row small">
          {documents.map(paper => (
            <li key={paper.evidence}>
              <PaperShown paper={paper} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const measureIn = (state: DomainState, catalogue: string, measure: string) => {
  const edition = get(state.commitments.catalogues, catalogue)
  return edition && get(edition.measures, measure)
}

const Measures = ({ state, activity }: Pick<CardProps, 'state' | 'activity'>) => {
  const { t, name } = useWords()
  const { measures } = activity.planned
  if (measures.length === 0) return null
  return (
    <div>
      <dt>{t('plans.measures')}</dt>
      {measures.map(({ catalogue, measure }) => (
        <dd key={`${catalogue} ${measure}`}>
          <bdi>{name(measureIn(state, catalogue, measure)?.name, measure)}</bdi>{' '}
          <span className="soft">({catalogue})</span>
        </dd>
      ))}
    </div>
  )
}

/** C-10. An offer to host is told by the rules as `host: KAZ`; here it is said in words. */
const reasonWords = (state: DomainState, speech: Speech, reason: string): string => {
  const [, host] = /^host: (\S+)$/.exec(reason) ?? []
  return host === undefined
    ? reason
    : speech.t('plans.before.host', { member: partyName(state, speech, host) })
}

/** What it was before each change, and why it was changed; the first stands last. */
const Before = ({ state, activity }: Pick<CardProps, 'state' | 'activity'>) => {
  const speech = useWords()
  const { t, instant } = speech
  if (activity.before.length === 0) return null
  return (
    <div>
      <dt>{t('plans.before')}</dt>
      <dd>
        <ol className="p-before">
          {activity.before.toReversed().map(({ planned, until, reason }) => (
            <li key={until}>
              <span className="soft">
                {t('plans.before.until', { at: instant(until, 'date') })} ·{' '}
                {reasonWords(state, speech, reason)}
              </span>
              <br />
              <bdi>{planned.title}</bdi> · {periodWords(speech, planned.from, planned.until)} ·{' '}
              <bdi>
                {planned.host === null ? t('plans.host.sought') : partyName(state, speech, planned.host)}
              </bdi>
            </li>
          ))}
        </ol>
      </dd>
    </div>
  )
}

/** The folded part: what few look for and somebody must find. */
const More = (props: CardProps) => {
  const { state, activity, plans } = props
  const speech = useWords()
  const { t } = speech
  const { withdrawn, carriedFrom, proposedBy } = activity
  const from = plans.find(({ id }) => id === carriedFrom)
  return (
    <details className="p-more">
      <summary>{t('plans.more')}</summary>
      <dl className="p-facts small">
        <div>
          <dt>{t('plans.proposedBy')}</dt>
          <dd>
            <bdi>{actorWords(state, speech, proposedBy)}</bdi>
          </dd>
        </div>
        <Measures state={state} activity={activity} />
        {carriedFrom !== null && (
          <div>
            <dt>{t('plans.carriedFrom')}</dt>
            <dd>
              <a href={`/plans/${encodeURIComponent(carriedFrom)}`}>
                <bdi>{from?.title ?? carriedFrom}</bdi>
              </a>
            </dd>
          </div>
        )}
        {withdrawn !== null && (
          <div>
            <dt>{t('plans.withdrawn.why')}</dt>
            <dd>
              <bdi>{withdrawn.reason}</bdi>
            </dd>
          </div>
        )}
        <Before state={state} activity={activity} />
      </dl>
    </details>
  )
}

/** One activity: what, who hosts it, when and how, where it stands, what may be done about it. */
export const ActivityCard = (props: CardProps) => {
  const { state, activity, plan, plans, today, withArea = false } = props
  const speech = useWords()
  const { t } = speech
  const { planned, happened } = activity
  const { from, until } = daysOf(activity)
  const course = courseOf(activity, plan, today)
  const went = course === 'carried' ? plans.find(({ id }) => id === activity.plan) : undefined
  return (
    <article className="p-activity" id={`a-${activity.id}`} data-course={course} tabIndex={-1}>
      <header className="p-activity-head">
        <h4>
          <bdi>{planned.title}</bdi>
        </h4>
        <CourseMark course={course} />
      </header>
      <ul className="p-meta small">
        {withArea && (
          <li>
            <bdi>{areaName(state, speech, planned.area)}</bdi>
          </li>
        )}
        <li>
          <bdi>{planned.host === null ? t('plans.host.sought') : partyName(state, speech, planned.host)}</bdi>
        </li>
        <li>
          <time dateTime={from}>{periodWords(speech, from, until)}</time>
        </li>
        <li>{t(`plans.format.${happened?.format ?? planned.format}`)}</li>
        {planned.place !== undefined && (
          <li>
            <bdi>{planned.place}</bdi>
          </li>
        )}
      </ul>
      {went !== undefined && (
        <p className="small">
          {t('plans.carriedTo')}{' '}
          <a href={`/plans/${encodeURIComponent(went.id)}#a-${activity.id}`}>
            <bdi>{went.title}</bdi>
          </a>
        </p>
      )}
      <p className="soft p-aim" dir="auto">
        <bdi>{planned.aim}</bdi>
      </p>
      <Happened state={state} activity={activity} />
      <More {...props} />
      {course !== 'carried' && <ActivityActs {...props} />}
    </article>
  )
}
