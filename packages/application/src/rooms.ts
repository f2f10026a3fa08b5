import {
  type Act,
  type Audience,
  admitWith,
  type DomainEvent,
  type DomainState,
  type Needs,
} from '@gavel/domain'
import { type Outcome, type Refusal, refused } from '@gavel/kernel'
import { domainLaw } from './domain-law.ts'
import type { AnyAct, AnyEvent, Fold, Folds, Law } from './law.ts'

/**
 * The law of a room: a part beside the chapters, with acts, events and a state of its own, all under one namespace. It
 * looks at the chapters and changes nothing in them: its rules are asked of its own acts only, so it can stop nobody
 * else's, and its events are of its own namespace. Pure, like a chapter.
 */
export interface RoomLaw<State = unknown, Own extends AnyAct = AnyAct, Event extends AnyEvent = AnyEvent> {
  /** The namespace: what stands before the first point of its acts and events. No chapter has that name. */
  readonly name: string
  /** Raised when the state changes its shape: snapshots of another edition are made again from the record. */
  readonly edition: string
  readonly initial: State
  /** Who may do what: one line for each act there is. The gate of the institution applies it (I-1 to I-8, I-33). */
  readonly needs: { readonly [type: string]: Needs }
  decide(act: Own, state: State, house: DomainState): Outcome<Event>
  evolve(state: State, event: Event): State
  /** Who may read the act and what came of it; both states are those after it. */
  audienceOf(act: Own, state: State, house: DomainState): Audience
  /** I-34. The refusal for something unknown when the act names what its author may not read; null when it does not. */
  unseen(act: Own, state: State, house: DomainState): Refusal | null
}

/** The chapters' state with that of each room beside it. To everything but the rooms it is the chapters' state. */
type Roomed = DomainState & { readonly rooms: { readonly [name: string]: unknown } }

const namespaceOf = (type: string): string => type.slice(0, Math.max(0, type.indexOf('.')))

const chapters = Object.keys(domainLaw.initial)

/** The state of a room; its initial one where the record was opened without the room. */
export const roomState = <State, Own extends AnyAct, Event extends AnyEvent>(
  state: DomainState,
  { name, initial }: RoomLaw<State, Own, Event>,
): State => ((state as Partial<Roomed>).rooms?.[name] as State | undefined) ?? initial

const own = (room: RoomLaw, state: DomainState): unknown => (state as Roomed).rooms[room.name]

/** A room's events are its own: one of another namespace would be a way into the chapters. */
const ownEvents = (room: RoomLaw, outcome: Outcome<AnyEvent>): Outcome<DomainEvent> => {
  if (outcome.kind === 'accepted')
    for (const { type } of outcome.events)
      if (namespaceOf(type) !== room.name) throw new TypeError(`the room ${room.name} led to ${type}`)
  return outcome as Outcome<DomainEvent>
}

const needsOf = (room: RoomLaw, type: string): Needs => {
  if (!Object.hasOwn(room.needs, type)) throw new TypeError(`no act of the room ${room.name}: ${type}`)
  return room.needs[type]!
}

/** The gate, then what may not be seen, then the room's own rules. */
const decideIn = (room: RoomLaw, act: AnyAct, state: DomainState): Outcome<DomainEvent> => {
  const barred = barredFrom(room, act, state) ?? room.unseen(act, own(room, state), state)
  return barred === null
    ? ownEvents(room, room.decide(act, own(room, state), state))
    : refused(barred.rule, barred.facts)
}

/** Why the gate does not admit an act of a room; null when it does. */
export const barredFrom = (
  room: Pick<RoomLaw, 'name' | 'needs'>,
  act: AnyAct,
  state: DomainState,
): Refusal | null =>
  admitWith(act as AnyAct & { readonly body: object }, needsOf(room as RoomLaw, act.type), state.institution)

const requireFit = (rooms: readonly RoomLaw[]): void => {
  const names = rooms.map(({ name }) => name)
  for (const name of names)
    if (!/^[a-z]{3,30}$/.test(name) || chapters.includes(name) || names.filter(n => n === name).length > 1)
      throw new TypeError(`a room cannot be called ${name}`)
}

const byName = (rooms: readonly RoomLaw[]) => {
  const table = new Map(rooms.map(room => [room.name, room]))
  return ({ type }: { readonly type: string }): RoomLaw | undefined => table.get(namespaceOf(type))
}

const evolving =
  (roomOf: ReturnType<typeof byName>) =>
  (state: DomainState, event: DomainEvent): DomainState => {
    const { rooms } = state as Roomed
    const room = roomOf(event)
    if (room !== undefined) {
      const next = room.evolve(rooms[room.name], event)
      return next === rooms[room.name]
        ? state
        : ({ ...state, rooms: { ...rooms, [room.name]: next } } as DomainState)
    }
    const next = domainLaw.evolve(state, event)
    // What the chapters do not know is passed over there: an event of a room that is not open here.
    if (next === state) return state
    const { institution, meetings, texts, decisions, commitments } = next
    const roomed: Roomed = { institution, meetings, texts, decisions, commitments, rooms }
    return roomed
  }

/**
 * The law of a record with rooms: the chapters as they are, and each room for its own namespace. Without rooms it is
 * the chapters' law, and a record that once had some is read all the same: their entries count in the tree, and
 * change no state.
 */
export const lawWithRooms = (rooms: readonly RoomLaw[]): Law<DomainState, Act, DomainEvent> => {
  if (rooms.length === 0) return domainLaw
  requireFit(rooms)
  const roomOf = byName(rooms)
  const editions = rooms.map(({ name, edition }) => `${name} ${edition}`).sort()
  const initial: Roomed = {
    ...domainLaw.initial,
    rooms: Object.fromEntries(rooms.map(room => [room.name, room.initial])),
  }
  return {
    ...domainLaw,
    edition: [domainLaw.edition, ...editions].join(' + '),
    initial,
    decide: (act, state) => {
      const room = roomOf(act)
      return room === undefined ? domainLaw.decide(act, state) : decideIn(room, act, state)
    },
    decideAsSystem: (act, state) => {
      const room = roomOf(act)
      if (room === undefined) return domainLaw.decideAsSystem(act, state)
      needsOf(room, act.type)
      return ownEvents(room, room.decide(act, own(room, state), state))
    },
    evolve: evolving(roomOf),
    audienceOf: (act, state) => {
      const room = roomOf(act)
      return room === undefined
        ? domainLaw.audienceOf(act, state)
        : room.audienceOf(act, own(room, state), state)
    },
  }
}

/** A fold of a room that fails on an entry keeps its value: a fault in a room stops no act of the chapters. */
const guarded = (fold: Fold<unknown, DomainState, AnyEvent>): Fold<unknown, DomainState, AnyEvent> => ({
  ...fold,
  apply: (value, entry, state) => {
    try {
      return fold.apply(value, entry, state)
    } catch (error) {
      if (error instanceof TypeError || error instanceof RangeError) return value
      throw error
    }
  },
})

/** The folds of rooms, each under `room.name`, to stand beside those of the chapters. */
export const foldsOfRooms = (
  rooms: readonly { readonly law: Pick<RoomLaw, 'name'>; readonly folds?: Folds<DomainState, AnyEvent> }[],
): Folds<DomainState, AnyEvent> =>
  Object.fromEntries(
    rooms.flatMap(({ law, folds = {} }) =>
      Object.entries(folds).map(([name, fold]) => [`${law.name}.${name}`, guarded(fold)]),
    ),
  )
