/**
 * What the screens of the room need and a browser may hold: the shapes of its acts and answers, the rules with their
 * sentences, and how things stand by instants. No store, no route, no delivery.
 */
export { asked } from './law/asking.ts'
export {
  type Acknowledgement,
  type Answer,
  type Contact,
  initial,
  type Notice,
  type NoticesState,
  type NoticeType,
  type Ping,
} from './law/state.ts'
export { contactStatus, owed, pingReply, sending, silentSince, statusOf } from './law/status.ts'
export { refusals, rules } from './refusals.ts'
export {
  type AgreementShape,
  type BodyOf,
  bodies,
  type ContactId,
  type FieldShape,
  type HookId,
  type NoticeId,
  type NoticesActType,
  type NoticeTypeShape,
  type PingId,
  type ReceivedShape,
  summaries,
  type TimingShape,
  type ValueShape,
} from './shapes.ts'
export {
  type CallAnswer,
  type CallsAnswer,
  type ContactShown,
  type ContactStatus,
  type DeliveriesAnswer,
  type Delivery,
  type DirectoryAnswer,
  type HooksAnswer,
  type LinesAnswer,
  type NoticeAnswer,
  type NoticeLine as Line,
  type Receipt,
  type Reply,
  type Timeliness,
  type TypesAnswer,
  views,
} from './views/shapes.ts'
