import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyTable, entries, get, has, put, remove, type Table, tableOf, update, values } from './index.ts'

/** Four keys of one and the same 32-bit hash, found by search; they share a bucket. */
const colliding = ['k31ob36vs', 'k31obayeg', 'kmtnv36vs', 'kmtnvayeg'] as const

/** Keys that meet often: few of them, some colliding, some that are special on plain objects. */
const key = fc.oneof(
  fc.constantFrom(...colliding),
  fc.constantFrom('', '__proto__', 'constructor', 'toString', '0', 'length', '\ud800'),
  fc.integer({ min: 0, max: 60 }).map(n => `m${n}`),
  fc.string({ maxLength: 3 }),
)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constant('put' as const), key, fc.integer()) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('remove' as const), key, fc.constant(0)) },
)
type Step = readonly ['put' | 'remove', string, number]

const run = (steps: readonly Step[]): { table: Table<number>; map: Map<string, number> } => {
  let table = emptyTable<number>()
  const map = new Map<string, number>()
  for (const [what, name, value] of steps) {
    table = what === 'put' ? put(table, name, value) : remove(table, name)
    what === 'put' ? map.set(name, value) : map.delete(name)
  }
  return { table, map }
}
const sorted = (list: Iterable<readonly [string, number]>) => [...list].sort(([a], [b]) => (a < b ? -1 : 1))

describe('a table', () => {
  test('is a map, whatever is put and removed', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), steps => {
        const { table, map } = run(steps)
        expect(table.size).toBe(map.size)
        expect(sorted(entries(table))).toEqual(sorted(map))
        for (const [, name] of steps) {
          expect(get(table, name)).toBe(map.get(name))
          expect(has(table, name)).toBe(map.has(name))
        }
      }),
      { numRuns: 300 },
    ))

  test('does not change what was there before', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), step, (steps, last) => {
        const before = run(steps)
        const frozen = JSON.stringify(before.table)
        last[0] === 'put' ? put(before.table, last[1], last[2]) : remove(before.table, last[1])
        expect(JSON.stringify(before.table)).toBe(frozen)
      }),
    ))

  test('iterates in an order that depends on its keys alone', () =>
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 40 }), fc.integer(), (keys, seed) => {
        const pairs = keys.map((name, at) => [name, at] as const)
        const shuffled = [...pairs].sort(([a], [b]) => ((a.length * seed) % 7) - ((b.length * seed) % 7))
        const detour = remove(put(tableOf(shuffled.reverse()), 'detour', 1), 'detour')
        const direct = tableOf(pairs)
        if (!keys.includes('detour')) expect([...entries(detour)]).toEqual([...entries(direct)])
      }),
    ))

  test('keeps colliding keys apart', () => {
    const table = tableOf(colliding.map((name, at) => [name, at] as const))
    const deepest = (slots: readonly unknown[]): number =>
      Math.max(
        ...slots.map(slot => (Array.isArray(slot) ? slot.length : deepest((slot as Table<0>['root']).slots))),
      )
    expect(deepest(table.root.slots)).toBe(8)
    for (const order of [colliding, [...colliding].reverse()]) {
      let rest = tableOf(order.map(name => [name, name] as const))
      expect([...values(rest)]).toEqual([...colliding])
      for (const name of order) {
        expect(get(rest, name)).toBe(name)
        rest = remove(rest, name)
        expect(has(rest, name)).toBe(false)
      }
      expect(rest).toEqual(emptyTable())
    }
    expect(get(remove(table, 'k31obayeg'), 'kmtnvayeg')).toBe(3)
    expect(
      get(
        update(table, 'kmtnv36vs', n => n + 40),
        'kmtnv36vs',
      ),
    ).toBe(42)
  })

  test('goes through JSON and comes back whole', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), steps => {
        const { table, map } = run(steps)
        const read = JSON.parse(JSON.stringify(table)) as Table<number>
        expect(sorted(entries(put(read, 'more', 1)))).toEqual(sorted(new Map(map).set('more', 1)))
      }),
    ))

  test('removing what is not there gives the same table; updating it throws', () => {
    const table = tableOf([['a', 1]])
    expect(remove(table, 'b')).toBe(table)
    expect(() => update(table, 'b', n => n)).toThrow('no b in the table')
    expect(remove(table, 'a')).toEqual(emptyTable())
  })

  test('shares all but a few nodes with the table before', () => {
    const many = tableOf(Array.from({ length: 5_000 }, (_, n) => [`member-${n}`, n] as const))
    const nodes = (table: Table<number>): Set<unknown> => {
      const found = new Set<unknown>()
      const visit = (slot: unknown): void => {
        found.add(slot)
        if (!Array.isArray(slot)) for (const below of (slot as Table<number>['root']).slots) visit(below)
      }
      visit(table.root)
      return found
    }
    const before = nodes(many)
    const fresh = [...nodes(put(many, 'member-77', -1))].filter(node => !before.has(node))
    expect(fresh.length).toBeLessThanOrEqual(8)
  })
})
