import { type Evidence, joined, ofMembers, ofSessions, sessionsOf, stand } from '../evidence/evidence.ts'
import { sigmoid } from '../fit/logistic.ts'
import { seeded } from '../fit/random.ts'
import { type Score, scoreOf } from '../score/score.ts'
import { featuresOf } from './features.ts'
import { type Group, type Learning, objectedTo, tookPart } from './learning.ts'
import { fitObjections, type ObjectionModel, type ObjectionSettings, objectionSettings } from './model.ts'
import { type NaiveName, naiveFor, naiveNames } from './naive.ts'
import { jointForecast } from './shock.ts'

/** Scores of one way to forecast: votes "no" of members who took part, and the event "somebody votes no". */
export interface Scores {
  readonly member: Score | null
  readonly event: Score | null
  /** The event among all members but the one who most often objects alone. */
  readonly eventWithout: Score | null
}

export interface Backtest {
  readonly protocol: string
  readonly sessions: readonly number[]
  readonly items: number
  readonly members: readonly string[]
  /** The member whose objection alone decides the event most often in the training files; null when nobody's does. */
  readonly without: string | null
  readonly member: Score | null
  readonly event: Score | null
  readonly eventWithout: Score | null
  /** Every second member's vote is heard, the others are forecast, then the other way round; pooled. */
  readonly sounded: Score | null
  readonly naive: Readonly<Record<NaiveName, Scores>>
}

export interface BacktestOptions {
  /** Learn from the training files only, not from test sessions that have passed. */
  readonly fixed?: boolean
  readonly seed?: number
  readonly settings?: ObjectionSettings
  readonly progress?: (told: string) => void
}

/** Forecasts and what happened, gathered until they are scored. */
interface Gathered {
  readonly p: number[]
  readonly y: number[]
}

const gathered = (): Gathered => ({ p: [], y: [] })
const add = (to: Gathered, p: number, y: boolean): void => {
  to.p.push(p)
  to.y.push(y ? 1 : 0)
}
const scored = ({ p, y }: Gathered): Score | null => scoreOf(p, y)

/** The member who objected alone most often; undefined when nobody ever did. */
export const loneObjector = ({ members, items, stands }: Evidence): number | undefined => {
  const counts = members.map(() => 0)
  for (let item = 0; item < items.length; item++) {
    const row = stands.subarray(item * members.length, (item + 1) * members.length)
    const at = row.indexOf(stand.no)
    if (at >= 0 && row.lastIndexOf(stand.no) === at) counts[at] = counts[at]! + 1
  }
  const most = Math.max(0, ...counts)
  return most === 0 ? undefined : counts.indexOf(most)
}

const everybody: Group = { name: 'everybody', counts: () => true }

interface Sheets {
  readonly ours: {
    readonly member: Gathered
    readonly events: readonly Gathered[]
    readonly sounded: Gathered
  }
  readonly naive: Readonly<
    Record<NaiveName, { readonly member: Gathered; readonly events: readonly Gathered[] }>
  >
}

/** Adds the forecasts of one session to the sheets. */
const gatherSession = (
  learning: Learning,
  model: ObjectionModel,
  span: { readonly from: number; readonly to: number },
  groups: readonly Group[],
  sheets: Sheets,
): void => {
  const { evidence, features } = learning
  const members = evidence.members.length
  const naive = naiveFor(learning, span.from)
  for (let item = span.from; item < span.to; item++) {
    const at = item - features.from - model.from
    const code = (m: number): number => evidence.stands[item * members + m]!
    const takesPart = (m: number): number => features.takesPart[(item - features.from) * members + m]!
    for (const [g, group] of groups.entries()) {
      const y = objectedTo(evidence, item, group)
      add(sheets.ours.events[g]!, model.events[g]!.probability[at]!, y)
      for (const name of naiveNames) add(sheets.naive[name].events[g]!, naive[name].event(group, item), y)
    }
    for (const parity of [0, 1]) {
      const heard = (m: number): number => (m % 2 === parity ? code(m) : stand.none)
      const { no } = jointForecast(model.shock, model.cells, { item: at, heard, takesPart })
      for (let m = 0; m < members; m++)
        if (m % 2 !== parity && tookPart(code(m))) add(sheets.ours.sounded, no[m]!, code(m) === stand.no)
    }
    for (let m = 0; m < members; m++) {
      if (!tookPart(code(m))) continue
      add(sheets.ours.member, sigmoid(model.cells.no[at * members + m]!), code(m) === stand.no)
      for (const name of naiveNames)
        add(sheets.naive[name].member, naive[name].member(item, m), code(m) === stand.no)
    }
  }
}

/** Learning and test as one, in time; without the training items of test sessions and of sessions after them. */
const together = (train: Evidence, test: Evidence): Evidence => {
  const members = test.members.filter(member => train.members.includes(member))
  return joined(ofMembers(train, members), ofMembers(test, members))
}

/** Test sessions as evidence that holds, beside the session itself, only what may be learned from. */
const rounds = function* (
  train: Evidence,
  test: Evidence,
  fixed: boolean,
): Iterable<{ readonly evidence: Evidence; readonly sessions: readonly number[] }> {
  const tested = new Set(test.items.map(item => item.session))
  const sessions = [...tested].sort((a, b) => a - b)
  const learned = ofSessions(train, session => session < sessions[0]!)
  if (!fixed) yield { evidence: together(learned, test), sessions }
  else
    for (const session of sessions)
      yield {
        evidence: together(
          learned,
          ofSessions(test, each => each === session),
        ),
        sessions: [session],
      }
}

const sheetsFor = (groups: number): Sheets => {
  const one = () => ({ member: gathered(), events: Array.from({ length: groups }, gathered) })
  return {
    ours: { ...one(), sounded: gathered() },
    naive: { baseRate: one(), baseRatePerIssue: one(), lastTime: one() },
  }
}

/** Why a backtest cannot be made: who called it can mend it. */
export class NothingToTest extends Error {}

/**
 * Forecasts each session of `test` from earlier sessions only, and scores the forecasts. Rolling: a test session that
 * has passed is learned from, unless `fixed`. Training items of a test session or later are never looked at.
 */
export const backtest = (train: Evidence, test: Evidence, options: BacktestOptions = {}): Backtest => {
  const { fixed = false, seed = 1, settings = objectionSettings, progress = () => undefined } = options
  const members = test.members.filter(member => train.members.includes(member))
  if (members.length === 0)
    throw new NothingToTest('no member has votes in both the training and the test files')
  const first = Math.min(...test.items.map(item => item.session))
  const before = new Set(train.items.map(item => item.session).filter(session => session < first))
  if (before.size < 3)
    throw new NothingToTest(
      `the test begins in session ${first}: fewer than three sessions before it to learn from`,
    )
  const lone = loneObjector(ofMembers(train, members))
  const groups = [
    everybody,
    ...(lone === undefined ? [] : [{ name: 'without', counts: (m: number) => m !== lone }]),
  ]
  const sheets = sheetsFor(groups.length)
  let items = 0
  for (const { evidence, sessions } of rounds(train, test, fixed)) {
    const start = Math.min(...sessions) - settings.window
    progress('comparing items with earlier ones')
    const features = featuresOf(evidence, start, settings.features, session =>
      progress(`comparing items of session ${session} with earlier ones`),
    )
    const learning = { evidence, features }
    let earlier: ObjectionModel | undefined
    for (const span of sessionsOf(evidence).filter(each => sessions.includes(each.session))) {
      progress(`forecasting session ${span.session}`)
      const rows = [span.from - features.from, span.to - features.from] as const
      earlier = fitObjections(learning, ...rows, groups, settings, seeded(seed + span.session), earlier)
      gatherSession(learning, earlier, span, groups, sheets)
      items += span.to - span.from
    }
  }
  const scores = (of: { readonly member: Gathered; readonly events: readonly Gathered[] }): Scores => ({
    member: scored(of.member),
    event: scored(of.events[0]!),
    eventWithout: of.events[1] === undefined ? null : scored(of.events[1]),
  })
  return {
    protocol: fixed
      ? 'every session is forecast from the training files only'
      : 'every session is forecast from all sessions before it, in training and test files',
    sessions: [...new Set(test.items.map(item => item.session))].sort((a, b) => a - b),
    items,
    members,
    without: lone === undefined ? null : members[lone]!,
    ...scores(sheets.ours),
    sounded: scored(sheets.ours.sounded),
    naive: {
      baseRate: scores(sheets.naive.baseRate),
      baseRatePerIssue: scores(sheets.naive.baseRatePerIssue),
      lastTime: scores(sheets.naive.lastTime),
    },
  }
}
