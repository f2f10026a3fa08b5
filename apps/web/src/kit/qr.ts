/**
 * QR codes of short texts (ISO/IEC 18004: byte mode, error correction M, versions 1 to 10): enough for an address of up
 * to 213 bytes. A link that is shown once on a screen is read by a phone's camera.
 */

/** By version: error correction bytes in a block, blocks, data bytes in all. */
const sizes: readonly (readonly [correction: number, blocks: number, data: number])[] = [
  [10, 1, 16],
  [16, 1, 28],
  [26, 1, 44],
  [18, 2, 64],
  [24, 2, 86],
  [16, 4, 108],
  [18, 4, 124],
  [22, 4, 154],
  [22, 5, 182],
  [26, 5, 216],
]

/** By version: where the centres of the alignment patterns lie, in both directions. */
const alignments: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

/** A product in the field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1. */
const times = (a: number, b: number): number => {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    if ((b >> bit) & 1) product ^= a
  }
  return product
}

/** The coefficients of the generator of `degree` error correction bytes, without the first, which is 1. */
const generator = (degree: number): readonly number[] => {
  const out: number[] = Array.from({ length: degree }, (_, at) => (at === degree - 1 ? 1 : 0))
  let root = 1
  for (let step = 0; step < degree; step++) {
    for (let at = 0; at < degree; at++) out[at] = times(out[at]!, root) ^ (out[at + 1] ?? 0)
    root = times(root, 2)
  }
  return out
}

/** The Reed–Solomon remainder of a block. */
const correctionOf = (data: readonly number[], divisor: readonly number[]): readonly number[] => {
  let rest = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ rest[0]!
    rest = [...rest.slice(1), 0].map((value, at) => value ^ times(divisor[at]!, factor))
  }
  return rest
}

/** The bytes of a text with their head and padding, and the version they fit in. */
const packed = (text: string): { readonly version: number; readonly bytes: readonly number[] } => {
  const bytes = [...new TextEncoder().encode(text)]
  const lengthBits = (version: number): number => (version < 10 ? 8 : 16)
  const version =
    sizes.findIndex(([, , data], at) => 4 + lengthBits(at + 1) + 8 * bytes.length <= 8 * data) + 1
  if (version === 0) throw new RangeError(`too long for a QR code: ${bytes.length} bytes`)
  const bits: number[] = []
  const put = (value: number, length: number): void => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >> at) & 1)
  }
  put(0b0100, 4)
  put(bytes.length, lengthBits(version))
  for (const byte of bytes) put(byte, 8)
  const whole = 8 * sizes[version - 1]![2]
  put(0, Math.min(4, whole - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < whole; pad ^= 0xec ^ 0x11) put(pad, 8)
  return {
    version,
    bytes: Array.from({ length: whole / 8 }, (_, at) =>
      bits.slice(8 * at, 8 * at + 8).reduce((byte, bit) => 2 * byte + bit, 0),
    ),
  }
}

/** The data in its blocks with their error correction, interleaved as they are written. */
const interleaved = (version: number, bytes: readonly number[]): readonly number[] => {
  const [correction, count] = sizes[version - 1]!
  const short = Math.floor(bytes.length / count)
  const longer = bytes.length % count
  const divisor = generator(correction)
  let from = 0
  const blocks = Array.from({ length: count }, (_, at) => {
    const length = short + (at >= count - longer ? 1 : 0)
    const data = bytes.slice(from, from + length)
    from += length
    return { data, rest: correctionOf(data, divisor) }
  })
  const column = (of: (block: (typeof blocks)[number]) => readonly number[], length: number) =>
    Array.from({ length }, (_, at) => blocks.flatMap(block => of(block)[at] ?? [])).flat()
  return [...column(({ data }) => data, short + 1), ...column(({ rest }) => rest, correction)]
}

/** Modules that are set, by row; undefined where the data goes. */
type Grid = (boolean | undefined)[][]

const finder = (grid: Grid, row: number, column: number): void => {
  for (let dy = -4; dy <= 4; dy++)
    for (let dx = -4; dx <= 4; dx++) {
      const far = Math.max(Math.abs(dx), Math.abs(dy))
      const line = grid[row + dy]
      if (line !== undefined && column + dx >= 0 && column + dx < grid.length)
        line[column + dx] = far !== 2 && far !== 4
    }
}

/** Finders, timing and alignment patterns, and the version's number from 7 on. */
const framed = (version: number): Grid => {
  const size = 4 * version + 17
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }))
  for (let at = 0; at < size; at++) {
    grid[6]![at] = at % 2 === 0
    grid[at]![6] = at % 2 === 0
  }
  finder(grid, 3, 3)
  finder(grid, 3, size - 4)
  finder(grid, size - 4, 3)
  const places = alignments[version - 1]!
  const last = places.length - 1
  for (const [i, row] of places.entries())
    for (const [j, column] of places.entries()) {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) continue
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++)
          grid[row + dy]![column + dx] = Math.max(Math.abs(dx), Math.abs(dy)) !== 1
    }
  if (version >= 7) {
    const bits = (version << 12) | remainder(version, 12, 0x1f25)
    for (let at = 0; at < 18; at++) {
      const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)]
      grid[a]![b] = ((bits >> at) & 1) === 1
      grid[b]![a] = ((bits >> at) & 1) === 1
    }
  }
  return grid
}

/** What is left of `value` shifted by `degree`, divided by a polynomial over two elements. */
const remainder = (value: number, degree: number, polynomial: number): number => {
  let rest = value
  for (let step = 0; step < degree; step++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * polynomial)
  return rest
}

/** Error correction M and the mask's number, written twice beside the finders. */
const writeFormat = (grid: Grid, mask: number): void => {
  const size = grid.length
  const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412
  const bit = (at: number): boolean => ((bits >> at) & 1) === 1
  for (let at = 0; at <= 5; at++) grid[at]![8] = bit(at)
  grid[7]![8] = bit(6)
  grid[8]![8] = bit(7)
  grid[8]![7] = bit(8)
  for (let at = 9; at < 15; at++) grid[8]![14 - at] = bit(at)
  for (let at = 0; at < 8; at++) grid[8]![size - 1 - at] = bit(at)
  for (let at = 8; at < 15; at++) grid[size - 15 + at]![8] = bit(at)
  grid[size - 8]![8] = true
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  x => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** The free modules in the order in which data is written: pairs of columns from the right, up and down by turns. */
export const dataPath = function* (grid: readonly (readonly (boolean | undefined)[])[]) {
  const size = grid.length
  for (let right = size - 1, up = true; right >= 1; right -= 2, up = !up) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step
        if (grid[y]![x] === undefined) yield [x, y] as const
      }
  }
}

/** How hard a symbol is to read: long runs, blocks, patterns like a finder's, too much of one colour. */
const penalty = (grid: readonly (readonly boolean[])[]): number => {
  const lines = [...grid, ...grid.map((_, x) => grid.map(row => row[x]!))].map(line =>
    line.map(Number).join(''),
  )
  let sum = 0
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2
    for (const _ of line.matchAll(/(?=00001011101|10111010000)/g)) sum += 40
  }
  for (let y = 1; y < grid.length; y++)
    for (let x = 1; x < grid.length; x++) {
      const here = grid[y]![x]
      if (grid[y - 1]![x] === here && grid[y]![x - 1] === here && grid[y - 1]![x - 1] === here) sum += 3
    }
  const dark = grid.flat().filter(Boolean).length / grid.length ** 2
  return sum + 10 * Math.floor(Math.abs(dark - 0.5) * 20)
}

/** The modules of a QR code by row, dark ones true. Throws RangeError when the text is longer than 213 bytes. */
export const qrCode = (text: string): readonly (readonly boolean[])[] => {
  const { version, bytes } = packed(text)
  const written = interleaved(version, bytes)
  const symbols = masks.map((masked, mask) => {
    const grid = framed(version)
    writeFormat(grid, mask)
    let at = 0
    for (const [x, y] of [...dataPath(grid)]) {
      const bit = ((written[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
      grid[y]![x] = (bit === 1) !== masked(x, y)
      at++
    }
    return grid as boolean[][]
  })
  return symbols.reduce((best, next) => (penalty(next) < penalty(best) ? next : best))
}
