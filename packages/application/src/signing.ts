import { fromEpochMs } from '@gavel/kernel'
import { rootFromTiles } from '@gavel/record'
import { catchUp } from './catch-up.ts'
import { type Closure, closure } from './closure.ts'
import { type Core, clockBehind } from './core.ts'
import type { AnyAct, AnyEvent } from './law.ts'
import { nodeHashing } from './leaf.ts'
import type { Head, Signed, StoredCheckpoint } from './ports.ts'
import { headOf } from './standing.ts'
import { readTile } from './tiles.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Whether the store's history contains what the key remembers having signed. */
const contains = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  signed: Signed,
): Promise<Closure | null> => {
  if (signed.storeId !== core.store.storeId)
    return closure('otherStore', { signedStore: signed.storeId, store: core.store.storeId })
  if (signed.size > core.standing.edge.size) await catchUp(core)
  const { size } = core.standing.edge
  const facts = { entries: size, signed: signed.size, signedAt: fromEpochMs(signed.at) }
  if (signed.size > size) return closure('olderThanSigned', facts)
  const root = await rootFromTiles(signed.size, readTile(core), nodeHashing)
  return hex(root) === signed.root ? null : closure('otherThanSigned', facts)
}

/** Holds the store against the memory of the key. Null when nothing stands in the way of signing. */
export const examine = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
): Promise<Closure | null> => {
  const { signing, clock } = core.options
  if (signing === undefined) return null
  const signed = await signing.guard.load()
  if (signed === 'copied') return closure('guardCopied')
  if (signed === 'none') {
    const before = await core.store.latestCheckpoint()
    return before === undefined ? null : closure('guardMissing', { signed: before.size })
  }
  const behindMs = signed.at - clock.now()
  const other = await contains(core, signed)
  if (other !== null) return other
  return behindMs > core.toleranceMs
    ? closure('clockSetBack', { behindMs, signedAt: fromEpochMs(signed.at) })
    : null
}

/** The clock's closure is the only one that passes by itself. */
export const presentClosure = <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
): Closure | null => {
  if (core.closure !== null) return core.closure
  const behindMs = clockBehind(core)
  return behindMs === 0
    ? null
    : closure('clockSetBack', { behindMs, lastEntryAt: fromEpochMs(core.standing.at) })
}

/** What the key will remember of signing this head. */
export const memoryOf = <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
  head: Head,
): Signed => ({
  storeId: core.store.storeId,
  size: head.size,
  root: hex(head.root),
  at: core.options.clock.now(),
})

/**
 * Signs the present head, unless it is signed. The key remembers before anybody sees the signature: a server that
 * dies in between has remembered too much, never too little.
 */
export const sign = async <State, Act extends AnyAct, Event extends AnyEvent>(
  core: Core<State, Act, Event>,
): Promise<StoredCheckpoint | Closure> => {
  const { signing } = core.options
  if (signing === undefined) throw new TypeError('this record was opened without a key to sign with')
  const closed = presentClosure(core)
  if (closed !== null) return closed
  const objection = await examine(core)
  if (objection !== null) {
    if (objection.name !== 'clockSetBack') core.closure = objection
    return objection
  }
  const head = headOf(core.standing)
  const latest = await core.store.latestCheckpoint()
  if (latest?.size === head.size) return latest
  const note = await signing.signer.sign(head)
  await signing.guard.save(memoryOf(core, head))
  const checkpoint = { size: head.size, note }
  await core.store.saveCheckpoint(checkpoint)
  return checkpoint
}
