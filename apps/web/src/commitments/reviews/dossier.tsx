import type { Capacity, commitments as chapter, DomainState } from '@gavel/domain'
import { capacityName, commitments } from '@gavel/domain'
import { Link } from 'wouter'
import { Button } from '../../kit/button.tsx'
import { useNow } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { dayWords } from '../../names/days.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { courseOf, daysOf } from '../plans/course.ts'
import { PaperShown } from '../plans/paper-fields.tsx'
import { actorWords, areaName, periodWords } from '../plans/plan-words.ts'
import type { ActivityRow, PlansAnswer } from '../plans/shapes.ts'
import { CourseMark } from '../plans/year-strip.tsx'
import { StandingShown, StatusShown } from '../status.tsx'
import { inRegisterOrder, responseOf } from './order.ts'
import { RecommendationCard } from './recommendation-card.tsx'
import type { Dossier, ReviewWhole } from './shapes.ts'

interface DossierProps {
  readonly state: DomainState
  readonly review: ReviewWhole
  readonly dossier: Dossier
}

type Undertaken = Dossier['commitments'][number]

const ReportLine = ({ state, report }: { readonly state: DomainState; readonly report: chapter.Report }) => {
  const speech = useWords()
  return (
    <li>
      <p className="p-meta small">
        <span>
          <bdi>{partyName(state, speech, report.member)}</bdi>
        </span>
        <time dateTime={report.on}>{dayWords(speech, report.on)}</time>
        <StatusShown word={report.says} />
      </p>
      {report.words !== '' && (
        <p dir="auto">
          <bdi>{report.words}</bdi>
        </p>
      )}
      {report.evidence.length > 0 && (
        <ul className="row small">
          {report.evidence.map(paper => (
            <li key={paper.evidence}>
              <PaperShown paper={paper} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const FindingLine = ({
  state,
  finding,
}: {
  readonly state: DomainState
  readonly finding: chapter.Finding
}) => {
  const speech = useWords()
  const who = finding.assessor ?? actorWords(state, speech, capacityName(finding.as as Capacity))
  return (
    <li>
      <p className="p-meta small">
        <span>
          <bdi>{who}</bdi>
        </span>
        <time dateTime={finding.on}>{dayWords(speech, finding.on)}</time>
        <StatusShown word={finding.finds} />
      </p>
      <p dir="auto">
        <bdi>{finding.words}</bdi>
      </p>
    </li>
  )
}

const CommitmentShown = ({ state, one }: { readonly state: DomainState; readonly one: Undertaken }) => {
  const speech = useWords()
  const { t } = speech
  const owners = inRegisterOrder(
    state,
    one.owners.map(({ member }) => member),
  ).map(id => one.owners.find(({ member }) => member === id)!)
  return (
    <article className="q-entry">
      <h4>
        <Link href={`/commitments/${encodeURIComponent(one.id)}`}>
          <bdi>{one.title}</bdi>
        </Link>
      </h4>
      <ul className="small">
        {owners.map(owner => (
          <li key={owner.member} className="row">
            <b>
              <bdi>{partyName(state, speech, owner.member)}</bdi>
            </b>
            <StandingShown owner={owner} />
          </li>
        ))}
      </ul>
      {one.reports.length === 0 ? (
        <p className="small soft">{t('reviews.dossier.noReports')}</p>
      ) : (
        <ul className="q-told">
          {one.reports.map(report => (
            <ReportLine key={report.id} state={state} report={report} />
          ))}
        </ul>
      )}
      {one.findings.length > 0 && (
        <>
          <h5>{t('reviews.dossier.findings')}</h5>
          <ul className="q-told">
            {one.findings.map(finding => (
              <FindingLine key={`${finding.at} ${finding.words}`} state={state} finding={finding} />
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

const ActivityShown = ({
  state,
  activity,
}: {
  readonly state: DomainState
  readonly activity: ActivityRow
}) => {
  const speech = useWords()
  const { t, list } = speech
  const now = useNow(60_000)
  const { data } = useView<PlansAnswer>('/api/plans')
  const plan = data?.plans.find(({ id }) => id === activity.plan)
  const { from, until } = daysOf(activity)
  const { planned, happened } = activity
  const participants = happened?.participants ?? []
  return (
    <article className="q-entry">
      <header className="p-activity-head">
        <h4>
          <Link href={`/plans/${encodeURIComponent(activity.plan)}#a-${activity.id}`}>
            <bdi>{planned.title}</bdi>
          </Link>
        </h4>
        {plan !== undefined && (
          <CourseMark course={courseOf(activity, plan, commitments.today(state, now))} />
        )}
      </header>
      <ul className="p-meta small">
        <li>
          <bdi>{areaName(state, speech, planned.area)}</bdi>
        </li>
        <li>
          <bdi>{planned.host === null ? t('plans.host.sought') : partyName(state, speech, planned.host)}</bdi>
        </li>
        <li>{periodWords(speech, from, until)}</li>
      </ul>
      {happened !== null && happened.outcome !== '' && (
        <p dir="auto">
          <bdi>{happened.outcome}</bdi>
        </p>
      )}
      {participants.length > 0 && (
        <p className="small">
          <span className="soft">{t('plans.tookPart', { n: participants.length })}</span>{' '}
          <bdi>{list(inRegisterOrder(state, participants).map(id => partyName(state, speech, id)))}</bdi>
        </p>
      )}
    </article>
  )
}

const byFirstDay = (activities: readonly ActivityRow[]): readonly ActivityRow[] =>
  activities.toSorted((a, b) => (daysOf(a).from < daysOf(b).from ? -1 : 1))

/** The commitments as they are read out: by the place of their first owner on the register. */
const inOrder = (state: DomainState, all: Dossier['commitments']): Dossier['commitments'] => {
  const place = ({ owners }: Undertaken): number => {
    const [first] = inRegisterOrder(
      state,
      owners.map(({ member }) => member),
    )
    return (state.institution.partyOrder as readonly string[]).indexOf(first ?? '')
  }
  return all.toSorted((a, b) => place(a) - place(b))
}

/** What the record says of the dimension in the time of the review, gathered to be read and printed. */
export const DossierShown = ({ state, review, dossier }: DossierProps) => {
  const speech = useWords()
  const { t } = speech
  const { commitments: undertaken, activities, recommendations } = dossier
  return (
    <section className="stack q-dossier" aria-labelledby="dossier">
      <header className="row" data-spread="">
        <h2 id="dossier">{t('reviews.tab.dossier')}</h2>
        <Button kind="quiet" onPress={() => print()}>
          {t('reviews.print')}
        </Button>
      </header>
      <p className="soft p-lead">
        {t('reviews.dossier.lead', { period: periodWords(speech, review.from, review.until) })}
      </p>
      <section className="stack" aria-labelledby="d-commitments">
        <h3 id="d-commitments">{t('reviews.dossier.commitments', { n: undertaken.length })}</h3>
        {undertaken.length === 0 && <p className="soft">{t('reviews.dossier.noCommitments')}</p>}
        {inOrder(state, undertaken).map(one => (
          <CommitmentShown key={one.id} state={state} one={one} />
        ))}
      </section>
      <section className="stack" aria-labelledby="d-activities">
        <h3 id="d-activities">{t('reviews.dossier.activities', { n: activities.length })}</h3>
        {activities.length === 0 && <p className="soft">{t('reviews.dossier.noActivities')}</p>}
        {byFirstDay(activities).map(activity => (
          <ActivityShown key={activity.id} state={state} activity={activity} />
        ))}
      </section>
      <section className="stack" aria-labelledby="d-recommendations">
        <h3 id="d-recommendations">{t('reviews.dossier.recommendations', { n: recommendations.length })}</h3>
        {recommendations.length === 0 && <p className="soft">{t('reviews.dossier.noRecommendations')}</p>}
        {recommendations.map(one => (
          <RecommendationCard
            key={one.id}
            state={state}
            row={{ ...one, response: responseOf(one) }}
            level="h4"
          />
        ))}
      </section>
    </section>
  )
}
