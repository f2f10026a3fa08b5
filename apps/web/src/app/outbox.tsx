import { Link } from 'wouter'
import { useOutbox } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'

/** How much of what one wrote is not on the record yet, and what was not accepted; nothing when all is recorded. */
export const Outbox = () => {
  const { t } = useWords()
  const written = useOutbox()
  const refused = written.filter(({ state }) => state === 'refused').length
  const waiting = written.length - refused
  if (written.length === 0) return null
  return (
    <Link href="/outbox" className="frame-outbox" data-refused={refused > 0 ? '' : undefined}>
      {waiting > 0 && <span>{t('app.outbox.waiting', { n: waiting })}</span>}
      {refused > 0 && <span>{t('app.outbox.refused', { n: refused })}</span>}
    </Link>
  )
}
