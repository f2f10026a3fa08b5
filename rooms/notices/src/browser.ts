/**
 * What the screens of the room need and a browser may hold: the shapes of its acts and answers, the rules' sentences, and
 * how things stand by instants. No store, no route, no delivery.
 */
export { contactStatus, owed, pingReply, sending, silentSince, statusOf } from './law/status.ts'
export { refusals, rules } from './refusals.ts'
export { type BodyOf, bodies, type NoticesActType, type NoticeTypeShape, summaries } from './shapes.ts'
export { views } from './views/shapes.ts'
