import type { Level } from '../brain/level.ts'
import { minusOneCase } from '../engine/decision.ts'
import type { RulesChanged } from '../engine/founding.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type RunOptions, runExercise } from './run.ts'
import { type Summary, summaryOf } from './summary.ts'

/** The decision rules an experiment compares. */
export const decisionRules = ['consensus', 'minusOne'] as const
export type DecisionRule = (typeof decisionRules)[number]

const rulesOf = (rule: DecisionRule): RulesChanged =>
  rule === 'consensus' ? {} : { 'consensus.minusOneCases': [minusOneCase] }

export interface Arm {
  readonly level: Level
  readonly rule: DecisionRule
  readonly silenceDays: number
  readonly summary: Summary
}

export interface Compared {
  readonly levels: readonly Level[]
  readonly rules: readonly DecisionRule[]
  readonly silences: readonly number[]
  /** The first seed; every arm runs the same ones, so that they differ in the rule alone. */
  readonly seed: number
  readonly runs: number
}

/** Runs every arm on the same seeds, and sums each up. */
export const compare = async (
  scenario: Scenario,
  { levels, rules, silences, seed, runs }: Compared,
  store: RunOptions['store'],
  progress: (said: string) => void = () => undefined,
): Promise<readonly Arm[]> => {
  const arms: Arm[] = []
  for (const level of levels)
    for (const rule of rules)
      for (const silenceDays of silences) {
        const results = []
        for (let k = 0; k < runs; k++) {
          progress(`${level}, ${rule}, ${silenceDays} days: ${k + 1} of ${runs}`)
          results.push(
            await runExercise(scenario, { seed: seed + k, level, rules: rulesOf(rule), silenceDays, store }),
          )
        }
        arms.push({ level, rule, silenceDays, summary: summaryOf(results) })
      }
  return arms
}
