import { en } from '../en/index.ts'
import type { FirstWords } from '../keys.ts'
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

/** The sentences of the screens that are there from the start in Russian; in English where nobody has said it in Russian yet. */
export const ru: FirstWords = {
  ...en,
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
}
