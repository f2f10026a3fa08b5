import type { Score } from '@gavel/foresight/browser'
import { PlotFigure } from '../../../kit/plots/figure.tsx'
import { Mark } from '../../../kit/plots/patterns.tsx'
import { Plot } from '../../../kit/plots/plot.tsx'
import { useWidth } from '../../../kit/plots/use-width.ts'
import { usePercent } from '../chance.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { type Bin, bentOf, failures } from './comparing.ts'

const [start, top, below] = [48, 12, 44]
const marks = [0, 0.25, 0.5, 0.75, 1] as const

const Curve = ({ title, bins }: { readonly title: string; readonly bins: readonly Bin[] }) => {
  const { t, tag } = useForesightWords()
  const percent = new Intl.NumberFormat(tag, { style: 'percent' })
  const [ref, width] = useWidth()
  const side = Math.min(360, width - start - 16)
  const x = (share: number): number => start + share * side
  const y = (share: number): number => top + (1 - share) * side
  return (
    <div ref={ref} className="plot-sheet">
      <Plot title={title} width={width} height={top + side + below} direction="ltr">
        {() => (
          <>
            {marks.map(share => (
              <g key={share}>
                <line className="plot-grid" x1={x(share)} x2={x(share)} y1={y(0)} y2={y(1)} />
                <line className="plot-grid" x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} />
                <text className="plot-soft" x={x(share)} y={y(0) + 16} textAnchor="middle">
                  {percent.format(share)}
                </text>
                <text className="plot-soft" x={start - 6} y={y(share) + 4} textAnchor="end">
                  {percent.format(share)}
                </text>
              </g>
            ))}
            <text className="plot-soft" x={start} y={y(0) + 36}>
              {t('foresight.calibration.axes')}
            </text>
            <line className="f-ideal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
            <path
              className="plot-line"
              d={bins
                .map(({ forecast, happened }, at) => `${at === 0 ? 'M' : 'L'}${x(forecast)} ${y(happened)}`)
                .join('')}
            />
            {bins.map(({ from, forecast, happened }) => (
              <Mark key={from} at={0} x={x(forecast)} y={y(happened)} />
            ))}
          </>
        )}
      </Plot>
    </div>
  )
}

const Bins = ({ title, bins }: { readonly title: string; readonly bins: readonly Bin[] }) => {
  const { t, number } = useForesightWords()
  const percent = usePercent()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
    <section className="table-scroll" aria-label={t('foresight.figures', { of: title })} tabIndex={0}>
      <table className="table small">
        <caption className="spoken">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('foresight.calibration.said')}</th>
            <th scope="col">{t('foresight.calibration.happened')}</th>
            <th scope="col">{t('foresight.calibration.n')}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, forecast, happened, n }) => (
            <tr key={from}>
              <th scope="row">{percent(forecast)}</th>
              <td>{percent(happened)}</td>
              <td>{number(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CalibrationProps {
  readonly title: string
  readonly file: string
  readonly score: Score
}

/** Whether what was said to happen so often did happen so often: as a curve, as figures, and where it did not. */
export const Calibration = ({ title, file, score }: CalibrationProps) => {
  const { t } = useForesightWords()
  const percent = usePercent()
  const { bins } = score.calibration
  const named = t('foresight.calibration.of', { question: title })
  const failed = failures(score)
  const bent = bentOf(score)
  return (
    <div className="stack">
      <h3>{t('foresight.calibration')}</h3>
      <div className="f-calibration">
        <PlotFigure
          title={named}
          counts={t('foresight.calibration.axes')}
          file={`calibration-${file}`}
          rows={[
            ['from', 'to', 'n', 'forecast', 'happened'],
            ...bins.map(({ from, to, n, forecast, happened }) => [from, to, n, forecast, happened]),
          ]}
        >
          <Curve title={named} bins={bins} />
        </PlotFigure>
        <Bins title={named} bins={bins} />
      </div>
      {bent !== undefined && <p>{t(`foresight.calibration.${bent}`)}</p>}
      {failed.length === 0 ? (
        <p>{t('foresight.calibration.good')}</p>
      ) : (
        <>
          <p>
            <b>{t('foresight.calibration.fails')}</b>
          </p>
          <ul>
            {failed.slice(0, 4).map(({ from, forecast, happened, n }) => (
              <li key={from}>
                {t('foresight.calibration.fail', {
                  said: percent(forecast),
                  happened: percent(happened),
                  n,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
