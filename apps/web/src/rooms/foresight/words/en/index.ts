import { outlook } from './outlook.ts'
import { study } from './study.ts'
import { table } from './table.ts'

export { refusals as rules } from '@gavel/foresight/browser'

/** The sentences of the room in English, the language they are first written in. */
export const en = { ...outlook, ...table, ...study } as const
