import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataPath, qrCode } from './qr.ts'

/** A reader of its own: the format, the mask taken off, the blocks put together again. Error correction M alone. */
const masks = [
  (x: number, y: number) => (x + y) % 2,
  (_: number, y: number) => y % 2,
  (x: number) => x % 3,
  (x: number, y: number) => (x + y) % 3,
  (x: number, y: number) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x: number, y: number) => ((x * y) % 2) + ((x * y) % 3),
  (x: number, y: number) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x: number, y: number) => (((x + y) % 2) + ((x * y) % 3)) % 2,
]
const correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26]
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5]
const total = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]

/** Powers of the field's generator, made the other way round: by repeated doubling. */
const powers = Array.from({ length: 255 }, () => 0)
for (let at = 0, value = 1; at < 255; at++) {
  powers[at] = value
  value = value >= 128 ? (value * 2) ^ 0x11d : value * 2
}
const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : powers[(powers.indexOf(a) + powers.indexOf(b)) % 255]!

const isReserved = (size: number, version: number, x: number, y: number): boolean => {
  const corner = (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)
  const lines = x === 6 || y === 6
  const numbered =
    version >= 7 && ((x < 6 && y >= size - 11 && y < size - 8) || (y < 6 && x >= size - 11 && x < size - 8))
  const centres =
    version === 1 ? [] : version < 7 ? [4 * version + 10] : [6, 2 * version + 8, 4 * version + 10]
  const inner = [...centres, 6].flatMap(a => centres.map(b => [a, b] as const))
  const all = [...inner, ...inner.map(([a, b]) => [b, a] as const)].filter(
    ([a, b]) =>
      !((a === 6 && b === 4 * version + 10) || (b === 6 && a === 4 * version + 10) || (a === 6 && b === 6)),
  )
  return corner || lines || numbered || all.some(([a, b]) => Math.abs(a - x) <= 2 && Math.abs(b - y) <= 2)
}

const read = (grid: readonly (readonly boolean[])[]): string => {
  const size = grid.length
  const version = (size - 17) / 4
  const at = (x: number, y: number): number => Number(grid[y]![x])
  const format = [0, 1, 2, 3, 4, 5, 7, 8].map(y => at(8, y)).concat([7, 5, 4, 3, 2, 1, 0].map(x => at(x, 8)))
  const number = format.reduce((sum, bit, place) => sum | (bit << place), 0) ^ 0x5412
  expect(number >> 13).toBe(0)
  const masked = masks[(number >> 10) & 7]!
  const blank = grid.map((row, y) => row.map((_, x) => (isReserved(size, version, x, y) ? true : undefined)))
  const bits = [...dataPath(blank)].map(([x, y]) => at(x, y) ^ Number(masked(x, y) === 0))
  const codewords = Array.from({ length: total[version - 1]! }, (_, n) =>
    bits.slice(8 * n, 8 * n + 8).reduce((byte, bit) => 2 * byte + bit, 0),
  )
  const count = blocks[version - 1]!
  const data = codewords.length - count * correction[version - 1]!
  const lengths = Array.from({ length: count }, (_, n) => Math.floor((data + n) / count))
  const parts: number[][] = lengths.map(() => [])
  let next = 0
  for (let row = 0; row < Math.max(...lengths); row++)
    for (let n = 0; n < count; n++) if (row < lengths[n]!) parts[n]!.push(codewords[next++]!)
  const bytes = parts.flatMap(part => [...part])
  while (next < codewords.length) for (const part of parts) part.push(codewords[next++]!)
  for (const part of parts)
    for (let root = 0; root < correction[version - 1]!; root++)
      expect(part.reduce((sum, byte) => times(sum, powers[root]!) ^ byte, 0)).toBe(0)
  const stream = bytes.flatMap(byte => [7, 6, 5, 4, 3, 2, 1, 0].map(place => (byte >> place) & 1))
  const take = (from: number, length: number): number =>
    stream.slice(from, from + length).reduce((sum, bit) => 2 * sum + bit, 0)
  expect(take(0, 4)).toBe(4)
  const wide = version < 10 ? 8 : 16
  const text = Array.from({ length: take(4, wide) }, (_, n) => take(4 + wide + 8 * n, 8))
  return new TextDecoder().decode(new Uint8Array(text))
}

describe('a QR code', () => {
  it('is read back, in every version, with every block whole', () => {
    const versions = new Set<number>()
    for (let length = 0; length <= 213; length += 9) {
      const text = 'https://gavel.example.org/sign-in/'.repeat(7).slice(0, length)
      const grid = qrCode(text)
      versions.add((grid.length - 17) / 4)
      expect(read(grid)).toBe(text)
    }
    expect(versions.size).toBe(10)
  })

  it('is read back whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), text => {
        fc.pre(new TextEncoder().encode(text).length <= 213)
        expect(read(qrCode(text))).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('says when it has no room', () => {
    expect(qrCode('x'.repeat(213))).toHaveLength(57)
    expect(() => qrCode('x'.repeat(214))).toThrow(RangeError)
  })
})
