import { bestDeal, seeded } from '@gavel/forecast'
import { type BriefNumbers, flexibilityOf, totalOf } from '../brain/brief.ts'

/** A package everybody's brief allows, with what it is worth in all, and whether nothing can be worth more. */
export interface BestPackage {
  readonly options: readonly number[]
  readonly joint: number
  readonly proved: boolean
}

export const jointOf = (briefs: readonly BriefNumbers[], options: readonly (number | null)[]): number =>
  briefs.reduce((sum, brief) => sum + totalOf(brief, options), 0)

/** Whether every brief allows it: no red line crossed, nobody under the reserve. */
export const isFeasible = (briefs: readonly BriefNumbers[], options: readonly number[]): boolean =>
  briefs.every(
    brief =>
      options.every((option, issue) => !brief.redLine[issue]![option]) &&
      totalOf(brief, options) >= brief.reserve - 1e-9,
  )

/** Bracket by bracket the option worth most to all, reserves left aside: no package can be worth more than this one. */
const ceiling = (briefs: readonly BriefNumbers[]): readonly number[] | undefined => {
  const options = briefs[0]!.worth.map((worth, issue) => {
    const allowed = worth.flatMap((_, option) =>
      briefs.some(brief => brief.redLine[issue]![option]) ? [] : [option],
    )
    const sum = (option: number): number =>
      briefs.reduce((all, brief) => all + brief.worth[issue]![option]!, 0)
    return allowed.reduce<number | undefined>(
      (best, option) => (best === undefined || sum(option) > sum(best) + 1e-9 ? option : best),
      undefined,
    )
  })
  return options.every(option => option !== undefined) ? (options as readonly number[]) : undefined
}

/** The package of the greatest joint value that every brief allows; undefined when there is none. */
export const bestPackage = (briefs: readonly BriefNumbers[]): BestPackage | undefined => {
  const top = ceiling(briefs)
  if (top === undefined) return undefined
  if (isFeasible(briefs, top)) return { options: top, joint: jointOf(briefs, top), proved: true }
  const found = bestDeal(briefs.map(flexibilityOf), 'total', 60_000)
  return found === undefined
    ? undefined
    : {
        options: found.deal.options,
        joint: found.deal.worth.reduce((a, b) => a + b, 0),
        proved: found.proved || found.deal.worth.reduce((a, b) => a + b, 0) > jointOf(briefs, top) - 1e-6,
      }
}

/** Of packages drawn at random, the share that every brief allows: how hard a scenario is. Seeded. */
export const shareFeasible = (briefs: readonly BriefNumbers[], draws = 4_000): number => {
  const next = seeded(1)
  let feasible = 0
  for (let k = 0; k < draws; k++) {
    const options = briefs[0]!.worth.map(worth => Math.floor(next() * worth.length))
    if (isFeasible(briefs, options)) feasible++
  }
  return feasible / draws
}
