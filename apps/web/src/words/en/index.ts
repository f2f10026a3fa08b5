import { access } from './access.ts'
import { acts } from './acts.ts'
import { app } from './app.ts'
import { due } from './due.ts'
import { kit } from './kit.ts'
<<<<<<< 8f31776
import { outbox } from './outbox.ts'
=======
import { since } from './since.ts'
>>>>>>> 6e2834239f0b31a10f194526476111d94f79b9c6
import { texts } from './texts.ts'
import { today } from './today.ts'

/** Every sentence of the screens in English, the language they are first written in. */
<<<<<<< 8f31776
export const en = { ...acts, ...app, ...kit, ...institution, ...outbox, ...texts } as const
=======
export const en = { ...access, ...acts, ...app, ...due, ...kit, ...since, ...texts, ...today } as const
>>>>>>> 6e2834239f0b31a10f194526476111d94f79b9c6
