import type { DomainState } from '@gavel/domain'
import type { TableAnswer } from '@gavel/foresight/browser'
import { partyName } from '../../../names/names.ts'
import { useForesightWords } from '../use-foresight-words.ts'
import { partWords } from './part-words.ts'

/** What was noted when delegations were sounded, newest first; for those who mediate alone (F-2). */
export const SoundingsNoted = ({
  house,
  table,
}: {
  readonly house: DomainState
  readonly table: TableAnswer
}) => {
  const speech = useForesightWords()
  const { t } = speech
  return (
    <section className="stack" aria-labelledby="f-soundings">
      <h2 id="f-soundings">{t('foresight.soundings', { n: table.soundings.length })}</h2>
      <p className="small soft">{t('foresight.soundings.lead')}</p>
      <ul className="list f-soundings">
        {table.soundings.map(({ member, part, says, note, at, by }) => (
          <li key={`${at} ${member} ${part} ${by}`}>
            <b>
              <bdi>{partyName(house, speech, member)}</bdi>
            </b>{' '}
            {t(`stand.word.${says}`)} · {partWords(t, table.points, part)} ·{' '}
            <span className="soft">{speech.instant(at, 'short')}</span>
            {note !== undefined && (
              <p className="small" dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
