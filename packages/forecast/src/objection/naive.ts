import { sessionsOf, stand } from '../evidence/evidence.ts'
import { type Group, type Learning, objectedTo, tookPart } from './learning.ts'

/**
 * The forecasts anybody can make, shown beside ours: the base rate, the base rate of the issues of the item, and what
 * was done the last time something like it came up.
 */
export type NaiveName = 'baseRate' | 'baseRatePerIssue' | 'lastTime'
export const naiveNames: readonly NaiveName[] = ['baseRate', 'baseRatePerIssue', 'lastTime']

export interface Naive {
  readonly member: (item: number, member: number) => number
  readonly event: (group: Group, item: number) => number
}

/** Shares of cases in which it happened, per kind of case, drawn towards the share over all kinds. */
const sharesOf = (
  cases: Iterable<readonly [string, boolean]>,
  drawn: number,
): ((kinds: readonly string[]) => number) => {
  const counts = new Map<string, [number, number]>()
  const all: [number, number] = [0, 0]
  for (const [kind, happened] of cases) {
    const of = counts.get(kind) ?? [0, 0]
    counts.set(kind, of)
    for (const each of [of, all]) {
      each[0] += happened ? 1 : 0
      each[1]++
    }
  }
  const base = (all[0] + 0.5) / (all[1] + 1)
  return kinds => {
    const found = kinds.map(kind => counts.get(kind) ?? ([0, 0] as const))
    const happened = found.reduce((sum, each) => sum + each[0], 0)
    const n = found.reduce((sum, each) => sum + each[1], 0)
    return (happened + drawn * base) / (n + drawn)
  }
}

const near = (likeness: number): string => (likeness >= 0.95 ? 'same' : likeness >= 0.6 ? 'like' : 'other')

/** Items of the last `back` sessions before the session that begins with `now`, as indices of the evidence. */
const recent = ({ evidence }: Learning, now: number, back: number): readonly number[] => {
  const today = evidence.items[now]!.session
  const first = sessionsOf(evidence).find(span => span.session >= today - back)
  return Array.from({ length: now - (first?.from ?? now) }, (_, at) => (first?.from ?? now) + at)
}

const issueKinds = ({ evidence }: Learning, item: number): readonly string[] => {
  const { issues } = evidence.items[item]!
  return issues.length === 0 ? ['none'] : issues
}

const byKinds = (
  learning: Learning,
  now: number,
  back: number,
  drawn: number,
  kindsOfItem: (item: number, member?: number, group?: Group) => readonly string[],
): Naive => {
  const { evidence } = learning
  const past = recent(learning, now, back)
  const members = evidence.members.length
  const cells = function* (): Iterable<readonly [string, boolean]> {
    for (const item of past)
      for (let m = 0; m < members; m++) {
        const code = evidence.stands[item * members + m]!
        if (!tookPart(code)) continue
        for (const kind of kindsOfItem(item, m)) yield [kind, code === stand.no]
      }
  }
  const member = sharesOf(cells(), drawn)
  const groups = new Map<string, (kinds: readonly string[]) => number>()
  const ofGroup = (group: Group) => {
    const known = groups.get(group.name)
    if (known !== undefined) return known
    const cases = past.flatMap(item =>
      kindsOfItem(item, undefined, group).map(kind => [kind, objectedTo(evidence, item, group)] as const),
    )
    const found = sharesOf(cases, Math.min(drawn, 2))
    groups.set(group.name, found)
    return found
  }
  return {
    member: (item, m) => member(kindsOfItem(item, m)),
    event: (group, item) => ofGroup(group)(kindsOfItem(item, undefined, group)),
  }
}

/** What a member, or the group, did about the likest earlier item, and how like it was. */
const lastKinds =
  ({ evidence, features }: Learning) =>
  (item: number, member?: number, group?: Group): readonly string[] => {
    const precedent = features.nearest[item - features.from]
    if (precedent === undefined) return ['other none']
    const closeness = near(precedent.likeness)
    if (group !== undefined) return [`${closeness} ${objectedTo(evidence, precedent.item, group)}`]
    return [`${closeness} ${evidence.stands[precedent.item * evidence.members.length + member!]}`]
  }

/** The naive forecasts for the session whose first item is `now`, learned from the sessions before it. */
export const naiveFor = (learning: Learning, now: number): Readonly<Record<NaiveName, Naive>> => ({
  baseRate: byKinds(learning, now, 15, 1, () => ['all']),
  baseRatePerIssue: byKinds(learning, now, 15, 5, item => issueKinds(learning, item)),
  lastTime: byKinds(learning, now, 5, 5, lastKinds(learning)),
})
