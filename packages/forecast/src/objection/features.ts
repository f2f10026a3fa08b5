import { type Evidence, sessionsOf, stand } from '../evidence/evidence.ts'
import { subjectsOf } from '../evidence/title.ts'
import { comparedWords, judgedWords, termCounts, type Vectors, weighted } from '../evidence/vectors.ts'
import { logit, type Matrix } from '../fit/logistic.ts'
import {
  type Comparison,
  type Habits,
  type HistorySettings,
  habitsOf,
  type Precedent,
  precedentsOf,
  type Tally,
  tally,
} from './history.ts'
import { fitWords, type WordModel, type WordSettings, wordLogits } from './words.ts'

export interface FeatureSettings extends HistorySettings {
  readonly words: WordSettings
  /** Sessions of evidence by which words are judged. */
  readonly wordWindow: number
}

/** What is known of each member and item before the item is decided: a row per cell, and a row per item. */
export interface Features {
  readonly cells: Matrix
  readonly items: Matrix
  /** Share of taking part per cell, from earlier sessions. */
  readonly takesPart: Float32Array
  /** Likest precedent per item: likeness 0 to 1 and age in sessions, for the age of the evidence. */
  readonly nearest: readonly (Precedent | undefined)[]
}

/** Everything about one session that all its items share. */
interface Session {
  readonly from: number
  readonly past: number
  readonly comparison: Comparison
  readonly habits: Habits
  readonly issueHabits: (item: number) => Habits
  readonly no: WordModel
  readonly short: WordModel
  readonly words: Vectors
}

const shownIssues = 8
const lg = (p: number): number => logit(Math.min(0.998, Math.max(0.002, p)))
const atMost20 = (age: number): number => Math.min(20, age)

/** Codes of issues, the most frequent first. */
const issuesOf = (evidence: Evidence): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { issues } of evidence.items)
    for (const each of issues) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, shownIssues)
    .map(([issue]) => issue)
}

/** What one member last did about the likest items: last, its likeness, its age, and the one before. */
const lastStands = (
  { stands, members }: Evidence,
  precedents: readonly Precedent[],
  member: number,
): readonly number[] => {
  let last: readonly [number, Precedent] | undefined
  for (const precedent of precedents) {
    const code = stands[precedent.item * members.length + member]!
    if (code === stand.none || code === stand.absent) continue
    if (last === undefined) last = [code - 1, precedent]
    else return [last[0], last[1].likeness, last[1].age, precedent.likeness > 0.8 ? code - 1 : -1]
  }
  return last === undefined ? [-1, 0, 20, -1] : [last[0], last[1].likeness, last[1].age, -1]
}

const sum = (of: Float64Array): number => of.reduce((a, b) => a + b, 0)

/** What is known of an item as a whole. */
const itemRow = (
  session: Session,
  item: number,
  precedents: readonly Precedent[],
  tallies: readonly Tally[],
  issues: readonly string[],
): readonly number[] => {
  const { evidence, parts } = session.comparison
  const n = evidence.members.length
  const noShare = sum(session.habits.no) / n
  const shortShare = sum(session.habits.short) / n
  const [best] = precedents
  return [
    ...tallies.flatMap(({ weight, no, abstain }) => {
      const w = sum(weight)
      return [
        lg((sum(no) + n * 0.2 * noShare) / (w + n * 0.2)),
        lg((sum(no) + sum(abstain) + n * 0.2 * shortShare) / (w + n * 0.2)),
      ]
    }),
    best?.likeness ?? 0,
    atMost20(best?.age ?? 20),
    Math.log1p(precedents.filter(each => each.likeness > 0.9).length),
    Math.log1p(sum(tallies[1]!.weight) / n),
    parts[item]!,
    ...Array.from({ length: shownIssues }, (_, at) =>
      evidence.items[item]!.issues.includes(issues[at] ?? '') ? 1 : 0,
    ),
    evidence.items[item]!.issues.length === 0 ? 1 : 0,
  ]
}

/** What is known of one member about an item. */
const cellRow = (
  session: Session,
  precedents: readonly Precedent[],
  tallies: readonly Tally[],
  issue: Habits,
  words: readonly [Float64Array, Float64Array],
  m: number,
): readonly number[] => {
  const { habits } = session
  return [
    ...tallies.flatMap(({ weight, no, abstain }) => {
      const w = weight[m]! + 0.3
      return [lg((no[m]! + 0.3 * issue.no[m]!) / w), lg((no[m]! + abstain[m]! + 0.3 * issue.short[m]!) / w)]
    }),
    Math.log1p(tallies[0]!.weight[m]!),
    ...lastStands(session.comparison.evidence, precedents, m),
    lg(habits.no[m]!),
    lg(habits.short[m]!),
    lg(issue.no[m]!),
    lg(issue.short[m]!),
    words[0][m]!,
    words[1][m]!,
  ]
}

const overlap = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0 && b.length === 0) return 1
  const both = a.filter(each => b.includes(each)).length
  return both === 0 ? 0 : both / (a.length + b.length - both)
}

interface Prepared {
  readonly evidence: Evidence
  readonly titles: Vectors
  readonly abouts: Vectors
  readonly parts: Uint8Array
  readonly issues: readonly string[]
}

const prepare = (evidence: Evidence): Prepared => {
  const subjects = subjectsOf(evidence.items)
  return {
    evidence,
    titles: termCounts(subjects.map(comparedWords), 'words and pairs'),
    abouts: termCounts(subjects.map(judgedWords), 'words'),
    parts: Uint8Array.from(subjects, each => (each.part ? 1 : 0)),
    issues: issuesOf(evidence),
  }
}

const sessionOf = (
  prepared: Prepared,
  from: number,
  starts: readonly number[],
  settings: FeatureSettings,
): Session => {
  const { evidence, parts } = prepared
  const now = evidence.items[from]!.session
  const titles = weighted(prepared.titles, from)
  const words = weighted(prepared.abouts, from)
  const past = starts[0]!
  const span = { from: starts[1]!, to: from, age: (item: number) => now - evidence.items[item]!.session - 1 }
  const known = new Map<string, Habits>()
  const fit = (happened: (code: number) => boolean): WordModel =>
    fitWords(words, evidence.stands, evidence.members.length, span, happened, settings.words)
  return {
    from,
    past,
    comparison: { evidence, titles, abouts: words, parts },
    habits: habitsOf(evidence, past, from, now, 0.8),
    issueHabits: item => {
      const { issues } = evidence.items[item]!
      const key = issues.join(';')
      const found =
        known.get(key) ??
        habitsOf(evidence, past, from, now, 0.9, other => overlap(issues, evidence.items[other]!.issues))
      known.set(key, found)
      return found
    },
    no: fit(code => code === stand.no),
    short: fit(code => code !== stand.yes),
    words,
  }
}

/** Rows for the items of one session, appended to `cells` and `items`. */
const addSession = (
  session: Session,
  to: number,
  issues: readonly string[],
  settings: FeatureSettings,
  into: { cells: number[]; items: number[]; takesPart: number[]; nearest: (Precedent | undefined)[] },
): void => {
  const { evidence } = session.comparison
  const scratch = new Float32Array(Math.max(session.comparison.titles.terms, session.words.terms))
  for (let item = session.from; item < to; item++) {
    const precedents = precedentsOf(session.comparison, item, session.past, session.from, settings, scratch)
    const tallies = settings.widths.map(width => tally(evidence, precedents, width, settings.fading))
    const issue = session.issueHabits(item)
    const words = [
      wordLogits(session.no, session.words, item),
      wordLogits(session.short, session.words, item),
    ] as const
    const whole = itemRow(session, item, precedents, tallies, issues)
    into.items.push(...whole)
    into.nearest.push(precedents[0])
    for (let m = 0; m < evidence.members.length; m++) {
      into.cells.push(...cellRow(session, precedents, tallies, issue, words, m), ...whole)
      into.takesPart.push(session.habits.takesPart[m]!)
    }
  }
}

const matrixOf = (values: readonly number[], rows: number): Matrix => ({
  rows,
  width: rows === 0 ? 0 : values.length / rows,
  values: Float32Array.from(values),
})

/**
 * Features of the items of sessions `first` and later, each from earlier sessions only. Rows begin at the first item
 * of the first such session.
 */
export const featuresOf = (
  evidence: Evidence,
  first: number,
  settings: FeatureSettings,
  progress: (session: number) => void = () => undefined,
): Features & { readonly from: number } => {
  const prepared = prepare(evidence)
  const spans = sessionsOf(evidence)
  const into = { cells: [], items: [], takesPart: [], nearest: [] }
  const wanted = spans.filter(span => span.session >= first && span.from > 0)
  for (const { session, from, to } of wanted) {
    progress(session)
    const starts = [settings.window, settings.wordWindow].map(
      back => spans.find(span => span.session >= session - back)!.from,
    )
    addSession(sessionOf(prepared, from, starts, settings), to, prepared.issues, settings, into)
  }
  const rows = into.nearest.length
  return {
    cells: matrixOf(into.cells, rows * evidence.members.length),
    items: matrixOf(into.items, rows),
    takesPart: Float32Array.from(into.takesPart),
    nearest: into.nearest,
    from: wanted[0]?.from ?? evidence.items.length,
  }
}
