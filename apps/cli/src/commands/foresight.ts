import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  type Backtest,
  backtest,
  type Evidence,
  NothingToTest,
  ofMembers,
  readEvidence,
  type Score,
  UnreadableEvidence,
} from '@gavel/forecast'
import { type Command, exit, UsageError } from '../command.ts'

/** A file as text; one that ends in .gz is unpacked. */
const textOf = (path: string): string => {
  const bytes = readFileSync(path)
  try {
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be unpacked: ${(error as Error).message}`)
  }
}

const evidenceIn = (flag: string, paths: readonly string[], members: readonly string[]): Evidence => {
  if (paths.length === 0) throw new UsageError(`--${flag} names no file`)
  const evidence = readEvidence(paths.map(name => ({ name, text: textOf(name) })))
  return members.length === 0 ? evidence : ofMembers(evidence, members)
}

const shown = (value: number | null | undefined, digits = 3): string =>
  value === null || value === undefined ? '–' : value.toFixed(digits)

const scoreLine = (name: string, score: Score | null): string =>
  score === null
    ? `  ${name.padEnd(30)} nothing to score`
    : `  ${name.padEnd(30)} ${String(score.n).padStart(7)} ${[
        shown(score.base),
        shown(score.logloss),
        shown(score.brier, 4),
        shown(score.auc),
        shown(score.calibration.slope, 2),
      ]
        .map(each => each.padStart(8))
        .join('')}`

/** The report for a reader: ours and the naive forecasts in one table, then the calibration of the members' one. */
const printed = (report: Backtest): string => {
  const head = `  ${''.padEnd(30)} ${'n'.padStart(7)}${['base', 'logloss', 'Brier', 'AUC', 'slope'].map(each => each.padStart(8)).join('')}`
  const rows = (what: 'member' | 'event' | 'eventWithout'): readonly string[] => [
    scoreLine('Gavel', report[what]),
    scoreLine('what they did last time', report.naive.lastTime[what]),
    scoreLine('base rate per issue', report.naive.baseRatePerIssue[what]),
    scoreLine('base rate', report.naive.baseRate[what]),
  ]
  const bins = (report.member?.calibration.bins ?? []).map(
    bin =>
      `  ${shown(bin.from, 2)} to ${shown(bin.to, 2)} ${String(bin.n).padStart(8)}   said ${shown(bin.forecast)}   happened ${shown(bin.happened)}`,
  )
  return [
    `${report.items} items of ${report.sessions.length} sessions, ${report.members.length} members; ${report.protocol}`,
    '',
    `A member votes no\n${head}`,
    ...rows('member'),
    scoreLine('Gavel, half sounded', report.sounded),
    '\nSomebody votes no',
    ...rows('event'),
    ...(report.without === null
      ? []
      : [`\nSomebody but ${report.without} votes no`, ...rows('eventWithout')]),
    '\nCalibration, members',
    ...bins,
  ].join('\n')
}

export const foresightBacktest: Command = {
  name: 'foresight backtest',
  takes: '--train FILE… --test FILE…',
  summary: 'score forecasts of objections on votes they have not seen',
  details: `Reads roll calls and votes as CSV (.csv or .csv.gz) in the format of the UN General Assembly files of Voeten,
Strezhnev and Bailey: a file of items (rcid, session, date, short, descr …) and one of votes (rcid, iso3, vote; or rcid
and a column per member), told apart by their columns; a list of members (iso3, …_member) limits whom is asked about.
Each test session is forecast from sessions before it only, and the forecasts are scored: log-loss, Brier, AUC and
calibration per member and for the event "somebody votes no", beside what anybody could say: what they did last time,
the base rate per issue, the base rate. A test session that has passed is learned from, unless --fixed.`,
  flags: {
    train: { type: 'string', value: 'FILE…', says: 'files to learn from', many: true },
    test: { type: 'string', value: 'FILE…', says: 'files to be scored on', many: true },
    members: { type: 'string', value: 'A,B,…', says: 'only these members (their codes in the files)' },
    fixed: { type: 'boolean', says: 'learn from the training files only' },
    seed: { type: 'string', value: 'N', says: 'seed of the trees (1 unless told)' },
  },
  arity: [0, 0],
  run: async ({ flags, lists, out }) => {
    const members = typeof flags['members'] === 'string' ? flags['members'].split(',').filter(Boolean) : []
    const seed = Number(flags['seed'] ?? 1)
    if (!Number.isInteger(seed)) throw new UsageError('--seed: a whole number is wanted')
    try {
      const train = evidenceIn('train', lists['train'] ?? [], members)
      const test = evidenceIn('test', lists['test'] ?? [], members)
      const report = backtest(train, test, { fixed: flags['fixed'] === true, seed, progress: out.progress })
      out.result(report, () => printed(report))
      return exit.ok
    } catch (error) {
      if (error instanceof UnreadableEvidence || error instanceof NothingToTest)
        throw new UsageError(error.message)
      throw error
    }
  },
}
