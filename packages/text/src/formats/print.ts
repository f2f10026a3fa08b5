import type { Draft } from '../model.ts'
import { printNotation } from '../notation/print.ts'
import { printHtml } from './html.ts'
import { printJson } from './json.ts'
import { printPlain } from './plain.ts'

/** The formats a draft is printed in. Markdown is the notation itself, letter for letter; JSON is the model. */
export const draftFormats = ['markdown', 'text', 'html', 'json'] as const
export type DraftFormat = (typeof draftFormats)[number]

const printers: Readonly<Record<DraftFormat, (draft: Draft) => string>> = {
  markdown: printNotation,
  text: printPlain,
  html: printHtml,
  json: printJson,
}

/** Prints a draft. Markdown and JSON read back as an equal draft; text loses emphasis, HTML is for reading. */
export const printDraft = (draft: Draft, to: DraftFormat = 'markdown'): string => printers[to](draft)
