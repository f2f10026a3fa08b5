import { boxes } from './boxes.ts'
import { directory } from './directory.ts'
import { writing } from './writing.ts'

export { refusals as rules } from '@gavel/notices/browser'

/** The sentences of the room in English, the language they are first written in. */
export const en = { ...boxes, ...writing, ...directory } as const
