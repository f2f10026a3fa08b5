import type { ActOf, EventOf } from '@gavel/domain'
import type { Instant, MemberId } from '@gavel/kernel'
import type { BodyOf, NoticesActType, NoticeTypeShape, PingId } from '../shapes.ts'

/** An act of the room; what it says is what its shape on the wire says. */
export type NoticesAct = { [T in NoticesActType]: ActOf<T, BodyOf<T>> }[NoticesActType]
export type NoticesActOf<T extends NoticesActType> = ActOf<T, BodyOf<T>>

/** What a notice carries from its type and agreement, as they were when it was sent: later changes touch it no more. */
export interface Terms {
  readonly edition: number
  readonly agreement: string | null
  readonly from: MemberId
  readonly to: readonly MemberId[]
  readonly restricted: boolean
  readonly secretariat: boolean
  readonly receipts: 'sender' | 'all'
  readonly answers: 'sender' | 'all'
  /** When it was due to be sent; null when nothing was due. */
  readonly due: Instant | null
  readonly acknowledgeBy: Instant | null
  readonly answerBy: Instant | null
}

type Said<T extends NoticesActType> = BodyOf<T>
/** When something reached the house: the instant of its act, or the earlier one at which the secretariat was told. */
type GivenAt = { readonly givenAt: Instant }

export type NoticesEvent =
  | EventOf<'notices.typeDefined', NoticeTypeShape & { readonly edition: number }>
  | EventOf<'notices.typeRetired', Said<'notices.retireType'>>
  | EventOf<'notices.sent', Omit<Said<'notices.send'>, 'to' | 'restricted' | 'agreement'> & Terms>
  | EventOf<'notices.corrected', Said<'notices.correct'>>
  | EventOf<'notices.acknowledged', Said<'notices.acknowledge'> & GivenAt>
  | EventOf<'notices.answered', Said<'notices.answer'> & GivenAt>
  | EventOf<'notices.withdrawn', Said<'notices.withdraw'>>
  | EventOf<'notices.closed', Said<'notices.close'>>
  | EventOf<'notices.contactNominated', Said<'notices.nominateContact'>>
  | EventOf<'notices.contactVerified', Said<'notices.verifyContact'>>
  | EventOf<'notices.contactConfirmed', Said<'notices.confirmContact'>>
  | EventOf<'notices.contactWithdrawn', Said<'notices.withdrawContact'>>
  | EventOf<'notices.contactTermsSet', Said<'notices.setContactTerms'>>
  | EventOf<
      'notices.pinged',
      { readonly ping: PingId; readonly contacts: readonly string[]; readonly replyBy: Instant }
    >
  | EventOf<'notices.pingAnswered', Said<'notices.answerPing'> & GivenAt>
  | EventOf<'notices.hookSet', Said<'notices.setHook'>>
  | EventOf<'notices.hookRemoved', Said<'notices.removeHook'>>

export type NoticesEventOf<T extends NoticesEvent['type']> = Extract<NoticesEvent, { readonly type: T }>
