import type { commitments as chapter } from '@gavel/domain'
import { Link } from 'wouter'
import { SourceMark } from '../../kit/source-mark.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { dayWords } from '../../names/days.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { EvidenceShown } from '../evidence-fields.tsx'
import { MovedBack, StatusShown } from '../status.tsx'
import type { FoundOne } from '../use-commitment.ts'

interface OneProps extends FoundOne {
  readonly report: chapter.Report
}

/** What was told, in full: how far, of which time, in which words, shown by what. */
export const ReportWords = ({ report }: { readonly report: chapter.Report }) => {
  const speech = useWords()
  const { t } = speech
  return (
    <>
      <p className="row">
        <StatusShown word={report.says} />
        {report.movedBack && <MovedBack />}
      </p>
      <p className="small soft">
        {t('report.period', {
          from: dayWords(speech, report.period.from),
          until: dayWords(speech, report.period.until),
        })}
      </p>
      {report.words !== '' && (
        <p className="u-words" dir="auto">
          {report.words}
        </p>
      )}
      {report.evidence.length > 0 && (
        <ul className="u-evidence">
          {report.evidence.map(one => (
            <li key={one.evidence}>
              <EvidenceShown evidence={one} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A report; one that was revised says by which, and stays to be seen. */
const One = ({ answer, state, report }: OneProps) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const { commitment } = answer
  const by = commitment.reports.find(({ revises }) => revises === report.id)
  const own = as?.kind === 'delegate' && as.member === report.member && by === undefined
  const member = partyName(state, speech, report.member)
  return (
    <li id={`report-${report.id}`} className="card stack u-report" data-gap="small" data-revised={by && ''}>
      <header className="row" data-spread="">
        <h3>
          <bdi>{member}</bdi>
          {report.source !== undefined && <SourceMark source={report.source} of={member} />}
        </h3>
        <span className="small soft">
          {t('commitment.toldOn', { day: dayWords(speech, report.on) })}
          {report.due !== undefined && ` · ${t('report.answers', { day: dayWords(speech, report.due) })}`}
        </span>
      </header>
      {by !== undefined && (
        <p className="small">
          <a href={`#report-${by.id}`}>{t('report.revisedBy', { day: dayWords(speech, by.on) })}</a>
        </p>
      )}
      <ReportWords report={report} />
      {own && commitment.ended === null && (
        <p className="no-print">
          <Link
            className="button"
            data-size="small"
            data-kind="quiet"
            href={`/commitments/${encodeURIComponent(commitment.id)}/report?revises=${encodeURIComponent(report.id)}`}
          >
            {t('report.revise')}
          </Link>
        </p>
      )}
    </li>
  )
}

/** What the owners told, the latest first. */
export const Reports = (found: FoundOne) => {
  const { t } = useWords()
  const { reports } = found.answer.commitment
  return (
    <section className="stack" aria-labelledby="reports">
      <h2 id="reports">{t('commitment.reports')}</h2>
      {reports.length === 0 && <p className="soft">{t('commitment.reports.none')}</p>}
      <ol className="stack">
        {[...reports].reverse().map(report => (
          <One key={report.id} {...found} report={report} />
        ))}
      </ol>
    </section>
  )
}
