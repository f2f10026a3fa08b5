import { acts } from './acts.ts'
import { app } from './app.ts'
import { institution } from './institution.ts'
import { kit } from './kit.ts'
import { outbox } from './outbox.ts'
import { texts } from './texts.ts'

/** Every sentence of the screens in English, the language they are first written in. */
export const en = { ...acts, ...app, ...kit, ...institution, ...outbox, ...texts } as const
