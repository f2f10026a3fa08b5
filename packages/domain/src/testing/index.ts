/** The language the tests of the chapters are written in. */
export * from './builders.ts'
export { explore, type Found, neverReached, type Step, summary, type World } from './explore.ts'
export { after, decided, type Fact, given, type Verdict } from './given.ts'
export { rulesOnPage } from './rulebookIds.ts'
