import type { Instant } from '@gavel/kernel'
import { useWords } from '../words/use-words.tsx'

interface ToldProps {
  readonly at: Instant
  /** The zone it was announced in, where one was. */
  readonly timeZone?: string | null
}

/** An instant in the zone it was announced in, where the reader is, and by UTC, each once. */
export const InstantTold = ({ at, timeZone = null }: ToldProps) => {
  const { instant } = useWords()
  const zones = [...(timeZone === null ? [] : [timeZone]), undefined, 'UTC']
  const told = [...new Set(zones.map(zone => instant(at, 'long', zone)))]
  return (
    <time dateTime={at} className="k-when">
      {told.map((words, place) => (
        <span key={words} className={place === 0 ? undefined : 'small soft'}>
          {words}
        </span>
      ))}
    </time>
  )
}
