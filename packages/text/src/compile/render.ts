/**
 * One place of a compilation as bracketed paragraphs of the model. Small changes become brackets round the words
 * that differ; where two proposals overlap the bracket takes in both, unless that would swallow half the
 * paragraph: then, and where the brackets could not be closed again to the exact wording of each proposer, the
 * wordings stand side by side as wholes.
 */
import { id, type OptionId, type ParagraphId } from '@gavel/kernel'
import { type Edit, edited, editsBetween } from '../compare/fragments.ts'
import { words } from '../content.ts'
import type { Attribution, AttributionVerb, Bracket, Content, Inline, Option, Paragraph } from '../model.ts'
import type { Base } from './base.ts'
import { wordsChosenBy } from './choose.ts'
import type { Newcomer } from './proposals.ts'
import type { Joined, Place, Voice } from './state.ts'

/** The share of a paragraph inside overlapping brackets above which whole wordings are easier to read. */
const swallowed = 0.5

const said = (verb: AttributionVerb, by: readonly string[], what = ''): Attribution => ({
  parties: by,
  verb,
  text: `${by.join(', ')}${what}`,
})

const delegationsOf = (by: readonly Voice[]): readonly string[] => by.map(voice => voice.delegation)

const contentOf = (text: string): Content => (text === '' ? [] : [words(text)])

/** A bracket whose options are named after it. */
const bracket = (name: string, options: readonly Omit<Option, 'id' | 'join'>[]): Bracket => ({
  kind: 'bracket',
  id: id(name),
  options: options.map((option, at) => ({
    id: id<OptionId>(`${name}/${at + 1}`),
    ...option,
    ...(at === 0 ? {} : { join: 'adjacent' as const }),
  })),
})

interface Wording {
  readonly text: string
  readonly edits: readonly Edit[]
  readonly by: readonly string[]
}

/** A stretch of the base in dispute, and whether proposals overlap in it without having the same borders. */
interface Cluster {
  readonly from: number
  readonly to: number
  readonly overlapping: boolean
}

/** The stretches the edits of all wordings make up; edits with nothing but blanks between them belong together. */
const clustersOf = (text: string, wordings: readonly Wording[]): readonly Cluster[] => {
  const edits = wordings
    .flatMap(wording => wording.edits)
    .sort((one, two) => one.from - two.from || one.to - two.to)
  const clusters: Cluster[] = []
  for (const { from, to } of edits) {
    const last = clusters.at(-1)
    if (last === undefined || (from > last.to && text.slice(last.to, from).trim() !== '')) {
      clusters.push({ from, to, overlapping: false })
      continue
    }
    const same = last.from === from && last.to === to
    clusters[clusters.length - 1] = {
      from: last.from,
      to: Math.max(last.to, to),
      overlapping: last.overlapping || !same,
    }
  }
  return clusters
}

/** How one wording reads inside a stretch of the base. */
const readingIn = (text: string, { edits }: Wording, { from, to }: Cluster): string => {
  const inside = edits.filter(edit => edit.from >= from && edit.to <= to)
  return edited(
    text.slice(from, to),
    inside.map(edit => ({ from: edit.from - from, to: edit.to - from, wording: edit.wording })),
  )
}

interface Dispute {
  readonly from: number
  readonly to: number
  /** Blanks all readings begin or end with: they stand before and after the bracket. */
  readonly head: string
  readonly tail: string
  readonly original: string
  readonly readings: readonly (readonly [string, readonly string[]])[]
}

/** The readings of a stretch; a blank that all of them begin or end with is left outside the bracket. */
const disputeIn = (text: string, cluster: Cluster, wordings: readonly Wording[]): Dispute => {
  const original = text.slice(cluster.from, cluster.to)
  const readings = new Map<string, string[]>()
  for (const wording of wordings) {
    const reading = readingIn(text, wording, cluster)
    if (reading === original) continue
    readings.set(reading, [...(readings.get(reading) ?? []), ...wording.by])
  }
  const all = [original, ...readings.keys()].filter(reading => reading !== '')
  const head = all.every(reading => /^ \S/.test(reading)) ? 1 : 0
  const tail = all.every(reading => /\S $/.test(reading)) ? 1 : 0
  const bare = (reading: string): string => (reading === '' ? '' : reading.slice(head, reading.length - tail))
  return {
    from: cluster.from,
    to: cluster.to,
    head: ' '.repeat(head),
    tail: ' '.repeat(tail),
    original: bare(original),
    readings: [...readings].map(([reading, by]) => [bare(reading), by] as const),
  }
}

/** Nobody's words come first, then each reading with its proposers; who strikes the words out is said of them. */
const disputed = (name: string, { original, readings }: Dispute): Bracket => {
  const strikers = readings.filter(([reading]) => reading === '').flatMap(([, by]) => by)
  const retained = {
    content: contentOf(original),
    attributions: strikers.length === 0 ? [] : [said('deletes', strikers, ' delete')],
  }
  const proposed = readings
    .filter(([reading]) => reading !== '')
    .map(([reading, by]) => ({ content: contentOf(reading), attributions: [said('proposes', by)] }))
  return bracket(name, original === '' ? proposed : [retained, ...proposed])
}

/** Brackets round the words that differ, or undefined where whole wordings are easier to read. */
const inline = (name: string, text: string, wordings: readonly Wording[]): Content | undefined => {
  const clusters = clustersOf(text, wordings)
  const overlapped = clusters.reduce((sum, each) => (each.overlapping ? sum + each.to - each.from : sum), 0)
  if (overlapped > text.length * swallowed) return undefined
  const content: Inline[] = []
  let at = 0
  let pending = ''
  clusters.forEach((cluster, number) => {
    const dispute = disputeIn(text, cluster, wordings)
    const before = pending + text.slice(at, cluster.from) + dispute.head
    if (before !== '') content.push(words(before))
    content.push(disputed(`${name}/${number + 1}`, dispute))
    pending = dispute.tail
    at = cluster.to
  })
  const rest = pending + text.slice(at)
  return rest === '' ? content : [...content, words(rest)]
}

/** All wordings side by side, the base first. */
const side = (name: string, text: string, wordings: readonly Wording[]): Content => [
  bracket(`${name}/1`, [
    { content: contentOf(text), attributions: [] },
    ...wordings.map(each => ({
      content: contentOf(each.text),
      attributions: [said('proposes', each.by)],
    })),
  ]),
]

/** Whether each proposer, and whoever proposed nothing, gets the exact wording back. */
const closesExactly = (content: Content, text: string, wordings: readonly Wording[]): boolean =>
  wordsChosenBy(content, '') === text &&
  wordings.every(each => wordsChosenBy(content, each.by[0]!) === each.text)

const worded = (name: string, text: string, wordings: readonly Wording[]): Content => {
  if (wordings.length === 0) return contentOf(text)
  const whole = text === '' || wordings.some(each => each.text === '')
  const content = whole ? undefined : inline(name, text, wordings)
  return content !== undefined && closesExactly(content, text, wordings)
    ? content
    : side(name, text, wordings)
}

const whereTo = (base: Base, after: number): string => {
  if (after < 0) return ' request moving it to the start'
  const number = base.paragraphs[after]!.number ?? ''
  return ` request moving it after ${number === '' ? base.ids[after]! : number}`
}

/** The base paragraph at a place with everything proposed for its words and its standing. */
export const renderParagraph = (base: Base, at: number, place: Place): Paragraph => {
  const { number = '', level = 0, kind = 'operative', text } = base.paragraphs[at]!
  const name = base.ids[at]!
  const wordings = place.flatMap(({ proposal, by }) =>
    proposal.kind === 'wording'
      ? [{ text: proposal.text, edits: editsBetween(text, proposal.text), by: delegationsOf(by) }]
      : [],
  )
  const departures = place.flatMap(({ proposal, by }) => {
    if (proposal.kind === 'deletion') return [said('deletes', delegationsOf(by), ' delete')]
    return proposal.kind === 'move' ? [said('other', delegationsOf(by), whereTo(base, proposal.after))] : []
  })
  const content = worded(name, text, wordings)
  return {
    id: id<ParagraphId>(name),
    number,
    level,
    kind,
    content:
      departures.length === 0 ? content : [bracket(`${name}/0`, [{ content, attributions: departures }])],
  }
}

const renderNewcomer = (
  base: Base,
  at: number,
  name: string,
  who: Newcomer,
  by: readonly string[],
): Paragraph => {
  const model = base.paragraphs[who.movedFrom ?? Math.max(0, at)]
  return {
    id: id<ParagraphId>(name),
    number: who.number ?? '',
    level: model?.level ?? 0,
    kind: model?.kind ?? 'operative',
    content: [bracket(`${name}/1`, [{ content: contentOf(who.text), attributions: [said('proposes', by)] }])],
  }
}

/** The paragraphs proposed to stand after a place, run after run, each in a bracket of its proposers. */
export const renderNewcomers = (base: Base, at: number, place: Place): readonly Paragraph[] => {
  const anchor = at < 0 ? '#0' : base.ids[at]!
  const runs = place.filter((each): each is Joined => each.proposal.kind === 'newcomers')
  return runs.flatMap(({ proposal, by }, run) =>
    proposal.kind === 'newcomers'
      ? proposal.paragraphs.map((who, step) =>
          renderNewcomer(base, at, `${anchor}+${run + 1}.${step + 1}`, who, delegationsOf(by)),
        )
      : [],
  )
}
