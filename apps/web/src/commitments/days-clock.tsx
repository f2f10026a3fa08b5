import { useWords } from '../words/use-words.tsx'

/** How many days are left to a day, or have passed since; 0 is the day itself. */
export const DaysClock = ({ days }: { readonly days: number }) => {
  const { t } = useWords()
  return (
    <b className="clock" data-near={days <= 7 ? '' : undefined}>
      {days < 0
        ? t('commitments.due.overdue', { n: -days })
        : days === 0
          ? t('commitments.due.today')
          : t('commitments.due.left', { n: days })}
    </b>
  )
}
