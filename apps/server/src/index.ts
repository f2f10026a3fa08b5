/** The server: the only place that knows everything. It wires store, clock, key, organisation and API. */
export { CannotStart } from './cannot-start.ts'
export { makeDataFolder } from './folder.ts'
export { type FileImport, importFile } from './import-file.ts'
export { type Invited, type InviteOptions, invitePerson } from './invite.ts'
export { type RunOptions, runServer, type ServedUntilStopped } from './run.ts'
export { exportLines, importInto, isDataFolder, openExport, openSaved, type SavedRecord } from './saved.ts'
export { type RunningServer, type ServerOptions, startServer } from './start.ts'
