import { texts } from '@gavel/domain'
import { positions, standSigns, standWord } from '../../kit/stand.tsx'
import { useWords } from '../../words/use-words.tsx'
import { rungSigns } from './paragraph.tsx'

/** The marks and what they mean, for the reader who meets them first. */
export const Legend = () => {
  const { t } = useWords()
  return (
    <ul className="r-legend" aria-label={t('reading.legend')}>
      <li>
        <span className="w-bracket" data-depth="1" aria-hidden="true">
          <span className="w-edge">[</span> <span className="w-edge">]</span>
        </span>{' '}
        {t('reading.legend.bracket')}
      </li>
      {positions.map(position => (
        <li key={position} className="said" data-stand={position}>
          <span aria-hidden="true">{standSigns[position]}</span> {t(standWord(position)).replace(/:$/, '')}
        </li>
      ))}
      {texts.rungs.map(rung => (
        <li key={rung}>
          <span className="r-rung" data-rung={rung} aria-hidden="true">
            {rungSigns[rung]}
          </span>{' '}
          {t(`rung.${rung}`)}
        </li>
      ))}
    </ul>
  )
}
