import { commitments, type DomainState } from '@gavel/domain'
import { get, put } from '@gavel/kernel'
import { countedPart, countPart, uncountPart } from './ahead.ts'
import {
  answerPostings,
  answersOf,
  commitmentPostings,
  movesOf,
  type Part,
  saidPosting,
  saidPostings,
  standingPosting,
} from './part.ts'
import { type Book, post } from './value.ts'

type Commitment = commitments.Commitment
type Event = commitments.CommitmentsEvent
type Of<Type extends Event['type']> = Extract<Event, { type: Type }>

/** How many of the newest moves are kept for each circle. */
const keptMoves = 100

const found = (state: DomainState, id: string): Commitment => {
  const commitment = get(state.commitments.commitments, id)
  if (commitment === undefined) throw new TypeError(`no commitment ${id}`)
  return commitment
}

const everOwners = ({ owners }: Commitment): readonly string[] => [
  ...new Set(owners.map(({ member }) => member)),
]

/**
 * A commitment that is another after an event than it was before: what it was counted as is taken out, what it is now is
 * counted. Costs its own parts and due days, whatever else is on the record.
 */
const recounted = (book: Book, state: DomainState, before: Commitment, after: Commitment, year: number) => {
  for (const member of everOwners(before)) uncountPart(book, state, before, member)
  post(book, commitmentPostings(state, before), -1)
  for (const member of everOwners(after)) countPart(book, state, after, member, year)
  post(book, commitmentPostings(state, after), 1)
}

/** A commitment as it was before an event: every event leaves what it takes away. */
const before = (after: Commitment, event: Event): Commitment => {
  switch (event.type) {
    case 'commitments.joined':
      return { ...after, owners: after.owners.slice(0, -1) }
    case 'commitments.left':
      return {
        ...after,
        owners: after.owners.map(owner => {
          const { until, ...rest } = owner
          return owner.member === event.member && until === event.at ? rest : owner
        }),
      }
    case 'commitments.changed':
      return { ...after, terms: after.before.at(-1)!.terms, before: after.before.slice(0, -1) }
    default:
      return { ...after, ended: null }
  }
}

const withMove = (book: Book, part: Part): void => {
  const { commitment, member, area, circle } = part
  const newest = movesOf(commitments.standingReports(commitment, member)).at(-1)!
  if (newest.move === 'none') return
  const { report, move, from } = newest
  const moves = get(book.moves, circle) ?? []
  const next = { commitment: commitment.id, member, area, report: report.id, on: report.on }
  book.moves = put(
    book.moves,
    circle,
    [
      ...moves.filter(one => one.commitment !== commitment.id || one.report !== report.revises),
      ...[{ ...next, move, from, says: report.says }],
    ].slice(-keptMoves),
  )
}

/** A report changes one due day, one sum of what was said, and how it stands: no more, however many there are. */
const reported = (book: Book, state: DomainState, event: Of<'commitments.reported'>): void => {
  const now = found(state, event.commitment)
  const { member, report } = event
  const after = countedPart(book, state, now, member)
  const was = { ...after, commitment: { ...now, reports: now.reports.slice(0, -1) } }
  post(book, standingPosting(was), -1)
  post(book, standingPosting(after), 1)
  const told = now.reports.at(-1)!
  const { due } = report
  if (due !== undefined && after.due.includes(due) && !answersOf(was).has(due))
    post(book, answerPostings(after, due, told), 1)
  if (report.revises === undefined) {
    post(book, [saidPosting(after, movesOf(commitments.standingReports(now, member)).at(-1)!)], 1)
  } else {
    post(book, saidPostings(was), -1)
    post(book, saidPostings(after), 1)
  }
  withMove(book, after)
}

/** Counts what happens to commitments. `year`: of the act. */
export const countCommitments = (book: Book, state: DomainState, event: Event, year: number): void => {
  switch (event.type) {
    case 'commitments.undertaken': {
      const commitment = found(state, event.commitment)
      countPart(book, state, commitment, event.member, year)
      post(book, commitmentPostings(state, commitment), 1)
      break
    }
    case 'commitments.joined':
    case 'commitments.left':
    case 'commitments.changed':
    case 'commitments.withdrawn':
    case 'commitments.carriedForward': {
      const after = found(state, event.commitment)
      recounted(book, state, before(after, event), after, year)
      break
    }
    case 'commitments.reported':
      reported(book, state, event)
  }
}
