import type { meetings } from '@gavel/domain'

/** An item of an agenda as it is being written: its number is worked out from where it stands. */
export interface AgendaRow {
  /** Its own while the form is open; never sent. */
  readonly key: string
  readonly title: string
  /** 0 for an item, 1 for a sub-item, 2 for one under that. */
  readonly depth: number
  readonly documents: readonly meetings.AgendaDocument[]
}

/** No agenda is numbered deeper: 3, 3(a), 3(a)(i). */
export const deepest = 2

const letters = 26

/** 1 → a, 26 → z, 27 → aa. */
const letterOf = (n: number): string =>
  n <= letters
    ? String.fromCharCode(96 + n)
    : letterOf(Math.floor((n - 1) / letters)) + letterOf(((n - 1) % letters) + 1)

const romans = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

const romanOf = (n: number): string => {
  let [left, written] = [n, '']
  for (const [sign, value] of romans) for (; left >= value; left -= value) written += sign
  return written
}

const ownNumber = (depth: number, n: number): string =>
  depth === 0 ? String(n) : depth === 1 ? `(${letterOf(n)})` : `(${romanOf(n)})`

/** Rows whose depth is at most one more than that of the row before, the first at depth 0. */
export const levelled = (rows: readonly AgendaRow[]): readonly AgendaRow[] => {
  let before = -1
  return rows.map(row => {
    const depth = Math.min(row.depth, before + 1, deepest)
    before = depth
    return depth === row.depth ? row : { ...row, depth }
  })
}

/** M-15. The agenda the rows stand for, each item with its number: 1, 2, 2(a), 2(a)(i). */
export const numbered = (rows: readonly AgendaRow[]): readonly meetings.AgendaItem[] => {
  const counts = Array.from({ length: deepest + 1 }, () => 0)
  const above: string[] = []
  return levelled(rows).map(({ title, depth, documents }) => {
    counts[depth] = (counts[depth] ?? 0) + 1
    counts.fill(0, depth + 1)
    const under = depth === 0 ? undefined : above[depth - 1]
    const number = `${under ?? ''}${ownNumber(depth, counts[depth] ?? 1)}`
    above[depth] = number
    return {
      number,
      title: title.trim(),
      ...(under === undefined ? {} : { under }),
      ...(documents.length === 0 ? {} : { documents }),
    }
  })
}

/** The rows an agenda is changed in; documents that are attached already stay where they are. */
export const rowsOf = (agenda: readonly meetings.AgendaItem[]): readonly AgendaRow[] => {
  const depths = new Map<string, number>()
  return agenda.map(({ number, title, under }) => {
    const depth = under === undefined ? 0 : (depths.get(under) ?? -1) + 1
    depths.set(number, depth)
    return { key: number, title, depth, documents: [] }
  })
}

/** How many rows belong to the one at a place: itself and what stands under it. */
const span = (rows: readonly AgendaRow[], at: number): number => {
  const depth = rows[at]?.depth ?? 0
  const next = rows.findIndex((row, place) => place > at && row.depth <= depth)
  return (next < 0 ? rows.length : next) - at
}

/** An item, with what stands under it, before or behind its neighbour of the same depth; unchanged where there is none. */
export const movedBy = (rows: readonly AgendaRow[], at: number, step: -1 | 1): readonly AgendaRow[] => {
  const { depth } = rows[at]!
  const size = span(rows, at)
  const moving = rows.slice(at, at + size)
  const rest = [...rows.slice(0, at), ...rows.slice(at + size)]
  if (step === 1) {
    const neighbour = rows[at + size]
    if (neighbour?.depth !== depth) return rows
    const place = at + span(rows, at + size)
    return [...rest.slice(0, place), ...moving, ...rest.slice(place)]
  }
  const before = rows.slice(0, at).findLastIndex(row => row.depth <= depth)
  if (before < 0 || rows[before]!.depth !== depth) return rows
  return [...rest.slice(0, before), ...moving, ...rest.slice(before)]
}

/** An item one level deeper (under the one before it) or less deep, with what stands under it. */
export const indented = (rows: readonly AgendaRow[], at: number, step: -1 | 1): readonly AgendaRow[] => {
  const size = span(rows, at)
  return levelled(
    rows.map((row, place) =>
      place >= at && place < at + size ? { ...row, depth: Math.max(0, row.depth + step) } : row,
    ),
  )
}

/** An item taken out; what stood under it moves up. */
export const without = (rows: readonly AgendaRow[], at: number): readonly AgendaRow[] =>
  levelled(rows.filter((_, place) => place !== at))

/** An agenda without the texts among its documents. */
export const withoutTexts = (agenda: readonly meetings.AgendaItem[]): readonly meetings.AgendaItem[] =>
  agenda.map(({ documents, ...item }) => {
    const kept = documents?.filter(({ kind }) => kind !== 'text') ?? []
    return kept.length === 0 ? item : { ...item, documents: kept }
  })
