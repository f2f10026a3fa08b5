import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

/**
 * A font in the Web Open Font Format 1.0 (W3C Recommendation, 2012) as the OpenType font it packs: its tables unpacked
 * and laid out again in their order.
 */
const unpacked = (woff: Buffer): Buffer => {
  const tables = woff.readUInt16BE(12)
  const power = Math.floor(Math.log2(tables))
  const head = Buffer.alloc(12 + 16 * tables)
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(tables, 4)
  head.writeUInt16BE(16 * 2 ** power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(16 * tables - 16 * 2 ** power, 10)
  const parts = [head]
  let offset = head.length
  for (let at = 0; at < tables; at++) {
    const [entry, own] = [44 + 20 * at, 12 + 16 * at]
    const [from, packed, length] = [4, 8, 12].map(step => woff.readUInt32BE(entry + step)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(from, from + packed)
    const table = Buffer.alloc((length + 3) & ~3)
    ;(packed < length ? inflateSync(bytes) : bytes).copy(table)
    woff.copy(head, own, entry, entry + 4)
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), own + 4)
    head.writeUInt32BE(offset, own + 8)
    head.writeUInt32BE(length, own + 12)
    parts.push(table)
    offset += table.length
  }
  return Buffer.concat(parts)
}

const weights = [400, 700] as const

/** Fonts that come with us beside Typst's own (Latin, Cyrillic, Greek, Hebrew): Arabic script, in two weights. */
export const ownFonts = (): readonly Buffer[] => {
  const { resolve } = createRequire(import.meta.url)
  return weights.map(weight =>
    unpacked(
      readFileSync(
        resolve(`@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-${weight}-normal.woff`),
      ),
    ),
  )
}
