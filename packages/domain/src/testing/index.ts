/** The language the tests of the chapters are written in. */
export * from './builders.ts'
export { after, decided, type Fact, given, type Verdict } from './given.ts'
