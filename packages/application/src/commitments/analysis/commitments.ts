import type { commitments, DomainState } from '@gavel/domain'
import { get, put } from '@gavel/kernel'
import { countedPart, countPart, uncountPart } from './ahead.ts'
import {
  answerPostings,
  commitmentPostings,
  type Heard,
  heardOf,
  type Moved,
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

const withMove = (book: Book, { commitment, member, area, circle }: Part, newest: Moved): void => {
  const { report, move, from } = newest
  if (move === 'none') return
  const next = { commitment: commitment.id, member, area, report: report.id, on: report.on }
  const others = (get(book.moves, circle) ?? []).filter(
    one => one.report !== report.revises || one.commitment !== commitment.id,
  )
  book.moves = put(
    book.moves,
    circle,
    [...others, { ...next, move, from, says: report.says }].slice(-keptMoves),
  )
}

/** What had been heard before the last report came, unless it revises an earlier one. */
const heardBefore = ({ moves, answers }: Heard, { due }: { readonly due?: string }): Heard => {
  const told = moves.at(-1)!.report
  const isFirst = due !== undefined && answers.get(due) === told
  return {
    moves: moves.slice(0, -1),
    answers: isFirst ? new Map([...answers].filter(([day]) => day !== due)) : answers,
  }
}

/** A report changes one due day, one sum of what was said, and how it stands: no more, however many there are. */
const reported = (book: Book, state: DomainState, event: Of<'commitments.reported'>): void => {
  const now = found(state, event.commitment)
  const { member, report } = event
  const { due, revises } = report
  const part = countedPart(book, state, now, member)
  const heard = heardOf(part)
  const was =
    revises === undefined
      ? heardBefore(heard, report)
      : heardOf({ ...part, commitment: { ...now, reports: now.reports.slice(0, -1) } })
  // A revision stands in the place of what it revises, which need not be the last.
  const newest = heard.moves.find(moved => moved.report.id === report.id)!
  post(book, standingPosting(part, was), -1)
  post(book, standingPosting(part, heard), 1)
  if (due !== undefined && part.due.includes(due) && !was.answers.has(due))
    post(book, answerPostings(part, due, newest.report), 1)
  post(book, revises === undefined ? [] : saidPostings(part, was), -1)
  post(book, revises === undefined ? saidPosting(part, newest) : saidPostings(part, heard), 1)
  withMove(book, part, newest)
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
