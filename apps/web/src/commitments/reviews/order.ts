import type { Capacity, commitments as chapter, DomainState } from '@gavel/domain'
import { type BodyId, get, type MemberId } from '@gavel/kernel'
import type { RecommendationRow } from './shapes.ts'

type Question = chapter.Question

/** Members in the order of the register: never by how many they have, nor by how many they have answered. */
export const inRegisterOrder = (state: DomainState, ids: readonly string[]): readonly string[] => {
  const wanted = new Set(ids)
  const known = state.institution.partyOrder.filter(id => wanted.has(id))
  return [...known, ...[...wanted].filter(id => !known.includes(id as MemberId)).sort()]
}

/** Questions by whom they were put to, members in the order of the register; last those put to whoever leads (null). */
export const byAddressee = (
  state: DomainState,
  questions: readonly Question[],
): readonly { readonly to: string | null; readonly questions: readonly Question[] }[] => {
  const members = inRegisterOrder(
    state,
    questions.flatMap(({ to }) => to ?? []),
  )
  const none = questions.filter(({ to }) => to === null)
  return [
    ...members.map(to => ({ to, questions: questions.filter(one => one.to === to) })),
    ...(none.length === 0 ? [] : [{ to: null, questions: none }]),
  ]
}

/** Who may open, conclude and close the review of a dimension before a body (C-34). */
export const mayLead = (
  state: DomainState,
  as: Capacity | null,
  { body, dimension }: { readonly body: BodyId; readonly dimension: string },
): boolean => {
  if (as === null) return false
  if (as.kind === 'secretariat') return true
  if (as.kind === 'chair') return as.body === body
  return as.kind === 'coordinator' && get(state.institution.areas, as.area)?.dimension === dimension
}

/** Whether a question that has no answer is a capacity's to answer (C-36). */
export const isAsked = (
  state: DomainState,
  as: Capacity | null,
  review: { readonly body: BodyId; readonly dimension: string },
  { to, answer }: Question,
): boolean => {
  if (answer !== null || as === null) return false
  return to === null ? mayLead(state, as, review) : as.kind === 'delegate' && as.member === to
}

/** The dimensions on the register, in its order. */
export const dimensionsOf = ({ institution }: DomainState): readonly string[] => [
  ...new Set(institution.areaOrder.map(id => get(institution.areas, id)!.dimension)),
]

/** How a recommendation was last responded to. */
export const responseOf = ({ responses }: chapter.Recommendation): RecommendationRow['response'] =>
  responses.at(-1)?.response ?? 'waiting'
