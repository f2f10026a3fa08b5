import type { DomainEvent, DomainState } from '@gavel/domain'
import { emptyTable, get, put, type Table } from '@gavel/kernel'
import { analysis } from '../commitments/analysis/fold.ts'
import type { Fold } from '../law.ts'
import { course } from './course.ts'

/** The names under which an event says what it is about, and what stands before each in the trail. */
const things = [
  ['text', 'texts/'],
  ['decision', 'decisions/'],
  ['instrument', 'instruments/'],
  ['meeting', 'meetings/'],
] as const

const ofChapters = /^(institution|meetings|texts|decisions|commitments)\./

/** The things an event is about, as keys of the trail: `texts/T1`, `texts/T1/p3`, `decisions/D7`, `meetings/M2` … */
const keysOf = (event: DomainEvent): readonly string[] => {
  // What a room says of a text or a meeting is the room's to tell, and to whom.
  if (!ofChapters.test(event.type)) return []
  const named = event as { readonly [name: string]: unknown }
  const keys: string[] = []
  const isOfParagraph = typeof named['paragraph'] === 'string'
  // A paragraph has a trail of its own; that of its text would only repeat them all.
  for (const [name, before] of things)
    if (typeof named[name] === 'string' && !(name === 'text' && isOfParagraph))
      keys.push(before + named[name])
  const { text, paragraph, alternative, subject } = named
  if (typeof text === 'string') {
    if (typeof paragraph === 'string') keys.push(`texts/${text}/${paragraph}`)
    if (typeof alternative === 'string') keys.push(`texts/${text}/${alternative}`)
  }
  const subjectText = (subject as { readonly text?: unknown } | undefined)?.text
  if (typeof subjectText === 'string') keys.push(`texts/${subjectText}`)
  return keys
}

/** A step costs a copy of a page, whatever the length of the trail. */
const pageSteps = 64

/** The newest page lies under the key itself; full pages under `key#0`, `key#1` … */
const pageKey = (key: string, page: number): string => `${key}#${page}`

export type Trail = Table<readonly number[]>

const fullPages = (trail: Trail, key: string): number => {
  const isFull = (page: number): boolean => get(trail, pageKey(key, page)) !== undefined
  if (!isFull(0)) return 0
  // Pages are full without gaps: between one that is and one that is not lies the end.
  let full = 0
  let beyond = 1
  while (isFull(beyond)) [full, beyond] = [beyond, beyond * 2]
  while (beyond - full > 1) {
    const middle = (full + beyond) >> 1
    if (isFull(middle)) full = middle
    else beyond = middle
  }
  return beyond
}

const step = (trail: Trail, key: string, index: number): Trail => {
  const page = get(trail, key) ?? []
  if (page[page.length - 1] === index) return trail
  if (page.length < pageSteps) return put(trail, key, [...page, index])
  return put(put(trail, pageKey(key, fullPages(trail, key)), page), key, [index])
}

/**
 * Under which entries something happened to a text, a paragraph, a decision, an instrument, a meeting; read it with
 * `trailOf`. What stands in those entries is read with the reader's rights.
 */
export const trail: Fold<Trail, DomainState, DomainEvent> = {
  edition: '2',
  initial: emptyTable(),
  apply: (value, { index, events }) => {
    let next = value
    for (const event of events) for (const key of keysOf(event)) next = step(next, key, index)
    return next
  },
}

/**
 * The indexes of all entries that touched a thing, oldest first: `texts/T1` (what concerned the text as a whole),
 * `texts/T1/p3`, `decisions/D7`, `instruments/…`, `meetings/…`.
 */
export const trailOf = (value: Trail, key: string): readonly number[] => {
  const pages = Array.from({ length: fullPages(value, key) }, (_, page) => get(value, pageKey(key, page))!)
  return [...pages.flat(), ...(get(value, key) ?? [])]
}

/** The folds a record of the domain keeps live. */
export const domainFolds = { trail, course, analysis } as const
