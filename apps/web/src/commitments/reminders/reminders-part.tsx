import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { RemindersShown, useReminders } from './reminders-shown.tsx'

/**
 * What one is reminded of, as a part of one's own page. `withoutChairs` where the terms of chairs are shown beside it
 * already, as on the desk.
 */
export const RemindersPart = ({
  state,
  withoutChairs = false,
}: {
  readonly state: DomainState
  readonly withoutChairs?: boolean
}) => {
  const { t } = useWords()
  const { as } = useRoom()
  const { own } = useReminders(as)
  const shown = own.filter(
    ({ kind, about }) => !(withoutChairs && kind === 'termEnds' && about.body !== undefined),
  )
  return (
    <section className="stack" data-gap="small" aria-labelledby="reminders">
      <header className="row" data-spread="">
        <h2 id="reminders">{t('reminder.title')}</h2>
        <Link className="small" href="/commitments">
          {t('reminder.all')}
        </Link>
      </header>
      {shown.length === 0 && <p className="soft">{t('reminder.none')}</p>}
      <RemindersShown state={state} reminders={shown} />
    </section>
  )
}
