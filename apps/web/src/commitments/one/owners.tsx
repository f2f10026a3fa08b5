import { dayWords } from '../../names/days.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { DueRow } from '../answers.ts'
import { StandingShown } from '../status.tsx'
import type { FoundOne } from '../use-commitment.ts'

const signs: { readonly [kind in DueRow['kind']]: string } = {
  told: '✓',
  open: '◷',
  overdue: '!',
  ahead: '·',
}

const DueWords = ({ due }: { readonly due: DueRow }) => {
  const speech = useWords()
  const { t } = speech
  switch (due.kind) {
    case 'told':
      return due.daysLate === 0 ? t('due.told.inTime') : t('due.told.late', { n: due.daysLate ?? 0 })
    case 'open':
      return t('commitments.due.left', { n: due.daysLeft ?? 0 })
    case 'overdue':
      return t('commitments.due.overdue', { n: due.days ?? 0 })
    case 'ahead':
      return t('due.ahead', { opens: dayWords(speech, due.opens ?? due.due) })
  }
}

/** C-39. The due days of one owner: told in time or how late, open, overdue, or ahead. */
const Dues = ({ dues }: { readonly dues: readonly DueRow[] }) => {
  const speech = useWords()
  if (dues.length === 0) return <p className="small soft">{speech.t('due.none')}</p>
  return (
    <ol className="u-dues">
      {dues.map(due => (
        <li
          key={due.due}
          data-kind={due.kind}
          data-late={due.kind === 'told' && (due.daysLate ?? 0) > 0 ? '' : undefined}
        >
          <span className="u-sign" aria-hidden="true">
            {signs[due.kind]}
          </span>
          <time dateTime={due.due}>{dayWords(speech, due.due)}</time>
          <span className="small">
            {due.report === undefined ? (
              <DueWords due={due} />
            ) : (
              <a href={`#report-${due.report}`}>
                <DueWords due={due} />
              </a>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Each owner's part: how it stands in a word, and its due days. Nothing is added up between owners. */
export const Owners = ({ answer, state }: FoundOne) => {
  const speech = useWords()
  const { t, instant } = speech
  const { row, dues, commitment } = answer
  const left = commitment.owners.filter(({ until }) => until !== undefined)
  return (
    <section className="stack" aria-labelledby="owners">
      <h2 id="owners">{t('commitment.owners')}</h2>
      <ul className="u-parts">
        {row.owners.map(owner => (
          <li key={owner.member} className="card stack" data-gap="small">
            <h3>
              <bdi>{partyName(state, speech, owner.member)}</bdi>
            </h3>
            <StandingShown owner={owner} />
            <Dues dues={dues.find(one => one.member === owner.member)?.dues ?? []} />
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <ul className="small soft">
          {left.map(({ member, until }) => (
            <li key={`${member} ${until}`}>
              {t('commitment.leftOn', {
                member: partyName(state, speech, member),
                day: instant(until!, 'date'),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
