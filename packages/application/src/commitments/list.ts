import { commitments } from '@gavel/domain'
import type { Onlooker } from '../meetings/view.ts'
import {
  type Asking,
  areaOfTerms,
  asking,
  commitmentsOf,
  dimensionOf,
  memberRow,
  readableCommitments,
} from './reading.ts'

/** Which commitments are asked for. Every member left out means: all. */
export interface CommitmentsQuery {
  readonly member?: string
  readonly dimension?: string
  readonly area?: string
  readonly catalogue?: string
  readonly measure?: string
  readonly decision?: string
  readonly status?: commitments.CommitmentStatus
  /** Words of the title or the pledge, in any case. */
  readonly q?: string
  /** The id after which the page begins. */
  readonly after?: string
  readonly limit?: number
}

const usualPage = 50

const isWanted = (
  one: commitments.Commitment,
  { member, dimension, area, catalogue, measure, decision, status, q }: CommitmentsQuery,
  asked: Asking,
): boolean => {
  const { terms } = one
  if (decision !== undefined && terms.decision !== decision) return false
  if (catalogue !== undefined && terms.measure?.catalogue !== catalogue) return false
  if (measure !== undefined && terms.measure?.measure !== measure) return false
  if (area !== undefined || dimension !== undefined) {
    const own = areaOfTerms(asked, terms)
    if (area !== undefined && own !== area) return false
    if (dimension !== undefined && dimensionOf(asked, own) !== dimension) return false
  }
  if (q !== undefined && !`${terms.title}\n${terms.pledge}`.toLowerCase().includes(q.toLowerCase()))
    return false
  if (status === undefined) return true
  const owners = member === undefined ? one.owners.map(owner => owner.member) : [member as never]
  return owners.some(each => commitments.statusFor(one, each, asked.day) === status)
}

/** A commitment in a list: what, whose, since when, how each owner stands. */
export const commitmentRow = (one: commitments.Commitment, asked: Asking) => {
  const { id, audience, terms, ended, carriedFrom, source } = one
  return {
    id,
    title: terms.title,
    measure: terms.measure ?? null,
    area: areaOfTerms(asked, terms),
    from: terms.from,
    until: terms.until,
    audience,
    ended: ended?.kind ?? null,
    carriedFrom,
    recorded: source !== undefined,
    owners: one.owners
      .filter(({ until }) => until === undefined)
      .map(({ member }) => memberRow(one, member, asked.day)),
  }
}

/** Commitments a reader may read, in the order of their ids, a page at a time, and how many there are in all. */
export const commitmentsList = (onlooker: Onlooker, query: CommitmentsQuery) => {
  const asked = asking(onlooker)
  const { member, after = '', limit = usualPage } = query
  const all = member === undefined ? readableCommitments(asked) : commitmentsOf(asked, member)
  const found: commitments.Commitment[] = []
  for (const one of all) if (isWanted(one, query, asked)) found.push(one)
  found.sort((a, b) => (a.id < b.id ? -1 : 1))
  const page = found.filter(({ id }) => id > after).slice(0, limit)
  const last = page.at(-1)?.id
  return {
    total: found.length,
    rows: page.map(one => commitmentRow(one, asked)),
    next: last !== undefined && last !== found.at(-1)?.id ? last : null,
    now: onlooker.now,
  }
}
