import { useWords } from '../../words/use-words.tsx'
import { legendPlaces, ticksFor } from './layout.ts'
import { dashOf, Mark } from './patterns.tsx'
import { Legend, Plot } from './plot.tsx'
import { useWidth } from './use-width.ts'

interface LinesProps {
  readonly title: string
  /** The places along the axis from left to right, as years. */
  readonly along: readonly string[]
  /** A number for each place; null: there is none, and the line is broken. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

const [start, end, height] = [44, 20, 200]

const pathOf = (
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string => {
  let isDrawn = false
  return values
    .map((value, at) => {
      if (value === null) {
        isDrawn = false
        return ''
      }
      const step = `${isDrawn ? 'L' : 'M'}${x(at)} ${y(value)}`
      isDrawn = true
      return step
    })
    .join('')
}

/** How numbers went from year to year: a line for each series, told apart by its breaks and the shape of its dots. */
export const Lines = ({ title, along, series }: LinesProps) => {
  const { number } = useWords()
  const [ref, width] = useWidth()
  const names = series.map(({ name }) => name)
  const top = legendPlaces(names, width).height + 16
  const ticks = ticksFor(Math.max(0, ...series.flatMap(({ values }) => values.map(one => one ?? 0))))
  const step = (width - start - end) / Math.max(1, along.length - 1)
  const x = (at: number): number => (along.length === 1 ? (start + width - end) / 2 : start + at * step)
  const y = (value: number): number => top + (1 - value / ticks.at(-1)!) * height
  const every = Math.ceil(48 / step)
  return (
    <div ref={ref} className="plot-sheet">
      <Plot title={title} width={width} height={top + height + 28} direction="ltr">
        {() => (
          <>
            <Legend
              names={names}
              width={width}
              direction="ltr"
              sign={(at, atX, atY) => <Mark at={at} x={atX} y={atY} />}
            />
            {ticks.map(value => (
              <g key={value}>
                <line className="plot-grid" x1={start} x2={width - end} y1={y(value)} y2={y(value)} />
                <text className="plot-soft" x={start - 8} y={y(value) + 4} textAnchor="end">
                  {number(value)}
                </text>
              </g>
            ))}
            {along.map((words, at) =>
              at % every === 0 ? (
                <text key={words} className="plot-soft" x={x(at)} y={top + height + 20} textAnchor="middle">
                  {words}
                </text>
              ) : null,
            )}
            {series.map(({ name, values }, at) => (
              <g key={name}>
                <path className="plot-line" d={pathOf(values, x, y)} strokeDasharray={dashOf(at)} />
                {values.map((value, place) =>
                  value === null ? null : <Mark key={along[place]} at={at} x={x(place)} y={y(value)} />,
                )}
              </g>
            ))}
          </>
        )}
      </Plot>
    </div>
  )
}
