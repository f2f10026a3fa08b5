/** The written word of a negotiation: its model, its notation, its comparison. Knows drafting, not procedure. */
export { checkText, countPlainly, type PlainCount, type TextCheck } from './check.ts'
export * from './compare/index.ts'
export * from './compile/index.ts'
export * from './content.ts'
export {
  type Convergence,
  convergence,
  convergenceSeries,
  type Figures,
  type ParagraphFigures,
  type PartyFigures,
  type SeriesRow,
} from './convergence.ts'
export { printHtml } from './formats/html.ts'
export { type DraftJson, printJson, readDraftJson, validateDraft } from './formats/json.ts'
export { printPlain } from './formats/plain.ts'
export { type DraftFormat, draftFormats, printDraft } from './formats/print.ts'
export type * from './model.ts'
export { printAttributions } from './notation/attributions.ts'
export { numberParts, usualAfter } from './notation/numbering.ts'
export { type Parsed, type ParseOptions, parseContent, parseDraft } from './notation/parse.ts'
export { printContent, printNotation, printParagraph } from './notation/print.ts'
export { rungOf } from './notation/status.ts'
export * from './paper.ts'
export { type Decoded, decodeUtf8 } from './utf8.ts'
export { countWords, splitWords } from './words.ts'
