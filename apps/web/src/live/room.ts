import type { Act, Capacity, DomainState } from '@gavel/domain'
import { domain } from '@gavel/domain'
import { fromEpochMs, type Refusal } from '@gavel/kernel'
import { noEarlierThanHeard, serverNow } from './clock.ts'
import type { Outbox, Receipt, WrittenAct } from './outbox.ts'
import type { SliceKeeper } from './slices.ts'
import type { LineState } from './stream.ts'

export interface HeldCapacity {
  readonly as: Capacity
  readonly rights: readonly string[]
  readonly from: string | null
  readonly until: string | null
}

/** The sign-in a person looks through. `fresh`: recent enough to add a new way in. */
export interface CurrentSignIn {
  readonly id: string
  readonly way: 'invitation' | 'passkey' | 'link' | 'oidc' | 'demonstration'
  readonly since: string
  readonly until: string
  readonly fresh: boolean
}

/** Who looks at the screens: a person with her capacities, or the public. */
export interface Viewer {
  readonly person: string | null
  readonly name: string | null
  readonly capacities: readonly HeldCapacity[]
  readonly signIn: CurrentSignIn | null
  /** Whether this server is a demonstration, whose seats anybody may take. */
  readonly demonstration: boolean
}

/** Whether somebody sits in a seat of a demonstration: she is nobody in particular, and has no ways in of her own. */
export const isSeated = ({ signIn }: Viewer): boolean => signIn?.way === 'demonstration'

/** An act somebody is about to do: what it is and what it says. Who and when are added here. */
export type Intent = {
  readonly [T in Act['type']]: { readonly type: T; readonly body: Extract<Act, { type: T }>['body'] }
}[Act['type']]

/** An act of a room somebody is about to do: the room's own shapes say what it may say. */
export interface RoomIntent {
  readonly room: string
  readonly type: string
  readonly body: object
}

/** Everything the scenes are given of the world outside. */
export interface Room {
  readonly viewer: Viewer
  /** The capacity the viewer acts in now; null for the public. */
  readonly as: Capacity | null
  readonly slices: SliceKeeper
  readonly outbox: Outbox | null
  readonly line: LineState
  chooseCapacity(as: Capacity): void
  /** Forgets who is here and asks the server again: after signing in or out. */
  refresh(): Promise<void>
}

/** Twelve letters and digits by chance, for ids that must be nobody else's. */
export const freshId = (kind: string): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(9))
  return `${kind}-${[...bytes].map(byte => (byte % 36).toString(36)).join('')}${Date.now().toString(36)}`
}

const asAct = (intent: { readonly type: string; readonly body: object }, as: Capacity, person: string): Act =>
  ({
    id: 'intent',
    type: intent.type,
    body: intent.body,
    as,
    by: person,
    at: noEarlierThanHeard(fromEpochMs(serverNow())),
  }) as unknown as Act

/**
 * The rule that closes an act at this instant, worked out here by the very rules the server applies; null when the way
 * is open as far as this screen knows. Signed out, nothing is open: the answer is undefined.
 */
export const whyClosed = (room: Room, state: DomainState, intent: Intent): Refusal | null | undefined => {
  const { as, viewer } = room
  if (as === null || viewer.person === null) return undefined
  const outcome = domain.decide(asAct(intent, as, viewer.person), state)
  return outcome.kind === 'refused' ? outcome.refusal : null
}

/** An act of a room as the server would be given it now, for the room's own rules; undefined when nobody is signed in. */
export const actNow = ({ as, viewer }: Room, intent: RoomIntent): Act | undefined =>
  as === null || viewer.person === null ? undefined : asAct(intent, as, viewer.person)

/** What the state would be once the acts were accepted; the refusal of the first that would not be. */
export const foreseen = (
  room: Room,
  state: DomainState,
  intents: readonly Intent[],
):
  | { readonly kind: 'accepted'; readonly state: DomainState }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly at: number } => {
  let next = state
  for (const [at, intent] of intents.entries()) {
    const outcome = domain.decide(asAct(intent, room.as!, room.viewer.person!), next)
    if (outcome.kind === 'refused') return { kind: 'refused', refusal: outcome.refusal, at }
    for (const event of outcome.events) next = domain.evolve(next, event)
  }
  return { kind: 'accepted', state: next }
}

/**
 * Writes acts into the outbox, from where they go to the record. Settles with the receipt, fails with `Declined`; with
 * no line it stays open while what was written is kept.
 */
export const send = (room: Room, ...intents: readonly (Intent | RoomIntent)[]): Promise<Receipt> => {
  const { outbox, as } = room
  if (outbox === null || as === null) return Promise.reject(new TypeError('nobody is signed in'))
  return outbox.write(intents.map(({ type, body }): WrittenAct => ({ id: freshId('act'), as, type, body })))
}
