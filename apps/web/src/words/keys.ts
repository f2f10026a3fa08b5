import type { en } from './en/index.ts'
import type { further } from './en/index-further.ts'
import type { reading } from './en/reading.ts'

/** The sentences the application has from the start, by their keys. */
export type FirstWords = { readonly [key in keyof typeof en]: string }

/** Those of the scenes that are fetched when somebody goes there. */
export type FurtherWords = { readonly [key in keyof typeof further]: string }

/** All sentences of the screens. */
export type Catalogue = FirstWords & FurtherWords

/** The sentences of the public pages: the server says them, and no browser carries them. */
export type PageWords = { readonly [key in keyof typeof reading]: string }

/** Every sentence there is, by its key. */
export type Key = keyof Catalogue | keyof PageWords

/** The sentence of each rule, by its id. */
export type Rules = { readonly [rule: string]: string }
