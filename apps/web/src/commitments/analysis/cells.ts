import type { DomainState } from '@gavel/domain'
import { dayWords } from '../../names/days.ts'
import { dimensionName, partyName } from '../../names/names.ts'
import type { Speech } from '../../words/speaking.ts'
import { areaName } from '../plans/plan-words.ts'
import type { Cell, Kind, Table } from './sums.ts'

/** The head of a column, in words. */
export const columnWords = ({ t, knows }: Speech, name: string): string => {
  for (const key of [`analysis.column.${name}`, `commitment.status.${name}`]) if (knows(key)) return t(key)
  return name
}

const dayOf = (speech: Speech, value: string): string =>
  /^\d{4}-\d\d-\d\d/.test(value) ? dayWords(speech, value.slice(0, 10)) : value

/** A cell in words: names for ids, a day as one says it, a duration in its largest units. */
export const cellWords = (
  state: DomainState,
  speech: Speech,
  { name, kind }: { readonly name: string; readonly kind: Kind },
  cell: Cell,
): string => {
  if (cell === null) return kind === 'key' ? speech.t('analysis.no') : '–'
  if (kind === 'seconds') return speech.duration(Number(cell) * 1000)
  if (typeof cell === 'number') return speech.number(cell)
  switch (name) {
    case 'member':
      return partyName(state, speech, cell)
    case 'area':
      return areaName(state, speech, cell)
    case 'dimension':
      return dimensionName(state, speech, cell)
    case 'on':
    case 'adoptedAt':
      return dayOf(speech, cell)
    case 'says':
    case 'from':
    case 'move':
      return columnWords(speech, cell)
    default:
      return cell
  }
}

/** What a row is called where it is drawn: by its keys, or by what its keys are called. */
export const rowLabel = (
  state: DomainState,
  speech: Speech,
  { columns }: Pick<Table, 'columns'>,
  row: readonly Cell[],
): string => {
  const cellOf = (name: string): string | undefined => {
    const at = columns.findIndex(column => column.name === name)
    return at < 0 || row[at] == null ? undefined : cellWords(state, speech, columns[at]!, row[at]!)
  }
  const titled = cellOf('title') ?? cellOf('name')
  if (titled !== undefined) return [cellOf('member') ?? cellOf('number'), titled].filter(Boolean).join(' · ')
  return columns
    .flatMap((column, at) =>
      column.kind === 'key' ? [cellWords(state, speech, column, row[at] ?? null)] : [],
    )
    .join(' · ')
}
