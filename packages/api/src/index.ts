/** HTTP and the live stream over a record: parse, call, translate. No rule and no query of its own. */
export type { Accounts, Caller } from './access/accounts.ts'
export { isSameOrigin, keepSignIn } from './access/sign-in.ts'
export { type ApiOptions, buildApi } from './app.ts'
export { type Context, viewerBehind } from './context.ts'
export { importActs } from './documents/import.ts'
export { notFound, problemError } from './http/problem.ts'
export type { Keeper, Rows, TextFormats } from './ports.ts'
export { hidden, view } from './views/reading.ts'
