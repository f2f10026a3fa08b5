import type { Instant, PersonId } from '@gavel/kernel'

/**
 * What happened, in the past tense and as plain data. An event explains itself: whatever a reader needs to fold it
 * into a state stands in it, so that no later change of the rules can change what it says.
 */
export type EventOf<Type extends string, Data> = {
  readonly type: Type
  /** The instant of the act that led to it. */
  readonly at: Instant
  readonly by: PersonId
} & Readonly<Data>

/**
 * The header every event takes over from its act; nothing in the data can stand in its place. Member by member: to
 * add three members to a spread costs more than all else that is done to decide a small act.
 */
export const eventOf = <Type extends string, Data extends object>(
  act: { readonly at: Instant; readonly by: PersonId },
  type: Type,
  data: Data,
): EventOf<Type, Data> => {
  const event: { [name: string]: unknown } = { at: act.at, by: act.by, type }
  for (const name of Object.keys(data))
    if (name !== 'at' && name !== 'by' && name !== 'type' && name !== '__proto__')
      event[name] = (data as { readonly [name: string]: unknown })[name]
  return event as EventOf<Type, Data>
}

/** A chapter that meets an event of its own namespace which it does not know is a bug or a newer record: it stops. */
export const unknownEvent = (event: never): never => {
  throw new TypeError(`unknown event: ${(event as { type: string }).type}`)
}

/** The same for an act. The shapes on the wire are checked before, so this is never a user's fault. */
export const unknownAct = (act: never): never => {
  throw new TypeError(`unknown act: ${(act as { type: string }).type}`)
}
