import type { Draft, Paragraph } from '../model.ts'
import type { Base, BaseParagraph } from './base.ts'
import type { Newcomer, Submission } from './proposals.ts'
import { renderNewcomers, renderParagraph } from './render.ts'
import { type CompilationState, type Place, startCompilation, untouched, withSubmission } from './state.ts'

/** Delegations that propose the same, in the order in which they came in. */
export type Proposers = readonly string[]

/** Paragraphs several or one would have stand here, one after another. */
export interface Insertion {
  /** New ones, and those moved here (`movedFrom` is the id of the base paragraph). */
  readonly paragraphs: readonly (Omit<Newcomer, 'movedFrom'> & { readonly movedFrom?: string })[]
  readonly by: Proposers
}

/** Everything proposed for one paragraph of the base. */
export interface CompiledParagraph {
  readonly id: string
  readonly text: string
  readonly wordings: readonly { readonly text: string; readonly by: Proposers }[]
  readonly deletedBy: Proposers
  /** `after` is a paragraph's id; null is the start of the text. */
  readonly moves: readonly { readonly after: string | null; readonly by: Proposers }[]
  readonly insertedAfter: readonly Insertion[]
}

/** Many submissions in one text: who proposes what, place by place, and the same as a bracketed draft. */
export interface Compilation {
  readonly paragraphs: readonly CompiledParagraph[]
  readonly insertedAtStart: readonly Insertion[]
  readonly draft: Draft
}

interface Rendered {
  readonly compiled: CompiledParagraph
  readonly paragraph: Paragraph
  readonly newcomers: readonly Paragraph[]
}

const insertionsIn = (base: Base, place: Place): readonly Insertion[] =>
  place.flatMap(({ proposal, by }) => {
    if (proposal.kind !== 'newcomers') return []
    const paragraphs = proposal.paragraphs.map(({ movedFrom, ...rest }) =>
      movedFrom === undefined ? rest : { ...rest, movedFrom: base.ids[movedFrom]! },
    )
    return [{ paragraphs, by: by.map(voice => voice.delegation) }]
  })

const compiledAt = (base: Base, at: number, place: Place): CompiledParagraph => {
  const wordings: { text: string; by: Proposers }[] = []
  const moves: { after: string | null; by: Proposers }[] = []
  const deletedBy: string[] = []
  for (const { proposal, by } of place) {
    const who = by.map(voice => voice.delegation)
    if (proposal.kind === 'wording') wordings.push({ text: proposal.text, by: who })
    if (proposal.kind === 'deletion') deletedBy.push(...who)
    if (proposal.kind === 'move')
      moves.push({ after: proposal.after < 0 ? null : base.ids[proposal.after]!, by: who })
  }
  const insertedAfter = insertionsIn(base, place)
  return { id: base.ids[at]!, text: base.paragraphs[at]!.text, wordings, deletedBy, moves, insertedAfter }
}

const rendering = (base: Base, at: number, place: Place): Rendered => ({
  compiled: compiledAt(base, at, place),
  paragraph: renderParagraph(base, at, place),
  newcomers: renderNewcomers(base, at, place),
})

/** Places already rendered: a place is immutable and belongs to one base, so its rendering is kept with it. */
const renderings = new WeakMap<Place, Rendered>()
/** The same for a base nobody has touched yet, by place. */
const plainly = new WeakMap<Base, readonly Rendered[]>()

const renderedAt = (base: Base, at: number, place: Place): Rendered => {
  const known = renderings.get(place)
  if (known !== undefined) return known
  const fresh = rendering(base, at, place)
  renderings.set(place, fresh)
  return fresh
}

const renderedBase = (base: Base): readonly Rendered[] => {
  const known = plainly.get(base)
  if (known !== undefined) return known
  const fresh = base.paragraphs.map((_, at) => rendering(base, at, untouched))
  plainly.set(base, fresh)
  return fresh
}

/** The compilation as it stands. Only places that changed since the last time are rendered again. */
export const compilationOf = ({ base, places }: CompilationState): Compilation => {
  const start = places[0]!
  const rendered = renderedBase(base).map((plain, at) => {
    const place = places[at + 1]!
    return place === untouched ? plain : renderedAt(base, at, place)
  })
  const paragraphs: Paragraph[] = [...renderNewcomers(base, -1, start)]
  for (const each of rendered) paragraphs.push(each.paragraph, ...each.newcomers)
  return {
    paragraphs: rendered.map(each => each.compiled),
    insertedAtStart: insertionsIn(base, start),
    draft: { paragraphs, footnotes: [] },
  }
}

/**
 * Compiles many submissions on one base into one bracketed text. Nothing proposed is lost: `textProposedBy` gets
 * each submission back from the draft. Identical proposals are joined; alternatives stand in the order in which
 * they first came in. Throws RangeError when a submission by deltas names a paragraph the base does not have.
 */
export const compile = (base: readonly BaseParagraph[], submissions: Iterable<Submission>): Compilation => {
  let state = startCompilation(base)
  for (const submission of submissions) state = withSubmission(state, submission)
  return compilationOf(state)
}
