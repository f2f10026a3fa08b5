import { decisions } from '@gavel/domain'
import { entries, get } from '@gavel/kernel'
import { insight } from './circle.ts'
import {
  type AnalysisTable,
  type Asked,
  type Asking,
  type Cell,
  column,
  dimensionOf,
  isAsked,
} from './table.ts'
import { keyOf, partsOf, type Tally } from './tally.ts'
import type { Analysis } from './value.ts'

/** Sums of a tally, added up over the circles a reader is of, under the rest of the key. */
const summed = (tally: Tally, asking: Asking): ReadonlyMap<string, number> => {
  const mayKnow = insight(asking.sees)
  const sums = new Map<string, number>()
  for (const [key, n] of entries(tally)) {
    const [circle, ...rest] = partsOf(key)
    if (!mayKnow(circle!)) continue
    const of = keyOf(...rest)
    sums.set(of, (sums.get(of) ?? 0) + n)
  }
  return sums
}

/** Coverage: each measure of each edition, agreed to by how many, carried out by what. Editions side by side. */
export const coverage = (value: Analysis, asked: Asked, asking: Asking): AnalysisTable => {
  const { state } = asking
  const { catalogues, catalogueOrder } = state.commitments
  const undertaken = summed(value.byMeasure, asking)
  const activities = summed(value.onMeasure, asking)
  const { member } = asked
  const rows: (readonly Cell[])[] = []
  for (const id of catalogueOrder) {
    const edition = get(catalogues, id)!
    for (const name of edition.order) {
      const { measure, area, number, name: called, agreed } = get(edition.measures, name)!
      if (!isAsked(asked, asking, { area })) continue
      const now = agreed.filter(one => one.until === undefined && (member ?? one.member) === one.member)
      const of = (how: string) => undertaken.get(keyOf(id, measure, member ?? '', how)) ?? 0
      const held = (how: string) => activities.get(keyOf(id, measure, how)) ?? 0
      rows.push([
        id,
        dimensionOf(state, area),
        area,
        measure,
        number ?? null,
        called.en,
        now.length,
        of('standing'),
        of('withdrawn'),
        of('carriedForward'),
        held('planned') + held('postponed'),
        held('held'),
      ])
    }
  }
  return {
    name: 'coverage',
    counts:
      'Every measure of every edition of the catalogue: how many members agree to carry it out today, how many commitments carry it out and how those that ended did, how many activities under it are planned or postponed and how many were held. Activities are counted whoever hosts them.',
    since: null,
    heeds: ['member', 'dimension', 'area'],
    columns: [
      ...column('key', 'edition', 'dimension', 'area', 'measure'),
      ...column('label', 'number', 'name'),
      ...column('count', 'agreed', 'commitments', 'withdrawn', 'carriedForward', 'planned', 'held'),
    ],
    rows,
  }
}

interface OfDecision {
  standing: number
  withdrawn: number
  carriedForward: number
}

/** Commitments by the decision they follow from, in the order of the decisions' numbers. */
export const followUp = (value: Analysis, asked: Asked, asking: Asking): AnalysisTable => {
  const { state, now, sees } = asking
  const found = new Map<string, OfDecision>()
  for (const [key, n] of summed(value.byDecision, asking)) {
    const [decision, area, owner, how] = partsOf(key)
    if (owner !== (asked.member ?? '') || !isAsked(asked, asking, { area: area! })) continue
    const sums = found.get(decision!) ?? { standing: 0, withdrawn: 0, carriedForward: 0 }
    sums[how as keyof OfDecision] += n
    found.set(decision!, sums)
  }
  const rows = [...found].map(([id, sums]) => {
    const decision = get(state.decisions.decisions, id)
    const audience = decisions.audienceOfDecision(state, id as never)
    // Its name stands in the commitments she may read; what else there is of it may be closed to her.
    const shown = decision !== undefined && audience !== undefined && sees(audience) ? decision : undefined
    const at = shown && decisions.adoptedAt(shown, now)
    return { id, at: at ?? '', shown, sums }
  })
  rows.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
  return {
    name: 'decisions',
    counts: 'Commitments by the decision they follow from: those that stand, and those that ended.',
    since: null,
    heeds: ['member', 'dimension', 'area'],
    columns: [
      ...column('key', 'decision'),
      ...column('label', 'number', 'title', 'adoptedAt'),
      ...column('count', 'commitments', 'withdrawn', 'carriedForward'),
    ],
    rows: rows.map(({ id, at, shown, sums }) => [
      id,
      shown?.number?.symbol ?? null,
      shown?.title ?? null,
      at === '' ? null : at,
      sums.standing,
      sums.withdrawn,
      sums.carriedForward,
    ]),
  }
}

/** The newest reports by which something moved, newest first. */
export const newestMoves = (value: Analysis, asked: Asked, asking: Asking): AnalysisTable => {
  const mayKnow = insight(asking.sees)
  const moves = [...entries(value.moves)]
    .flatMap(([circle, list]) => (mayKnow(circle) ? list : []))
    .filter(({ member, area, on }) => isAsked(asked, asking, { member, area, year: on.slice(0, 4) }))
    .sort((a, b) => (a.on === b.on ? (a.report < b.report ? -1 : 1) : a.on < b.on ? 1 : -1))
    .slice(0, 100)
  return {
    name: 'moves',
    counts:
      'The newest reports that say more, or less, than the one before; of those the public, the members and each body may read a hundred are kept.',
    since: moves.at(-1)?.on.slice(0, 4) ?? null,
    heeds: ['member', 'dimension', 'area', 'from', 'until'],
    columns: [
      ...column('key', 'on', 'member', 'area', 'commitment'),
      ...column('label', 'title', 'move', 'from', 'says'),
    ],
    rows: moves.map(({ on, member, area, commitment, move, from, says }) => [
      on,
      member,
      area === '' ? null : area,
      commitment,
      get(asking.state.commitments.commitments, commitment)?.terms.title ?? null,
      move,
      from,
      says,
    ]),
  }
}
