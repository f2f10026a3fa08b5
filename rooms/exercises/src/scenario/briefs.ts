import type { BriefNumbers, Trade } from '../brain/brief.ts'
import { fault, field, fields, isThere, items, number, numbers, only, type Place, words } from './place.ts'
import type { Issue } from './scenario.ts'

/** What a brief, or the line of a group, says of one bracket. Options are places, from 0. */
export interface Position {
  readonly weight: number
  readonly preferred: readonly number[]
  readonly fallback: readonly number[]
  readonly redLine: readonly number[]
}

/** A brief or the line of a group as it was read. */
export interface BriefRead {
  readonly place: Place
  readonly instructions: string
  readonly reserve?: number
  readonly otherwise?: 'indifferent'
  readonly positions: ReadonlyMap<string, Position>
  readonly trades: readonly { readonly place: Place; readonly trade: Trade }[]
}

/** The place of an option: 1 is the first; 0 means no words, where the draft has these words or none. */
const optionAt = (place: Place, issue: Issue, given: number): number | undefined => {
  if (given === 0 && issue.without) return 1
  if (given >= 1 && given <= issue.optionIds.length) return given - 1
  fault(
    place,
    `no option ${given} of "${issue.name}": it has ${issue.optionIds.length}${issue.without ? ', and 0 for no words' : ''}`,
  )
  return undefined
}

const optionsAt = (place: Place, issue: Issue): readonly number[] =>
  numbers(place).flatMap(given => optionAt(place, issue, given) ?? [])

const positionIn = (place: Place, issue: Issue): Position => {
  only(place, ['weight', 'preferred', 'fallback', 'redLine', 'because'])
  const read = {
    weight: number(field(place, 'weight'), 0, 100, 1),
    preferred: optionsAt(field(place, 'preferred'), issue),
    fallback: optionsAt(field(place, 'fallback'), issue),
    redLine: optionsAt(field(place, 'redLine'), issue),
  }
  const named = [...read.preferred, ...read.fallback, ...read.redLine]
  if (read.preferred.length === 0) fault(place, 'names no preferred option')
  if (new Set(named).size < named.length) fault(place, 'an option stands in two places')
  if (read.redLine.length === issue.options.length) fault(place, 'every option is beyond the red line')
  return read
}

const end = (
  place: Place,
  issues: readonly Issue[],
): { readonly issue: number; readonly option: number } | undefined => {
  const [first, ...more] = fields(place)
  if (first === undefined || more.length > 0) {
    fault(place, 'one bracket and its option are wanted: {name: 2}')
    return undefined
  }
  const issue = issues.findIndex(({ name }) => name === first[0])
  if (issue < 0) {
    fault(first[1], `no bracket has the name "${first[0]}"`)
    return undefined
  }
  const [option] = optionsAt(first[1], issues[issue]!)
  return option === undefined ? undefined : { issue, option }
}

const tradesIn = (place: Place, issues: readonly Issue[]): BriefRead['trades'] =>
  items(place).flatMap(one => {
    only(one, ['give', 'for', 'because'])
    const give = end(field(one, 'give'), issues)
    const wanted = end(field(one, 'for'), issues)
    const because = words(field(one, 'because'))
    return give === undefined || wanted === undefined
      ? []
      : [{ place: one, trade: { give, for: wanted, because } }]
  })

/** Positions by the names of their brackets. */
export const positionsIn = (place: Place, issues: readonly Issue[]): ReadonlyMap<string, Position> => {
  const positions = new Map<string, Position>()
  for (const [name, at] of fields(place)) {
    const issue = issues.find(each => each.name === name)
    if (issue === undefined) fault(at, `no bracket has the name "${name}"`)
    else positions.set(name, positionIn(at, issue))
  }
  return positions
}

/** Reads the file of a brief, or of a group's line. */
export const briefIn = (place: Place, issues: readonly Issue[], isLine: boolean): BriefRead => {
  only(place, ['instructions', 'reserve', 'otherwise', 'positions', 'trades'])
  const reserve = field(place, 'reserve')
  const otherwise = field(place, 'otherwise')
  const positions = positionsIn(field(place, 'positions'), issues)
  if (isThere(otherwise) && words(otherwise) !== 'indifferent')
    fault(otherwise, 'only "indifferent" is known here')
  return {
    place,
    instructions: isLine ? '' : words(field(place, 'instructions')),
    ...(isThere(reserve) ? { reserve: number(reserve, 0, 100) } : {}),
    ...(isThere(otherwise) ? { otherwise: 'indifferent' as const } : {}),
    positions,
    trades: tradesIn(field(place, 'trades'), issues),
  }
}

/** What an option is worth to who holds a position, as a share: the best 1, fallbacks in their order, what is not named 0.2. */
const shareOf = (position: Position, option: number): number => {
  if (position.preferred.includes(option)) return 1
  const fallback = position.fallback.indexOf(option)
  if (fallback >= 0) return Math.max(0.35, 0.75 - 0.2 * fallback)
  return position.redLine.includes(option) ? 0 : 0.2
}

const indifferent = (issue: Issue): Position => ({
  weight: 0,
  preferred: issue.options.map((_, at) => at),
  fallback: [],
  redLine: [],
})

/**
 * A delegation's brief as numbers: its own words first, then the lines of its groups in their order. A bracket that none
 * of them names is a fault, unless one says `otherwise: indifferent`.
 */
export const briefOf = (
  own: BriefRead,
  lines: readonly BriefRead[],
  issues: readonly Issue[],
  capitalDays: number,
): BriefNumbers => {
  const sources = [own, ...lines]
  const silentFine = sources.some(({ otherwise }) => otherwise === 'indifferent')
  const positions = issues.map(issue => {
    const found = sources
      .map(({ positions: named }) => named.get(issue.name))
      .find(each => each !== undefined)
    if (found === undefined && !silentFine)
      fault(own.place, `says nothing of the bracket "${issue.name}", nor does a group it is in`)
    return found ?? indifferent(issue)
  })
  const all = positions.reduce((sum, { weight }) => sum + weight, 0)
  if (all === 0) fault(own.place, 'no bracket has a weight')
  const reserve = sources.map(each => each.reserve).find(each => each !== undefined)
  if (reserve === undefined)
    fault(own.place, 'no reserve: the least share of 100 at which the capital agrees')
  const brief: BriefNumbers = {
    worth: positions.map((position, at) =>
      issues[at]!.options.map(
        (_, option) => (100 * position.weight * shareOf(position, option)) / (all || 1),
      ),
    ),
    redLine: positions.map((position, at) =>
      issues[at]!.options.map((_, option) => position.redLine.includes(option)),
    ),
    reserve: reserve ?? 0,
    trades: [],
    capitalDays,
  }
  for (const { place, trade } of own.trades) {
    const why = noTrade(trade, brief, issues)
    if (why !== undefined) fault(place, why)
  }
  // What a group would trade, a delegation that weighs things otherwise does not.
  const trades = sources.flatMap(source => source.trades.map(({ trade }) => trade))
  return { ...brief, trades: trades.filter(trade => noTrade(trade, brief, issues) === undefined) }
}

/** Why something is no trade: it costs more than it can bring, or gives what must not be given. */
const noTrade = (trade: Trade, brief: BriefNumbers, issues: readonly Issue[]): string | undefined => {
  const { give, for: wanted } = trade
  if (brief.redLine[give.issue]![give.option])
    return `gives what is beyond the red line of "${issues[give.issue]!.name}"`
  const lost = Math.max(...brief.worth[give.issue]!) - brief.worth[give.issue]![give.option]!
  const won = brief.worth[wanted.issue]![wanted.option]! - Math.min(...brief.worth[wanted.issue]!)
  return won < lost
    ? `gives more than it can bring: ${lost.toFixed(1)} points for ${won.toFixed(1)}`
    : undefined
}
