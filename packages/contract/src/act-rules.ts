import type { ActType } from './acts.ts'
import { commitments } from './cited/commitments.ts'
import { decisions } from './cited/decisions.ts'
import { institution } from './cited/institution.ts'
import { meetings } from './cited/meetings.ts'
import { texts } from './cited/texts.ts'

/**
 * Which rules may refuse an act. All tables are read off the code of the rules by a test, which writes them anew
 * with `REWRITE=1`.
 */

/** The rules before every chapter's: who may act, in which capacity, and on what. */
export const gate: readonly string[] = [
  'I-1',
  'I-2',
  'I-3',
  'I-4',
  'I-5',
  'I-6',
  'I-7',
  'I-8',
  'I-33',
  'M-21',
  'T-1',
  'D-10',
  'D-46',
  'C-15',
  'C-41',
]

/** The rules of its chapter that an act may be refused by, in the order of the rulebook. */
export const actRules: { readonly [T in ActType]: readonly string[] } = {
  ...institution,
  ...meetings,
  ...texts,
  ...decisions,
  ...commitments,
}

/** Every rule an act sent from outside may be refused by. */
export const rulesOf = (type: ActType): readonly string[] => [
  ...gate,
  ...actRules[type].filter(rule => !gate.includes(rule)),
]
