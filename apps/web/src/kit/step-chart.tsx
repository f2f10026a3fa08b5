import { useWords } from '../words/use-words.tsx'

export interface Point {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly value: number
}

interface StepChartProps {
  readonly title: string
  readonly points: readonly Point[]
  /** Until when the last value is drawn. */
  readonly until: number
}

const width = 640
const height = 150
const left = 44
const bottom = 22

/** A round number not below a value: 1, 2 or 5 times a power of ten. */
export const roundAbove = (value: number): number => {
  if (value <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= value)!
}

const stepsPath = (
  points: readonly Point[],
  x: (at: number) => number,
  y: (value: number) => number,
  end: number,
): string =>
  points
    .map(({ at, value }, n) => (n === 0 ? `M${x(at)} ${y(value)}` : `H${x(at)}V${y(value)}`))
    .join('')
    .concat(`H${end}`)

/** How a count went over time, in steps: it stays until something happens. The figures are below it as a table. */
export const StepChart = ({ title, points, until }: StepChartProps) => {
  const { t, instant, number } = useWords()
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const most = roundAbove(Math.max(...points.map(({ value }) => value)))
  const span = Math.max(1, until - first.at)
  const x = (at: number): number => left + ((at - first.at) / span) * (width - left - 8)
  const y = (value: number): number => 8 + (1 - value / most) * (height - bottom - 8)
  const day = (at: number): string => instant(new Date(at).toISOString(), 'short')
  return (
    <figure className="chart">
      <figcaption>
        <b>{title}</b> <span className="numeric">{number(last.value)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('chart.summary', { title, first: first.value, last: last.value, n: points.length })}
      >
        {[0, most / 2, most].map(value => (
          <g key={value}>
            <line className="chart-grid" x1={left} x2={width - 8} y1={y(value)} y2={y(value)} />
            {Number.isInteger(value) && (
              <text className="chart-label" x={left - 6} y={y(value) + 4} textAnchor="end">
                {number(value)}
              </text>
            )}
          </g>
        ))}
        <path className="chart-line" d={stepsPath(points, x, y, x(until))} />
        <text className="chart-label" x={left} y={height - 4}>
          {day(first.at)}
        </text>
        <text className="chart-label" x={width - 8} y={height - 4} textAnchor="end">
          {day(until)}
        </text>
      </svg>
    </figure>
  )
}
