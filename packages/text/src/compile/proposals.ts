import { type Alignment, align } from '../compare/align.ts'
import type { PlainParagraph } from '../compare/paragraph.ts'
import type { Base } from './base.ts'
import { readLines } from './version.ts'

/** What a delegation hands in: its whole version of the text (`text` has a paragraph a line), or its changes alone. */
export type Submission =
  | { readonly delegation: string; readonly text: string }
  | { readonly delegation: string; readonly paragraphs: readonly PlainParagraph[] }
  | { readonly delegation: string; readonly changes: readonly Delta[] }

/** One change by paragraph id; `after: null` is the start of the text. */
export type Delta =
  | { readonly kind: 'reword'; readonly paragraph: string; readonly text: string }
  | { readonly kind: 'delete'; readonly paragraph: string }
  | { readonly kind: 'insert'; readonly after: string | null; readonly paragraphs: readonly PlainParagraph[] }
  | {
      readonly kind: 'move'
      readonly paragraph: string
      readonly after: string | null
      readonly text?: string
    }

/** A paragraph that newly stands at a place: new altogether, or moved there from a place of the base. */
export interface Newcomer {
  readonly id?: string
  readonly number?: string
  readonly text: string
  readonly movedFrom?: number
}

/**
 * What one delegation proposes for one place of the base (from 0; -1 is before the first paragraph): another
 * wording, deletion, a move to after another place, or paragraphs to stand after it.
 */
export type Proposal =
  | { readonly kind: 'wording'; readonly text: string }
  | { readonly kind: 'deletion' }
  | { readonly kind: 'move'; readonly after: number }
  | { readonly kind: 'newcomers'; readonly paragraphs: readonly Newcomer[] }

export interface Placed {
  readonly at: number
  readonly proposal: Proposal
}

const newcomer = ({ id, number, text }: PlainParagraph, movedFrom: number): Newcomer => ({
  ...(id === undefined ? {} : { id }),
  ...(number === undefined ? {} : { number }),
  text,
  ...(movedFrom < 0 ? {} : { movedFrom }),
})

/** Collects proposals place by place. */
const collector = () => {
  const placed: Placed[] = []
  const runs = new Map<number, Newcomer[]>()
  return {
    say: (at: number, proposal: Proposal): void => {
      placed.push({ at, proposal })
    },
    stand: (after: number, who: Newcomer): void => {
      const run = runs.get(after)
      if (run === undefined) runs.set(after, [who])
      else run.push(who)
    },
    all: (): readonly Placed[] => [
      ...placed,
      ...[...runs].map(([at, paragraphs]) => ({ at, proposal: { kind: 'newcomers', paragraphs } as const })),
    ],
  }
}

const fromVersion = (base: Base, version: readonly PlainParagraph[]): readonly Placed[] => {
  const { partners, stayed }: Alignment = align(base.index, version)
  const { say, stand, all } = collector()
  const fate = new Int32Array(base.paragraphs.length).fill(-3)
  const here = -2
  let last = -1
  version.forEach((paragraph, j) => {
    const i = partners[j]!
    if (stayed[j] === 1) {
      fate[i] = here
      last = i
      if (paragraph.text !== base.paragraphs[i]!.text) say(i, { kind: 'wording', text: paragraph.text })
      return
    }
    if (i >= 0) fate[i] = last
    stand(last, newcomer(paragraph, i))
  })
  fate.forEach((after, i) => {
    if (after !== here) say(i, after === -3 ? { kind: 'deletion' } : { kind: 'move', after })
  })
  return all()
}

const placeOf = (base: Base, id: string | null): number => {
  const at = id === null ? -1 : base.places.get(id)
  if (at === undefined) throw new RangeError(`no paragraph ${id} in the base`)
  return at
}

/** Deltas in order; of several that settle one paragraph's fate (deleted, moved) the last counts. */
const fromChanges = (base: Base, changes: readonly Delta[]): readonly Placed[] => {
  const { say, stand, all } = collector()
  const wordings = new Map<number, string>()
  const fates = new Map<number, Delta>()
  for (const change of changes) {
    if (change.kind === 'insert') continue
    const at = placeOf(base, change.paragraph)
    if (change.kind === 'reword') wordings.set(at, change.text)
    else fates.set(at, change)
  }
  for (const [at, text] of wordings)
    if (!fates.has(at) && text !== base.paragraphs[at]!.text) say(at, { kind: 'wording', text })
  for (const [at, fate] of fates)
    say(at, fate.kind === 'move' ? { kind: 'move', after: placeOf(base, fate.after) } : { kind: 'deletion' })
  for (const change of changes) {
    if (change.kind === 'reword' || change.kind === 'delete') continue
    const after = placeOf(base, change.after)
    if (change.kind === 'insert')
      for (const paragraph of change.paragraphs) stand(after, newcomer(paragraph, -1))
    else {
      const at = placeOf(base, change.paragraph)
      if (fates.get(at) !== change) continue
      const original = base.paragraphs[at]!
      stand(after, newcomer({ ...original, text: change.text ?? wordings.get(at) ?? original.text }, at))
    }
  }
  return all()
}

/**
 * What a submission proposes, place by place. Throws RangeError when a change names a paragraph that is not in
 * the base. Display numbers of base paragraphs are the pen's and are not compiled; newcomers keep theirs.
 */
export const proposalsIn = (base: Base, submission: Submission): readonly Placed[] => {
  if ('changes' in submission) return fromChanges(base, submission.changes)
  return fromVersion(base, 'text' in submission ? readLines(base, submission.text) : submission.paragraphs)
}

/** Whether two delegations propose the same. */
export const sameProposal = (a: Proposal, b: Proposal): boolean => {
  if (a.kind === 'wording') return b.kind === 'wording' && a.text === b.text
  if (a.kind === 'deletion') return b.kind === 'deletion'
  if (a.kind === 'move') return b.kind === 'move' && a.after === b.after
  return (
    b.kind === 'newcomers' &&
    a.paragraphs.length === b.paragraphs.length &&
    a.paragraphs.every((one, at) => sameNewcomer(one, b.paragraphs[at]!))
  )
}

const sameNewcomer = (a: Newcomer, b: Newcomer): boolean =>
  a.text === b.text && a.movedFrom === b.movedFrom && a.number === b.number && a.id === b.id
