import type { FeedFormats, FileFormats, FileOutcome, TextFormats } from '@gavel/api'
import type { Outcome, Workshop } from '@gavel/documents'
import { compareTexts, paragraphsOf, parseDraft, printDraft } from '@gavel/text'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => escapes[sign]!)

/** Drafts in and out, as the text package does it; a title is set above what is printed. */
export const formats: TextFormats = {
  read: source => parseDraft(source),
  print: (draft, to, title) => {
    const printed = printDraft(draft, to)
    if (to !== 'html') return printed
    return (
      `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
      `<link rel="stylesheet" href="/style.css"></head><body><main><h1>${escapeHtml(title)}</h1>\n${printed}\n</main></body></html>\n`
    )
  },
  compare: (before, after) => compareTexts(paragraphsOf(before), paragraphsOf(after)),
}

const outcomeOf = <T>(outcome: Outcome<T>): FileOutcome<T> => outcome

/**
 * Files in and out, worked on in a process of their own. Nothing of it is loaded before the first file: a start does
 * without. `stop` ends that process.
 */
export const openFiles = (): FileFormats & { stop(): Promise<void> } => {
  let opened: Promise<Workshop> | undefined
  const workshop = (): Promise<Workshop> => {
    opened ??= import('@gavel/documents').then(({ openWorkshop }) => openWorkshop())
    return opened
  }
  return {
    docx: async text => outcomeOf(await (await workshop()).run({ kind: 'writeDocx', text })),
    pdf: async paper => outcomeOf(await (await workshop()).run({ kind: 'writePdf', paper })),
    readDocx: async (bytes, parties) =>
      outcomeOf(await (await workshop()).run({ kind: 'readDraft', bytes, parties })),
    placeDocx: async (bytes, text) => outcomeOf(await (await workshop()).run({ kind: 'place', bytes, text })),
    stop: async () => (await opened)?.stop(),
  }
}

/** Calendars and feeds, by libraries that are loaded when the first is asked for. */
export const feeds: FeedFormats = {
  calendar: async calendar => (await import('@gavel/documents')).writeCalendar(calendar),
  atom: async feed => (await import('@gavel/documents')).writeAtom(feed),
}
