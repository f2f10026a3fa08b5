/**
 * How experienced a simulated delegation is. `greedy` and `random` are no diplomats: they stand beside the levels as
 * what anything better has to beat.
 */
export const levels = ['novice', 'practised', 'seasoned', 'greedy', 'random'] as const
export type Level = (typeof levels)[number]

export interface Manner {
  /** From 0 (every bracket matters alike) to 1 (as much as the brief says). */
  readonly weighs: number
  /** How much the company one keeps counts: the exponent on (who wants it) ÷ (who wants what I want). */
  readonly groups: number
  readonly trades: boolean
  /** Looks at the whole before giving way in a part. */
  readonly looksAhead: boolean
  /** Spread of misjudgement of a loss, as a share of it. */
  readonly noise: number
  /** Points it gives up in one bracket at the very end. */
  readonly gives: number
  /** Share of cases in which it holds out beyond reason on something it could give. */
  readonly stubborn: number
  /** Share of cases in which it breaks a silence to see what it gets for it. */
  readonly bluffs: number
}

export const manners: Readonly<Record<'novice' | 'practised' | 'seasoned', Manner>> = {
  novice: {
    weighs: 0,
    groups: 0,
    trades: false,
    looksAhead: false,
    noise: 0.5,
    gives: 5,
    stubborn: 0.12,
    bluffs: 0.02,
  },
  practised: {
    weighs: 0.6,
    groups: 0.5,
    trades: true,
    looksAhead: true,
    noise: 0.25,
    gives: 9,
    stubborn: 0.03,
    bluffs: 0.01,
  },
  seasoned: {
    weighs: 1,
    groups: 1,
    trades: true,
    looksAhead: true,
    noise: 0.05,
    gives: 14,
    stubborn: 0,
    bluffs: 0.01,
  },
}
