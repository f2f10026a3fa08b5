import { createRequire } from 'node:module'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a benchmark is asked for. */
export interface Options {
  /** How often each contender runs; the figures are medians. */
  readonly runs: number
  /** A short trial of the script itself: less work, figures not to be quoted. */
  readonly small: boolean
  /** The `key=value` words of the command line. */
  readonly settings: Readonly<Record<string, string>>
  /** Says on the terminal (never in the report) what is being done. */
  readonly say: (line: string) => void
}

/** The middle of several measurements with their range, in the unit of what was measured. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
  readonly runs: number
}

/** One line of the table: who, how long or how fast, and what else is to be read beside it. */
export interface Row extends Spread {
  readonly name: string
  readonly unit: string
  readonly beside?: Readonly<Record<string, string | number>>
}

/** How many times better the first is than the second, and what was promised. */
export interface Ratio {
  readonly claim: string
  readonly value: number
  readonly target?: number
  readonly goal?: number
  readonly met: boolean
}

/** What a benchmark found. `notes` says what the peer does that we do not, and the other way round. */
export interface Report {
  readonly title: string
  readonly work: string
  readonly rows: readonly Row[]
  readonly ratios: readonly Ratio[]
  readonly notes: readonly string[]
}

/** Somebody who does the work. What `run` gives back is thrown away, except for the last time. */
export interface Contender<T = unknown> {
  readonly name: string
  /** Made ready before each run, outside the clock. */
  readonly prepare?: () => unknown
  readonly run: () => T | Promise<T>
  /** Fewer runs than the others, for a slow peer; the report shows how many. */
  readonly runs?: number
}

/** The times of one contender in milliseconds, in order, and what its last run gave. */
export interface Timed<T = unknown> {
  readonly name: string
  readonly times: readonly number[]
  readonly result: T
}

export const spread = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[upper]! : (sorted[upper - 1]! + sorted[upper]!) / 2
  return { median, least: sorted[0]!, most: sorted.at(-1)!, runs: values.length }
}

/**
 * Runs the contenders in turn, forwards in one round and backwards in the next, so that a busy minute of the
 * machine and a warm cache fall on all of them. A first round is not counted (`warm`, one unless told).
 */
export const interleaved = async (
  contenders: readonly Contender[],
  runs: number,
  warm = 1,
): Promise<readonly Timed[]> => {
  const times = contenders.map((): number[] => [])
  const results: unknown[] = contenders.map(() => undefined)
  for (let round = -warm; round < runs; round++) {
    const order = [...contenders.keys()]
    if (round % 2 !== 0) order.reverse()
    for (const at of order) {
      const contender = contenders[at]!
      if (round >= (contender.runs ?? runs) || (round < 0 && contender.runs !== undefined)) continue
      await contender.prepare?.()
      const from = performance.now()
      results[at] = await contender.run()
      if (round >= 0) times[at]!.push(performance.now() - from)
    }
  }
  return contenders.map((c, at) => ({ name: c.name, times: times[at]!, result: results[at] }))
}

/** A line of the table in milliseconds. */
export const row = (timed: Timed, beside?: Readonly<Record<string, string | number>>): Row => ({
  name: timed.name,
  unit: 'ms',
  ...spread(timed.times),
  ...(beside === undefined ? {} : { beside }),
})

/** A line of the table for a rate or another figure that was measured several times. */
export const figure = (
  name: string,
  unit: string,
  values: readonly number[],
  beside?: Readonly<Record<string, string | number>>,
): Row => ({ name, unit, ...spread(values), ...(beside === undefined ? {} : { beside }) })

/** `value` against what was promised: met when it reaches the target (or when none was promised). */
export const ratio = (claim: string, value: number, target?: number, goal?: number): Ratio => ({
  claim,
  value,
  ...(target === undefined ? {} : { target }),
  ...(goal === undefined ? {} : { goal }),
  met: target === undefined || value >= target,
})

/** How many times faster `ours` is than `theirs`, by medians of times. */
export const faster = (ours: Row, theirs: Row, target?: number, goal?: number): Ratio =>
  ratio(`${ours.name} against ${theirs.name}`, theirs.median / ours.median, target, goal)

/** A limit that must not be passed, written as a ratio: limit over median, met at 1. */
export const within = (line: Row, limit: number): Ratio =>
  ratio(`${line.name} within ${limit} ${line.unit}`, limit / line.median, 1)

/** The machine, in one line. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform} ${process.arch}`

interface Harness {
  readonly scripts: string
  readonly peers: string
}
const harness = (): Harness => {
  const found = (globalThis as { gavelBench?: Harness }).gavelBench
  if (found === undefined) throw new Error('run benchmarks through bench/run.mjs')
  return found
}

/** Where the peers are installed. */
export const peersFolder = (): string => harness().peers

/** The file of the bundled `bench/NAME.ts`, for a worker thread or a child process. */
export const script = (name: string): string => join(harness().scripts, `${name}.mjs`)

/** A package of bench/peers. The benchmark says `export const peers = true`, so that they are installed first. */
export const peer = async <T>(name: string): Promise<T> => {
  const from = createRequire(join(harness().peers, 'package.json'))
  return (await import(pathToFileURL(from.resolve(name)).href)) as T
}
