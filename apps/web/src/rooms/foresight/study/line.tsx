import { Mark } from '../../../kit/plots/patterns.tsx'
import { Plot } from '../../../kit/plots/plot.tsx'
import { useWidth } from '../../../kit/plots/use-width.ts'
import { useForesightWords } from '../use-foresight-words.ts'
import { type PointsProps, reach } from './points.ts'
import { marksIn, placeIn, rangeOf } from './scale.ts'

const [rowHeight, top, margin] = [24, 8, 12]

/** One dimension: a row for each member, its place with what is not known of it. */
export const Line = ({ title, points }: PointsProps) => {
  const { number } = useForesightWords()
  const [ref, width] = useWidth()
  const start = width >= 560 ? 208 : 48
  const range = rangeOf(
    points.flatMap(({ at, errors }) => [at[0]! - reach * errors[0]!, at[0]! + reach * errors[0]!]),
  )
  const within = placeIn(range, width - start - margin)
  const x = (value: number): number => start + within(value)
  const bottom = top + points.length * rowHeight
  return (
    <div ref={ref} className="plot-sheet">
      <Plot title={title} width={width} height={bottom + 24} direction="ltr">
        {() => (
          <>
            {marksIn(range).map(value => (
              <g key={value}>
                <line className="plot-grid" x1={x(value)} x2={x(value)} y1={top} y2={bottom} />
                <text className="plot-soft" x={x(value)} y={bottom + 16} textAnchor="middle">
                  {number(value)}
                </text>
              </g>
            ))}
            {points.map(({ member, name, at, errors }, row) => {
              const y = top + row * rowHeight + rowHeight / 2
              return (
                <g key={member}>
                  <text className="plot-words" x={start - 8} y={y + 4} textAnchor="end">
                    {width >= 560 && name.length <= 28 ? name : member}
                  </text>
                  <line
                    className="plot-span"
                    x1={x(at[0]! - reach * errors[0]!)}
                    x2={x(at[0]! + reach * errors[0]!)}
                    y1={y}
                    y2={y}
                  />
                  <Mark at={0} x={x(at[0]!)} y={y} />
                </g>
              )
            })}
          </>
        )}
      </Plot>
    </div>
  )
}
