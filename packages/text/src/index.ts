/** The written word of a negotiation: its model, its notation, its comparison. Knows drafting, not procedure. */
export type * from './model.ts'
