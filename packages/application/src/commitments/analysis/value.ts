import type { commitments } from '@gavel/domain'
import { emptyTable, type Instant, type Table } from '@gavel/kernel'
import { add, addOn, type Days, type Tally } from './tally.ts'

/** The tables that count without a day. What their keys are made of stands where each is posted. */
const tallyNames = [
  'undertaken',
  'byDecision',
  'byMeasure',
  'took',
  'activities',
  'onMeasure',
  'recommended',
  'voice',
] as const
export type TallyName = (typeof tallyNames)[number]

/** One sum to be added to, or taken out again. */
export type Posting =
  | { readonly table: TallyName; readonly key: string; readonly n: number }
  | {
      readonly table: 'due' | 'standing' | 'told' | 'said'
      readonly key: string
      /** The place in the list under the key: a day, or, in `told` and `said`, the number of a column. */
      readonly day: number
      readonly sums: readonly number[]
    }

/** A report by which something moved. */
export interface NewestMove {
  readonly commitment: string
  readonly member: string
  readonly area: string
  readonly report: string
  readonly on: string
  readonly move: 'forward' | 'backward'
  readonly from: commitments.Said | null
  readonly says: commitments.Said
}

/** Parts whose due days are counted to the end of one year: the newest page, and how many full pages lie in `pages`. */
export interface Queue {
  readonly page: readonly string[]
  readonly full: number
}

/** What the analysis keeps: sums, and of what can still change as little as it takes to change the sums. Plain JSON. */
export interface Analysis extends Readonly<Record<TallyName, Tally>> {
  /** Circle, member, area, year of the due day → by day: reports due, reports told. */
  readonly due: Table<Days>
  /** Circle, member, area, word, year of the last move → by the day after which there is silence: parts. */
  readonly standing: Table<Days>
  /** Circle, member, area, year of the due day → by column of `toldColumns`: first reports, and days late. */
  readonly told: Table<Days>
  /** Circle, member, area, year of telling → by column of `saidColumns`: standing reports. */
  readonly said: Table<Days>
  /** By activity: what it is counted as now. */
  readonly counted: Table<readonly Posting[]>
  /** By commitment and member: to the end of which year its due days are counted; absent: all are. */
  readonly ahead: Table<number>
  readonly queues: Readonly<Record<string, Queue>>
  readonly pages: Table<readonly string[]>
  /** By text and what was proposed there: the circle of the proposal and whose it is. */
  readonly authors: Table<readonly [circle: string, member: string]>
  /** By text: how much of whose stands in it, by circle and member. */
  readonly won: Table<Readonly<Record<string, number>>>
  /** By circle: the newest moves, oldest first. */
  readonly moves: Table<readonly NewestMove[]>
  /** When anything last happened that everybody may read, of decisions and what follows from them. */
  readonly modified: Instant | null
}

export const toldColumns: readonly string[] = ['onTime', 'late7', 'late30', 'late90', 'lateMore', 'daysLate']
export const saidColumns: readonly string[] = [
  'notStarted',
  'limited',
  'substantial',
  'complete',
  'nothingNew',
  'noEvidence',
  'unclear',
  'forward',
  'backward',
]

export const noAnalysis: Analysis = {
  told: emptyTable(),
  said: emptyTable(),
  undertaken: emptyTable(),
  byDecision: emptyTable(),
  byMeasure: emptyTable(),
  took: emptyTable(),
  activities: emptyTable(),
  onMeasure: emptyTable(),
  recommended: emptyTable(),
  voice: emptyTable(),
  due: emptyTable(),
  standing: emptyTable(),
  counted: emptyTable(),
  ahead: emptyTable(),
  queues: {},
  pages: emptyTable(),
  authors: emptyTable(),
  won: emptyTable(),
  moves: emptyTable(),
  modified: null,
}

/** An analysis while one entry is being counted. Its tables are immutable; only which of them stand here changes. */
export type Book = { -readonly [Name in keyof Analysis]: Analysis[Name] }

/** Adds sums (`sign` 1), or takes them out again (-1). */
export const post = (book: Book, postings: readonly Posting[], sign: 1 | -1): void => {
  for (const posting of postings)
    if ('day' in posting)
      book[posting.table] = addOn(
        book[posting.table],
        posting.key,
        posting.day,
        posting.sums.map(n => n * sign),
      )
    else book[posting.table] = add(book[posting.table], posting.key, posting.n * sign)
}
