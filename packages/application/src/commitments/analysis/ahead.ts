import { type commitments, type DomainState, decisions } from '@gavel/domain'
import { get, put, remove } from '@gavel/kernel'
import { duePostings, heardOf, type Part, partOf, partPostings, standingPosting } from './part.ts'
import { type Analysis, type Book, post } from './value.ts'

/** For how many years after the one in which it is counted the due days of a commitment without an end are counted. */
export const yearsAhead = 5

/** How many parts stand on a page, and are gone on with by one entry. */
const pageParts = 32

const forever = '9999-12-31'
const endOf = (year: number): string => `${year}-12-31`

const aheadKey = (commitment: string, member: string): string => `${commitment} ${member}`

/** Whether a part may owe reports after a day. */
const goesOn = ({ terms, ended, owners }: commitments.Commitment, member: string, day: string): boolean => {
  const { reporting, until } = terms
  if (reporting === null || ended !== null) return false
  if (owners.findLast(one => one.member === member)?.until !== undefined) return false
  if (reporting.first > day) return true
  if (reporting.everyMonths === 0) return false
  // The report on the end falls due after it.
  return until === null || decisions.addMonths(until, reporting.everyMonths) > day
}

/** A part with the due days that are counted of it now. */
export const countedPart = (
  book: Analysis,
  state: DomainState,
  commitment: commitments.Commitment,
  member: string,
): Part => {
  const year = get(book.ahead, aheadKey(commitment.id, member))
  return partOf(state, commitment, member as never, year === undefined ? forever : endOf(year))
}

const queued = (book: Book, year: number, key: string): void => {
  const queue = book.queues[year] ?? { page: [], full: 0 }
  let { page, full } = queue
  if (page.length === pageParts) {
    book.pages = put(book.pages, `${year}#${full}`, page)
    full += 1
    page = []
  }
  book.queues = { ...book.queues, [year]: { page: [...page, key], full } }
}

/** Says to the end of which year a part is counted from now on; `year` unless it is counted so far already. */
const settled = (book: Book, commitment: commitments.Commitment, member: string, year: number): void => {
  const key = aheadKey(commitment.id, member)
  const known = get(book.ahead, key)
  const to = known === undefined || known < year ? year : known
  if (!goesOn(commitment, member, endOf(to))) book.ahead = remove(book.ahead, key)
  else if (known !== to) {
    book.ahead = put(book.ahead, key, to)
    queued(book, to, key)
  }
}

/** Counts a part that is not counted yet. `year`: the one in which that happens. */
export const countPart = (
  book: Book,
  state: DomainState,
  commitment: commitments.Commitment,
  member: string,
  year: number,
): void => {
  settled(book, commitment, member, year + yearsAhead)
  post(book, partPostings(countedPart(book, state, commitment, member)), 1)
}

/** Takes a part out again as it was counted. */
export const uncountPart = (
  book: Book,
  state: DomainState,
  commitment: commitments.Commitment,
  member: string,
): void => post(book, partPostings(countedPart(book, state, commitment, member)), -1)

const extended = (book: Book, state: DomainState, key: string, queue: number, year: number): void => {
  // What has been counted anew since stands in another queue, or in none.
  if (get(book.ahead, key) !== queue) return
  const [id, member] = key.split(' ') as [string, string]
  const commitment = get(state.commitments.commitments, id)
  if (commitment === undefined) return
  const before = countedPart(book, state, commitment, member)
  settled(book, commitment, member, year + yearsAhead)
  const after = countedPart(book, state, commitment, member)
  const heard = heardOf(after)
  // What was counted stays; the days beyond it come to it, and one of them may be the next to be answered.
  const known = new Set(before.due)
  post(book, duePostings({ ...after, due: after.due.filter(day => !known.has(day)) }, heard), 1)
  post(book, standingPosting(before, heard), -1)
  post(book, standingPosting(after, heard), 1)
}

/** The queue that has to be gone on with in a year: due days are counted to the end of the next year at the least. */
const dueQueue = (book: Analysis, year: number): number | undefined => {
  const first = Object.keys(book.queues)[0]
  return first !== undefined && Number(first) <= year + 1 ? Number(first) : undefined
}

/** Whether there is anything to go on with in a year. */
export const isBehind = (book: Analysis, year: number): boolean => dueQueue(book, year) !== undefined

/** One page of a queue. */
const pageExtended = (book: Book, state: DomainState, queue: number, year: number): void => {
  const { page, full } = book.queues[queue]!
  const { [queue]: _, ...others } = book.queues
  if (full === 0) book.queues = others
  else {
    const key = `${queue}#${full - 1}`
    book.queues = { ...others, [queue]: { page: get(book.pages, key)!, full: full - 1 } }
    book.pages = remove(book.pages, key)
  }
  for (const key of page) extended(book, state, key, queue, year)
}

/**
 * The rule by which counting goes on for commitments without an end: their due days are counted to the end of the fifth
 * year after the one in which that is done. Once the year before the last of those has come, every entry goes on with
 * one page of them for five years more; so that no entry has to go on with all.
 */
export const countAhead = (book: Book, state: DomainState, year: number): void => {
  const queue = dueQueue(book, year)
  if (queue !== undefined) pageExtended(book, state, queue, year)
}

const complete = new WeakMap<Analysis, { readonly year: number; readonly value: Analysis }>()

/** The analysis with everything counted that has to be in a year, also where too few entries came to do it. */
export const countedFor = (value: Analysis, state: DomainState, year: number): Analysis => {
  if (dueQueue(value, year) === undefined) return value
  const known = complete.get(value)
  if (known?.year === year) return known.value
  const book: Book = { ...value }
  for (let queue = dueQueue(book, year); queue !== undefined; queue = dueQueue(book, year))
    pageExtended(book, state, queue, year)
  complete.set(value, { year, value: book })
  return book
}
