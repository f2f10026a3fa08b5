import { randomBytes } from 'node:crypto'
import { consistencyProof, inclusionProof, printProof } from '@gavel/record'
import { catchUp } from './catch-up.ts'
import { commitBatch, entryOfAct, type Job } from './commit.ts'
import type { Core } from './core.ts'
import { makeReady } from './decide.ts'
import { putDocument } from './documents.ts'
import { eraseEntry } from './erase.ts'
import { follow } from './follow.ts'
import type { AnyAct, AnyEvent, Folds, SentAct, ValuesOf } from './law.ts'
import { nodeHashing } from './leaf.ts'
import type { OpenOptions, RecordKeeper } from './record-keeper.ts'
import { closedConflict } from './result.ts'
import { type Sequencer, sequencer } from './sequencer.ts'
import { examine, memoryOf, presentClosure, sign } from './signing.ts'
import { editionOf, writeSnapshot } from './snapshot.ts'
import { headOf } from './standing.ts'
import { startRecord } from './start.ts'
import { leavesOf, readTile, tileOf } from './tiles.ts'
import { instantNow, viewer } from './viewing.ts'

/** The most acts that share one commit. */
const batchActs = 2048

/** How the record keeps up with the world: snapshots, checkpoints, and other servers on the same store. */
const upkeep = <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  queue: Sequencer<Job<Act>>,
) => {
  const { signing, checkpointAfterMs = 1000, snapshotEvery = 50_000, onTrouble } = core.options
  let timer: NodeJS.Timeout | undefined
  let saving = false

  const saveSnapshot = async (): Promise<void> => {
    const { standing, known } = core
    if (standing.edge.size === core.snapshotSize) return
    await core.store.saveSnapshot(writeSnapshot(editionOf(core.reading), standing, known.bytes()))
    core.snapshotSize = standing.edge.size
  }

  const signSoon = (): void => {
    if (signing === undefined || checkpointAfterMs === 0 || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      queue.alone(() => sign(core)).catch(error => onTrouble?.('a checkpoint was not signed', error))
    }, checkpointAfterMs)
    timer.unref()
  }

  const snapshotSoon = (): void => {
    if (snapshotEvery === 0 || saving || core.standing.edge.size - core.snapshotSize < snapshotEvery) return
    saving = true
    queue
      .alone(saveSnapshot)
      .catch(error => onTrouble?.('a snapshot was not saved', error))
      .finally(() => {
        saving = false
      })
  }

  const tend = (): void => {
    signSoon()
    snapshotSoon()
  }
  core.onGrown.add(tend)
  let catching = false
  const unwatch = core.store.watch(() => {
    if (catching) return
    catching = true
    queue
      .alone(() => {
        catching = false
        return catchUp(core)
      })
      .catch(error => onTrouble?.('the store could not be read', error))
  })
  return {
    saveSnapshot,
    stop: (): void => {
      unwatch()
      core.onGrown.delete(tend)
      clearTimeout(timer)
    },
  }
}

/** Waits until the record is longer than `size`. */
const grownBeyond = (core: Core<never, never, never>, size: number): Promise<void> =>
  new Promise(resolve => {
    const look = (): void => {
      if (core.standing.edge.size <= size) return
      core.onGrown.delete(look)
      resolve()
    }
    core.onGrown.add(look)
    look()
  })

/**
 * Opens a record: brings its state up from the store, holds the store against the memory of the signing key, and
 * gives the keeper through which everything goes. A record that may not sign opens all the same, for reading.
 * Throws RecordDamaged when the entries do not add up to the root.
 */
export const openRecord = async <
  State,
  Act extends AnyAct,
  Event extends AnyEvent,
  const F extends Folds<State, Event>,
>(
  options: OpenOptions<State, Act, Event, F>,
): Promise<RecordKeeper<State, Act, Event, F>> => {
  const { store, law, folds } = options
  const reading = { law, folds }
  const started = await startRecord<State, Act, Event>(reading, store)
  const core: Core<State, Act, Event> = {
    store,
    reading,
    options,
    random: options.random ?? randomBytes,
    toleranceMs: options.clockToleranceMs ?? 5000,
    standing: started.standing,
    known: started.known,
    snapshotSize: started.snapshotSize,
    closure: null,
    uncertain: false,
    onGrown: new Set(),
  }
  const reexamine = async () => {
    if (core.closure?.name === 'damaged') return core.closure
    const found = await examine(core)
    core.closure = found
    return presentClosure(core)
  }
  await reexamine()
  const queue = sequencer<Job<Act>>(
    jobs => commitBatch(core, jobs),
    job => job.acts.length,
    batchActs,
  )
  return keeperOf<State, Act, Event, F>(core, queue, reexamine)
}

const keeperOf = <State, Act extends AnyAct, Event extends AnyEvent, F extends Folds<State, Event>>(
  core: Core<State, Act, Event>,
  queue: Sequencer<Job<Act>>,
  reexamine: () => Promise<ReturnType<typeof presentClosure>>,
): RecordKeeper<State, Act, Event, F> => {
  const { store, options } = core
  const views = viewer(core)
  const { saveSnapshot, stop } = upkeep(core, queue)
  return {
    storeId: store.storeId,
    verifierKey: options.signing?.signer.verifierKey,
    state: () => core.standing.state,
    views: () => core.standing.views as ValuesOf<F>,
    head: () => headOf(core.standing),
    now: () => instantNow(core),
    closure: () => presentClosure(core),
    submit: (acts, by = 'outside') => submit(core, queue, acts, by),
    read: (from, to, reader) => views.read(from, to, reader),
    readWhole: (from, to) => views.whole(from, to),
    follow: (from, reader, listener) => follow(core, views, from, reader, listener),
    onGrown: told => {
      core.onGrown.add(told)
      return () => core.onGrown.delete(told)
    },
    mayRead: (audience, reader) =>
      core.reading.law.mayRead(audience, reader, core.standing.state, instantNow(core)),
    findAct: async actId => (await entryOfAct(core, actId))?.index,
    grown: size => grownBeyond(core as unknown as Core<never, never, never>, size),
    checkpoint: () => queue.alone(() => sign(core)),
    latestCheckpoint: () => store.latestCheckpoint(),
    proof: index => proofOf(core, queue, index),
    inclusion: async (index, size) =>
      index >= 0 && index < size && size <= core.standing.edge.size
        ? inclusionProof(index, size, readTile(core), nodeHashing)
        : undefined,
    consistency: async (from, to) =>
      from >= 1 && from <= to && to <= core.standing.edge.size
        ? consistencyProof(from, to, readTile(core), nodeHashing)
        : undefined,
    tile: (level, index, width) => tileOf(core, level, index, width),
    leaves: (index, width) => leavesOf(core, index, width),
    erase: index =>
      queue.alone(async () => {
        const outcome = await eraseEntry(core, index)
        if (outcome === 'erased') views.forget()
        return outcome
      }),
    putDocument: (mediaType, bytes) => putDocument(store, mediaType, bytes),
    document: hash => store.document(hash),
    accept: named =>
      queue.alone(async () => {
        if (core.closure?.name === named && named !== 'damaged')
          await options.signing?.guard.save(memoryOf(core, headOf(core.standing)))
        return reexamine()
      }),
    reexamine: () => queue.alone(reexamine),
    catchUp: () => queue.alone(() => catchUp(core)),
    saveSnapshot: () => queue.alone(saveSnapshot),
    close: async () => {
      stop()
      await queue.idle()
      if ((options.snapshotEvery ?? 50_000) > 0 && !core.uncertain)
        await saveSnapshot().catch(error => options.onTrouble?.('a snapshot was not saved', error))
      await store.close()
    },
  }
}

/** An entry's proof under the latest checkpoint, which is made first where it is too old. */
const proofOf = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  queue: Sequencer<Job<Act>>,
  index: number,
) => {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < core.standing.edge.size)) return undefined
  const latest = await core.store.latestCheckpoint()
  const signed = latest !== undefined && latest.size > index ? latest : await queue.alone(() => sign(core))
  if ('sentence' in signed) return signed
  const path = await inclusionProof(index, signed.size, readTile(core), nodeHashing)
  return printProof({ index, path, checkpoint: signed.note })
}

const submit = <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  queue: Sequencer<Job<Act>>,
  acts: SentAct<Act> | readonly SentAct<Act>[],
  by: 'outside' | 'institution',
) => {
  const closed = presentClosure(core)
  if (closed !== null) return Promise.resolve(closedConflict(closed))
  const ready = makeReady<Act>(Array.isArray(acts) ? acts : [acts as SentAct<Act>])
  if ('kind' in ready) return Promise.resolve(ready)
  return new Promise<Awaited<ReturnType<RecordKeeper<State, Act, Event, never>['submit']>>>(
    (answer, fail) => {
      queue.push({ acts: ready, by, answer, fail })
    },
  )
}
