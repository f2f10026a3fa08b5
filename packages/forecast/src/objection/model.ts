import { stand } from '../evidence/evidence.ts'
import { fitLogistic, type Logistic, logitOf, type Matrix } from '../fit/logistic.ts'
import { growTrees, type TreeSettings, type Trees, treesLogit } from '../fit/trees.ts'
import { type EventModel, fitEvent } from './event.ts'
import type { FeatureSettings } from './features.ts'
import { type Group, type Learning, tookPart } from './learning.ts'
import { type Cells, fitShock, type Shock } from './shock.ts'

export interface ObjectionSettings {
  readonly features: FeatureSettings
  readonly trees: TreeSettings
  readonly ridge: number
  /** Share of the trees in the mean of the two logits. */
  readonly treeShare: number
  /** Sessions of evidence learned from, and how a session of age fades. */
  readonly window: number
  readonly fading: number
  /** Sessions of evidence for what members share. */
  readonly shockWindow: number
}

/** Chosen on forecasts of sessions 60 to 69 of the UN General Assembly, see docs/decisions/0020. */
export const objectionSettings: ObjectionSettings = {
  features: {
    window: 10,
    fading: 0.8,
    widths: [0.04, 0.12, 0.3],
    least: 0.15,
    acrossKinds: 0.6,
    wordWindow: 24,
    words: { ridgeCommon: 0.3, ridgeMember: 1, ridgeIntercept: 0.1, fading: 0.92, rounds: 30 },
  },
  trees: { rounds: 120, depth: 4, rate: 0.06, ridge: 2, leastCurvature: 1, columns: 0.4 },
  ridge: 3,
  treeShare: 0.7,
  window: 16,
  fading: 0.95,
  shockWindow: 10,
}

/** A logistic regression and trees on the same columns; the logit is their weighted mean. */
interface Stack {
  readonly logistic: Logistic
  readonly trees: Trees
  readonly treeShare: number
}

const stackLogit = ({ logistic, trees, treeShare }: Stack, x: Matrix, row: number): number =>
  (1 - treeShare) * logitOf(logistic, x, row) + treeShare * treesLogit(trees, x, row)

export interface ObjectionModel {
  /** First item of the cells below, as a row of the features. */
  readonly from: number
  readonly cells: Cells
  readonly shock: Shock
  readonly events: readonly EventModel[]
}

const codeAt = ({ evidence, features }: Learning, cell: number): number =>
  evidence.stands[features.from * evidence.members.length + cell]!

/** Logits of one target for the cells of `span`: for the past from halves of the past that do not hold them. */
const crossed = (
  learning: Learning,
  span: { readonly from: number; readonly now: number; readonly to: number },
  happened: (code: number) => boolean,
  settings: ObjectionSettings,
  random: () => number,
): Float64Array => {
  const { evidence, features } = learning
  const members = evidence.members.length
  const session = (cell: number): number =>
    evidence.items[features.from + Math.floor(cell / members)]!.session
  const now = session(span.now * members)
  const target = new Uint8Array(features.cells.rows)
  const past: number[] = []
  for (let cell = span.from * members; cell < span.now * members; cell++) {
    const code = codeAt(learning, cell)
    if (!tookPart(code)) continue
    target[cell] = happened(code) ? 1 : 0
    past.push(cell)
  }
  const weight = (cell: number): number => settings.fading ** (now - session(cell) - 1)
  const stackOf = (rows: readonly number[]): Stack => {
    const chosen = Uint32Array.from(rows)
    return {
      logistic: fitLogistic(features.cells, chosen, target, weight, settings.ridge),
      trees: growTrees(features.cells, chosen, target, weight, settings.trees, random),
      treeShare: settings.treeShare,
    }
  }
  const halves = [1, 0].map(parity => stackOf(past.filter(cell => session(cell) % 2 === parity)))
  const whole = stackOf(past)
  const out = new Float64Array((span.to - span.from) * members)
  for (let cell = span.from * members; cell < span.to * members; cell++) {
    const stack = cell < span.now * members ? halves[session(cell) % 2]! : whole
    out[cell - span.from * members] = stackLogit(stack, features.cells, cell)
  }
  return out
}

/**
 * Fits everything that is needed to forecast the items `now..to` (rows of the features, one session) from those before.
 * `earlier` is a fit to begin from, of the session before.
 */
export const fitObjections = (
  learning: Learning,
  now: number,
  to: number,
  groups: readonly Group[],
  settings: ObjectionSettings,
  random: () => number,
  earlier?: ObjectionModel,
): ObjectionModel => {
  const { evidence, features } = learning
  const members = evidence.members.length
  const session = (row: number): number => evidence.items[features.from + row]!.session
  const today = session(now)
  let from = now
  while (from > 0 && session(from - 1) >= today - settings.window) from--
  const span = { from, now, to }
  const no = crossed(learning, span, code => code === stand.no, settings, random)
  const short = crossed(learning, span, code => code !== stand.yes, settings, random)
  const cells: Cells = {
    members,
    no,
    short: short.map((each, at) => Math.max(each, no[at]! + 0.05)),
    unlike: Float64Array.from(features.nearest.slice(from, to), each => 1 - (each?.likeness ?? 0)),
  }
  const recent = Array.from({ length: now - from }, (_, at) => at).filter(
    at => session(from + at) >= today - settings.shockWindow,
  )
  const seen = (at: number, m: number): number => codeAt(learning, (from + at) * members + m)
  const weight = (at: number): number => settings.fading ** (today - session(from + at) - 1)
  const shock = fitShock(cells, recent, seen, weight, { from: earlier?.shock, rounds: earlier ? 8 : 25 })
  const events = groups.map(group =>
    fitEvent({ learning, cells, shock, from, now, to, weight, parity: at => session(from + at) % 2 }, group),
  )
  return { from, cells, shock, events }
}
