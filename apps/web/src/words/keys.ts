import type { en } from './en/index.ts'
import type { reading } from './en/reading.ts'

/** The sentences the screens carry, by their keys. */
export type Catalogue = { readonly [key in keyof typeof en]: string }

/** The sentences of the public pages: the server says them, and no browser carries them. */
export type PageWords = { readonly [key in keyof typeof reading]: string }

/** Every sentence there is, by its key. */
export type Key = keyof Catalogue | keyof PageWords

/** The sentence of each rule, by its id. */
export type Rules = { readonly [rule: string]: string }
