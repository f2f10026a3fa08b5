import { access } from './access.ts'
import { acts } from './acts.ts'
import { app } from './app.ts'
import { delegation } from './delegation.ts'
import { due } from './due.ts'
import { institution } from './institution.ts'
import { kit } from './kit.ts'
import { outbox } from './outbox.ts'
import { since } from './since.ts'
import { texts } from './texts.ts'
import { today } from './today.ts'

/** The sentences of the screens that are there from the start in English, the language they are first written in. */
export const en = {
  ...access,
  ...acts,
  ...app,
  ...delegation,
  ...due,
  ...institution,
  ...kit,
  ...outbox,
  ...since,
  ...texts,
  ...today,
} as const
