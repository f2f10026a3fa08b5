/** Whole exercises, every seat simulated: how many a minute through engine and record, and how near the best package they come. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  bestPackage,
  filesIn,
  jointOf,
  type Level,
  levels,
  plainFloor,
  play,
  type RunResult,
  readScenario,
  runExercise,
  type Scenario,
} from '@gavel/exercises'
import { memoryStore } from '@gavel/store'
import { inventedFiles } from '../rooms/exercises/src/testing/invented.ts'
import { figure, type Options, type Report, type Row, ratio, spread, within } from './measure.ts'

const library = join(fileURLToPath(new URL('.', import.meta.url)), '../scenarios')
const store = () => memoryStore()

const invented = (delegations: number, brackets: number): Scenario => {
  const { scenario, faults } = readScenario(inventedFiles(delegations, brackets), 'searched')
  if (scenario === undefined) throw new Error(JSON.stringify(faults.slice(0, 3)))
  return scenario
}

/** Milliseconds of whole sessions, founding and second reading of the record included. */
const sessions = async (scenario: Scenario, runs: number) => {
  const times: number[] = []
  let last: RunResult | undefined
  for (let seed = 0; seed <= runs; seed++) {
    const from = performance.now()
    last = await runExercise(scenario, { seed, level: 'seasoned', store })
    if (!last.verified) throw new Error('the record does not add up')
    if (seed > 0) times.push(performance.now() - from)
  }
  return { times, last: last! }
}

/** Milliseconds of the same ladder on bare numbers: what it costs to find an agreement, apart from recording it. */
const bare = async (scenario: Scenario, runs: number) => {
  const times: number[] = []
  let share = 0
  const best = bestPackage(scenario.briefs)!
  for (let seed = 0; seed <= runs; seed++) {
    const floor = plainFloor({
      members: scenario.delegations.length,
      issues: scenario.issues.map(({ options, without }) => ({ options: options.length, without })),
    })
    const players = {
      seed,
      levels: scenario.delegations.map((): Level => 'seasoned'),
      briefs: scenario.briefs,
      briefsAfter: [],
    }
    const from = performance.now()
    const played = await play(floor, players, { rounds: scenario.rounds, silenceDays: 14, injects: [] })
    if (seed > 0) times.push(performance.now() - from)
    share = played.outcome?.how == null ? 0 : jointOf(scenario.briefs, played.settled) / best.joint
  }
  return { times, share }
}

const qualityOf = async (name: string, level: Level, seeds: number): Promise<Row> => {
  const { scenario } = readScenario(await filesIn(join(library, name)))
  if (scenario === undefined) throw new Error(`${name} is not in order`)
  const results: RunResult[] = []
  for (let seed = 1; seed <= seeds; seed++) results.push(await runExercise(scenario, { seed, level, store }))
  const shares = results.map(({ share }) => 100 * share)
  const agreed = results.filter(each => each.agreed).length
  return figure(`${name}, ${level}`, '%', shares, {
    'agreed %': (100 * agreed) / seeds,
    'mean %': shares.reduce((a, b) => a + b, 0) / seeds,
    'brackets left': results.reduce((sum, { bracketsLeft }) => sum + bracketsLeft, 0) / seeds,
  })
}

/** Promised: seconds a session of 28 × 40 may take (20 a minute), and milliseconds for 193 × 5 (NegMAS takes 41 s). */
const sessionMs = 3_000
const largeMs = 400

export const run = async ({ small, settings, runs, say }: Options): Promise<Report> => {
  const seeds = Number(settings['seeds'] ?? (small ? 3 : 200))
  say('28 delegations, 40 brackets …')
  const whole = await sessions(invented(28, 40), small ? 1 : runs)
  say('193 delegations, 5 brackets …')
  const large = invented(193, 5)
  const plain = await bare(large, small ? 2 : runs)
  const recorded = await sessions(large, small ? 1 : runs)
  const speed = [
    figure('session of 28 × 40, seasoned', 'ms', whole.times, {
      acts: whole.last.acts,
      entries: whole.last.entries,
      'a minute': 60_000 / spread(whole.times).median,
      share: whole.last.share,
    }),
    figure('193 × 5, bare numbers', 'ms', plain.times, { share: plain.share }),
    figure('193 × 5, engine and record', 'ms', recorded.times, {
      acts: recorded.last.acts,
      share: recorded.last.share,
    }),
  ]
  const quality: Row[] = []
  const names = existsSync(library) ? readdirSync(library).sort() : []
  for (const name of names)
    for (const level of levels) {
      say(`${name}, ${level} …`)
      quality.push(await qualityOf(name, level, seeds))
    }
  const medianOf = (name: string, level: Level): number =>
    quality.find(row => row.name === `${name}, ${level}`)!.median
  return {
    title: 'Exercises, unattended',
    work: `whole ladders through engine and record; ${names.length} scenarios, ${seeds} seeds of each level`,
    rows: [...speed, ...quality],
    ratios: [
      within(speed[0]!, sessionMs),
      within(speed[1]!, largeMs),
      ...names.map(name => ratio(`${name}: seasoned median over 85 %`, medianOf(name, 'seasoned') / 85, 1)),
      ...names.map(name =>
        ratio(
          `${name}: seasoned over novice`,
          medianOf(name, 'seasoned') / Math.max(1, medianOf(name, 'novice')),
          1.03,
        ),
      ),
    ],
    notes: [
      'Worth is of the best package by the search of packages; a negotiation that ends without agreement counts 0.',
      'On one core: founding, every act through rules and record in memory, and a second reading of the record are in the time.',
      'greedy and random are no diplomats: they take what they like best, or what chance says, and never cross a red line.',
    ],
  }
}
