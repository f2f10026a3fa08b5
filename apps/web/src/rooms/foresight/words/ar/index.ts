import type { ForesightWords } from '../keys.ts'
import { outlook } from './outlook.ts'
import { study } from './study.ts'
import { table } from './table.ts'

export { rules } from './rules.ts'

/** The sentences of the room in Arabic. */
export const ar: ForesightWords = { ...outlook, ...table, ...study }
