import { emptyTable, get, put, remove, type Table } from '@gavel/kernel'
import { type Base, type BaseParagraph, baseOf } from './base.ts'
import { type Placed, type Proposal, proposalsIn, type Submission, sameProposal } from './proposals.ts'

/** A delegation in a compilation, with its turn: alternatives stand in the order in which they first came in. */
export interface Voice {
  readonly delegation: string
  readonly turn: number
}

/** A proposal with everybody who makes it, in turn. */
export interface Joined {
  readonly proposal: Proposal
  readonly by: readonly Voice[]
}

/** What was proposed for one place, in the order of first proposers. */
export type Place = readonly Joined[]

interface Handed {
  readonly turn: number
  readonly placed: readonly Placed[]
}

/** A compilation under way: immutable, and cheap to add one submission to or take one from. */
export interface CompilationState {
  readonly base: Base
  readonly submissions: Table<Handed>
  /** By place of the base, shifted by one: the first is the place before the first paragraph. */
  readonly places: readonly Place[]
  readonly nextTurn: number
}

/** A place nobody touched. */
export const untouched: Place = []

export const startCompilation = (base: readonly BaseParagraph[]): CompilationState => ({
  base: baseOf(base),
  submissions: emptyTable(),
  places: [untouched, ...base.map(() => untouched)],
  nextTurn: 1,
})

const joined = (place: Place, proposal: Proposal, voice: Voice): Place => {
  const at = place.findIndex(each => sameProposal(each.proposal, proposal))
  if (at < 0) return [...place, { proposal, by: [voice] }]
  return place.with(at, { proposal: place[at]!.proposal, by: [...place[at]!.by, voice] })
}

const leftBy = (place: Place, delegation: string): Place =>
  place
    .map(each => ({ proposal: each.proposal, by: each.by.filter(voice => voice.delegation !== delegation) }))
    .filter(each => each.by.length > 0)
    .sort((one, two) => one.by[0]!.turn - two.by[0]!.turn)

/**
 * The compilation with one more submission; an earlier one of the same delegation is taken out first. Cost: one
 * walk along the submitted version (or its deltas alone), the places it touches,
 * and one copy of the list of places.
 */
export const withSubmission = (state: CompilationState, submission: Submission): CompilationState => {
  const { base, submissions, places, nextTurn } = withoutSubmission(state, submission.delegation)
  const voice = { delegation: submission.delegation, turn: nextTurn }
  const placed = proposalsIn(base, submission)
  const touched = places.slice()
  for (const { at, proposal } of placed) touched[at + 1] = joined(touched[at + 1]!, proposal, voice)
  return {
    base,
    submissions: put(submissions, submission.delegation, { turn: nextTurn, placed }),
    places: touched,
    nextTurn: nextTurn + 1,
  }
}

/** The compilation without what a delegation proposed; the same when it proposed nothing. Cost: its own places. */
export const withoutSubmission = (state: CompilationState, delegation: string): CompilationState => {
  const handed = get(state.submissions, delegation)
  if (handed === undefined) return state
  const places = state.places.slice()
  for (const at of new Set(handed.placed.map(each => each.at))) {
    const rest = leftBy(places[at + 1]!, delegation)
    places[at + 1] = rest.length === 0 ? untouched : rest
  }
  return { ...state, submissions: remove(state.submissions, delegation), places }
}
