import type { Cell, Merge, SheetRow } from './sheet.ts'

/**
 * Gives every cell of a merged rectangle the value its first cell has: that is how the sheet reads to a person. Rows are
 * to be given in order. `filled` is told of each cell that was given a value so.
 */
export const filling = (merges: readonly Merge[], filled: () => void) => {
  const waiting = merges.toSorted((a, b) => a.top - b.top)
  let next = 0
  let open: { readonly merge: Merge; cell: Cell | undefined }[] = []
  return (row: SheetRow): SheetRow => {
    const at = row.number - 1
    open = open.filter(({ merge }) => merge.bottom >= at)
    for (; next < waiting.length && waiting[next]!.top <= at; next++)
      if (waiting[next]!.bottom >= at) open.push({ merge: waiting[next]!, cell: undefined })
    if (open.length === 0) return row
    const cells = new Map(row.cells.map(cell => [cell.column, cell]))
    for (const one of open) {
      const { merge } = one
      if (at === merge.top) one.cell = cells.get(merge.left)
      if (one.cell === undefined) continue
      for (let column = merge.left; column <= merge.right; column++) {
        if (at === merge.top && column === merge.left) continue
        cells.set(column, { ...one.cell, column })
        filled()
      }
    }
    return { number: row.number, cells: [...cells.values()] }
  }
}
