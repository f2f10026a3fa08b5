import { TableFault } from './fault.ts'
import type { TableNotice } from './row.ts'

/** A name as it is compared: spaces of all kinds as one, none at the ends. */
export const plainName = (name: string): string => name.replace(/\s+/g, ' ').trim()

/**
 * The names of the columns, with what is odd about them. Names at the end that are empty are no columns. Throws
 * TableFault when there are too many.
 */
export const namedColumns = (
  cells: readonly string[],
  most: number,
): { readonly columns: readonly string[]; readonly notices: readonly TableNotice[] } => {
  const last = cells.findLastIndex(cell => plainName(cell) !== '')
  const columns = cells.slice(0, last + 1).map(plainName)
  if (columns.length > most)
    throw new TableFault('tooLarge', `It has ${columns.length} columns; ${most} are read at most.`)
  const twice = [...new Set(columns.filter((name, at) => name !== '' && columns.indexOf(name) !== at))]
  const unnamed = columns.filter(name => name === '').length
  const notices: TableNotice[] = []
  if (twice.length > 0)
    notices.push({
      code: 'duplicateColumns',
      message: `${twice.map(name => `“${name}”`).join(', ')} name more than one column`,
    })
  if (unnamed > 0) notices.push({ code: 'unnamedColumns', message: `${unnamed} columns have no name` })
  return { columns, notices }
}
