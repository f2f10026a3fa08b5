import type { NoticesWords } from '../keys.ts'
import { boxes } from './boxes.ts'
import { directory } from './directory.ts'
import { writing } from './writing.ts'

export { rules } from './rules.ts'

/** The sentences of the room in Arabic. */
export const ar: NoticesWords = { ...boxes, ...writing, ...directory }
