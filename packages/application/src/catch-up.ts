import { closure } from './closure.ts'
import { announce, type Core } from './core.ts'
import type { AnyAct, AnyEvent } from './law.ts'
import { RecordDamaged } from './result.ts'
import { headOf } from './standing.ts'
import { replayTail } from './start.ts'

/**
 * Reads what others appended to the same store. Ours has to be a part of theirs: if the head went back, or the
 * entries in between do not lead from our root to theirs, the record closes.
 */
export const catchUp = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
): Promise<void> => {
  const head = await core.store.head()
  const ours = headOf(core.standing)
  if (head.size < ours.size) {
    core.closure ??= closure('olderThanSigned', { entries: head.size, known: ours.size })
    throw new RecordDamaged(`the store went back from ${ours.size} entries to ${head.size}`)
  }
  try {
    const { standing, actIds } = await replayTail(core.reading, core.store, core.standing, head)
    for (const actId of actIds) core.known.add(actId)
    core.standing = standing
  } catch (error) {
    if (error instanceof RecordDamaged) core.closure ??= closure('damaged', { entries: head.size })
    throw error
  }
  core.uncertain = false
  if (head.size > ours.size) announce(core)
}
