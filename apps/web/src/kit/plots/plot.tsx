import '../../styles/plots.css'
import { type ReactNode, useId } from 'react'
import { useWords } from '../../words/use-words.tsx'
import { legendPlaces } from './layout.ts'
import { Patterns } from './patterns.tsx'

interface PlotProps {
  /** What the plot shows, in words: all that is said of it to who does not see it; the figures stand in a table. */
  readonly title: string
  readonly width: number
  readonly height: number
  /** Time and figures run from left to right in every language; names of rows as one reads. */
  readonly direction: 'ltr' | 'rtl'
  readonly children: (id: string) => ReactNode
}

/** The sheet a plot is drawn on. `id` begins the names of its fills. */
export const Plot = ({ title, width, height, direction, children }: PlotProps) => {
  const id = `plot${useId().replaceAll(/\W/g, '')}`
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={title}
      direction={direction}
    >
      <Patterns id={id} />
      {children(id)}
    </svg>
  )
}

interface LegendProps {
  readonly names: readonly string[]
  readonly width: number
  readonly direction: 'ltr' | 'rtl'
  readonly sign: (at: number, x: number, y: number) => ReactNode
}

/** What each sign means, above the plot. */
export const Legend = ({ names, width, direction, sign }: LegendProps) => {
  const side = sideOf(width, direction)
  return legendPlaces(names, width).places.map(({ name, x, line }, at) => (
    <g key={name}>
      {sign(at, side(x + 10), 12 + line * 22)}
      <text className="plot-words" x={side(x + 24)} y={16 + line * 22}>
        {name}
      </text>
    </g>
  ))
}

/** A place counted from the side on which one begins to read, as the drawing counts it: from the left. */
export const sideOf =
  (width: number, direction: 'ltr' | 'rtl') =>
  (x: number): number =>
    direction === 'rtl' ? width - x : x

interface AxisProps {
  readonly ticks: readonly (readonly [value: number, words: string])[]
  readonly place: (value: number) => number
  readonly from: number
  readonly until: number
}

/** Lines across the rows at each mark of the axis, and what the marks mean. */
export const Axis = ({ ticks, place, from, until }: AxisProps) =>
  ticks.map(([value, words]) => (
    <g key={value}>
      <line className="plot-grid" x1={place(value)} x2={place(value)} y1={from} y2={until} />
      <text className="plot-soft" x={place(value)} y={until + 16} textAnchor="middle">
        {words}
      </text>
    </g>
  ))

/** Numbers of an axis as words. */
export const useTicks = () => {
  const { number } = useWords()
  return (values: readonly number[]) => values.map(value => [value, number(value)] as const)
}
