import type { TextFormats } from '@gavel/api'
import { compareTexts, paragraphsOf, parseDraft, printDraft } from '@gavel/text'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => escapes[sign]!)

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
