import type { ForesightWords } from '../keys.ts'
import { outlook } from './outlook.ts'

export { rules } from './rules.ts'

/** The sentences of the room in Arabic. */
export const ar: ForesightWords = { ...outlook }
