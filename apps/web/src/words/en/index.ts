import { access } from './access.ts'
import { acts } from './acts.ts'
import { app } from './app.ts'
import { catalogue, commitments } from './commitments.ts'
import { bringing, decisions, instruments, silence, statements } from './decisions.ts'
import { delegation } from './delegation.ts'
import { desk } from './desk.ts'
import { due } from './due.ts'
import { hall, journal } from './hall.ts'
import { institution } from './institution.ts'
import { kit } from './kit.ts'
import { meetings, sitting } from './meetings.ts'
import { outbox } from './outbox.ts'
import { papers } from './papers.ts'
import { plans } from './plans.ts'
import { record } from './record.ts'
import { reviews } from './reviews.ts'
import { since } from './since.ts'
import { texts } from './texts.ts'
import { today } from './today.ts'
import { commitment, listing, undertaking } from './undertaking.ts'
import { verify } from './verify.ts'

/** Every sentence of the screens in English, the language they are first written in. */
export const en = {
  ...access,
  ...acts,
  ...app,
  ...catalogue,
  ...commitments,
  ...decisions,
  ...silence,
  ...bringing,
  ...statements,
  ...instruments,
  ...delegation,
  ...desk,
  ...due,
  ...institution,
  ...kit,
  ...outbox,
  ...meetings,
  ...sitting,
  ...hall,
  ...journal,
  ...papers,
  ...plans,
  ...record,
  ...reviews,
  ...since,
  ...texts,
  ...today,
  ...listing,
  ...commitment,
  ...undertaking,
  ...verify,
} as const
