import { join } from 'node:path'
import { commandsOf as exercises } from '@gavel/exercises'
import { memoryStore } from '@gavel/store'
import { type Command, UsageError } from './command.ts'
import { root } from './root.ts'

/** What the commands of rooms are given: a store for the record of an exercise, the library, how a wrong call is told. */
const outside = {
  store: () => memoryStore(),
  library: join(root, 'scenarios'),
  wrongCall: (why: string): Error => new UsageError(why),
}

/** The rooms that bring commands. Taken out of this list, their commands are gone, and nothing else is. */
const brought: readonly ((given: typeof outside) => readonly Command[])[] = [exercises]

export const roomCommands: readonly Command[] = brought.flatMap(of => of(outside))
