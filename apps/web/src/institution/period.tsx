import { dayWords } from '../names/days.ts'
import { useWords } from '../words/use-words.tsx'

interface PeriodProps {
  readonly from: string | null
  readonly until?: string | undefined
}

/** A period as precise as its source: `since 1999`, `October 2002 to June 2006`. Nothing where no day is known. */
export const Period = ({ from, until }: PeriodProps) => {
  const speech = useWords()
  const { t } = speech
  if (from === null && until === undefined) return null
  const start = from === null ? '…' : dayWords(speech, from)
  return (
    <span className="o-period">
      {until === undefined
        ? t('organisation.from', { from: start })
        : t('organisation.period', { from: start, until: dayWords(speech, until) })}
    </span>
  )
}
