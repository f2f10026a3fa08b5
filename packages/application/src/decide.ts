import type { ActHeader } from '@gavel/domain'
import type { ActId, Instant } from '@gavel/kernel'
import { entryLimit } from '@gavel/record'
import type { AnyAct, AnyEvent, SentAct } from './law.ts'
import { digestOf, type WrittenEntry, type WrittenHeader, writeEntry, writeHeader } from './leaf.ts'
import type { Randomness } from './ports.ts'
import { conflict, type Submitted } from './result.ts'
import { evolved, type Reading, type Standing, viewed } from './standing.ts'

/** What the institution's own acts have in their ids, and no other act may. */
export const reactionMark = '~'

/** The most acts one list may hold. */
export const listLimit = 10_000

/** How many rounds of reactions to reactions one act may set off before that is taken for a fault of the rules. */
const reactionRounds = 16

const fitId = /^[\x21-\x7d]{1,128}$/

/** An act that was sent and looked at: its digest is known and its form is one the record can keep. */
export interface ReadyAct<Act extends AnyAct> {
  readonly sent: SentAct<Act>
  readonly header: WrittenHeader
  readonly digest: Uint8Array
}

type Failed = Exclude<Submitted, { readonly kind: 'recorded' }>

/** Looks at what was sent before any rule does: ids, and whether all of it can be written down. */
export const makeReady = <Act extends AnyAct>(
  acts: readonly SentAct<Act>[],
): readonly ReadyAct<Act>[] | Failed => {
  if (acts.length === 0) return conflict('listEmpty', 'The list holds no act.')
  if (acts.length > listLimit)
    return conflict('listTooLong', `A list holds at most ${listLimit} acts.`, {
      acts: acts.length,
      limit: listLimit,
    })
  const ready: ReadyAct<Act>[] = []
  const ids = new Set<string>()
  for (let place = 0; place < acts.length; place++) {
    const sent = acts[place]!
    const { id } = sent as SentAct<AnyAct>
    if (typeof id !== 'string' || !fitId.test(id))
      return conflict(
        'actIdUnfit',
        `An act's id has 1 to 128 printable ASCII characters, without blanks and without "${reactionMark}".`,
        { id: String(id).slice(0, 140) },
        place,
      )
    if (ids.has(id)) return conflict('actIdTaken', 'The list names this id twice.', { id }, place)
    ids.add(id)
    try {
      const header = writeHeader(sent as SentAct<AnyAct>)
      ready.push({ sent, header, digest: digestOf(header, (sent as SentAct<AnyAct>).body) })
    } catch (error) {
      return conflict(
        'notCanonical',
        `The act cannot be written down: ${(error as Error).message}.`,
        { id },
        place,
      )
    }
  }
  return ready
}

/** A submission that was decided: the entries it makes, and the standing after them but for the tree. */
export interface Decided<State> {
  readonly kind: 'entries'
  readonly entries: readonly WrittenEntry[]
  readonly state: State
  readonly views: Standing<State>['views']
}

interface Deciding<State, Act extends AnyAct, Event extends AnyEvent> {
  readonly reading: Reading<State, Act, Event>
  readonly random: Randomness
  readonly atMs: number
  readonly at: Instant
  readonly written: WrittenEntry[]
  state: State
  views: Standing<State>['views']
  nextIndex: number
}

const tooLarge = (act: ActHeader, place: number): Failed =>
  conflict(
    'entryTooLarge',
    `The act and what comes of it would take more than ${entryLimit} bytes; divide it, or put long words into a document.`,
    { id: act.id, limit: entryLimit },
    place,
  )

/** Writes an act that was accepted, and folds what came of it in. */
const record = <State, Act extends AnyAct, Event extends AnyEvent>(
  into: Deciding<State, Act, Event>,
  act: Act,
  sent: Pick<ReadyAct<Act>, 'header' | 'digest'>,
  events: readonly Event[],
  place: number,
): Failed | undefined => {
  const { law, folds } = into.reading
  const state = evolved(law, into.state, events)
  const audience = law.audienceOf(act, state)
  const written = writeEntry(act, sent, events, audience, into.atMs, into.random)
  if (written === undefined) return tooLarge(act, place)
  into.views = viewed(folds, into.views, into.nextIndex, { act, events, audience }, state)
  into.state = state
  into.nextIndex++
  into.written.push(written)
  return undefined
}

const noDigest = new Uint8Array(0)

/** The institution's own acts about what happened, and about what those lead to, in the same commit. */
const react = <State, Act extends AnyAct, Event extends AnyEvent>(
  into: Deciding<State, Act, Event>,
  cause: string,
  events: readonly Event[],
  place: number,
): Failed | undefined => {
  const { law } = into.reading
  let pending = law.reactionsTo(events, into.state)
  for (let round = 0, number = 1; pending.length > 0; round++) {
    if (round === reactionRounds) throw new RangeError(`reactions to ${cause} never end`)
    const led: Event[] = []
    for (const reaction of pending) {
      const act = {
        ...reaction,
        id: `${cause}${reactionMark}${number++}` as ActId,
        at: into.at,
      } as unknown as Act
      const outcome = law.decideAsSystem(act, into.state)
      // What the institution itself must do and cannot: then the act that asks for it does not happen either.
      if (outcome.kind === 'refused') return { kind: 'refused', refusal: outcome.refusal, act: place }
      const failed = record(into, act, { header: writeHeader(act), digest: noDigest }, outcome.events, place)
      if (failed !== undefined) return failed
      led.push(...outcome.events)
    }
    pending = law.reactionsTo(led, into.state)
  }
  return undefined
}

/** Decides a list of acts one after the other, all or none. Pure but for the salts of sealed entries. */
export const decideAll = <State, Act extends AnyAct, Event extends AnyEvent>(
  reading: Reading<State, Act, Event>,
  random: Randomness,
  from: { readonly state: State; readonly views: Standing<State>['views']; readonly size: number },
  acts: readonly ReadyAct<Act>[],
  { atMs, at }: { readonly atMs: number; readonly at: Instant },
  by: 'outside' | 'institution',
): Decided<State> | Failed => {
  const { law } = reading
  const into: Deciding<State, Act, Event> = {
    reading,
    random,
    atMs,
    at,
    written: [],
    state: from.state,
    views: from.views,
    nextIndex: from.size,
  }
  for (let place = 0; place < acts.length; place++) {
    const ready = acts[place]!
    // What the digest covers and nothing else.
    const { as, body, by: person, id, type } = ready.sent as SentAct<AnyAct>
    const act = { id, type, by: person, as, at, body } as unknown as Act
    const outcome =
      by === 'institution' && act.as.kind === 'system'
        ? law.decideAsSystem(act, into.state)
        : law.decide(act, into.state)
    if (outcome.kind === 'refused') return { kind: 'refused', refusal: outcome.refusal, act: place }
    const failed =
      record(into, act, ready, outcome.events, place) ?? react(into, act.id, outcome.events, place)
    if (failed !== undefined) return failed
  }
  return { kind: 'entries', entries: into.written, state: into.state, views: into.views }
}
