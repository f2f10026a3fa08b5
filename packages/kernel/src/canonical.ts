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
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = value as { readonly [key: string]: Json | undefined }
  let out = ''
  for (const key of sortedKeys(members)) {
    const member = members[key]
    if (member !== undefined) out += `${out === '' ? '' : ','}${text(key)}:${canonicalJson(member)}`
  }
  return `{${out}}`
}

/** Most objects on the hot path are written in order already, or nearly: look before sorting. */
const sortedKeys = (members: object): readonly string[] => {
  const keys = Object.keys(members)
  for (let at = 1; at < keys.length; at++) if (keys[at - 1]! > keys[at]!) return keys.sort()
  return keys
}
