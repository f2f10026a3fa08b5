import { access } from './access.ts'
import { acts } from './acts.ts'
import { app } from './app.ts'
import { due } from './due.ts'
import { kit } from './kit.ts'
import { outbox } from './outbox.ts'
import { reading } from './reading.ts'
import { since } from './since.ts'
import { texts } from './texts.ts'
import { today } from './today.ts'

/** Every sentence of the screens in English, the language they are first written in. */
export const en = {
  ...access,
  ...acts,
  ...app,
  ...due,
  ...kit,
  ...outbox,
  ...reading,
  ...since,
  ...texts,
  ...today,
} as const
