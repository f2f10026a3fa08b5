import type { NoticesWords } from '../keys.ts'
import { boxes } from './boxes.ts'
import { directory } from './directory.ts'
import { writing } from './writing.ts'

export { rules } from './rules.ts'

/** The sentences of the room in Russian. */
export const ru: NoticesWords = { ...boxes, ...writing, ...directory }
