import { seeded } from '../fit/random.ts'
import { dayOf, faded } from './age.ts'
import { habitsOf, itemEffects, type Tally } from './effects.ts'
import {
  type Joint,
  jointOf,
  memberChance,
  memberInterval,
  somebodyChance,
  somebodyInterval,
  soundingWorth,
} from './joint.ts'
import {
  type Chance,
  type Ground,
  type Ignorance,
  type ItemOutlook,
  type Matter,
  type MemberOutlook,
  type OutlookEvidence,
  type Precedent,
  sayings,
  UnreadableOutlook,
} from './matters.ts'
import { type Near, nearnessOf } from './nearness.ts'
import { latest, type Meanings, meaningsOf, pull } from './sayings.ts'
import { type OutlookSettings, outlookSettings } from './settings.ts'

/** A precedent as it is looked up: its day, and who took part, as sets. */
interface Case {
  readonly matter: Matter
  readonly at: string
  readonly day: number
  readonly tookPart: ReadonlySet<string>
  readonly objected: ReadonlySet<string>
}

interface Decision {
  readonly one: Case
  readonly nearness: number
  readonly ageDays: number
  readonly weight: number
}

/** What is the same for all items. */
interface Scene {
  readonly evidence: OutlookEvidence
  readonly cases: readonly Case[]
  readonly now: number
  readonly settings: OutlookSettings
  readonly meanings: Meanings
  readonly habits: ReturnType<typeof habitsOf>
}

const check = ({ members, precedents, said }: OutlookEvidence, now: string): void => {
  if (members.length === 0) throw new UnreadableOutlook('there is no member')
  if (new Set(members).size < members.length) throw new UnreadableOutlook('a member stands there twice')
  if (Number.isNaN(dayOf(now))) throw new UnreadableOutlook(`now: "${now}" is no instant`)
  for (const { matter, at } of precedents)
    if (Number.isNaN(dayOf(at))) throw new UnreadableOutlook(`precedent ${matter.id}: "${at}" is no instant`)
  for (const { member, matter, at, says } of said) {
    if (Number.isNaN(dayOf(at)))
      throw new UnreadableOutlook(`said by ${member} of ${matter}: "${at}" is no instant`)
    if (!sayings.includes(says)) throw new UnreadableOutlook(`said by ${member} of ${matter}: "${says}"`)
  }
}

const caseOf = ({ matter, at, tookPart, objected }: Precedent): Case => ({
  matter,
  at,
  day: dayOf(at),
  tookPart: new Set([...tookPart, ...objected]),
  objected: new Set(objected),
})

/** Cases and objections per member over the precedents, each weighing what `weight` says. */
const tallied = (
  members: readonly string[],
  cases: readonly Case[],
  weight: (at: number) => number,
): Tally => {
  const tally = new Float64Array(2 * members.length)
  for (const [at, { tookPart, objected }] of cases.entries()) {
    const w = weight(at)
    if (w < 1e-6) continue
    for (const [m, member] of members.entries()) {
      if (!tookPart.has(member)) continue
      tally[2 * m] = tally[2 * m]! + w
      if (objected.has(member)) tally[2 * m + 1] = tally[2 * m + 1]! + w
    }
  }
  return tally
}

/** What members said that bears on an item, by member: heaviest first. */
const saidOf = ({ evidence, now, settings }: Scene, near: Near): ReadonlyMap<string, readonly Ground[]> => {
  const grounds = new Map<string, Ground[]>()
  for (const { kind, member, matter, part, says, at } of evidence.said) {
    const nearness = near.ofId.get(matter) ?? 0
    const ageDays = now - dayOf(at)
    const weight = nearness * faded(ageDays, settings.saidHalf)
    if (weight < 0.01) continue
    const ground = { kind, matter, what: says, at, ageDays, nearness, weight }
    const of = grounds.get(member) ?? []
    of.push(part === undefined ? ground : { ...ground, part })
    grounds.set(member, of)
  }
  return grounds
}

/**
 * The odds that what a member said puts on its objection: of all it said the strongest towards an objection and the
 * strongest away from it, each to the power of its weight. The same thing said of ten brackets is not ten pieces of evidence.
 */
const oddsOf = (meanings: Meanings, member: string, grounds: readonly Ground[]): number => {
  let [towards, away] = [0, 0]
  for (const { kind, what, matter, at, weight } of grounds) {
    if (kind === 'decision' || what === 'objected' || what === 'didNotObject') continue
    const moves = weight * pull(meanings, { kind, member, matter, says: what, at })
    towards = Math.max(towards, moves)
    away = Math.min(away, moves)
  }
  return Math.exp(towards + away)
}

/** Decisions that bear on an item, heaviest first. */
const decisionsOf = ({ cases, now, settings }: Scene, near: Near): readonly Decision[] =>
  cases
    .flatMap((one, k) => {
      const nearness = near.precedents[k]!
      const ageDays = now - one.day
      const weight = nearness * faded(ageDays, settings.decisionHalf)
      return weight < 0.01 ? [] : [{ one, nearness, ageDays, weight }]
    })
    .sort((a, b) => b.weight - a.weight)

/** How many grounds are shown. */
const shown = 6

const groundsOf = (member: string, decisions: readonly Decision[], said: readonly Ground[]) => {
  const own = decisions.filter(({ one }) => one.tookPart.has(member))
  const heaviest = own.slice(0, shown).map(({ one, nearness, ageDays, weight }): Ground => {
    const what = one.objected.has(member) ? 'objected' : 'didNotObject'
    return { kind: 'decision', matter: one.matter.id, what, at: one.at, nearness, ageDays, weight }
  })
  const grounds = [...heaviest, ...said].sort((a, b) => b.weight - a.weight).slice(0, shown)
  return { grounds, newest: agesOf([...own, ...said])?.newest ?? null }
}

const chanceOf = (
  chance: number,
  [low, high]: readonly [number, number],
  why: readonly Ignorance[],
  widest: number,
): Chance => {
  const all: readonly Ignorance[] = high - low > widest ? [...why, 'wide'] : why
  if (all.length > 0) return { known: false, why: all }
  return { known: true, chance, low: Math.min(low, chance), high: Math.max(high, chance) }
}

/** Why the record cannot tell, unless enough was heard of the very matter. */
const ignorance = ({ evidence, settings }: Scene, near: Near, enoughHeard: boolean): readonly Ignorance[] => {
  if (enoughHeard) return []
  if (evidence.precedents.length < settings.leastPrecedents) return ['fewPrecedents']
  const nearest = near.precedents.reduce((a, b) => Math.max(a, b), 0)
  return nearest < settings.leastNearness ? ['unlikePrecedents'] : []
}

const nearestOf = ({ evidence, now }: Scene, near: Near): ItemOutlook['nearest'] => {
  let best = -1
  for (const [k, each] of near.precedents.entries())
    if (each > 0 && (best < 0 || each >= near.precedents[best]!)) best = k
  const found = evidence.precedents[best]
  return found === undefined
    ? null
    : {
        matter: found.matter.id,
        nearness: near.precedents[best]!,
        at: found.at,
        ageDays: now - dayOf(found.at),
      }
}

const agesOf = (
  grounds: readonly { readonly ageDays: number; readonly weight: number }[],
): ItemOutlook['ageDays'] => {
  if (grounds.length === 0) return null
  let [newest, weight, sum] = [Number.POSITIVE_INFINITY, 0, 0]
  for (const each of grounds) {
    newest = Math.min(newest, each.ageDays)
    weight += each.weight
    sum += each.weight * each.ageDays
  }
  return { newest, mean: sum / weight }
}

const memberOutlook = (
  scene: Scene,
  near: Near,
  joint: Joint,
  decisions: readonly Decision[],
  m: number,
  said: readonly Ground[],
): MemberOutlook => {
  const { evidence, settings, meanings } = scene
  const member = evidence.members[m]!
  const { grounds, newest } = groundsOf(member, decisions, said)
  const heard = said.some(each => each.nearness === 1)
  return {
    member,
    objects: chanceOf(
      memberChance(joint, m),
      memberInterval(joint, m),
      ignorance(scene, near, heard),
      heard ? 1 : settings.widest,
    ),
    grounds,
    ageDays: newest,
    sounding: soundingWorth(joint, m, meanings.sounding),
  }
}

const itemOutlook = (scene: Scene, item: Matter, near: Near, seed: number): ItemOutlook => {
  const { evidence, cases, settings, meanings, habits, now } = scene
  const tally = tallied(
    evidence.members,
    cases,
    k => near.precedents[k]! * faded(now - cases[k]!.day, settings.decisionHalf),
  )
  const said = saidOf(scene, near)
  const of = (member: string): readonly Ground[] => said.get(member) ?? []
  const odds = Float64Array.from(evidence.members, member => oddsOf(meanings, member, of(member)))
  const joint = jointOf(itemEffects(habits, tally, settings), odds)
  const decisions = decisionsOf(scene, near)
  const members = evidence.members.map((member, m) =>
    memberOutlook(scene, near, joint, decisions, m, of(member)),
  )
  const heard = evidence.members.filter(member => of(member).some(each => each.nearness === 1)).length
  const enough = heard >= settings.leastHeard * evidence.members.length
  return {
    item: item.id,
    somebody: chanceOf(
      somebodyChance(joint),
      somebodyInterval(joint, seeded(seed)),
      ignorance(scene, near, enough),
      enough ? 1 : settings.widest,
    ),
    members,
    nearest: nearestOf(scene, near),
    heard,
    ageDays: agesOf([...decisions, ...evidence.members.flatMap(of)]),
  }
}

/**
 * Who would object to what is before a body, from the body's own record: decisions and who objected, weighed by how near
 * they are to the item (by id, else by the words of the title) and how old; stands; soundings. One answer per item, in
 * the order given. `now` is an ISO 8601 instant; evidence from after it is not looked at. The same evidence gives the same answer.
 *
 * A member's logit is the body's, the member's, the item's and the member's own on the item (see `itemEffects`); members
 * share what is not known of the item (`jointOf`), so that hearing one tells something of the others. Throws UnreadableOutlook.
 */
export const outlookOf = (
  evidence: OutlookEvidence,
  items: readonly Matter[],
  now: string,
  settings: OutlookSettings = outlookSettings,
): readonly ItemOutlook[] => {
  check(evidence, now)
  const today = dayOf(now)
  const known: OutlookEvidence = {
    members: evidence.members,
    precedents: evidence.precedents.filter(each => dayOf(each.at) <= today),
    said: latest(evidence.said.filter(each => dayOf(each.at) <= today)),
  }
  const cases = known.precedents.map(caseOf)
  const scene: Scene = {
    evidence: known,
    cases,
    now: today,
    settings,
    meanings: meaningsOf({ ...known, said: evidence.said }, today, settings),
    habits: habitsOf(
      tallied(known.members, cases, k => faded(today - cases[k]!.day, settings.decisionHalf)),
      settings,
    ),
  }
  const near = nearnessOf(known, items, settings)
  return items.map((item, at) => itemOutlook(scene, item, near[at]!, 1 + at))
}
