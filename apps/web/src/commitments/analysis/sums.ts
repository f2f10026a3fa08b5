/** What the analysis answers (packages/contract/src/analysisViews.ts), what can be asked of it, and how it is drawn. */

export type Kind = 'key' | 'label' | 'count' | 'days' | 'seconds'
export type Cell = string | number | null
export interface Table {
  readonly name: string
  readonly since: string | null
  readonly heeds: readonly string[]
  readonly columns: readonly { readonly name: string; readonly kind: Kind }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The tables in the order in which they are offered, by what they are about. */
export const groups = [
  ['progress', ['standing', 'undertaken', 'unmoved', 'moves']],
  ['reports', ['reports', 'told', 'silence']],
  ['together', ['participation', 'activities', 'recommendations']],
  ['follow', ['decisions', 'coverage']],
  ['heard', ['voice', 'delegations', 'sizes']],
] as const
export type TableName = (typeof groups)[number][1][number]

const tables: readonly string[] = groups.flatMap(([, names]) => names)
export const isTable = (name: string): name is TableName => tables.includes(name)

/** Along what sums can be kept apart; two at once are joined by a comma, as the API takes them. */
export type Along =
  | 'member'
  | 'area'
  | 'dimension'
  | 'year'
  | 'member,year'
  | 'area,year'
  | 'dimension,year'
  | 'member,dimension'

const everyWay: readonly Along[] = [
  'member',
  'area',
  'dimension',
  'year',
  'member,year',
  'area,year',
  'dimension,year',
  'member,dimension',
]

const keptApart: { readonly [name in TableName]?: readonly string[] } = {
  standing: ['member', 'area', 'dimension'],
  activities: ['area', 'dimension', 'year'],
  voice: ['member', 'year'],
  moves: [],
  decisions: [],
  coverage: [],
  delegations: [],
  sizes: [],
}

/** The ways in which a table can be kept apart, the usual one first; none: it is as it is. */
export const waysOf = (name: TableName): readonly Along[] => {
  const keys = keptApart[name]
  return keys === undefined
    ? everyWay
    : everyWay.filter(way => way.split(',').every(key => keys.includes(key)))
}

/** What is asked, as the address of the page says it: a page that is reloaded or sent on asks the same. */
export interface Question {
  readonly by: Along | ''
  readonly member: string
  readonly dimension: string
  readonly from: string
  readonly until: string
}

const yearIn = (value: string): string => (/^\d{4}$/.test(value) ? value : '')
const idIn = (value: string): string => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(value) ? value : '')

/** The question in an address; what it does not know it passes over. */
export const questionIn = (name: TableName, search: string): Question => {
  const given = new URLSearchParams(search)
  const value = (of: string): string => given.get(of)?.trim() ?? ''
  const ways = waysOf(name)
  const [from, until] = [yearIn(value('from')), yearIn(value('until'))]
  return {
    by: ways.find(way => way === value('by')) ?? ways[0] ?? '',
    member: idIn(value('member')),
    dimension: idIn(value('dimension')),
    from,
    until: from !== '' && until !== '' && until < from ? from : until,
  }
}

const queryOf = (question: Question): string => {
  const parts = Object.entries(question).filter(([, value]) => value !== '')
  const query = new URLSearchParams(parts).toString()
  return query === '' ? '' : `?${query}`
}

/** The page that shows the answer. */
export const addressOf = (name: TableName, question: Question): string =>
  `/analysis/${name}${queryOf(question)}`

/** The question as the API takes it, for the view and, with an ending, for its files. */
export const askedOf = (name: TableName, question: Question, ending = ''): string =>
  `/api/analysis/${name}${ending}${queryOf(question)}`

/** How a table is drawn: parts of a whole as bars, numbers that are not as dots, the course of years as lines. */
interface Drawing {
  readonly as: 'bars' | 'dots'
  /** Only these columns; left out: every count. */
  readonly parts?: readonly string[]
}

const drawings: { readonly [name in TableName]?: Drawing } = {
  reports: {
    as: 'bars',
    parts: ['onTime', 'late7', 'late30', 'late90', 'lateMore', 'unanswered', 'ahead'],
  },
  told: {
    as: 'bars',
    parts: ['notStarted', 'limited', 'substantial', 'complete', 'nothingNew', 'noEvidence', 'unclear'],
  },
  participation: { as: 'dots' },
  coverage: { as: 'dots', parts: ['agreed', 'commitments', 'held'] },
  voice: { as: 'dots', parts: ['proposed', 'won', 'leftOut', 'adopted', 'floor'] },
  delegations: { as: 'dots', parts: ['undertaken', 'tookPart', 'proposed', 'floor'] },
  sizes: { as: 'dots', parts: ['members', 'undertaken', 'tookPart', 'proposed', 'floor'] },
}

export interface Drawn {
  readonly as: 'bars' | 'dots' | 'lines'
  /** The places of the columns that are drawn: those that hold anything. */
  readonly parts: readonly number[]
}

/** What of a table is drawn, and how; undefined where it holds nothing that can be. */
export const drawnOf = (
  name: TableName,
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
): Drawn | undefined => {
  const { as, parts }: Drawing = drawings[name] ?? { as: 'bars' }
  const found = columns.flatMap((column, at) =>
    column.kind === 'count' &&
    (parts === undefined || parts.includes(column.name)) &&
    rows.some(row => row[at] !== 0 && row[at] !== null)
      ? [at]
      : [],
  )
  if (found.length === 0) return undefined
  const keys = columns.filter(({ kind }) => kind === 'key')
  const isCourse = keys.length === 1 && keys[0]!.name === 'year' && (as === 'dots' || found.length === 1)
  return { as: isCourse ? 'lines' : as, parts: found }
}

/** The years from the first to the last of a table, those in which nothing was counted among them. */
export const yearsOf = (rows: Table['rows']): readonly string[] => {
  const known = rows.map(([year]) => Number(year)).filter(year => year > 0)
  if (known.length === 0) return []
  const first = Math.min(...known)
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => String(first + at))
}

/** How far a word of a report is along the way from not started to complete; null for the words that say nothing of it. */
export const rankOf = (word: Cell): number | null => {
  const rank = ['notStarted', 'limited', 'substantial', 'complete'].indexOf(String(word))
  return rank < 0 ? null : rank
}
