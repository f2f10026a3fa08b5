import { Mark } from '../../../kit/plots/patterns.tsx'
import { Plot } from '../../../kit/plots/plot.tsx'
import { useWidth } from '../../../kit/plots/use-width.ts'
import { useForesightWords } from '../use-foresight-words.ts'
import { type PointsProps, reach } from './points.ts'
import { labelsBeside, marksIn, placeIn, type Range, rangeOf } from './scale.ts'

const [start, end, top, below] = [36, 44, 12, 36]

const spanOf = (points: PointsProps['points'], dimension: 0 | 1) =>
  rangeOf(
    points.flatMap(({ at, errors }) => [
      at[dimension]! - reach * errors[dimension]!,
      at[dimension]! + reach * errors[dimension]!,
    ]),
  )

interface GridProps {
  readonly across: Range
  readonly along: Range
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly width: number
  readonly height: number
}

/** Both scales, and which dimension runs which way. */
const Grid = ({ across, along, x, y, width, height }: GridProps) => {
  const { number, t } = useForesightWords()
  return (
    <>
      {marksIn(across).map(value => (
        <g key={value}>
          <line className="plot-grid" x1={x(value)} x2={x(value)} y1={top} y2={height - below} />
          <text className="plot-soft" x={x(value)} y={height - below + 16} textAnchor="middle">
            {number(value)}
          </text>
        </g>
      ))}
      {marksIn(along).map(value => (
        <g key={value}>
          <line className="plot-grid" x1={start} x2={width - end} y1={y(value)} y2={y(value)} />
          <text className="plot-soft" x={start - 6} y={y(value) + 4} textAnchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      <text className="plot-soft" x={width / 2} y={height - 4} textAnchor="middle">
        {t('foresight.map.axes')}
      </text>
    </>
  )
}

/** Two dimensions: a cross for what is not known of each member, its code beside its place. */
export const Plane = ({ title, points }: PointsProps) => {
  const [ref, width] = useWidth()
  const height = Math.max(360, Math.min(560, width * 0.75))
  const [across, along] = [spanOf(points, 0), spanOf(points, 1)]
  const [inWidth, inHeight] = [placeIn(across, width - start - end), placeIn(along, height - top - below)]
  const x = (value: number): number => start + inWidth(value)
  const y = (value: number): number => height - below - inHeight(value)
  const marks = points.map(({ at }) => ({ x: x(at[0]!), y: y(at[1]!) }))
  const labels = labelsBeside(marks, 14, { width: 34, height: 13 })
  return (
    <div ref={ref} className="plot-sheet">
      <Plot title={title} width={width} height={height} direction="ltr">
        {() => (
          <>
            <Grid {...{ across, along, x, y, width, height }} />
            {points.map(({ member, at, errors }) => (
              <g key={member} className="f-error">
                <line
                  x1={x(at[0]! - reach * errors[0]!)}
                  x2={x(at[0]! + reach * errors[0]!)}
                  y1={y(at[1]!)}
                  y2={y(at[1]!)}
                />
                <line
                  x1={x(at[0]!)}
                  x2={x(at[0]!)}
                  y1={y(at[1]! - reach * errors[1]!)}
                  y2={y(at[1]! + reach * errors[1]!)}
                />
              </g>
            ))}
            {points.map(({ member, at }, place) => (
              <g key={member}>
                <Mark at={0} x={x(at[0]!)} y={y(at[1]!)} />
                <line
                  className="plot-span"
                  x1={x(at[0]!) + 5}
                  x2={x(at[0]!) + 12}
                  y1={y(at[1]!)}
                  y2={labels[place]!}
                />
                <text className="plot-number" x={x(at[0]!) + 14} y={labels[place]! + 4}>
                  {member}
                </text>
              </g>
            ))}
          </>
        )}
      </Plot>
    </div>
  )
}
