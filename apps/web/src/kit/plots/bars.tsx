import { useWords } from '../../words/use-words.tsx'
import { legendPlaces, rowLayout, shortened, ticksFor, widthOf } from './layout.ts'
import { fillOf } from './patterns.tsx'
import { Axis, Legend, Plot, sideOf, useTicks } from './plot.tsx'
import { useWidth } from './use-width.ts'

/** A row of a plot: what it is of, and a number for each part, in their order. */
export interface PlotRow {
  readonly key: string
  readonly label: string
  readonly values: readonly (number | null)[]
}

export interface RowsProps {
  readonly title: string
  /** The names of the parts, or series. */
  readonly parts: readonly string[]
  readonly rows: readonly PlotRow[]
}

const barHeight = 18

interface BarProps {
  readonly id: string
  readonly row: PlotRow
  readonly y: number
  readonly scale: number
  readonly side: (x: number) => number
  readonly start: number
}

const Bar = ({ id, row, y, scale, side, start }: BarProps) => {
  const { number } = useWords()
  let from = start
  const pieces = row.values.map((value, at) => {
    const wide = (value ?? 0) * scale
    const piece = { at, value: value ?? 0, x: Math.min(side(from), side(from + wide)), wide }
    from += wide
    return piece
  })
  const total = row.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  return (
    <>
      {pieces
        .filter(({ wide }) => wide > 0)
        .map(({ at, value, x, wide }) => (
          <g key={at}>
            <rect className="plot-bar" x={x} y={y} width={wide} height={barHeight} fill={fillOf(id, at)} />
            {wide > widthOf(number(value)) + 8 && (
              <text className="plot-number" x={x + wide / 2} y={y + 13} textAnchor="middle">
                {number(value)}
              </text>
            )}
          </g>
        ))}
      <text className="plot-total" x={side(from + 8)} y={y + 13}>
        {number(total)}
      </text>
    </>
  )
}

/** Bars lying down, each put together of parts told apart by their hatching; the sum stands at the end of each. */
export const StackedBars = ({ title, parts, rows }: RowsProps) => {
  const { direction } = useWords()
  const ticksOf = useTicks()
  const [ref, width] = useWidth()
  const { isWide, start, span, rowHeight } = rowLayout(width)
  const side = sideOf(width, direction)
  const totals = rows.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
  const ticks = ticksFor(Math.max(...totals))
  const scale = span / ticks.at(-1)!
  const top = legendPlaces(parts, width).height
  const bottom = top + rows.length * rowHeight
  return (
    <div ref={ref} className="plot-sheet">
      <Plot title={title} width={width} height={bottom + 24} direction={direction}>
        {id => (
          <>
            <Legend
              names={parts}
              width={width}
              direction={direction}
              sign={(at, x, y) => (
                <rect className="plot-bar" x={x - 8} y={y - 8} width="16" height="16" fill={fillOf(id, at)} />
              )}
            />
            <Axis
              ticks={ticksOf(ticks)}
              place={value => side(start + value * scale)}
              from={top}
              until={bottom}
            />
            {rows.map((row, at) => {
              const y = top + at * rowHeight
              return (
                <g key={row.key}>
                  <text className="plot-words" x={side(isWide ? 0 : start)} y={y + (isWide ? 19 : 14)}>
                    {shortened(row.label, isWide ? start - 8 : width)}
                  </text>
                  <Bar id={id} row={row} y={y + (isWide ? 6 : 22)} scale={scale} side={side} start={start} />
                </g>
              )
            })}
          </>
        )}
      </Plot>
    </div>
  )
}
