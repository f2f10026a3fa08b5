import type { Draft } from '../model.ts'

/** A draft read from JSON, or the first thing in it that is not as the model says, with the path to it. */
export type DraftJson =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'invalid'; readonly path: string; readonly problem: string }

export const printJson = (draft: Draft): string => `${JSON.stringify(draft, null, 2)}\n`

/** Deeper than this the JSON itself is refused, before anything walks it. */
const deepest = 400
const deepestBracket = 64

/**
 * Reads a draft from JSON and validates it: shapes, closed lists of words, ids that stand once, bracket depth (64 at
 * most), span edges that pair. Members the model does not know are refused, so that nothing is carried unseen.
 */
export const readDraftJson = (source: string): DraftJson => {
  if (nestsDeeper(source, deepest)) return invalid('', `nested deeper than ${deepest}`)
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    return invalid('', 'not JSON')
  }
  return validateDraft(value)
}

const invalid = (path: string, problem: string): DraftJson => ({ kind: 'invalid', path, problem })

const nestsDeeper = (source: string, limit: number): boolean => {
  let depth = 0
  let quoted = false
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (quoted && code === 92) at++
    else if (code === 34) quoted = !quoted
    else if (quoted) continue
    else if (code === 91 || code === 123) {
      if (++depth > limit) return true
    } else if (code === 93 || code === 125) depth--
  }
  return false
}

/** What a validation knows while it walks: the first problem it met, the ids it has seen, the spans that are open. */
interface Walk {
  problem: { readonly path: string; readonly problem: string } | undefined
  readonly ids: Set<string>
  readonly spans: Map<string, 'open' | 'closed'>
  depth: number
}

type Check = (value: unknown, path: string, walk: Walk) => void
type Shape = { readonly [member: string]: Check }

const fail = (walk: Walk, path: string, problem: string): void => {
  walk.problem ??= { path, problem }
}

/** Checks that a value is a draft; the value itself is answered, not a copy. */
export const validateDraft = (value: unknown): DraftJson => {
  const walk: Walk = { problem: undefined, ids: new Set(), spans: new Map(), depth: 0 }
  draftShape(value, '', walk)
  for (const [span, state] of walk.spans)
    if (state === 'open') fail(walk, 'paragraphs', `span ${span} never closes`)
  const { problem } = walk
  return problem === undefined
    ? { kind: 'draft', draft: value as Draft }
    : invalid(problem.path, problem.problem)
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

const text: Check = (value, path, walk) => {
  if (typeof value !== 'string') fail(walk, path, 'not text')
  else if (loneSurrogate.test(value)) fail(walk, path, 'holds half of a surrogate pair')
}

const ownId: Check = (value, path, walk) => {
  text(value, path, walk)
  if (value === '') fail(walk, path, 'empty id')
  if (walk.ids.has(value as string)) fail(walk, path, `id ${value} stands twice`)
  walk.ids.add(value as string)
}

const level: Check = (value, path, walk) => {
  if (!(Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 64))
    fail(walk, path, 'not a level (0 to 64)')
}

const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, path, walk) => {
    if (!allowed.includes(value)) fail(walk, path, `not one of ${allowed.join(', ')}`)
  }

const list =
  (each: Check, atLeast = 0): Check =>
  (value, path, walk) => {
    if (!Array.isArray(value) || value.length < atLeast) {
      fail(walk, path, atLeast > 0 ? 'not a list with something in it' : 'not a list')
      return
    }
    for (const [at, one] of value.entries()) each(one, `${path}[${at}]`, walk)
  }

const record =
  (required: Shape, optional: Shape = {}): Check =>
  (value, path, walk) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      fail(walk, path, 'not an object')
      return
    }
    const members = value as { readonly [name: string]: unknown }
    const under = path === '' ? '' : `${path}.`
    for (const [name, check] of Object.entries(required)) check(members[name], under + name, walk)
    for (const name of Object.keys(members)) {
      if (Object.hasOwn(required, name)) continue
      if (!Object.hasOwn(optional, name)) fail(walk, under + name, 'unknown member')
      else optional[name]!(members[name], under + name, walk)
    }
  }

const marksShape = record({ before: text, after: text }, { inside: oneOf(true, false) })
const verb = oneOf('proposes', 'backs', 'retains', 'deletes', 'reserves', 'other')
const attributionShape = record(
  { parties: list(text), verb, text },
  { place: oneOf('before', 'outside'), lead: text },
)
const asideKind = oneOf('citation', 'link', 'placeholder', 'editorNote', 'status', 'reserve', 'attribution')

const spanEdge: Check = (value, path, walk) => {
  text(value, path, walk)
  const state = walk.spans.get(value as string)
  const opens = path.endsWith('#open')
  if (opens ? state !== undefined : state !== 'open') fail(walk, path, `span ${value} has no such edge here`)
  walk.spans.set(value as string, opens ? 'open' : 'closed')
}

/** Content nests: the check of an inline looks up its own shape when it is asked, and counts the depth. */
const inline: Check = (value, path, walk) => {
  const kind = typeof value === 'object' && value !== null ? (value as { readonly kind?: unknown }).kind : ''
  const shape = typeof kind === 'string' && Object.hasOwn(inlineShapes, kind) ? inlineShapes[kind] : undefined
  if (shape === undefined) fail(walk, `${path}.kind`, 'not a kind of inline')
  else if (walk.depth > deepestBracket) fail(walk, path, `brackets nested deeper than ${deepestBracket}`)
  else shape(value, path, walk)
}

const bracketOptions: Check = (value, path, walk) => {
  walk.depth++
  list(optionShape, 1)(value, path, walk)
  walk.depth--
}

const contentShape = list(inline)
const optionShape = record(
  { id: ownId, content: contentShape, attributions: list(attributionShape) },
  { label: text, marks: marksShape, join: oneOf('adjacent', 'spaced', 'slash', 'labelled') },
)
const any: Check = () => undefined
const inlineShapes: Shape = {
  words: record({ kind: any, text }),
  noteMark: record({ kind: any, mark: text, text }),
  aside: record({ kind: any, what: asideKind, text }, { attributions: list(attributionShape) }),
  spanOpen: record({ kind: any, bracket: (value, path, walk) => spanEdge(value, `${path}#open`, walk) }),
  spanClose: record({ kind: any, bracket: (value, path, walk) => spanEdge(value, `${path}#close`, walk) }),
  bracket: record({ kind: any, id: ownId, options: bracketOptions }),
}

const rung = oneOf('open', 'agreedInInformals', 'agreedAdRef', 'agreed')
const paragraphShape = record(
  {
    id: ownId,
    number: text,
    level,
    kind: oneOf('heading', 'preambular', 'operative', 'item', 'note'),
    content: contentShape,
  },
  {
    marks: marksShape,
    disputedNumbers: list(text),
    alternatives: list(
      record({ group: text, label: text }, { opens: oneOf(true, false), marks: marksShape }),
    ),
    status: record({ text }, { rung, marks: marksShape }),
  },
)
const footnoteShape = record({ mark: text, content: contentShape }, { place: text, lead: text })
const draftShape = record({ paragraphs: list(paragraphShape), footnotes: list(footnoteShape) })
