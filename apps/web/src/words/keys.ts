import type { en } from './en/index.ts'

/** Every sentence of the screens, by its key. */
export type Key = keyof typeof en
export type Catalogue = { readonly [key in Key]: string }

/** The sentence of each rule, by its id. */
export type Rules = { readonly [rule: string]: string }
