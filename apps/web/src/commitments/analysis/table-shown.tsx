import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { useWords } from '../../words/use-words.tsx'
import { cellWords, columnWords } from './cells.ts'
import type { Cell, Table } from './sums.ts'

interface TableShownProps {
  readonly state: DomainState
  readonly title: string
  readonly table: Table
}

const isNumber = (kind: string): boolean => kind === 'count' || kind === 'days' || kind === 'seconds'

/** Columns whose words are said by another one: an id where a title stands. */
export const shownColumns = ({ columns }: Pick<Table, 'columns'>): readonly number[] => {
  const names = columns.map(({ name }) => name)
  return columns.flatMap(({ name }, at) => {
    const isSaid =
      ((name === 'commitment' || name === 'decision') && names.includes('title')) ||
      (name === 'measure' && names.includes('number'))
    return isSaid ? [] : [at]
  })
}

/** The way to what a row is about, where there is one. */
const wayOf = ({ columns }: Pick<Table, 'columns'>, row: readonly Cell[]): string | undefined => {
  for (const [name, path] of [
    ['commitment', 'commitments'],
    ['decision', 'decisions'],
  ] as const) {
    const at = columns.findIndex(column => column.name === name)
    if (at >= 0) return `/${path}/${encodeURIComponent(String(row[at]))}`
  }
  return undefined
}

const CellShown = ({
  state,
  table,
  row,
  at,
}: Omit<TableShownProps, 'title'> & { readonly row: readonly Cell[]; readonly at: number }) => {
  const speech = useWords()
  const column = table.columns[at]!
  const cell = row[at] ?? null
  const isTitle = column.name === 'title'
  const words = isTitle
    ? String(cell ?? row[table.columns.findIndex(({ kind }) => kind === 'key')])
    : cellWords(state, speech, column, cell)
  const way = isTitle ? wayOf(table, row) : undefined
  return way === undefined ? <bdi>{words}</bdi> : <Link href={way}>{<bdi>{words}</bdi>}</Link>
}

/** The figures. A row is headed by its first key; it can be scrolled by keyboard where it is wider than the page. */
export const TableShown = ({ state, title, table }: TableShownProps) => {
  const speech = useWords()
  const shown = shownColumns(table)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
    <section className="table-scroll" aria-label={title} tabIndex={0}>
      <table className="table z-table">
        <caption className="spoken">{title}</caption>
        <thead>
          <tr>
            {shown.map(at => (
              <th key={at} scope="col" data-number={isNumber(table.columns[at]!.kind) ? '' : undefined}>
                {columnWords(speech, table.columns[at]!.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(row => (
            <tr key={JSON.stringify(row)}>
              {shown.map((at, place) =>
                place === 0 ? (
                  <th key={at} scope="row">
                    <CellShown state={state} table={table} row={row} at={at} />
                  </th>
                ) : (
                  <td key={at} data-number={isNumber(table.columns[at]!.kind) ? '' : undefined}>
                    <CellShown state={state} table={table} row={row} at={at} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
