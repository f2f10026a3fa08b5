import { analysis, plots } from './analysis.ts'
import { catalogue, commitments } from './commitments.ts'
import { bringing, decisions, instruments, silence, statements } from './decisions.ts'
import { desk } from './desk.ts'
import { hall, journal } from './hall.ts'
import { meetings, sitting } from './meetings.ts'
import { papers } from './papers.ts'
import { plans } from './plans.ts'
import { record } from './record.ts'
import { reviews } from './reviews.ts'
import { commitment, listing, undertaking } from './undertaking.ts'
import { verify } from './verify.ts'

/** The sentences of scenes that are fetched when somebody goes there, in English, the language they are first written in. */
export const further = {
  ...analysis,
  ...plots,
  ...plans,
  ...reviews,
  ...desk,
  ...decisions,
  ...silence,
  ...bringing,
  ...statements,
  ...instruments,
  ...catalogue,
  ...commitments,
  ...listing,
  ...commitment,
  ...undertaking,
  ...meetings,
  ...sitting,
  ...hall,
  ...journal,
  ...papers,
  ...record,
  ...verify,
} as const
