import { seeded } from '@gavel/forecast'
import { type BriefNumbers, bestOption } from './brief.ts'
import { type Level, type Manner, manners } from './level.ts'
import type { Move, Verdict, Why } from './move.ts'
import {
  countOf,
  type IssueSeen,
  type OfferSeen,
  said,
  standOn,
  standWords,
  type TableSeen,
} from './table.ts'

/**
 * The mind of a simulated delegation: given what everybody sees and its own brief, what it does next, and why. It is pure:
 * no clock, no transport, and chance only from the seed it is given. It reads no other brief.
 */
export interface Self {
  readonly member: number
  readonly level: Level
  /** The seed of the exercise; with the place of the delegation and the round it fixes all it leaves to chance. */
  readonly seed: number
}

/** A number in [0, 1) that depends on the seed and these places alone. */
export const chance = ({ seed, member }: Self, ...places: readonly number[]): number => {
  let mixed = seed >>> 0
  for (const place of [member, ...places]) mixed = Math.imul(mixed ^ (place + 0x9e3779b9), 0x85ebca6b) >>> 0
  return seeded(mixed)()
}

interface Mind extends Self {
  readonly table: TableSeen
  readonly brief: BriefNumbers
  readonly manner: Manner
  /** The whole as it would be if what is open went as it leans now. */
  readonly whole: number
}

const wanting = (issue: IssueSeen, option: number, members: number): number =>
  countOf(issue, option, said.backs, members) + 0.3 * countOf(issue, option, said.canLiveWith, members)

/** The option an open issue leans to: the one most delegations want, the first of equals. */
const leaningOf = (issue: IssueSeen, members: number): number => {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let option = 0; option < issue.options; option++) {
    const want = wanting(issue, option, members) - 0.7 * countOf(issue, option, said.objects, members)
    if (want > most + 1e-9) {
      best = option
      most = want
    }
  }
  return best
}

const leanings = new WeakMap<TableSeen, readonly number[]>()

/** By issue the option it was settled on or leans to: worked out once for all who look at the same table. */
const leaningsOf = (table: TableSeen): readonly number[] => {
  const known = leanings.get(table)
  if (known !== undefined) return known
  const found = table.issues.map(issue => issue.settled ?? leaningOf(issue, table.members))
  leanings.set(table, found)
  return found
}

const wholeAsItLeans = (table: TableSeen, brief: BriefNumbers): number =>
  leaningsOf(table).reduce((sum, option, issue) => sum + brief.worth[issue]![option]!, 0)

/** Points lost by an option, as the delegation feels them: a novice feels every bracket alike. */
const felt = (mind: Mind, issue: number, option: number): number => {
  const { brief, manner, table } = mind
  const best = brief.worth[issue]![bestOption(brief, issue)]!
  const loss = best - brief.worth[issue]![option]!
  const alike = best === 0 ? 0 : (loss / best) * (100 / table.issues.length)
  const judged = manner.weighs * loss + (1 - manner.weighs) * alike
  return judged * (1 + manner.noise * (2 * chance(mind, 1, issue, option) - 1))
}

/** What it gives up in one bracket by now: little at first, most of it near the end. */
const givesBy = ({ manner, table }: Mind): number => manner.gives * (0.02 + 0.98 * table.time ** 1.7)

/** How the company compares: many against few make a loss easier to bear, few against many harder. */
const company = (mind: Mind, issue: IssueSeen, option: number, mine: number): number => {
  const { members } = mind.table
  return ((1 + wanting(issue, option, members)) / (1 + wanting(issue, mine, members))) ** mind.manner.groups
}

const holdsOut = (mind: Mind, issue: number): boolean => chance(mind, 2, issue) < mind.manner.stubborn

/** A trade the brief names for giving this option, and whether what is wanted for it is in sight. */
const tradeFor = (mind: Mind, issue: number, option: number) => {
  if (!mind.manner.trades) return undefined
  const trade = mind.brief.trades.find(({ give }) => give.issue === issue && give.option === option)
  if (trade === undefined) return undefined
  const other = mind.table.issues[trade.for.issue]!
  const settled = other.settled === trade.for.option
  const lost = other.settled !== null && !settled
  const leads = other.settled === null && leaningsOf(mind.table)[trade.for.issue] === trade.for.option
  return { trade, met: settled || leads, lost }
}

/** What it says of an option that is neither its best nor beyond its red line. */
const ofOther = (mind: Mind, issue: number, option: number, mine: number): readonly [number, Why] => {
  const { table, brief, manner } = mind
  const seen = table.issues[issue]!
  const loss = brief.worth[issue]![mine]! - brief.worth[issue]![option]!
  const trade = tradeFor(mind, issue, option)
  const figures = { loss, whole: mind.whole }
  if (trade?.met) return [said.canLiveWith, { name: 'trade', other: trade.trade.for.issue, ...figures }]
  if (holdsOut(mind, issue))
    return [table.time < 0.7 ? said.objects : said.none, { name: 'holdsOut', ...figures }]
  const room = givesBy(mind) * company(mind, seen, option, mine)
  const affordable = !manner.looksAhead || mind.whole - loss >= brief.reserve || table.time < 0.5
  if (felt(mind, issue, option) <= room && affordable)
    return [said.canLiveWith, { name: table.time > 0.85 ? 'deadline' : 'smallLoss', ...figures }]
  if (trade !== undefined && !trade.lost && table.time < 0.8)
    return [said.reserves, { name: 'wantsInReturn', other: trade.trade.for.issue, ...figures }]
  const waits = brief.capitalDays >= 4 && table.time < 0.4
  return [
    waits ? said.reserves : said.none,
    { name: affordable ? 'awaitsInstructions' : 'wholeIsTooLittle', ...figures },
  ]
}

const standsOn = (mind: Mind, issue: number): readonly Move[] => {
  const { table, brief, member } = mind
  const seen = table.issues[issue]!
  if (seen.settled !== null) return []
  const mine = bestOption(brief, issue)
  const moves: Move[] = []
  for (let option = 0; option < seen.options - (seen.without ? 1 : 0); option++) {
    const [stand, why] = saidOf(mind, issue, option, mine)
    const now = standOn(seen, option, member, table.members)
    if (stand !== now) moves.push({ kind: 'stand', issue, option, stand: standWords[stand]!, why })
  }
  return moves
}

const saidOf = (mind: Mind, issue: number, option: number, mine: number): readonly [number, Why] => {
  const { brief, table } = mind
  const seen = table.issues[issue]!
  if (option === mine) {
    // Who wants the words, and could do without them, no longer insists on them: nothing else says so.
    if (seen.without && !brief.redLine[issue]![1]) {
      const [stand, why] = ofOther(mind, issue, 1, mine)
      if (stand === said.canLiveWith) return [said.canLiveWith, why]
    }
    return [said.backs, { name: 'preferred' }]
  }
  if (brief.redLine[issue]![option]) return [said.objects, { name: 'redLine' }]
  const [stand, why] = ofOther(mind, issue, option, mine)
  // Who wants no words there has no option of its own to back: it stands in the way of the words.
  return seen.without && stand !== said.canLiveWith ? [said.objects, why] : [stand, why]
}

/** What it says of the chair's text for some brackets. */
const onOffer = (mind: Mind, offer: OfferSeen, at: number): readonly Move[] => {
  const { brief, manner, table, member } = mind
  const crossed = offer.issues.some((issue, place) => brief.redLine[issue]![offer.options[place]!])
  const loss = offer.issues.reduce(
    (sum, issue, place) =>
      sum + brief.worth[issue]![bestOption(brief, issue)]! - brief.worth[issue]![offer.options[place]!]!,
    0,
  )
  const figures = { loss, whole: mind.whole }
  const judge = (): readonly [number, Why] => {
    if (crossed) return [said.objects, { name: 'redLine', ...figures }]
    if (offer.issues.some(issue => holdsOut(mind, issue)) && table.time < 0.95)
      return [said.objects, { name: 'holdsOut', ...figures }]
    if (manner.looksAhead)
      return mind.whole >= brief.reserve || loss < 0.5
        ? [said.canLiveWith, { name: 'wholeIsEnough', ...figures }]
        : [said.objects, { name: 'wholeIsTooLittle', ...figures }]
    const feltLoss = offer.issues.reduce(
      (sum, issue, place) => sum + felt(mind, issue, offer.options[place]!),
      0,
    )
    return feltLoss <= offer.issues.length * givesBy(mind)
      ? [said.canLiveWith, { name: 'deadline', ...figures }]
      : [said.objects, { name: 'holdsOut', ...figures }]
  }
  const [stand, why] = judge()
  return offer.stands[member] === stand
    ? []
    : [{ kind: 'onOffer', offer: at, stand: standWords[stand]!, why }]
}

/** The whole once the offers were taken. */
const wholeWithOffers = (table: TableSeen, brief: BriefNumbers): number => {
  const options = [...leaningsOf(table)]
  for (const offer of table.offers)
    for (const [place, issue] of offer.issues.entries()) options[issue] = offer.options[place]!
  return options.reduce((sum, option, issue) => sum + brief.worth[issue]![option]!, 0)
}

const greedy = (table: TableSeen, { member }: Self, brief: BriefNumbers): readonly Move[] => {
  const stands = table.issues.flatMap((seen, issue): readonly Move[] => {
    if (seen.settled !== null) return []
    const mine = bestOption(brief, issue)
    return Array.from({ length: seen.options - (seen.without ? 1 : 0) }, (_, option) => option).flatMap(
      option => {
        const late = table.time >= 0.9 && !brief.redLine[issue]![option]
        const stand = option === mine ? said.backs : late ? said.canLiveWith : said.objects
        return standOn(seen, option, member, table.members) === stand
          ? []
          : [{ kind: 'stand', issue, option, stand: standWords[stand]!, why: { name: 'greedy' } } as const]
      },
    )
  })
  const offers = table.offers.flatMap((offer, at): readonly Move[] => {
    const crossed = offer.issues.some((issue, place) => brief.redLine[issue]![offer.options[place]!])
    const best = offer.issues.every((issue, place) => bestOption(brief, issue) === offer.options[place])
    const stand = !crossed && (best || table.time >= 0.9) ? 'canLiveWith' : 'objects'
    return [{ kind: 'onOffer', offer: at, stand, why: { name: 'greedy' } }]
  })
  return [...stands, ...offers]
}

const random = (table: TableSeen, self: Self, brief: BriefNumbers): readonly Move[] => {
  const words = ['backs', 'canLiveWith', 'canLiveWith', 'canLiveWith'] as const
  const why = { name: 'chance' } as const
  const stands = table.issues.flatMap((seen, issue): readonly Move[] =>
    seen.settled !== null || chance(self, 3, table.round, issue) < 0.5
      ? []
      : Array.from({ length: seen.options - (seen.without ? 1 : 0) }, (_, option) => ({
          kind: 'stand',
          issue,
          option,
          stand: brief.redLine[issue]![option]
            ? 'objects'
            : words[Math.floor(chance(self, 4, table.round, issue, option) * words.length)]!,
          why,
        })),
  )
  const offers = table.offers.map((offer, at): Move => {
    const crossed = offer.issues.some((issue, place) => brief.redLine[issue]![offer.options[place]!])
    return { kind: 'onOffer', offer: at, stand: crossed ? 'objects' : 'canLiveWith', why }
  })
  return [...stands, ...offers]
}

/** What the delegation does in this round: stands it takes or changes, each with its reason. Nothing: it waits. */
export const nextMoves = (table: TableSeen, self: Self, brief: BriefNumbers): readonly Move[] => {
  if (self.level === 'greedy') return greedy(table, self, brief)
  if (self.level === 'random') return random(table, self, brief)
  const manner = manners[self.level]
  const whole = table.offers.length > 0 ? wholeWithOffers(table, brief) : wholeAsItLeans(table, brief)
  const mind: Mind = { ...self, table, brief, manner, whole }
  // While the chair's text lies on the table, that is what is spoken of.
  if (table.offers.length > 0) return table.offers.flatMap((offer, at) => onOffer(mind, offer, at))
  return table.issues.flatMap((_, issue) => standsOn(mind, issue))
}

/**
 * What the delegation does about a clean text that is under silence or put. `bluffing` says whether there is still
 * something to gain by standing in the way (there is in a silence, not in the room at the end).
 */
export const verdictOn = (
  options: readonly number[],
  self: Self,
  brief: BriefNumbers,
  bluffing: boolean,
): Verdict => {
  const whole = options.reduce((sum, option, issue) => sum + brief.worth[issue]![option]!, 0)
  const crossed = options.some((option, issue) => brief.redLine[issue]![option])
  if (crossed) return { objects: true, bluff: false, why: { name: 'redLine', whole } }
  if (whole < brief.reserve - 1e-9)
    return { objects: true, bluff: false, why: { name: 'wholeIsTooLittle', whole } }
  const manner = self.level in manners ? manners[self.level as keyof typeof manners] : undefined
  const bluff = bluffing && manner !== undefined && chance(self, 5) < manner.bluffs
  return { objects: bluff, bluff, why: { name: bluff ? 'holdsOut' : 'wholeIsEnough', whole } }
}
