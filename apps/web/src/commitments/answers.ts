import type { commitments as chapter } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import type { Inside } from './asked-state.ts'

/** What the views of commitments answer (packages/contract/src/commitmentViews.ts). */

/** How one owner's part stands: its word, what was said last, and since when nothing is. */
export interface OwnerRow {
  readonly member: MemberId
  readonly status: chapter.CommitmentStatus
  readonly says: chapter.Found | null
  readonly lastOn: string | null
  readonly movedBack: boolean
  readonly nothingNewSince: string | null
  readonly silentSince: string | null
}

export interface Row {
  readonly id: string
  readonly title: string
  readonly measure: chapter.MeasureRef | null
  readonly area: string | null
  readonly from: string
  readonly until: string | null
  readonly audience: chapter.Open
  readonly ended: 'withdrawn' | 'carriedForward' | null
  readonly carriedFrom: string | null
  /** It was recorded by the secretariat, from a source. */
  readonly recorded: boolean
  readonly owners: readonly OwnerRow[]
}

export interface RowsAnswer {
  readonly total: number
  readonly rows: readonly Row[]
  readonly next: string | null
}

/** A due day of one owner, flat: days are counted from it. */
export interface DueRow {
  readonly due: string
  readonly kind: 'ahead' | 'open' | 'overdue' | 'told'
  readonly opens?: string
  readonly daysLeft?: number
  readonly days?: number
  readonly report?: string
  readonly daysLate?: number
}

export interface CommitmentAnswer {
  readonly commitment: chapter.Commitment
  readonly row: Row
  readonly dues: readonly { readonly member: MemberId; readonly dues: readonly DueRow[] }[]
  readonly inside: readonly Inside[]
  /** Today, by the organisation's calendar. */
  readonly day: string
}

export interface OwedRow {
  readonly commitment: string
  readonly title: string
  readonly due: string
  readonly kind: 'open' | 'overdue'
  readonly daysLeft?: number
  readonly days?: number
}

export interface DashboardAnswer {
  readonly member: MemberId
  readonly total: number
  readonly byStatus: Readonly<Record<string, number>>
  readonly owed: readonly OwedRow[]
  readonly waiting: readonly {
    readonly commitment: string
    readonly report: string
    readonly by: string
    readonly returned: chapter.Waiting['returned']
  }[]
  readonly day: string
}

type MeasureRow = Omit<chapter.Measure, 'source'> & {
  readonly source: string
  readonly commitments: number
  readonly activities: number
}
interface TermRow {
  readonly holder: string
  readonly from: string
  readonly until?: string
  readonly source: string
}
export interface AreaRow {
  readonly area: string
  readonly name: chapter.Measure['name']
  readonly source: string
  readonly coordinators: readonly TermRow[]
  readonly coCoordinators: readonly TermRow[]
  readonly papers: readonly Omit<chapter.Paper, 'area'>[]
  readonly measures: readonly MeasureRow[]
}
export interface EditionRow {
  readonly catalogue: string
  readonly title: chapter.Measure['name']
  readonly adopted: string | null
  readonly source: string
  readonly decision: string | null
  readonly dimensions: readonly { readonly dimension: string; readonly areas: readonly AreaRow[] }[]
}
export interface CatalogueAnswer {
  readonly editions: readonly EditionRow[]
}
