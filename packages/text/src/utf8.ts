/** Text that was read from bytes, or where the bytes stop being UTF-8. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  /** `offset` is that of the first byte of the sequence that is not UTF-8, from 0. */
  | { readonly kind: 'notUtf8'; readonly offset: number }

const chunk = 8_192

/**
 * Reads UTF-8 strictly (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF, no byte missing at the
 * end. It refuses with the offset instead of writing replacement characters, because a draft must not change silently.
 */
export const decodeUtf8 = (bytes: Uint8Array): Decoded => {
  const units: number[] = []
  const out: string[] = []
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at]!
    if (first < 0x80) {
      units.push(first)
      at++
    } else {
      const length = sequenceLength(bytes, at)
      if (length === 0) return { kind: 'notUtf8', offset: at }
      const code = codePoint(bytes, at, length)
      if (code < 0x10000) units.push(code)
      else units.push(0xd7c0 + (code >>> 10), 0xdc00 + (code & 0x3ff))
      at += length
    }
    if (units.length >= chunk) out.push(String.fromCharCode(...units.splice(0)))
  }
  out.push(String.fromCharCode(...units))
  return { kind: 'text', text: out.join('') }
}

/** The length of the well-formed sequence of two to four bytes at `at`; 0 when there is none (Unicode, table 3-7). */
const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at]!
  const second = bytes[at + 1] ?? 0
  const continues = (offset: number): boolean => ((bytes[at + offset] ?? 0) & 0xc0) === 0x80
  if (first >= 0xc2 && first <= 0xdf) return continues(1) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80
    const high = first === 0xed ? 0x9f : 0xbf
    return second >= low && second <= high && continues(2) ? 3 : 0
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80
    const high = first === 0xf4 ? 0x8f : 0xbf
    return second >= low && second <= high && continues(2) && continues(3) ? 4 : 0
  }
  return 0
}

const codePoint = (bytes: Uint8Array, at: number, length: number): number => {
  let code = bytes[at]! & (0xff >> (length + 1))
  for (let next = 1; next < length; next++) code = (code << 6) | (bytes[at + next]! & 0x3f)
  return code
}
