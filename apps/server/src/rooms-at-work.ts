import {
  type Context,
  type Keeper,
  keepDigests,
  type Mailer,
  type Poster,
  type Room,
  type RoomWork,
} from '@gavel/api'
import { institutionItself } from '@gavel/application'
import type { FastifyBaseLogger } from 'fastify'
import { CannotStart } from './cannot-start.ts'
import { NotAllowed, submitOwn } from './founding.ts'

/** What the house does for its rooms: their founding, and the work beside the requests, theirs and its own. */

type Files = Readonly<Record<string, unknown>>

/** Whether files are those of the organisation the record is of: another's types are not to be brought in. */
const isOfRecord = (keeper: Keeper, files: Files): boolean =>
  (files['organisation.json'] as { readonly organisation?: string } | undefined)?.organisation ===
  keeper.state().institution.organisation?.id

/** Brings in what a room needs of the organisation's files, where the record has none of it yet. */
export const moveIn = async (
  rooms: readonly Room[],
  keeper: Keeper,
  read: () => Promise<Files>,
): Promise<void> => {
  const waiting = rooms.filter(room => room.founding !== undefined)
  if (waiting.length === 0) return
  const files = await read().catch((): Files => ({}))
  if (!isOfRecord(keeper, files)) return
  for (const room of waiting) {
    const acts = room.founding!(files, keeper.state())
    if (acts.length === 0) continue
    const own = acts.map(act => ({ ...act, by: institutionItself, as: { kind: 'system' } }))
    try {
      await submitOwn(keeper, own as never)
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error
      throw new CannotStart(`the organisation's files for ${room.law.name}: ${error.message}`)
    }
  }
}

export interface Outgoing {
  readonly mailer: (Mailer & { close(): void }) | undefined
  readonly poster: Poster
}

/**
 * Sets the rooms to work, and the letters people asked to be reminded by. What it answers stops them, and lets what they
 * have begun come to its end.
 */
export const setToWork = (
  rooms: readonly Room[],
  context: Context,
  { mailer, poster }: Outgoing,
  logger: FastifyBaseLogger | undefined,
): (() => Promise<void>) => {
  const { keeper, rows, site, demonstration } = context
  const work: RoomWork = {
    state: () => keeper.state(),
    now: () => keeper.now(),
    size: () => keeper.head().size,
    entries: (from, to) => keeper.readWhole(from, to),
    onGrown: told => keeper.onGrown(told),
    rows,
    origin: () => site().origin,
    demonstration,
    mailer,
    poster,
    trouble: (what, error) => logger?.error({ err: error }, what),
  }
  const endDigests =
    mailer === undefined
      ? async () => undefined
      : keepDigests({ ...work, subscriptions: context.digests, mailer }, work.trouble)
  const begun = rooms.flatMap(room => (room.work === undefined ? [] : [room.work(work)]))
  return async () => {
    await Promise.all([endDigests(), ...begun.map(each => each.stop())])
    mailer?.close()
  }
}
