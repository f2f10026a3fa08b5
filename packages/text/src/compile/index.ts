/** Compilation: what many delegations propose on one base, in one bracketed text with everybody's name beside it. */

export type { BaseParagraph } from './base.ts'
export { textProposedBy } from './choose.ts'
export {
  type Compilation,
  type CompiledParagraph,
  compilationOf,
  compile,
  type Insertion,
  type Proposers,
} from './compile.ts'
export type { Delta, Submission } from './proposals.ts'
export { type CompilationState, startCompilation, withoutSubmission, withSubmission } from './state.ts'
