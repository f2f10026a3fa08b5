import type { ChanceShown } from '@gavel/foresight/browser'
import { reachOf } from './outlook/groups.ts'
import { useForesightWords } from './use-foresight-words.ts'

/** A share in whole per cent; never 0 or 100 where it is not certain. */
export const usePercent = (): ((share: number) => string) => {
  const { tag, t } = useForesightWords()
  const format = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  return share => {
    if (share > 0 && share < 0.01) return t('foresight.under', { share: format.format(0.01) })
    if (share < 1 && share > 0.99) return t('foresight.over', { share: format.format(0.99) })
    return format.format(share)
  }
}

const width = 200

/** The interval as a bar on a scale from 0 to 1, the chance as a line across it; the words beside it say the same. */
const Scale = ({
  low,
  high,
  chance,
}: {
  readonly low: number
  readonly high: number
  readonly chance: number
}) => {
  const { direction } = useForesightWords()
  const x = (share: number): number => (direction === 'rtl' ? width - share * width : share * width)
  const left = Math.min(x(low), x(high))
  return (
    <svg className="f-scale" viewBox={`0 0 ${width} 12`} aria-hidden="true" preserveAspectRatio="none">
      <line className="f-scale-ground" x1="0" x2={width} y1="6" y2="6" />
      <rect
        className="f-scale-range"
        x={left}
        y="3"
        width={Math.max(2, Math.abs(x(high) - x(low)))}
        height="6"
      />
      <rect
        className="f-scale-mark"
        x={Math.min(width - 3, Math.max(0, x(chance) - 1.5))}
        y="0"
        width="3"
        height="12"
      />
    </svg>
  )
}

interface ChanceProps {
  readonly chance: ChanceShown
  /** Consensus is called likely or not in words; of one member the number says enough. */
  readonly inWords?: boolean
}

/** A chance: in words, as a number, with the interval that holds it nine times in ten; or that it is not known, and why. */
export const ChanceGiven = ({ chance, inWords = false }: ChanceProps) => {
  const { t, list } = useForesightWords()
  const percent = usePercent()
  if (!chance.known)
    return (
      <span className="f-chance" data-known="no">
        <b>{t('foresight.unknown')}</b>
        <span className="small soft">{list(chance.why.map(why => t(`foresight.why.${why}`)))}</span>
      </span>
    )
  return (
    <span className="f-chance">
      <span className="f-chance-words">
        {inWords && <b>{t(`foresight.reach.${reachOf(chance.chance)}`)}</b>}
        <span className="f-number">{percent(chance.chance)}</span>
        <span className="small soft">
          {t('foresight.interval', { low: percent(chance.low), high: percent(chance.high) })}
        </span>
      </span>
      <Scale {...chance} />
    </span>
  )
}
