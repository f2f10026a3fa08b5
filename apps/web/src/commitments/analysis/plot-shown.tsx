import type { DomainState } from '@gavel/domain'
import { type PlotRow, StackedBars } from '../../kit/plots/bars.tsx'
import { DotRows } from '../../kit/plots/dots.tsx'
import { Lines } from '../../kit/plots/lines.tsx'
import { useWords } from '../../words/use-words.tsx'
import { columnWords, rowLabel } from './cells.ts'
import { drawnOf, rankOf, type Table, type TableName, yearsOf } from './sums.ts'

interface PlotShownProps {
  readonly state: DomainState
  readonly name: TableName
  readonly title: string
  readonly table: Table
}

const scale = ['notStarted', 'limited', 'substantial', 'complete'] as const

/** Where a commitment stood before a report and where it stands by it. */
const Moves = ({ state, title, table }: Omit<PlotShownProps, 'name'>) => {
  const speech = useWords()
  const [from, says] = ['from', 'says'].map(name => table.columns.findIndex(column => column.name === name))
  return (
    <DotRows
      title={title}
      parts={[speech.t('analysis.before'), speech.t('analysis.after')]}
      scale={scale.map((word, at) => [at, columnWords(speech, word)])}
      rows={table.rows.map((row, at) => ({
        key: String(at),
        label: rowLabel(state, speech, table, row),
        values: [rankOf(row[from!] ?? null), rankOf(row[says!] ?? null)],
      }))}
    />
  )
}

/** The plot of a table; nothing where there is nothing to draw. */
export const PlotShown = ({ state, name, title, table }: PlotShownProps) => {
  const speech = useWords()
  if (table.rows.length === 0) return null
  if (name === 'moves') return <Moves state={state} title={title} table={table} />
  const drawn = drawnOf(name, table)
  if (drawn === undefined) return null
  const names = drawn.parts.map(at => columnWords(speech, table.columns[at]!.name))
  if (drawn.as === 'lines') {
    const byYear = new Map(table.rows.map(row => [String(row[0]), row]))
    const along = yearsOf(table.rows)
    const series = drawn.parts.map((at, part) => ({
      name: names[part]!,
      values: along.map(year => Number(byYear.get(year)?.[at] ?? 0)),
    }))
    return <Lines title={title} along={along} series={series} />
  }
  const rows: readonly PlotRow[] = table.rows.map((row, at) => ({
    key: String(at),
    label: rowLabel(state, speech, table, row),
    values: drawn.parts.map(part => Number(row[part] ?? 0)),
  }))
  const Drawing = drawn.as === 'dots' ? DotRows : StackedBars
  return <Drawing title={title} parts={names} rows={rows} />
}
