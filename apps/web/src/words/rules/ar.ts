import type { Rules } from '../keys.ts'
import { commitments } from './ar/commitments.ts'
import { decisions } from './ar/decisions.ts'
import { institution } from './ar/institution.ts'
import { meetings } from './ar/meetings.ts'
import { texts } from './ar/texts.ts'

/** The sentences of the rules of procedure in Arabic. */
export const ar: Rules = { ...institution, ...meetings, ...texts, ...decisions, ...commitments }
