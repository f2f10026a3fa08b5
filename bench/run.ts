import { machine, type Options, type Ratio, type Report, type Row } from './measure.ts'

const options = (words: readonly string[]): Options & { json: boolean; strict: boolean } => {
  const runs = Number(words[words.indexOf('--runs') + 1])
  const pairs = words
    .filter(word => /^[A-Za-z]+=/.test(word))
    .map(word => word.split('=', 2) as [string, string])
  const json = words.includes('--json')
  return {
    runs: words.includes('--runs') && runs > 0 ? runs : 5,
    small: words.includes('--small'),
    settings: Object.fromEntries(pairs),
    say: line => process.stderr.write(json ? '' : `${line}\n`),
    json,
    strict: words.includes('--strict'),
  }
}

/** Three figures that count, without exponents. */
export const shown = (value: number): string => {
  if (Number.isInteger(value)) return value.toLocaleString('en-GB')
  if (value >= 1000) return Math.round(value).toLocaleString('en-GB')
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2)
}

const line = (row: Row, width: number): string => {
  const beside = Object.entries(row.beside ?? {}).map(
    ([what, value]) => `${what} ${typeof value === 'number' ? shown(value) : value}`,
  )
  const range = `${shown(row.median)} ${row.unit} (${shown(row.least)}–${shown(row.most)}, ${row.runs} runs)`
  return `  ${row.name.padEnd(width)}  ${range.padEnd(38)}  ${beside.join('; ')}`.trimEnd()
}

const verdict = (ratio: Ratio): string => {
  const promised = [
    ...(ratio.target === undefined ? [] : [`target ≥ ${ratio.target}`]),
    ...(ratio.goal === undefined ? [] : [`goal ${ratio.goal}`]),
  ].join(', ')
  const judged = ratio.target === undefined ? '' : ratio.met ? ' met' : ' MISSED'
  return `  ${ratio.claim}: ${shown(ratio.value)} ×${promised === '' ? '' : ` (${promised}:${judged})`}`
}

const printed = (report: Report): string => {
  const width = Math.max(...report.rows.map(row => row.name.length))
  return [
    report.title,
    `  ${report.work}`,
    `  ${machine()}`,
    '',
    ...report.rows.map(row => line(row, width)),
    '',
    ...report.ratios.map(verdict),
    ...(report.notes.length === 0 ? [] : ['', ...report.notes.map(note => `  - ${note}`)]),
    '',
  ].join('\n')
}

/** Runs a benchmark as the command line asks and prints what it found. The exit code: 1 for a missed target under `--strict`. */
export const main = async (
  name: string,
  run: (options: Options) => Promise<Report>,
  words: readonly string[],
): Promise<number> => {
  const asked = options(words)
  const report = await run(asked)
  const text = asked.json
    ? `${JSON.stringify({ name, machine: machine(), ...report }, null, 2)}\n`
    : printed(report)
  process.stdout.write(text)
  return asked.strict && report.ratios.some(ratio => !ratio.met) ? 1 : 0
}
