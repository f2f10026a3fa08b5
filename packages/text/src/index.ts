/** The written word of a negotiation: its model, its notation, its comparison. Knows drafting, not procedure. */
export { checkDraft, checkText, type TextCheck } from './check.ts'
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
export type * from './model.ts'
export { numberParts, usualAfter } from './notation/numbering.ts'
export { type Parsed, type ParseOptions, parseContent, parseDraft } from './notation/parse.ts'
export { printContent, printNotation, printParagraph } from './notation/print.ts'
export { rungOf } from './notation/status.ts'
export { countWords, splitWords } from './words.ts'
