import { compileMessage } from '@lingui/message-utils/compileMessage'
import { expect, test } from 'vitest'
import { rooms } from '../rooms/rooms.ts'
import { en } from './en/index.ts'
import { further } from './en/index-further.ts'
import { reading } from './en/reading.ts'

/** The screens' own sources, by path. */
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const sentences: Readonly<Record<string, string>> = Object.assign(
  {},
  en,
  further,
  reading,
  ...(await Promise.all(rooms.map(({ words }) => words('en')))),
)

/** The names a sentence is filled with, those inside its plural forms included. */
const namesOf = (compiled: unknown): readonly string[] =>
  Array.isArray(compiled)
    ? compiled.flatMap(part =>
        Array.isArray(part)
          ? [part[0] as string, ...Object.values(part[2] ?? {}).flatMap(inner => namesOf(inner))]
          : [],
      )
    : []

/** Where the brace that opens at `from` closes. */
const closing = (source: string, from: number): number => {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    if ('{(['.includes(source[at]!)) depth++
    if ('})]'.includes(source[at]!) && --depth === 0) return at
  }
  return source.length
}

/** The names an object literal gives, from the words between its braces; nothing can be said of one that spreads another. */
const givenIn = (inside: string): readonly string[] | undefined => {
  let depth = 0
  let part = ''
  const entries: string[] = []
  for (const char of `${inside},`) {
    if ('{(['.includes(char)) depth++
    if ('})]'.includes(char)) depth--
    if (char !== ',' || depth > 0) part += char
    else {
      if (part.trim() !== '') entries.push(part.trim())
      part = ''
    }
  }
  if (entries.some(entry => entry.startsWith('...'))) return undefined
  return entries.map(entry => /^['"]?([A-Za-z0-9_]+)/.exec(entry)?.[1] ?? entry)
}

interface Call {
  readonly key: string
  readonly given: readonly string[]
}

/** Each place where a sentence is named outright and filled with what stands beside it. */
const callsIn = (source: string): readonly Call[] =>
  [...source.matchAll(/\bt\(\s*'([a-zA-Z0-9.-]+)'(\)|,\s*\{)/g)].flatMap(
    ({ 1: key = '', 2: then, 0: all, index }) => {
      if (then === ')') return [{ key, given: [] }]
      const opens = index + all.length - 1
      const given = givenIn(source.slice(opens + 1, closing(source, opens)))
      return given === undefined ? [] : [{ key, given }]
    },
  )

test('every sentence is given all it is filled with, where it is said', () => {
  const calls = Object.entries(sources).flatMap(([path, source]) =>
    callsIn(source).map(call => ({ path, ...call })),
  )
  expect(calls.length).toBeGreaterThan(500)
  const hollow = calls.flatMap(({ path, key, given }) => {
    const wanted = new Set(namesOf(compileMessage(sentences[key] ?? '')))
    const missing = [...wanted].filter(name => !given.includes(name))
    return missing.length === 0 ? [] : [`${path}: ${key} wants ${missing.join(', ')}`]
  })
  expect(hollow).toEqual([])
})

test('a sentence that is given less is found', () => {
  expect(callsIn("t('plans.heldOf', { n: of('held', { x }), all })")).toEqual([
    { key: 'plans.heldOf', given: ['n', 'all'] },
  ])
})
