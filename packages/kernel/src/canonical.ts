import type { Json } from './json.ts'

/** A lone half of a surrogate pair: text that no UTF-8 can carry, so two readers would disagree about its bytes. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Printable ASCII without quote and backslash: nearly every name, id and instant. It is written as it stands. */
const plain = /^[ !#-[\]-~]*$/

const text = (value: string): string => {
  if (plain.test(value)) return `"${value}"`
  if (loneSurrogate.test(value)) throw new RangeError('text holds half of a surrogate pair')
  return JSON.stringify(value)
}

/** Short names of members as they are written, with their colon: there are few, and they come again and again. */
const names = new Map<string, string>()
const namesKept = 4096
const shortName = 64

const name = (key: string): string => {
  const known = names.get(key)
  if (known !== undefined) return known
  const written = `${text(key)}:`
  if (key.length <= shortName && names.size < namesKept) names.set(key, written)
  return written
}

/** Most objects on the hot path have few members and are written in order already, or nearly. */
const fewKeys = 16

/** Sorts by UTF-16 code units, as `sort()` does; for a few keys without its price. */
const sorted = (keys: string[]): readonly string[] => {
  if (keys.length > fewKeys) return keys.sort()
  for (let next = 1; next < keys.length; next++) {
    const key = keys[next]!
    let at = next
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!
    keys[at] = key
  }
  return keys
}

const list = (values: readonly Json[]): string => {
  let out = ''
  // By index, so that a hole in the list is met as what it is: nothing JSON can carry.
  for (let at = 0; at < values.length; at++)
    out += at === 0 ? canonicalJson(values[at]) : `,${canonicalJson(values[at])}`
  return `[${out}]`
}

/**
 * The one way a value is written before it is hashed: JSON as RFC 8785 (JCS) orders it, that is members sorted
 * by UTF-16 code units, no white space, numbers as ECMAScript prints them. Members that are `undefined` are
 * left out. Throws RangeError for what JSON cannot carry (NaN, infinities, lone surrogates) and TypeError for
 * what is not a value (functions, symbols, bigints).
 */
export const canonicalJson = (value: Json | undefined): string => {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`)
      return Object.is(value, -0) ? '0' : String(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      break
    default:
      throw new TypeError(`not a JSON value: ${typeof value}`)
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return list(value as readonly Json[])
  const members = value as { readonly [key: string]: Json | undefined }
  let out = ''
  for (const key of sorted(Object.keys(members))) {
    const member = members[key]
    if (member === undefined) continue
    const written = name(key) + canonicalJson(member)
    out = out === '' ? written : `${out},${written}`
  }
  return `{${out}}`
}
