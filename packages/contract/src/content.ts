import type { BracketId, OptionId, ParagraphId } from '@gavel/kernel'
import { type Static, Type } from 'typebox'
import { idOf, Line, limits, record, Wording } from './shapes.ts'

/**
 * The words of a paragraph on the wire. Content is recursive (a bracket's option holds content again), so its
 * shapes refer to one another by name; `content` is the context in which the names are resolved. Nesting is bounded
 * by `contentTooDeep`, which a schema cannot say.
 */

export type ContentShape = readonly InlineShape[]
export type InlineShape =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'bracket'; readonly id: BracketId; readonly options: readonly OptionShape[] }
  | { readonly kind: 'noteMark'; readonly mark: string; readonly text: string }
  | {
      readonly kind: 'aside'
      readonly what: 'citation' | 'link' | 'placeholder' | 'editorNote' | 'status' | 'reserve' | 'attribution'
      readonly text: string
      readonly attributions?: readonly AttributionShape[]
    }
  | { readonly kind: 'spanOpen' | 'spanClose'; readonly bracket: BracketId }

export interface OptionShape {
  readonly id: OptionId
  readonly content: ContentShape
  readonly label?: string
  readonly attributions: readonly AttributionShape[]
  readonly marks?: Static<typeof Marks>
  readonly join?: 'adjacent' | 'spaced' | 'slash' | 'labelled'
}
export type AttributionShape = Static<typeof Attribution>

const oneOf = <const T extends readonly string[]>(...words: T) =>
  Type.Unsafe<T[number]>(Type.Union(words.map(word => Type.Literal(word))))

export const Content = Type.Unsafe<ContentShape>(Type.Ref('Content'))

/** What is printed round a number or a label. */
const Marks = record({
  before: Type.String({ maxLength: limits.line }),
  after: Type.String({ maxLength: limits.line }),
  inside: Type.Optional(Type.Boolean()),
})

const Attribution = record({
  parties: Type.Array(Line, { maxItems: 250 }),
  verb: oneOf('proposes', 'backs', 'retains', 'deletes', 'reserves', 'other'),
  text: Type.String({ maxLength: limits.note }),
  place: Type.Optional(oneOf('before', 'outside')),
  lead: Type.Optional(Type.String({ maxLength: limits.line })),
})

const Option = record({
  id: idOf<OptionId>(),
  content: Content,
  label: Type.Optional(Type.String({ maxLength: limits.line })),
  attributions: Type.Array(Attribution, { maxItems: 250 }),
  marks: Type.Optional(Marks),
  join: Type.Optional(oneOf('adjacent', 'spaced', 'slash', 'labelled')),
})

const Inline = Type.Union([
  record({ kind: Type.Literal('words'), text: Wording }),
  record({
    kind: Type.Literal('bracket'),
    id: idOf<BracketId>(),
    options: Type.Array(Option, { maxItems: 250 }),
  }),
  record({
    kind: Type.Literal('noteMark'),
    mark: Type.String({ maxLength: limits.id }),
    text: Type.String({ maxLength: limits.line }),
  }),
  record({
    kind: Type.Literal('aside'),
    what: oneOf('citation', 'link', 'placeholder', 'editorNote', 'status', 'reserve', 'attribution'),
    text: Wording,
    attributions: Type.Optional(Type.Array(Attribution, { maxItems: 250 })),
  }),
  record({
    kind: Type.Union([Type.Literal('spanOpen'), Type.Literal('spanClose')]),
    bracket: idOf<BracketId>(),
  }),
])

/** The shapes other shapes refer to by name. Validators and the API document both resolve names here. */
export const named = { Content: Type.Array(Inline, { maxItems: 20_000 }) }

export const Rung = oneOf('open', 'agreedInInformals', 'agreedAdRef', 'agreed')
export const ParagraphKind = oneOf('heading', 'preambular', 'operative', 'item', 'note')

export const Paragraph = record({
  id: idOf<ParagraphId>(),
  number: Type.String({ maxLength: limits.id }),
  marks: Type.Optional(Marks),
  disputedNumbers: Type.Optional(Type.Array(Type.String({ maxLength: limits.id }), { maxItems: 50 })),
  alternatives: Type.Optional(
    Type.Array(
      record({
        group: Type.String({ maxLength: limits.id }),
        label: Type.String({ maxLength: limits.line }),
        opens: Type.Optional(Type.Boolean()),
        marks: Type.Optional(Marks),
      }),
      { maxItems: 20 },
    ),
  ),
  level: Type.Integer({ minimum: 0, maximum: 20 }),
  kind: ParagraphKind,
  content: Content,
  status: Type.Optional(
    record({
      text: Type.String({ maxLength: limits.line }),
      rung: Type.Optional(Rung),
      marks: Type.Optional(Marks),
    }),
  ),
})

export const Footnote = record({
  mark: Type.String({ minLength: 1, maxLength: limits.id }),
  content: Content,
  place: Type.Optional(Type.Union([idOf<ParagraphId>(), Type.Literal('start')])),
  lead: Type.Optional(Type.String({ maxLength: limits.line })),
})

/**
 * Where inlines nest deeper than `max` options, as a JSON pointer; undefined when they do not. It walks whatever it
 * is given (a message not yet known to be well-formed) without recursion.
 */
export const contentTooDeep = (body: unknown, max: number = limits.contentDepth): string | undefined => {
  const waiting: [value: unknown, pointer: string, depth: number][] = [[body, '', 0]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, pointer, depth] = next
    if (typeof value !== 'object' || value === null) continue
    const inner = depth + (Array.isArray((value as { options?: unknown }).options) ? 1 : 0)
    if (inner > max) return pointer
    for (const [key, child] of Object.entries(value)) waiting.push([child, `${pointer}/${key}`, inner])
  }
  return undefined
}
