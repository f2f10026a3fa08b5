import type { Rules } from '../keys.ts'
import { commitments } from './ru/commitments.ts'
import { decisions } from './ru/decisions.ts'
import { institution } from './ru/institution.ts'
import { meetings } from './ru/meetings.ts'
import { texts } from './ru/texts.ts'

/** The sentences of the rules of procedure in Russian. */
export const ru: Rules = { ...institution, ...meetings, ...texts, ...decisions, ...commitments }
