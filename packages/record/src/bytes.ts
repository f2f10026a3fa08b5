import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type FaultPlace, must, RecordFault } from './fault.ts'

/** Are the two the same bytes, in the same number? Nothing here is secret, so it may stop at the first difference. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** The parts one after the other in one new array. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const loneSurrogate = /\p{Surrogate}/u

/** UTF-8 of a text. A text that has no UTF-8 form (half a surrogate pair) is refused, never repaired. */
export const toUtf8 = (text: string): Uint8Array => {
  must(!loneSurrogate.test(text), 'note-malformed', 'the text is not well-formed Unicode')
  return utf8ToBytes(text)
}

// Every Node and every browser has it; the compiler of this package is told of no platform, so it is named here.
interface Decoder {
  decode(bytes: Uint8Array): string
}
const { TextDecoder } = globalThis as unknown as {
  readonly TextDecoder: new (
    label: string,
    options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
  ) => Decoder
}
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of UTF-8 bytes, strictly: a byte order mark stays a character, a malformed sequence is refused. */
export const fromUtf8 = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new RecordFault('note-malformed', 'the bytes are not valid UTF-8')
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const sextets: ReadonlyMap<string, number> = new Map([...alphabet].map((letter, value) => [letter, value]))

/** Standard base64 (RFC 4648 §4) with padding: `toBase64(Uint8Array.of(0, 255))` is `AP8=`. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += alphabet[group >> 18]! + alphabet[(group >> 12) & 63]!
    text += i + 1 < bytes.length ? alphabet[(group >> 6) & 63]! : '='
    text += i + 2 < bytes.length ? alphabet[group & 63]! : '='
  }
  return text
}

/**
 * Reads standard base64 strictly: padded, no blanks, and no bits set that mean nothing. So every byte string has
 * exactly one spelling, and a proof or note cannot be altered without altering what it says.
 */
export const fromBase64 = (text: string, place: FaultPlace = {}): Uint8Array => {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  must(text.length % 4 === 0, 'base64-malformed', 'base64 comes in groups of four characters', place)
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let group = 0
  for (let i = 0, at = 0; i < text.length; i++) {
    const value = i < text.length - padding ? sextets.get(text[i]!) : 0
    must(value !== undefined, 'base64-malformed', `not a base64 character at position ${i + 1}`, place)
    group = (group << 6) | value
    if (i % 4 !== 3) continue
    for (const shift of [16, 8, 0]) if (at < bytes.length) bytes[at++] = (group >> shift) & 255
    if (i === text.length - 1) {
      const unused = group & (padding === 2 ? 0xffff : padding === 1 ? 0xff : 0)
      must(unused === 0, 'base64-malformed', 'base64 with bits set that carry nothing', place)
    }
    group = 0
  }
  return bytes
}

/** A whole number written as the formats want it: decimal digits, no leading zero, at most 2^53 − 1. */
export const readDecimal = (text: string): number | undefined => {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : undefined
}
