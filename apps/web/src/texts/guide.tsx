import { positions, standSigns } from '../kit/stand.tsx'
import { useWords } from '../words/use-words.tsx'

/** What stands beside the text while no paragraph is chosen: how to read the marks, and the keys. */
export const Guide = () => {
  const { t } = useWords()
  return (
    <aside className="t-guide no-print" aria-label={t('guide.title')}>
      <h2>{t('guide.title')}</h2>
      <p>{t('guide.choose')}</p>
      <p>
        <span className="w-bracket" data-depth="1" aria-hidden="true">
          <span className="w-edge">[</span>…<span className="w-edge">]</span>
        </span>{' '}
        {t('guide.bracket')}
      </p>
      <ul>
        {positions.map(position => (
          <li key={position} className="said" data-stand={position}>
            <span aria-hidden="true">{standSigns[position]}</span> {t(`stand.word.${position}`)}
          </li>
        ))}
      </ul>
      <p className="small">
        <kbd>[</kbd> <kbd>]</kbd> {t('guide.keys')}
      </p>
    </aside>
  )
}
