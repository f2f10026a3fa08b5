/**
 * Words as units of comparison. A unit is a word, a sign, or one ideograph, together with the white space that
 * follows it; two units are equal when they are the same without that white space. Latin, Cyrillic, Greek,
 * Arabic, Devanagari, Hangul … are read as runs of letters, marks and digits; Han and kana, which are written
 * without spaces, one character each. Scripts written without spaces and without such a rule (Thai, Khmer)
 * give long units, never a broken word.
 */
export interface Units {
  readonly count: number
  /** Where each unit starts; one more entry says where the last one ends. */
  readonly starts: readonly number[]
  /** Where each unit ends without its white space. */
  readonly ends: readonly number[]
  /** A 32-bit hash of each unit without its white space. */
  readonly hashes: readonly number[]
}

const space = 1
const sign = 2
const ideograph = 3
const letter = 4
const digit = 5
/** Marks and joiners extend whatever they stand on. */
const mark = 6

const classOf = (character: string): number => {
  if (/\s/u.test(character)) return space
  if (/\p{M}|\u200c|\u200d|\u00ad/u.test(character)) return mark
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(character)) return ideograph
  if (/\p{Nd}/u.test(character)) return digit
  return /[\p{L}\p{N}_]/u.test(character) ? letter : sign
}

/** Classes of the 16-bit characters met so far; 0 where none was asked for yet. A memo, filled as texts come. */
const classes = new Uint8Array(65_536)

const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  const known = classes[code]!
  if (known !== 0) return known
  if (code >= 0xd800 && code < 0xe000) {
    const whole = text.codePointAt(code >= 0xdc00 && at > 0 ? at - 1 : at)!
    return classOf(String.fromCodePoint(whole))
  }
  const found = classOf(text[at]!)
  classes[code] = found
  return found
}

const isSurrogateTail = (code: number): boolean => code >= 0xdc00 && code < 0xe000

/** A sign that holds a word together when letters or digits stand on both sides: `State’s`, `long-term`, `1.5`. */
const joins = (code: number, before: number, after: number): boolean => {
  if (before < letter || after < letter) return false
  if (code === 0x27 || code === 0x2019 || code === 0x2d || code === 0x2010 || code === 0x2011) return true
  return (code === 0x2e || code === 0x2c) && before === digit && after === digit
}

/** Where the unit that starts at `from` ends, without its white space; never beyond `to`. */
const unitEnd = (text: string, from: number, to: number): number => {
  let kind = classAt(text, from)
  if (kind === space) return from
  let at = from + 1
  if (kind === sign || kind === ideograph) {
    while (at < to && (isSurrogateTail(text.charCodeAt(at)) || classAt(text, at) === mark)) at++
    return at
  }
  for (; at < to; at++) {
    const next = classAt(text, at)
    if (next >= letter) kind = next
    else if (next !== sign || at + 1 >= to || !joins(text.charCodeAt(at), kind, classAt(text, at + 1))) break
  }
  return at
}

/** The units of `text` between `from` and `to`; white space at the very start is a unit of its own. */
export const unitsOf = (text: string, from = 0, to = text.length): Units => {
  const starts: number[] = []
  const ends: number[] = []
  const hashes: number[] = []
  let at = from
  while (at < to) {
    const end = unitEnd(text, at, to)
    let hash = 0x811c9dc5
    for (let each = at; each < end; each++) hash = Math.imul(hash ^ text.charCodeAt(each), 0x01000193)
    starts.push(at)
    ends.push(end)
    hashes.push(hash | 0)
    at = end
    while (at < to && classAt(text, at) === space) at++
  }
  starts.push(to)
  return { count: hashes.length, starts, ends, hashes }
}

/** Whether a unit certainly starts at `at`, whatever stands before it: after white space, or at an ideograph. */
export const startsUnit = (text: string, at: number): boolean => {
  if (at === 0) return true
  const kind = classAt(text, at)
  if (kind === ideograph) return !isSurrogateTail(text.charCodeAt(at))
  return kind !== space && classAt(text, at - 1) === space
}

/** The hashes of the words of a text, signs left out: what two paragraphs are likened by. */
export const wordHashes = (text: string): readonly number[] => {
  const { count, starts, hashes } = unitsOf(text)
  const words: number[] = []
  for (let at = 0; at < count; at++) if (classAt(text, starts[at]!) >= ideograph) words.push(hashes[at]!)
  return words
}
