/**
 * What every delegation sees of a negotiation, as numbers: places of brackets, of their options and of delegations. It
 * comes from the state of a record or from the public API alike; whoever decides on it knows neither.
 */

/** What a delegation says of an option, by its number in `stands`. */
export const standWords = ['none', 'backs', 'canLiveWith', 'reserves', 'objects'] as const
export type StandWord = (typeof standWords)[number]

export const said = { none: 0, backs: 1, canLiveWith: 2, reserves: 3, objects: 4 } as const

export type Stage = 'workingGroup' | 'seniorOfficials' | 'ministers'

export interface IssueSeen {
  /** The option it was settled on; null while it is open. */
  readonly settled: number | null
  readonly options: number
  /** The last option is to have no words there: nobody can stand on it by name, who wants it objects to the words. */
  readonly without: boolean
  /** `stands[option * members + member]`, numbers of `standWords`. */
  readonly stands: Uint8Array
}

/** A clean wording the chair offers for some brackets at once: which, on which options, and what is said of it. */
export interface OfferSeen {
  readonly issues: readonly number[]
  readonly options: readonly number[]
  readonly stands: Uint8Array
}

export interface TableSeen {
  readonly members: number
  readonly stage: Stage
  /** How much of the time for negotiating is over: 0 at the opening, 1 at the last round. */
  readonly time: number
  readonly round: number
  readonly issues: readonly IssueSeen[]
  readonly offers: readonly OfferSeen[]
}

/** The stand of a delegation on an option. */
export const standOn = (issue: IssueSeen, option: number, member: number, members: number): number =>
  issue.stands[option * members + member]!

const tallies = new WeakMap<IssueSeen, Uint16Array>()

/** How often each thing is said of each option: counted once for all who look at the same table. */
const tallyOf = (issue: IssueSeen, members: number): Uint16Array => {
  const known = tallies.get(issue)
  if (known !== undefined) return known
  const tally = new Uint16Array(issue.options * standWords.length)
  for (let option = 0; option < issue.options; option++)
    for (let m = option * members; m < (option + 1) * members; m++)
      tally[option * standWords.length + issue.stands[m]!]!++
  tallies.set(issue, tally)
  return tally
}

/** How many delegations say this of an option. */
export const countOf = (issue: IssueSeen, option: number, stand: number, members: number): number =>
  tallyOf(issue, members)[option * standWords.length + stand]!

/** Whether nothing stands in the way of settling an issue on an option (T-30, T-31). */
export const closable = (issue: IssueSeen, option: number, members: number): boolean => {
  if (issue.settled !== null) return false
  for (let member = 0; member < members; member++) {
    const own = standOn(issue, option, member, members)
    if (own === said.objects) return false
    if (own === said.backs || own === said.canLiveWith) continue
    for (let other = 0; other < issue.options; other++)
      if (other !== option && standOn(issue, other, member, members) === said.backs) return false
  }
  return true
}
