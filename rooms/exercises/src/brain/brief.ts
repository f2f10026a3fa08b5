import type { Flexibility } from '@gavel/forecast'

/** "I give this option there for that option here." Both are places of brackets and options. */
export interface Trade {
  readonly give: { readonly issue: number; readonly option: number }
  readonly for: { readonly issue: number; readonly option: number }
  readonly because: string
}

/** A delegation's secret instructions as numbers. */
export interface BriefNumbers {
  /** Points of each option, by bracket: what is best everywhere adds up to 100. */
  readonly worth: readonly (readonly number[])[]
  /** Options that must not be accepted. */
  readonly redLine: readonly (readonly boolean[])[]
  /** The least total at which the capital agrees. */
  readonly reserve: number
  readonly trades: readonly Trade[]
  /** Days the capital takes to answer a text put under silence. */
  readonly capitalDays: number
}

export const flexibilityOf = ({ worth, redLine, reserve }: BriefNumbers): Flexibility => ({
  worth,
  cannot: redLine,
  reserve,
})

/** What a package is worth under a brief; an issue left open adds nothing. */
export const totalOf = (brief: BriefNumbers, options: readonly (number | null)[]): number =>
  options.reduce<number>(
    (sum, option, issue) => sum + (option === null ? 0 : brief.worth[issue]![option]!),
    0,
  )

export const bestOption = (brief: BriefNumbers, issue: number): number => {
  const worth = brief.worth[issue]!
  let best = 0
  for (let option = 1; option < worth.length; option++) if (worth[option]! > worth[best]!) best = option
  return best
}
