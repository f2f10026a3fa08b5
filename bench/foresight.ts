/** Forecasts of objections, rolling over sessions of the UN General Assembly, beside what anybody could say. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { backtest, type Evidence, ofSessions, readEvidence, type Score } from '@gavel/forecast'
import { figure, type Options, type Report, type Row, ratio } from './measure.ts'

const data = join(fileURLToPath(new URL('.', import.meta.url)), '../packages/forecast/votes')
const text = (name: string): { readonly name: string; readonly text: string } => {
  const path = join(data, name)
  if (!existsSync(path)) throw new Error(`${path} is not there`)
  return {
    name,
    text: (name.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString('utf8'),
  }
}

const votes = (): Evidence => readEvidence(['rollcalls.csv.gz', 'votes.csv.gz', 'members.csv'].map(text))

const line = (name: string, score: Score | null): readonly Row[] =>
  score === null
    ? []
    : [
        figure(name, 'log-loss', [score.logloss], {
          n: score.n,
          base: score.base,
          Brier: score.brier,
          AUC: score.auc ?? '–',
          slope: score.calibration.slope ?? '–',
        }),
      ]

/** Promised log-losses (issue 5), for sessions 70 to 74 only. */
const promised = { member: 0.14, sounded: 0.105, event: 0.375, eventWithout: 0.335 } as const

export const run = async ({ small, settings, say }: Options): Promise<Report> => {
  const [from, to] = (settings['sessions'] ?? (small ? '74-74' : '70-74')).split('-').map(Number) as [
    number,
    number,
  ]
  const all = votes()
  const train = ofSessions(all, session => session < from)
  const test = ofSessions(all, session => session >= from && session <= to)
  const started = performance.now()
  const report = backtest(train, test, { progress: say })
  const seconds = (performance.now() - started) / 1000
  const { naive } = report
  const rows = [
    ...line('member, Gavel', report.member),
    ...line('member, half sounded', report.sounded),
    ...line('member, what they did last time', naive.lastTime.member),
    ...line('member, base rate per issue', naive.baseRatePerIssue.member),
    ...line('event, Gavel', report.event),
    ...line('event, last time', naive.lastTime.event),
    ...line('event, base rate per issue', naive.baseRatePerIssue.event),
    ...line(`event without ${report.without}, Gavel`, report.eventWithout),
    ...line(`event without ${report.without}, last time`, naive.lastTime.eventWithout),
    ...line(`event without ${report.without}, base rate per issue`, naive.baseRatePerIssue.eventWithout),
  ]
  const keys = Object.keys(promised) as (keyof typeof promised)[]
  const ratios = keys.flatMap(key => {
    const loss = report[key]?.logloss
    return loss === undefined ? [] : [ratio(`promised log-loss over ours: ${key}`, promised[key] / loss, 1)]
  })
  const bins = (report.member?.calibration.bins ?? []).map(
    bin => `said ${bin.forecast.toFixed(3)}, happened ${bin.happened.toFixed(3)} (${bin.n} cases)`,
  )
  return {
    title: 'Who will object: forecasts of votes not yet seen',
    work: `sessions ${from} to ${to}, each forecast from those before it: ${report.items} items, ${report.members.length} members, ${seconds.toFixed(0)} s`,
    rows,
    ratios,
    notes: [
      'The naive forecasts are ours to make fair: learned from the same sessions, smoothed.',
      'Roll calls are contested items only: in a body that decides by consensus objections are rarer.',
      ...bins,
    ],
  }
}
