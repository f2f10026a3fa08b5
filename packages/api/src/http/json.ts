import { type FaultShape, limits } from '@gavel/contract'

/** What reading a message gives: the value, or what is wrong with it and where. */
export type Reading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'faults'; readonly faults: readonly FaultShape[] }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** Decodes UTF-8 strictly: undefined when the bytes are anything else. A byte order mark is dropped. */
export const strictUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Characters no message may carry: controls (save tab, line feed, carriage return), embeddings, overrides and
 * isolates of writing direction (they make words read otherwise than they are recorded), and halves of surrogate
 * pairs. The marks U+200E, U+200F and U+061C are ordinary spelling in Arabic and Persian and stay allowed.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** The first forbidden character of a text, as `U+202E`; undefined when there is none. */
export const forbiddenCharacter = (text: string): string | undefined => {
  const found = forbidden.exec(text)
  return found === null
    ? undefined
    : `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Names that would reach into the machinery of objects rather than name a member. */
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

const pointerStep = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 80)

const mostFaults = 50

/**
 * Reads a JSON message: strict UTF-8, bounded depth, no member that touches prototypes, no forbidden character in
 * any string or name. Faults come with JSON pointers; at most fifty are listed.
 */
export const readJson = (bytes: Uint8Array): Reading => {
  const text = strictUtf8(bytes)
  if (text === undefined) return faults([{ pointer: '', message: 'is not UTF-8' }])
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return faults([{ pointer: '', message: 'is not JSON' }])
  }
  const twice = nameGivenTwice(text)
  if (twice !== undefined) return faults([{ pointer: '', message: `gives the name ${twice} twice` }])
  const found = inspect(value)
  return found.length === 0 ? { kind: 'value', value } : faults(found)
}

const strings = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g

/**
 * The first name that stands twice in one object of a JSON text: readers disagree which of the two counts, so neither
 * is taken. The text is known to be JSON; undefined when every name stands once.
 */
export const nameGivenTwice = (text: string): string | undefined => {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [sign] of text.matchAll(strings)) {
    if (sign === '{') open.push(new Set())
    else if (sign === '[') open.push(null)
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign !== ':') last = sign
    else {
      const names = open.at(-1)
      const name = last.includes('\\') ? JSON.stringify(JSON.parse(last)) : last
      if (names?.has(name) === true) return name.slice(0, 80)
      names?.add(name)
    }
  }
  return undefined
}

const faults = (list: readonly FaultShape[]): Reading => ({ kind: 'faults', faults: list })

/** Walks a parsed value without recursion and lists what is wrong with it. */
const inspect = (root: unknown): readonly FaultShape[] => {
  const found: FaultShape[] = []
  const waiting: [value: unknown, pointer: string, depth: number][] = [[root, '', 0]]
  for (let next = waiting.pop(); next !== undefined && found.length < mostFaults; next = waiting.pop()) {
    const [value, pointer, depth] = next
    if (typeof value === 'string') {
      const character = forbiddenCharacter(value)
      if (character !== undefined)
        found.push({ pointer, message: `contains ${character}, which is not accepted` })
    }
    if (typeof value !== 'object' || value === null) continue
    if (depth >= limits.jsonDepth)
      return [{ pointer: '', message: `nests deeper than ${limits.jsonDepth} levels` }]
    const keys = Object.keys(value)
    for (const key of keys) {
      const child = `${pointer}/${pointerStep(key)}`
      if (!Array.isArray(value) && (reserved.has(key) || forbiddenCharacter(key) !== undefined))
        found.push({ pointer: child, message: 'is not an accepted name' })
      else waiting.push([(value as Record<string, unknown>)[key], child, depth + 1])
    }
  }
  return found
}
