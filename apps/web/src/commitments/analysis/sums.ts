/** What the analysis answers (packages/contract/src/analysisViews.ts). */
export interface Table {
  readonly name: string
  readonly since: string | null
  readonly heeds: readonly string[]
  readonly columns: readonly { readonly name: string; readonly kind: Kind }[]
  readonly rows: readonly (readonly Cell[])[]
}
export type Kind = 'key' | 'label' | 'count' | 'days' | 'seconds'
export type Cell = string | number | null

/** The tables in the order in which they are offered. */
export const tables = [
  'standing',
  'reports',
  'told',
  'silence',
  'unmoved',
  'moves',
  'undertaken',
  'coverage',
  'decisions',
  'participation',
  'activities',
  'recommendations',
  'voice',
  'delegations',
  'sizes',
] as const
export type TableName = (typeof tables)[number]

/** Along what sums can be kept apart. */
export const along = ['member', 'area', 'dimension', 'year'] as const

export const isNumber = (kind: Kind): boolean => kind === 'count' || kind === 'days' || kind === 'seconds'

/** The greatest number of each column, by which its bars are measured; 0 where there is none. */
export const greatest = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): readonly number[] =>
  columns.map(({ kind }, at) =>
    isNumber(kind) ? rows.reduce((most, row) => Math.max(most, Number(row[at] ?? 0)), 0) : 0,
  )

/** The address of a table's question, for the view and, with an ending, for its files. */
export const addressOf = (
  name: TableName,
  asked: { readonly by: readonly string[]; readonly member: string },
  ending = '',
): string => {
  const query = new URLSearchParams()
  if (asked.by.length > 0) query.set('by', asked.by.join(','))
  if (asked.member !== '') query.set('member', asked.member)
  const text = query.toString()
  return `/api/analysis/${name}${ending}${text === '' ? '' : `?${text}`}`
}
