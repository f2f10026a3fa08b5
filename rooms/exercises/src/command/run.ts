import { type Level, levels } from '../brain/level.ts'
import { type Arm, compare, decisionRules } from '../run/experiment.ts'
import { type RunResult, runExercise } from '../run/run.ts'
import { type Estimate, type Summary, summaryOf } from '../run/summary.ts'
import { among, type Outside, type RoomCommand, soundScenario, wholeNumber } from './command.ts'

const percent = ({ value, low, high }: Estimate): string =>
  `${(100 * value).toFixed(0)} % (${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)})`

const lineOf = ({ seed, agreed, how, share, bracketsLeft, acts, rounds, root }: RunResult): string =>
  `  ${String(seed).padStart(6)}  ${(agreed ? (how ?? '') : 'no').padEnd(10)} ${(100 * share).toFixed(1).padStart(6)} % ${String(bracketsLeft).padStart(5)} left ${String(rounds).padStart(4)} rounds ${String(acts).padStart(6)} acts  ${root.slice(0, 16)}`

const summed = ({
  runs,
  agreed,
  medianShare,
  meanShare,
  silenceBroken,
  regretted,
}: Summary): readonly string[] => [
  `${runs} runs: agreed ${percent(agreed)}; of the best package's worth: median ${(100 * medianShare).toFixed(1)} %, mean ${percent(meanShare)}`,
  `silence broken ${percent(silenceBroken)}; adopted under somebody's reserve ${percent(regretted)} (95 % intervals)`,
]

export const exerciseRun = (outside: Outside): RoomCommand => ({
  name: 'exercise run',
  takes: 'SCENARIO',
  summary: 'run a scenario unattended, all seats simulated, on the real engine and record',
  details: `SCENARIO is a folder, or the name of one of the library. Every run has a record of its own in memory, through the same
rules as everybody, read again and verified at the end; the same seed gives the same record, bit for bit. Levels: ${levels.join(', ')}
(the last two are no diplomats but what to compare with).`,
  flags: {
    seed: { type: 'string', value: 'N', says: 'the first seed (1 unless told)' },
    runs: { type: 'string', value: 'K', says: 'how many runs, each with the next seed (1 unless told)' },
    level: { type: 'string', value: 'LEVEL', says: 'of all delegations (seasoned unless told)' },
    reasons: { type: 'boolean', says: 'with --json: what every delegation did, and why' },
  },
  arity: [1, 1],
  run: async ({ args, flags, out }) => {
    const scenario = await soundScenario(args[0]!, outside)
    const seed = wholeNumber(flags['seed'], 'seed', 1, outside)
    const runs = wholeNumber(flags['runs'], 'runs', 1, outside)
    const [level = 'seasoned'] = among<Level>(flags['level'], 'level', levels, ['seasoned'], outside)
    const results: RunResult[] = []
    for (let k = 0; k < runs; k++) {
      out.progress(`run ${k + 1} of ${runs}`)
      const reasons = flags['reasons'] === true
      results.push(await runExercise(scenario, { seed: seed + k, level, store: outside.store, reasons }))
    }
    const summary = summaryOf(results)
    out.result({ scenario: scenario.id, fictional: true, level, summary, results }, () =>
      [`${scenario.title} (fictional), ${level}`, ...results.map(lineOf), ...summed(summary)].join('\n'),
    )
    return results.every(({ verified }) => verified) ? 0 : 1
  },
})

const armLine = ({ level, rule, silenceDays, summary }: Arm): string =>
  [
    level.padEnd(10),
    rule.padEnd(10),
    `${silenceDays} d`.padStart(5),
    percent(summary.agreed).padStart(18),
    percent(summary.meanShare).padStart(18),
    percent(summary.silenceBroken).padStart(18),
    percent(summary.regretted).padStart(18),
  ].join(' ')

export const exerciseCompare = (outside: Outside): RoomCommand => ({
  name: 'exercise compare',
  takes: 'SCENARIO',
  summary: 'what another decision rule or length of silence would change, with confidence intervals',
  details: `Runs every combination of levels, rules and lengths of silence on the same seeds and prints a row for each, with 95 %
intervals (Wilson's for shares of runs). "minusOne": in the room, one member that alone objects may be left out (D-9).
"regretted": adopted although the package is worth less to somebody than its reserve.`,
  flags: {
    seed: { type: 'string', value: 'N', says: 'the first seed (1 unless told)' },
    runs: { type: 'string', value: 'K', says: 'runs of each row (20 unless told)' },
    levels: { type: 'string', value: 'A,B', says: 'levels (seasoned,novice unless told)' },
    rules: { type: 'string', value: 'A,B', says: 'consensus, minusOne (both unless told)' },
    silence: { type: 'string', value: 'D,D', says: 'days of silence (3,14 unless told)' },
  },
  arity: [1, 1],
  run: async ({ args, flags, out }) => {
    const scenario = await soundScenario(args[0]!, outside)
    const silences = String(flags['silence'] ?? '3,14')
      .split(',')
      .map(each => wholeNumber(each, 'silence', 14, outside))
    if (silences.some(days => days < 1 || days > 365))
      throw outside.wrongCall('--silence: from 1 to 365 days')
    const compared = {
      levels: among<Level>(flags['levels'], 'levels', levels, ['seasoned', 'novice'], outside),
      rules: among(flags['rules'], 'rules', decisionRules, decisionRules, outside),
      silences,
      seed: wholeNumber(flags['seed'], 'seed', 1, outside),
      runs: wholeNumber(flags['runs'], 'runs', 20, outside),
    }
    const arms = await compare(scenario, compared, outside.store, out.progress)
    const head = [
      'level'.padEnd(10),
      'rule'.padEnd(10),
      'quiet',
      ...['agreed', 'share of best', 'silence broken', 'regretted'].map(each => each.padStart(18)),
    ].join(' ')
    out.result({ scenario: scenario.id, fictional: true, ...compared, arms }, () =>
      [`${scenario.title} (fictional), ${compared.runs} runs of each`, head, ...arms.map(armLine)].join('\n'),
    )
    return 0
  },
})
