/**
 * The contract: shapes on the wire, shared by the API, the command and the screens. Every act body with its limits,
 * problem details, receipts, and the catalogue of refusals. It imports the kernel only.
 */
export {
  DigestCodeMessage,
  DigestMessage,
  InvitationMessage,
  LinkApproveMessage,
  LinkFinishMessage,
  LinkOpenMessage,
  PasskeyMessage,
  PasskeyNameMessage,
  type PasskeyShape,
  PasskeySignInMessage,
  type PasskeySignInShape,
  SeenMessage,
  SignInMessage,
} from './access.ts'
export { actRules, gate, rulesOf } from './act-rules.ts'
export {
  type ActBody,
  type ActType,
  actListOf,
  actMessage,
  actTypes,
  bodies,
  isActType,
  typedActMessage,
} from './acts.ts'
export { AnalysisQuery, type AnalysisQueryShape } from './analysisViews.ts'
export { type ContentShape, contentTooDeep, type InlineShape, named, type OptionShape } from './content.ts'
export { Audience, type AudienceShape, Capacity, type CapacityShape } from './people.ts'
export {
  Fault,
  type FaultShape,
  Problem,
  type ProblemName,
  type ProblemShape,
  problems,
  Receipt,
  type ReceiptShape,
  Receipts,
} from './problems.ts'
export { refusals, sentenceOf } from './refusals.ts'
export {
  At,
  Day,
  idOf,
  idPattern,
  Language,
  Line,
  LocalName,
  limits,
  Name,
  Note,
  record,
  Source,
} from './shapes.ts'
export { summaries } from './summaries.ts'
export { isViewName, refusalOf, type ViewName, views } from './views.ts'
