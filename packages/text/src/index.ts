/** The written word of a negotiation: its model, its notation, its comparison. Knows drafting, not procedure. */
export * from './content.ts'
export type * from './model.ts'
export { countWords, splitWords } from './words.ts'
