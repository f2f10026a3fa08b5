import type { domainFolds, RecordKeeper, RecordStore, SentAct } from '@gavel/application'
import type { Act, DomainEvent, DomainState } from '@gavel/domain'
import type { Defect, Draft } from '@gavel/text'

/** The record keeper, as the API uses it; who opened it closes it. */
export type Keeper = Omit<RecordKeeper<DomainState, Act, DomainEvent, typeof domainFolds>, 'close'>

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
