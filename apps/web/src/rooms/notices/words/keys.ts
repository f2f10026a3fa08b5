import type { en } from './en/index.ts'

/** The sentences of this room, by their keys. */
export type NoticesWords = { readonly [key in keyof typeof en]: string }

export type NoticesKey = keyof NoticesWords
