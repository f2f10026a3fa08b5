import type { en } from './en/index.ts'

/** The sentences of this room, by their keys. */
export type ForesightWords = { readonly [key in keyof typeof en]: string }

export type ForesightKey = keyof ForesightWords
