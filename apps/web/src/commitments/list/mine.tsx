import type { commitments as chapter, DomainState } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { Link } from 'wouter'
import { useView } from '../../live/use-view.ts'
import { dayWords } from '../../names/days.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { DashboardAnswer, OwedRow } from '../answers.ts'
import { DaysClock } from '../days-clock.tsx'
import { useReminders } from '../reminders/reminders-shown.tsx'
import { StatusShown } from '../status.tsx'
import { addressOf, statuses } from './asked.ts'

/** A report that is due: what of, by when, and the way to it. */
const Owed = ({ owed }: { readonly owed: OwedRow }) => {
  const speech = useWords()
  const { t } = speech
  const { commitment, title, due, kind } = owed
  return (
    <li data-overdue={kind === 'overdue' ? '' : undefined}>
      <Link href={`/commitments/${encodeURIComponent(commitment)}/report?due=${due}`}>
        <span className="n-what">
          <b>{t('commitments.mine.report')}</b>
          <bdi>{title}</bdi>
          <span className="small soft">{t('commitments.due.on', { day: dayWords(speech, due) })}</span>
        </span>
        <DaysClock days={kind === 'overdue' ? -(owed.days ?? 0) : (owed.daysLeft ?? 0)} />
      </Link>
    </li>
  )
}

/** A report that waits for the validator of the delegation, or that she gave back. */
const Waiting = ({
  row,
  title,
}: {
  readonly row: DashboardAnswer['waiting'][number]
  readonly title: string | undefined
}) => {
  const { t } = useWords()
  const { commitment, report, returned } = row
  const at = `/commitments/${encodeURIComponent(commitment)}`
  return (
    <li data-overdue={returned === null ? undefined : ''}>
      <Link href={returned === null ? `${at}#inside` : `${at}/report?again=${encodeURIComponent(report)}`}>
        <span className="n-what">
          <b>{t(returned === null ? 'commitments.mine.waits' : 'commitments.mine.returned')}</b>
          {title !== undefined && <bdi>{title}</bdi>}
          {returned !== null && <bdi className="u-quote">{returned.reason}</bdi>}
        </span>
      </Link>
    </li>
  )
}

interface MineProps {
  readonly state: DomainState
  readonly member: MemberId
}

const ByStatus = ({ member, byStatus }: Pick<DashboardAnswer, 'member' | 'byStatus'>) => (
  <ul className="u-counts">
    {statuses
      .filter(word => (byStatus[word] ?? 0) > 0)
      .map(word => (
        <li key={word}>
          <Link href={addressOf({ member, status: word })}>
            <StatusShown word={word} /> <span className="numeric">{byStatus[word]}</span>
          </Link>
        </li>
      ))}
  </ul>
)

type Recommendations = { readonly total: number; readonly rows: readonly chapter.Recommendation[] }

/** What a delegation has to see to, the most urgent first, and how its commitments stand. */
export const Mine = ({ state, member }: MineProps) => {
  const speech = useWords()
  const { t } = speech
  const id = encodeURIComponent(member)
  const { data } = useView<DashboardAnswer>(`/api/members/${id}/commitments`)
  const { own: reminders } = useReminders({ kind: 'delegate', member })
  const { data: asked } = useView<Recommendations>(`/api/recommendations?to=${id}&response=waiting&limit=50`)
  if (data === undefined) return null
  const { owed, waiting, total, byStatus } = data
  const recommended = asked?.total ?? 0
  return (
    <section className="card stack" aria-labelledby="mine">
      <h2 id="mine">{t('commitments.mine.title', { member: partyName(state, speech, member) })}</h2>
      {owed.length + waiting.length + recommended === 0 && (
        <p className="soft">{t(total === 0 ? 'commitments.mine.none' : 'commitments.mine.nothingDue')}</p>
      )}
      <ul className="n-needs">
        {owed.map(row => (
          <Owed key={`${row.commitment} ${row.due}`} owed={row} />
        ))}
        {waiting.map(row => (
          <Waiting
            key={row.report}
            row={row}
            title={reminders.find(one => one.about.report === row.report)?.title}
          />
        ))}
        {recommended > 0 && (
          <li>
            <Link href="/recommendations">
              <span className="n-what">
                <b>{t('commitments.mine.recommended', { n: recommended })}</b>
                <bdi className="u-quote">{asked?.rows[0]?.wording}</bdi>
              </span>
            </Link>
          </li>
        )}
      </ul>
      {total > 0 && <ByStatus member={member} byStatus={byStatus} />}
    </section>
  )
}
