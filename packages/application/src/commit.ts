import { fromEpochMs } from '@gavel/kernel'
import { appendLeaves, tileWidth } from '@gavel/record'
import { catchUp } from './catch-up.ts'
import { closure } from './closure.ts'
import { announce, type Core, clockBehind } from './core.ts'
import { type Decided, decideAll, type ReadyAct, reactionMark } from './decide.ts'
import type { AnyAct, AnyEvent } from './law.ts'
import { nodeHashing, type WrittenEntry } from './leaf.ts'
import type { Batch, StoredEntry } from './ports.ts'
import {
  closedConflict,
  conflict,
  OutcomeUnknown,
  type Receipt,
  RecordDamaged,
  type Submitted,
} from './result.ts'
import type { Standing } from './standing.ts'

/** A submission on its way: acts that go in together or not at all, and who waits for the answer. */
export interface Job<Act extends AnyAct> {
  readonly acts: readonly ReadyAct<Act>[]
  readonly by: 'outside' | 'institution'
  readonly answer: (submitted: Submitted) => void
  readonly fail: (error: Error) => void
}

/** A batch decided but not yet appended: what to answer to whom, and where the record will stand. */
interface Attempt<State, Act extends AnyAct> {
  readonly batch: Batch
  readonly standing: Standing<State>
  readonly answers: readonly (readonly [Job<Act>, Submitted])[]
  /** Jobs that name an act of another job of this batch: they go again once it is known what became of it. */
  readonly later: readonly Job<Act>[]
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** The entry that carries exactly this act id, if the record has one. */
export const entryOfAct = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  actId: string,
): Promise<StoredEntry | undefined> => {
  for (const index of core.known.candidates(actId)) {
    const [entry] = await core.store.read(index, index + 1)
    if (entry?.actId === actId) return entry
  }
  return undefined
}

/** The receipt a list of acts was given when it was recorded. */
const receiptOf = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  first: StoredEntry,
  acts: readonly ReadyAct<Act>[],
): Promise<Receipt> => {
  const ids = new Set<string>(acts.map(({ sent }) => sent.id))
  const isPart = (entry: StoredEntry) => ids.has(entry.actId.split(reactionMark)[0]!)
  // An act seldom sets off more than one reaction; whoever sends one act again does not have 64 entries read for it.
  const step = Math.min(64, 2 * acts.length + 1)
  let entries = 0
  for (let from = first.index; from < core.standing.edge.size; from += step) {
    const read = await core.store.read(from, from + step)
    const stop = read.findIndex(entry => !isPart(entry))
    entries += stop === -1 ? read.length : stop
    if (stop !== -1 || read.length < step) break
  }
  return { index: first.index, at: fromEpochMs(first.at), size: first.index + entries, entries }
}

/**
 * What is to be said of acts some of which may be on the record: nothing (undefined) when none is; their receipt
 * when all are, as they were sent; a conflict when an id belongs to another act, or a list is only partly recorded.
 */
const answerKnown = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  acts: readonly ReadyAct<Act>[],
): Promise<Submitted | undefined> => {
  const found: StoredEntry[] = []
  for (const [place, { sent, digest }] of acts.entries()) {
    const entry = await entryOfAct(core, sent.id)
    if (entry === undefined) continue
    const facts = { id: sent.id, index: entry.index }
    // An erased or imported entry has no digest any more; then the id alone has to do.
    if (entry.digest.length > 0 && !sameBytes(entry.digest, digest))
      return conflict('actIdTaken', 'Another act is on the record under this id.', facts, place)
    if (found.length !== place)
      return conflict('actIdTaken', 'Only a part of this list is on the record.', facts, place)
    found.push(entry)
  }
  if (found.length === 0) return undefined
  if (found.length < acts.length)
    return conflict(
      'actIdTaken',
      'Only a part of this list is on the record.',
      { recorded: found.length },
      found.length,
    )
  return { kind: 'recorded', receipt: await receiptOf(core, found[0]!, acts), repeated: true }
}

/** Level 0 is kept once a tile is full; its newest part follows from the entries. */
const worthKeeping = ({ level, hashes }: { readonly level: number; readonly hashes: Uint8Array }): boolean =>
  level > 0 || hashes.length === tileWidth * 32

const attempt = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  jobs: readonly Job<Act>[],
): Promise<Attempt<State, Act>> => {
  const { standing, reading, random, options } = core
  const atMs = Math.max(options.clock.now(), standing.at)
  const at = fromEpochMs(atMs)
  const written: WrittenEntry[] = []
  const answers: (readonly [Job<Act>, Submitted])[] = []
  const later: Job<Act>[] = []
  const inBatch = new Set<string>()
  let { state, views } = standing
  for (const job of jobs) {
    if (job.acts.some(({ sent }) => inBatch.has(sent.id))) {
      later.push(job)
      continue
    }
    const mayBeKnown = job.acts.some(({ sent }) => core.known.candidates(sent.id).length > 0)
    const known = mayBeKnown ? await answerKnown(core, job.acts) : undefined
    const size = standing.edge.size + written.length
    const decided: Decided<State> | Submitted =
      known ?? decideAll(reading, random, { state, views, size }, job.acts, { atMs, at }, job.by)
    if (decided.kind !== 'entries') {
      answers.push([job, decided])
      continue
    }
    for (const { sent } of job.acts) inBatch.add(sent.id)
    written.push(...decided.entries)
    ;({ state, views } = decided)
    const entries = decided.entries.length
    const receipt: Receipt = { index: size, at, size: size + entries, entries }
    answers.push([job, { kind: 'recorded', receipt, repeated: false }])
  }
  return { ...stand(standing, written, state, views, atMs), answers, later }
}

/** Puts what was written into the tree. */
const stand = <State>(
  before: Standing<State>,
  written: readonly WrittenEntry[],
  state: State,
  views: Standing<State>['views'],
  atMs: number,
): { readonly batch: Batch; readonly standing: Standing<State> } => {
  const hashes = written.map(({ leafHash }) => leafHash)
  const { edge, root, tiles } = appendLeaves(before.edge, hashes, nodeHashing)
  const head = { size: edge.size, root }
  const entries = written.map(({ entry }) => entry)
  return {
    batch: { expectedSize: before.edge.size, entries, tiles: tiles.filter(worthKeeping), head },
    standing: { state, views, edge, root, at: written.length === 0 ? before.at : atMs },
  }
}

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/**
 * What became of an append that ended in an error: it may have taken effect all the same. The store's own head
 * tells; equal roots mean equal entries.
 */
const outcomeOf = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  tried: Attempt<State, Act>,
  cause: unknown,
): Promise<'appended' | 'moved' | 'absent'> => {
  for (let pause = 20; ; pause *= 3) {
    try {
      const head = await core.store.head()
      if (head.size < tried.batch.head.size)
        return head.size === tried.batch.expectedSize ? 'absent' : 'moved'
      const ours = head.size === tried.batch.head.size && sameBytes(head.root, tried.batch.head.root)
      return ours ? 'appended' : 'moved'
    } catch {
      if (pause > 500) throw new OutcomeUnknown('the store does not answer', { cause })
      await wait(pause)
    }
  }
}

const append = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  tried: Attempt<State, Act>,
): Promise<'appended' | 'moved'> => {
  try {
    return await core.store.append(tried.batch)
  } catch (cause) {
    core.uncertain = true
    const outcome = await outcomeOf(core, tried, cause)
    // Nothing was written as far as can be seen; it may still be under way, so it is for the sender to try again.
    if (outcome === 'absent') throw new OutcomeUnknown('the store failed to append', { cause })
    core.uncertain = false
    return outcome
  }
}

/** A batch without entries proves nothing about the head; before it refuses anybody, the store is asked. */
const isFresh = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  tried: Attempt<State, Act>,
): Promise<boolean> => {
  if (tried.answers.every(([, answer]) => answer.kind === 'recorded')) return true
  return (await core.store.head()).size === core.standing.edge.size
}

const settle = <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  tried: Attempt<State, Act>,
): void => {
  for (const { actId } of tried.batch.entries) core.known.add(actId)
  core.standing = tried.standing
  for (const [job, answer] of tried.answers) job.answer(answer)
  if (tried.batch.entries.length > 0) announce(core)
}

/** Why no act can be taken now, if so. */
const closedNow = <State, Act extends AnyAct, Event extends AnyEvent>(core: Core<State, Act, Event>) => {
  if (core.closure !== null) return core.closure
  const behindMs = clockBehind(core)
  return behindMs === 0
    ? null
    : closure('clockSetBack', { behindMs, lastEntryAt: fromEpochMs(core.standing.at) })
}

const isBug = (error: unknown): error is Error => error instanceof TypeError || error instanceof RangeError

/** A bug and a damaged record are what they are; whatever else goes wrong is the store being out of reach. */
const named = (error: unknown): Error =>
  error instanceof OutcomeUnknown || error instanceof RecordDamaged || isBug(error)
    ? error
    : new OutcomeUnknown('the store does not answer', { cause: error })

/**
 * Decides, appends and answers one batch; again from the new state whenever another server was first. When the rules
 * run into a bug nothing has been appended; the jobs then go one by one, so that only the one that leads there fails.
 */
export const commitBatch = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  jobs: readonly Job<Act>[],
): Promise<void> => {
  let open = jobs
  try {
    if (core.uncertain) await catchUp(core)
    while (open.length > 0) {
      const closed = closedNow(core)
      if (closed !== null) {
        for (const job of open) job.answer(closedConflict(closed))
        return
      }
      const tried = await attempt(core, open)
      const isEmpty = tried.batch.entries.length === 0
      const stands = isEmpty ? await isFresh(core, tried) : (await append(core, tried)) === 'appended'
      if (stands) {
        settle(core, tried)
        open = tried.later
      } else await catchUp(core)
    }
  } catch (error) {
    if (isBug(error) && open.length > 1) for (const job of open) await commitBatch(core, [job])
    // Whoever was answered already takes no notice of this.
    else for (const job of open) job.fail(named(error))
  }
}
