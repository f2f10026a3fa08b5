import type { Folds, RecordKeeper, RecordStore, SentAct } from '@gavel/application'
import type { Act, DomainEvent, DomainState } from '@gavel/domain'
import type { Table } from '@gavel/kernel'
import type { Defect, Draft } from '@gavel/text'

/** The fold the API reads beside the state: under which entries something happened to a paragraph or a decision. */
export interface ApiViews {
  readonly trail: Table<readonly number[]>
}

/** The record keeper, as the API uses it. */
export interface Keeper
  extends Omit<
    RecordKeeper<DomainState, Act, DomainEvent, Folds<DomainState, DomainEvent>>,
    'views' | 'close'
  > {
  views(): ApiViews
}

/** An act as the API submits it. */
export type ActToSend = SentAct<Act>

/** Small rows outside the record: invitations, sign-ins, who uploaded what. */
export type Rows = Pick<RecordStore, 'row' | 'rows' | 'swapRow'>

/** Reading and printing drafts, and comparing them. */
export interface TextFormats {
  read(source: string): { readonly draft: Draft; readonly defects: readonly Defect[] }
  print(draft: Draft, to: 'text' | 'markdown' | 'html', title: string): string
  compare(before: Draft, after: Draft): unknown
}
