import { emptyTable, get, type Instant, type MemberId, type PersonId, type Table } from '@gavel/kernel'
import type {
  BodyOf,
  ContactId,
  HookId,
  NoticeId,
  NoticeTypeShape,
  PingId,
  ReceivedShape,
  ValueShape,
} from '../shapes.ts'
import type { Terms } from './acts.ts'

/** A type of notice as it stands; `edition` counts how often it was defined. */
export interface NoticeType extends NoticeTypeShape {
  readonly edition: number
  readonly definedAt: Instant
  readonly retired?: { readonly at: Instant; readonly reason: string }
}

export type Values = { readonly [field: string]: ValueShape }

export interface Correction {
  readonly kind: 'correction' | 'supplement'
  readonly at: Instant
  readonly by: PersonId
  readonly values: Values
  readonly note: string
}

/** An acknowledgement. `at` is when it was given; `recordedAt` when it came on the record. */
export interface Acknowledgement {
  readonly at: Instant
  readonly recordedAt: Instant
  readonly by: PersonId
  readonly note?: string
  readonly received?: ReceivedShape
  /** Set when an answer served as one (N-11). */
  readonly byAnswer?: true
}

export interface Answer extends Omit<Acknowledgement, 'note' | 'byAnswer'> {
  readonly member: MemberId
  readonly words: string
  readonly choice?: 'accepts' | 'declines'
}

export interface Notice extends Terms {
  readonly id: NoticeId
  readonly noticeType: string
  readonly title: string
  /** As corrected. */
  readonly values: Values
  readonly about?: NoticeId
  readonly sentAt: Instant
  readonly sentBy: PersonId
  readonly corrections: readonly Correction[]
  readonly acknowledged: Table<Acknowledgement>
  readonly answered: readonly Answer[]
  readonly withdrawn?: { readonly at: Instant; readonly reason: string }
  readonly closed?: { readonly at: Instant; readonly note?: string }
}

type Nominated = Omit<BodyOf<'notices.nominateContact'>, 'contact'>

export interface Contact extends Nominated {
  readonly id: ContactId
  readonly nominatedAt: Instant
  readonly verifiedAt?: Instant
  readonly confirmedAt?: Instant
  readonly withdrawnAt?: Instant
  readonly replacedBy?: { readonly contact: ContactId; readonly at: Instant }
  /** The test calls to her, oldest first. */
  readonly pings: readonly PingId[]
}

export interface Ping {
  readonly id: PingId
  readonly at: Instant
  readonly by: PersonId
  readonly replyBy: Instant
  readonly contacts: readonly string[]
  /** By contact: when the answer was given. */
  readonly answers: Table<{
    readonly at: Instant
    readonly recordedAt: Instant
    readonly received?: ReceivedShape
  }>
}

export interface Hook {
  readonly id: HookId
  readonly member: MemberId
  readonly url: string
  readonly setAt: Instant
}

export interface NoticesState {
  readonly types: Table<NoticeType>
  readonly typeOrder: readonly string[]
  /** Every definition there was, under `type#edition`: a notice is read by the one it was sent under. */
  readonly editions: Table<NoticeTypeShape>
  readonly notices: Table<Notice>
  /** Ids of notices by the member they went to, and by the one they came from, oldest first. */
  readonly received: Table<readonly NoticeId[]>
  readonly sent: Table<readonly NoticeId[]>
  readonly contacts: Table<Contact>
  readonly contactsOf: Table<readonly ContactId[]>
  /** By the instant since which they hold, oldest first. */
  readonly contactTerms: readonly {
    readonly since: Instant
    readonly staleDays: number
    readonly source: string
  }[]
  readonly pings: Table<Ping>
  readonly pingOrder: readonly PingId[]
  readonly hooks: Table<Hook>
}

export const initial: NoticesState = {
  types: emptyTable(),
  typeOrder: [],
  editions: emptyTable(),
  notices: emptyTable(),
  received: emptyTable(),
  sent: emptyTable(),
  contacts: emptyTable(),
  contactsOf: emptyTable(),
  contactTerms: [],
  pings: emptyTable(),
  pingOrder: [],
  hooks: emptyTable(),
}

/** Raised when the state above changes its shape. */
export const edition = '1'

export const noticeOf = (state: NoticesState, id: string): Notice | undefined => get(state.notices, id)
export const contactOf = (state: NoticesState, id: string): Contact | undefined => get(state.contacts, id)
export const pingOf = (state: NoticesState, id: string): Ping | undefined => get(state.pings, id)
/** The type a notice was sent under, as it was then. */
export const typeBehind = (
  state: NoticesState,
  { noticeType, edition }: Pick<Notice, 'noticeType' | 'edition'>,
): NoticeTypeShape => get(state.editions, `${noticeType}#${edition}`)!
export const typeOf = (state: NoticesState, id: string): NoticeType | undefined => get(state.types, id)
