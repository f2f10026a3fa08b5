/**
 * A table: an immutable map from string keys. Setting a key makes a new table that shares all but a few nodes
 * with the old one, so the cost of an act does not grow with the institution. It is a hash array mapped trie
 * (Bagwell, "Ideal Hash Trees", 2001), kept as plain objects and arrays: a snapshot is `JSON.stringify` and
 * nothing else. Iteration follows the hash, not insertion; where order matters the state keeps a list.
 */
export interface Table<V> {
  readonly size: number
  readonly root: TableNode<V>
}

export interface TableNode<V> {
  /** Which of the 32 places are taken; `slots` holds only those, in order. */
  readonly bits: number
  readonly slots: readonly (TableNode<V> | Bucket<V>)[]
}

/** Keys with their values, `[key, value]`; longer only where full 32-bit hashes collide. */
type Bucket<V> = readonly (string | V)[]

const emptyNode: TableNode<never> = { bits: 0, slots: [] }
const empty: Table<never> = { size: 0, root: emptyNode }

export const emptyTable = <V>(): Table<V> => empty

export const tableOf = <V>(entries: Iterable<readonly [string, V]>): Table<V> => {
  let table: Table<V> = empty
  for (const [key, value] of entries) table = put(table, key, value)
  return table
}

/** FNV-1a with a final mix (murmur3's), so that short, similar ids spread over the low bits too. */
const hashOf = (key: string): number => {
  let h = 0x811c9dc5
  for (let at = 0; at < key.length; at++) h = Math.imul(h ^ key.charCodeAt(at), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const countBits = (n: number): number => {
  let v = n - ((n >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const isBucket = <V>(slot: TableNode<V> | Bucket<V>): slot is Bucket<V> => Array.isArray(slot)

const valueIn = <V>(root: TableNode<V>, key: string, hash: number): V | undefined => {
  let node = root
  for (let shift = 0; ; shift += 5) {
    const bit = 1 << ((hash >>> shift) & 31)
    if ((node.bits & bit) === 0) return undefined
    const slot = node.slots[countBits(node.bits & (bit - 1))]!
    if (!isBucket(slot)) {
      node = slot
      continue
    }
    for (let at = 0; at < slot.length; at += 2) if (slot[at] === key) return slot[at + 1] as V
    return undefined
  }
}

/** The value under `key`, or undefined. */
export const get = <V>(table: Table<V>, key: string): V | undefined =>
  table.size === 0 ? undefined : valueIn(table.root, key, hashOf(key))

export const has = <V>(table: Table<V>, key: string): boolean => get(table, key) !== undefined

const replaced = <T>(list: readonly T[], at: number, value: T): readonly T[] => {
  const copy = list.slice()
  copy[at] = value
  return copy
}

/** Copies element by element: for the short lists of a node that is faster than joining slices. */
const inserted = <T>(list: readonly T[], at: number, value: T): readonly T[] => {
  const copy: T[] = []
  for (let from = 0; from < at; from++) copy.push(list[from]!)
  copy.push(value)
  for (let from = at; from < list.length; from++) copy.push(list[from]!)
  return copy
}

/** A node that holds two buckets of different hashes, as deep as their hashes agree. */
const branch = <V>(a: Bucket<V>, hashA: number, b: Bucket<V>, hashB: number, shift: number): TableNode<V> => {
  const placeA = (hashA >>> shift) & 31
  const placeB = (hashB >>> shift) & 31
  if (placeA === placeB) return { bits: 1 << placeA, slots: [branch(a, hashA, b, hashB, shift + 5)] }
  return { bits: (1 << placeA) | (1 << placeB), slots: placeA < placeB ? [a, b] : [b, a] }
}

/** Colliding keys stand in the order of their text, so that a table does not remember how it came about. */
const putInBucket = <V>(bucket: Bucket<V>, key: string, value: V): Bucket<V> => {
  let at = 0
  while (at < bucket.length && (bucket[at] as string) < key) at += 2
  return bucket[at] === key
    ? replaced(bucket, at + 1, value)
    : [...bucket.slice(0, at), key, value, ...bucket.slice(at)]
}

const putIn = <V>(node: TableNode<V>, key: string, hash: number, value: V, shift: number): TableNode<V> => {
  const bit = 1 << ((hash >>> shift) & 31)
  const at = countBits(node.bits & (bit - 1))
  if ((node.bits & bit) === 0)
    return { bits: node.bits | bit, slots: inserted<TableNode<V> | Bucket<V>>(node.slots, at, [key, value]) }
  const slot = node.slots[at]!
  if (!isBucket(slot))
    return { bits: node.bits, slots: replaced(node.slots, at, putIn(slot, key, hash, value, shift + 5)) }
  const other = slot[0] === key ? hash : hashOf(slot[0] as string)
  const next =
    other === hash ? putInBucket(slot, key, value) : branch(slot, other, [key, value], hash, shift + 5)
  return { bits: node.bits, slots: replaced(node.slots, at, next) }
}

/** The table with `value` under `key`, in place of what was there. */
export const put = <V>(table: Table<V>, key: string, value: V): Table<V> => {
  const hash = hashOf(key)
  const isNew = valueIn(table.root, key, hash) === undefined
  return { size: isNew ? table.size + 1 : table.size, root: putIn(table.root, key, hash, value, 0) }
}

/** The table with what is under `key` passed through `change`; throws RangeError when nothing is there. */
export const update = <V>(table: Table<V>, key: string, change: (value: V) => V): Table<V> => {
  const hash = hashOf(key)
  const value = valueIn(table.root, key, hash)
  if (value === undefined) throw new RangeError(`no ${key} in the table`)
  return { size: table.size, root: putIn(table.root, key, hash, change(value), 0) }
}

const without = <T>(list: readonly T[], at: number, count: number): readonly T[] => [
  ...list.slice(0, at),
  ...list.slice(at + count),
]

const placeOf = <V>(bucket: Bucket<V>, key: string): number => {
  let at = 0
  while (bucket[at] !== key) at += 2
  return at
}

const removeIn = <V>(node: TableNode<V>, key: string, hash: number, shift: number): TableNode<V> => {
  const bit = 1 << ((hash >>> shift) & 31)
  const at = countBits(node.bits & (bit - 1))
  const slot = node.slots[at]!
  const next = isBucket(slot) ? without(slot, placeOf(slot, key), 2) : removeIn(slot, key, hash, shift + 5)
  const gone = isBucket(next) ? next.length === 0 : next.bits === 0
  return gone
    ? { bits: node.bits & ~bit, slots: without(node.slots, at, 1) }
    : { bits: node.bits, slots: replaced(node.slots, at, next) }
}

/** The table without `key`; the same table when it was not there. */
export const remove = <V>(table: Table<V>, key: string): Table<V> => {
  if (table.size === 0) return table
  const hash = hashOf(key)
  if (valueIn(table.root, key, hash) === undefined) return table
  return { size: table.size - 1, root: removeIn(table.root, key, hash, 0) }
}

function* walk<V>(node: TableNode<V>): Generator<[string, V]> {
  for (const slot of node.slots) {
    if (!isBucket(slot)) yield* walk(slot)
    else for (let at = 0; at < slot.length; at += 2) yield [slot[at] as string, slot[at + 1] as V]
  }
}

/** Keys and values, in an order that depends on the keys alone and not on how the table came about. */
export const entries = <V>(table: Table<V>): Generator<[string, V]> => walk(table.root)

export const values = function* <V>(table: Table<V>): Generator<V> {
  for (const [, value] of walk(table.root)) yield value
}
