/** Texts as files and feeds. Knows neither HTTP nor procedure. */
export { DocumentFault, type FaultCode } from './fault.ts'
export { type FeedEntry, type FeedFile, writeAtom } from './feeds/atom.ts'
export { type CalendarEntry, type CalendarFile, writeCalendar } from './feeds/calendar.ts'
export { printedDraft } from './print/from-draft.ts'
export { perform, type Task, type TaskResults } from './work/tasks.ts'
export { type Outcome, openWorkshop, type Workshop, type WorkshopOptions } from './work/workshop.ts'
