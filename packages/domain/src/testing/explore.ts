import { canonicalJson, type Instant, type Json, type Outcome } from '@gavel/kernel'
import { domain } from '../domain.ts'
import type { Act, DomainEvent, DomainState } from '../state.ts'
import { decided } from './given.ts'

/** A small world to be walked through: where it begins, what can be tried in it, and how far to go. */
export interface World {
  readonly start: DomainState
  /** Every act worth trying, without its time: in each state each of them is tried once. */
  readonly acts: readonly Act[]
  /** The instants at which acts are tried, in order. Letting time pass to the next one is a step like any other. */
  readonly times: readonly Instant[]
  /** No state is looked at beyond this many steps from the start. */
  readonly depth: number
  /** No more states than this are visited; reaching it is told, never silent. */
  readonly most: number
  /**
   * The part of a state that tells it from another; two states of one key count as one. Default: all of it. Leave
   * out what no rule looks at (times, names), and say so where it is used.
   */
  readonly key?: (state: DomainState) => unknown
  /** What must hold in every state and of every step; the text of what is broken, or null. */
  readonly invariant?: (step: Step) => string | null
  /** Other rules than the real ones: a mutant, by which a test of the rules is itself tested. */
  readonly decide?: (act: Act, state: DomainState) => Outcome<DomainEvent>
}

export interface Step {
  readonly before: DomainState
  readonly act: Act
  readonly events: readonly DomainEvent[]
  readonly after: DomainState
}

/** What was found, with the bounds of the search: a claim without its bounds is worth nothing. */
export interface Found {
  readonly states: number
  readonly steps: number
  /** The most steps any visited state is away from the start. */
  readonly depth: number
  /** Whether every state within the depth was visited. */
  readonly complete: boolean
  /** How often each rule refused, by id. */
  readonly refusals: ReadonlyMap<string, number>
  /** How often each kind of event happened. */
  readonly events: ReadonlyMap<string, number>
  /** Each broken invariant with the shortest way to it. */
  readonly broken: readonly { readonly what: string; readonly way: readonly string[] }[]
}

/** A state on the way: how it was reached is kept as a chain, so that the way to a fault can be told. */
interface Node {
  readonly state: DomainState
  /** Which of the world's times it is. */
  readonly time: number
  readonly depth: number
  readonly way: Way | null
}

interface Way {
  readonly act: Act
  readonly before: Way | null
}

const told = (way: Way | null): readonly string[] =>
  way === null
    ? []
    : [...told(way.before), `${way.act.at} ${way.act.by}: ${way.act.type} ${JSON.stringify(way.act.body)}`]

const plus = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** A hash of the key keeps memory small: 53 bits of FNV-like mixing, enough for the few thousand states visited. */
const digest = (text: string): number => {
  let low = 0x811c9dc5
  let high = 0x1b873593
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0)
}

/** What a search keeps as it goes. */
interface Search {
  readonly world: World
  readonly seen: Set<number>
  readonly queue: Node[]
  readonly refusals: Map<string, number>
  readonly events: Map<string, number>
  readonly broken: { readonly what: string; readonly way: readonly string[] }[]
  steps: number
  complete: boolean
}

/** Puts a state and a time in the queue, unless they were seen, or there are too many. */
const reach = (search: Search, node: Node): void => {
  const { world, seen, queue } = search
  const key = digest(`${node.time} ${canonicalJson((world.key ?? (all => all))(node.state) as Json)}`)
  if (seen.has(key)) return
  if (seen.size >= world.most) {
    search.complete = false
    return
  }
  seen.add(key)
  queue.push(node)
}

const attempt = (search: Search, from: Node, tried: Act): void => {
  const { world, refusals, events, broken } = search
  const act = { ...tried, at: world.times[from.time]! } as Act
  const outcome = (world.decide ?? decided)(act, from.state)
  search.steps++
  if (outcome.kind === 'refused') {
    plus(refusals, outcome.refusal.rule)
    return
  }
  for (const event of outcome.events) plus(events, event.type)
  const after = outcome.events.reduce(domain.evolve, from.state)
  const way: Way = { act, before: from.way }
  const what = world.invariant?.({ before: from.state, act, events: outcome.events, after }) ?? null
  if (what !== null && !broken.some(one => one.what === what)) broken.push({ what, way: told(way) })
  reach(search, { state: after, time: from.time, depth: from.depth + 1, way })
}

/**
 * Visits, breadth first, every state that the acts can lead to within the bounds, through the very gate and rules
 * the record uses. Because the shortest ways come first, a broken invariant is shown by a shortest example.
 */
export const explore = (world: World): Found => {
  const search: Search = {
    world,
    seen: new Set(),
    queue: [],
    refusals: new Map(),
    events: new Map(),
    broken: [],
    steps: 0,
    complete: true,
  }
  reach(search, { state: world.start, time: 0, depth: 0, way: null })
  for (let next = 0; next < search.queue.length; next++) {
    const node = search.queue[next]!
    if (node.depth === world.depth) continue
    for (const act of world.acts) attempt(search, node, act)
    if (node.time + 1 < world.times.length)
      reach(search, { ...node, time: node.time + 1, depth: node.depth + 1 })
  }
  const { seen, steps, complete, refusals, events, broken } = search
  return { states: seen.size, steps, depth: search.queue.at(-1)!.depth, complete, refusals, events, broken }
}

/** Of the rules named, those that never refused anything: dead in this world, or the world is too small for them. */
export const neverReached = (found: Found, rules: readonly string[]): readonly string[] =>
  rules.filter(rule => !found.refusals.has(rule))

/** The result in one line, with its bounds. */
export const summary = (found: Found, world: World): string =>
  `${found.states} states, ${found.steps} acts tried, depth ${found.depth} of ${world.depth}, ` +
  `${found.complete ? 'all within the depth' : `stopped at ${world.most} states`}; ` +
  `refused by ${[...found.refusals.keys()].sort().join(' ')}`
