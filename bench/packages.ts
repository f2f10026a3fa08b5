/** Package deals: 40 issues, 193 members, the worst-off raised as high as can be; against CBC and HiGHS alone. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Flexibility, frontierOf, type SearchFound, searchDeal } from '@gavel/forecast'
import { spatialWorld } from '../packages/forecast/src/testing/worlds.ts'
import { figure, type Options, peer, type Report, type Row, ratio, spread, within } from './measure.ts'

export const peers = true

/** The same problem for a solver: one binary per option, one row per member, in the format of CPLEX LP files. */
const programme = (members: readonly Flexibility[]): string => {
  const terms = (of: Flexibility): string =>
    of.worth
      .map((options, i) => options.map((each, o) => `+ ${each.toFixed(9)} x${i}_${o}`).join(' '))
      .join('\n  ')
  const shape = members[0]!.worth
  return [
    'Maximize\n obj: z\nSubject To',
    ...members.map((each, m) => ` m${m}: ${terms(each)} - z >= 0`),
    ...shape.map((options, i) => ` i${i}: ${options.map((_, o) => `x${i}_${o}`).join(' + ')} = 1`),
    'Binaries',
    ...shape.map((options, i) => options.map((_, o) => ` x${i}_${o}`).join('')),
    'End\n',
  ].join('\n')
}

interface Solved {
  readonly ms: number
  readonly value: number
  readonly ended: boolean
}

/** CBC, told to stop at a gap of a thousandth: its best setting for this question. */
const byCbc = (text: string, seconds: number): Solved => {
  const folder = mkdtempSync(join(tmpdir(), 'gavel-packages-'))
  writeFileSync(join(folder, 'p.lp'), text)
  const from = performance.now()
  const { stdout } = spawnSync(
    'cbc',
    [join(folder, 'p.lp'), 'ratio', '0.001', 'sec', `${seconds}`, 'timemode', 'elapsed', 'solve', 'quit'],
    { encoding: 'utf8' },
  )
  const ms = performance.now() - from
  rmSync(folder, { recursive: true })
  const value = Number(/Objective value:\s+(-?[\d.]+)/.exec(stdout)?.[1] ?? Number.NaN)
  return { ms, value: Math.abs(value), ended: /Optimal solution found/.test(stdout) }
}

interface Highs {
  readonly solve: (
    text: string,
    options: Readonly<Record<string, number>>,
  ) => { readonly Status: string; readonly ObjectiveValue: number }
}

const byHighs = async (text: string, seconds: number): Promise<Solved> => {
  const { default: load } = await peer<{ readonly default: () => Promise<Highs> }>('highs')
  const highs = await load()
  const from = performance.now()
  const found = highs.solve(text, { mip_rel_gap: 0.001, time_limit: seconds })
  return { ms: performance.now() - from, value: found.ObjectiveValue, ended: found.Status === 'Optimal' }
}

interface Ours {
  readonly found: SearchFound
  /** When each better package was found. */
  readonly path: readonly { readonly ms: number; readonly value: number }[]
  readonly ms: number
}

const byGavel = (members: readonly Flexibility[], seconds: number): Ours => {
  const path: { ms: number; value: number }[] = []
  const from = performance.now()
  const found = searchDeal(members, 'leximin', {
    steps: Number.POSITIVE_INFINITY,
    progress: ({ value }) => {
      if (value !== null && value > (path.at(-1)?.value ?? Number.NEGATIVE_INFINITY))
        path.push({ ms: performance.now() - from, value })
    },
    stopped: () => performance.now() - from > 1000 * seconds,
  })
  if (found === undefined) throw new Error('no package, where no member refuses anything')
  const ms = performance.now() - from
  return {
    found,
    ms,
    path: found.value > (path.at(-1)?.value ?? 0) ? [...path, { ms, value: found.value }] : path,
  }
}

/** When ours was within a thousandth of the best value anybody found; infinite when it never was. */
const arrived = ({ path }: Ours, best: number): number =>
  path.find(each => each.value >= best * 0.999)?.ms ?? Number.POSITIVE_INFINITY

/** One member refuses what the package has on one issue: how long until there is another, and how it compares. */
const changed = (members: readonly Flexibility[], before: SearchFound, m: number): number => {
  const issue = (7 * m) % members[0]!.worth.length
  const other = members.map((each, at) =>
    at !== m
      ? each
      : {
          ...each,
          cannot: each.cannot.map((of, i) =>
            of.map((no, o) => no || (i === issue && o === before.deal.options[issue])),
          ),
        },
  )
  const from = performance.now()
  const found = searchDeal(other, 'leximin', { from: before.warm, steps: 0 })
  const ms = performance.now() - from
  if (found?.deal.options[issue] === before.deal.options[issue]) throw new Error('a red line was passed')
  return ms
}

const shareOf = (values: readonly number[], least: number): number =>
  values.length === 0 ? 0 : values.filter(each => each >= least).length / values.length

export const run = async ({ small, settings, say }: Options): Promise<Report> => {
  const count = Number(settings['instances'] ?? (small ? 2 : 30))
  const highsOn = Number(settings['highs'] ?? (small ? 1 : 3))
  const patience = Number(settings['seconds'] ?? (small ? 10 : 120))
  const ourSeconds = Number(settings['ours'] ?? 3)
  const hasCbc = spawnSync('cbc', ['quit']).error === undefined
  byGavel(spatialWorld(1000, 193, 40), 1)
  const rows: {
    ours: number
    proof: number | null
    gap: number
    cbc: Solved | null
    highs: Solved | null
  }[] = []
  const warm: number[] = []
  const sets: { ms: number; size: number }[] = []
  for (let seed = 1; seed <= count; seed++) {
    const members = spatialWorld(seed, 193, 40)
    const text = programme(members)
    const ours = byGavel(members, ourSeconds)
    const cbc = hasCbc ? byCbc(text, patience) : null
    const highs = seed <= highsOn ? await byHighs(text, patience) : null
    const best = Math.max(ours.found.value, cbc?.value ?? 0, highs?.value ?? 0)
    for (let m = 0; m < 3; m++) warm.push(changed(members, ours.found, m))
    if (seed <= 5) {
      const statusQuo = members.map(each => each.worth.reduce((sum, options) => sum + options[0]!, 0))
      const from = performance.now()
      sets.push({ size: frontierOf(members, statusQuo).length, ms: performance.now() - from })
    }
    rows.push({
      ours: arrived(ours, best),
      proof: ours.found.proved ? ours.ms : null,
      gap: ours.found.bound / ours.found.value - 1,
      cbc,
      highs,
    })
    say(
      `seed ${seed}: ours ${rows.at(-1)!.ours.toFixed(0)} ms (${ours.found.value.toFixed(3)} of ${best.toFixed(3)}, bound ${ours.found.bound.toFixed(3)})` +
        (cbc === null ? '' : `, CBC ${cbc.ms.toFixed(0)} ms${cbc.ended ? '' : ' (not done)'}`) +
        (highs === null ? '' : `, HiGHS ${highs.ms.toFixed(0)} ms${highs.ended ? '' : ' (not done)'}`),
    )
  }
  const of = (who: 'cbc' | 'highs'): readonly number[] =>
    rows.flatMap(each => (each[who] === null ? [] : [each[who].ms / each.ours]))
  const lines: readonly Row[] = [
    figure(
      'Gavel, within 0.1 % of the best anybody found',
      'ms',
      rows.map(each => each.ours),
    ),
    ...(hasCbc
      ? [
          figure(
            'CBC, gap of 0.1 %',
            'ms',
            rows.map(each => each.cbc!.ms),
          ),
        ]
      : []),
    ...(of('highs').length === 0
      ? []
      : [
          figure(
            'HiGHS (WASM), gap of 0.1 %',
            'ms',
            rows.flatMap(each => (each.highs === null ? [] : [each.highs.ms])),
          ),
        ]),
    figure(
      'Gavel, bound above the package after the time given',
      '%',
      rows.map(each => 100 * each.gap),
    ),
    figure('one more red line, warm', 'ms', warm),
    figure(
      'packages between which judgment decides',
      'ms',
      sets.map(each => each.ms),
      {
        packages: spread(sets.map(each => each.size)).median,
      },
    ),
  ]
  const [warmLine, setLine] = [lines.at(-2)!, lines.at(-1)!]
  const compared = (who: 'cbc' | 'highs', name: string, target: number) =>
    of(who).length === 0
      ? []
      : [
          ratio(`${name} over Gavel, median of ${of(who).length}`, spread(of(who)).median, target),
          ratio(
            `share of instances at ${target} × or more against ${name}, over 0.9`,
            shareOf(of(who), target) / 0.9,
            1,
          ),
        ]
  const proofs = rows.filter(each => each.proof !== null).length
  return {
    title: 'Package deals: the worst-off raised',
    work: `${count} seeded worlds of 193 members and 40 issues with 3 to 5 options`,
    rows: lines,
    ratios: [
      ...compared('cbc', 'CBC', 10),
      ...compared('highs', 'HiGHS (WASM)', 25),
      within(warmLine, 50),
      within(setLine, 10_000),
      ratio('packages in the set, over 50', spread(sets.map(each => each.size)).least / 50, 1),
    ],
    notes: [
      `Ours is the time to the first package within 0.1 % of the best that anybody found; proved to 0.1 % within ${ourSeconds} s in ${proofs} of ${count}.`,
      `The peers stop when their own proof is within 0.1 %, or after ${patience} s: then the ratio is too low.`,
      ...(hasCbc ? [] : ['CBC is not installed (Debian: coinor-cbc): not compared.']),
      `HiGHS alone on the first ${Math.min(count, highsOn)}: it needs the longest.`,
    ],
  }
}
