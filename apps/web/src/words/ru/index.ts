import { en } from '../en/index.ts'
import type { Catalogue } from '../keys.ts'
import { access } from './access.ts'
import { acts } from './acts.ts'
import { app } from './app.ts'
import { due } from './due.ts'
import { kit } from './kit.ts'
import { outbox } from './outbox.ts'
import { since } from './since.ts'
import { texts } from './texts.ts'
import { today } from './today.ts'

/** Every sentence of the screens in Russian. */
export const ru: Catalogue = {
  ...en,
  ...access,
  ...acts,
  ...app,
  ...due,
  ...kit,
  ...outbox,
  ...since,
  ...texts,
  ...today,
}
