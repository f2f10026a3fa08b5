import { useWords } from '../../words/use-words.tsx'
import type { PlotRow, RowsProps } from './bars.tsx'
import { legendPlaces, rowLayout, shortened, ticksFor } from './layout.ts'
import { Mark } from './patterns.tsx'
import { Axis, Legend, Plot, sideOf, useTicks } from './plot.tsx'
import { useWidth } from './use-width.ts'

interface DotsProps extends RowsProps {
  /** The marks of the axis and what they mean, where they are no mere numbers. */
  readonly scale?: readonly (readonly [value: number, words: string])[]
}

interface DotsOfRow {
  readonly row: PlotRow
  readonly y: number
  readonly place: (value: number) => number
}

/** Dots that fall on one place stand above each other, so that each is seen. */
const Dots = ({ row, y, place }: DotsOfRow) => {
  const dots = row.values.flatMap((value, at) => (value === null ? [] : [{ at, value }]))
  const places = dots.map(({ value }) => place(value))
  const liftOf = (at: number, value: number): number => {
    const same = dots.filter(dot => dot.value === value)
    return (same.findIndex(dot => dot.at === at) - (same.length - 1) / 2) * 6
  }
  return (
    <>
      {places.length > 1 && (
        <line className="plot-span" x1={Math.min(...places)} x2={Math.max(...places)} y1={y} y2={y} />
      )}
      {dots.map(({ at, value }) => (
        <Mark key={at} at={at} x={place(value)} y={y + liftOf(at, value)} />
      ))}
    </>
  )
}

/** Rows of dots on one axis: each series has a shape of its own. For numbers that are not parts of a whole. */
export const DotRows = ({ title, parts, rows, scale }: DotsProps) => {
  const { direction } = useWords()
  const ticksOf = useTicks()
  const [ref, width] = useWidth()
  const { isWide, start, span, rowHeight } = rowLayout(width)
  const side = sideOf(width, direction)
  const ticks =
    scale ?? ticksOf(ticksFor(Math.max(...rows.flatMap(({ values }) => values.map(one => one ?? 0)))))
  const last = ticks.at(-1)![0]
  const margin = scale === undefined ? 8 : 28
  const place = (value: number): number => side(start + margin + (value / last) * (span - margin))
  const top = legendPlaces(parts, width).height
  const bottom = top + rows.length * rowHeight
  return (
    <div ref={ref} className="plot-sheet">
      <Plot title={title} width={width} height={bottom + 24} direction={direction}>
        {() => (
          <>
            <Legend
              names={parts}
              width={width}
              direction={direction}
              sign={(at, x, y) => <Mark at={at} x={x} y={y} />}
            />
            <Axis ticks={ticks} place={place} from={top} until={bottom} />
            {rows.map((row, at) => {
              const y = top + at * rowHeight
              return (
                <g key={row.key}>
                  <text className="plot-words" x={side(isWide ? 0 : start)} y={y + (isWide ? 19 : 14)}>
                    {shortened(row.label, isWide ? start - 8 : width)}
                  </text>
                  <Dots row={row} y={y + (isWide ? 15 : 32)} place={place} />
                </g>
              )
            })}
          </>
        )}
      </Plot>
    </div>
  )
}
