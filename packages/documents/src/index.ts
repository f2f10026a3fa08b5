/** Texts as files and feeds. Knows neither HTTP nor procedure. */
export { DocumentFault, type FaultCode } from './fault.ts'
export { printedDraft } from './print/from-draft.ts'
export { perform, type Task, type TaskResults } from './work/tasks.ts'
export { type Outcome, openWorkshop, type Workshop, type WorkshopOptions } from './work/workshop.ts'
