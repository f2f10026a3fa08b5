/** HTTP and the live stream over a record: parse, call, translate. No rule and no query of its own. */
export { type Accounts, accounts, type Caller } from './access/accounts.ts'
export { enter } from './access/entering.ts'
export { slowly } from './access/limits.ts'
export { enterByLink, openLink } from './access/link-routes.ts'
export { isLoopback, type OidcProvider } from './access/oidc.ts'
export { enterByInvitation } from './access/routes.ts'
export { forgetSignIn, isSameOrigin, requireOwnSite } from './access/sign-in.ts'
export { publicUrlFault, returnPath } from './access/site.ts'
export { thePublic, type Viewer } from './access/viewer.ts'
export { type ApiOptions, buildApi } from './app.ts'
export {
  type ImportProgress,
  type ImportReport,
  importTable,
  type TableImport,
} from './commitments/import-table.ts'
export { type Context, viewerBehind } from './context.ts'
export { keepDigests } from './digests/digest.ts'
export { importActs } from './documents/import.ts'
export { type Encoded, encodingFor, encodings } from './http/encoding.ts'
export { notFound, problemError } from './http/problem.ts'
export { type ProblemPage, wantsPage } from './http/problem-pages.ts'
export type {
  Carried,
  FeedFormats,
  FileFormats,
  FileOutcome,
  Keeper,
  Letter,
  Mailer,
  Poster,
  Rows,
  TextFormats,
} from './ports.ts'
export type { Room, RoomAct, RoomTools, RoomWork } from './room.ts'
export { drawUpJournal } from './views/journal.ts'
export { hidden, readingBy, view } from './views/reading.ts'
