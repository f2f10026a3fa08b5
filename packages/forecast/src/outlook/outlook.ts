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
  sayings,
  UnreadableOutlook,
} from './matters.ts'
import { type Near, nearnessOf } from './nearness.ts'
import { latest, type Meanings, meaningsOf, pull } from './sayings.ts'
import { type OutlookSettings, outlookSettings } from './settings.ts'

/** What is the same for all items. */
interface Scene {
  readonly evidence: OutlookEvidence
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

/** Cases and objections per member over the precedents, each weighing what `weight` says. */
const tallied = ({ members, precedents }: OutlookEvidence, weight: (at: number) => number): Tally => {
  const tally = new Float64Array(2 * members.length)
  const place = new Map(members.map((member, m) => [member, m]))
  for (const [at, { tookPart, objected }] of precedents.entries()) {
    const w = weight(at)
    if (w < 1e-6) continue
    for (const [names, offset] of [
      [new Set([...tookPart, ...objected]), 0],
      [new Set(objected), 1],
    ] as const)
      for (const name of names) {
        const m = place.get(name)
        if (m !== undefined) tally[2 * m + offset] = tally[2 * m + offset]! + w
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

const decisionsOf = ({ evidence, now, settings }: Scene, near: Near, member: string): readonly Ground[] =>
  evidence.precedents.flatMap(({ matter, at, tookPart, objected }, k) => {
    const nearness = near.precedents[k]!
    const ageDays = now - dayOf(at)
    const weight = nearness * faded(ageDays, settings.decisionHalf)
    if (weight < 0.01 || !(tookPart.includes(member) || objected.includes(member))) return []
    const what = objected.includes(member) ? ('objected' as const) : ('didNotObject' as const)
    return [{ kind: 'decision' as const, matter: matter.id, what, at, ageDays, nearness, weight }]
  })

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

const agesOf = (grounds: readonly Ground[]): ItemOutlook['ageDays'] => {
  if (grounds.length === 0) return null
  const weight = grounds.reduce((sum, each) => sum + each.weight, 0)
  return {
    newest: Math.min(...grounds.map(each => each.ageDays)),
    mean: grounds.reduce((sum, each) => sum + each.weight * each.ageDays, 0) / weight,
  }
}

const memberOutlook = (
  scene: Scene,
  near: Near,
  joint: Joint,
  m: number,
  said: readonly Ground[],
): MemberOutlook & { readonly all: readonly Ground[] } => {
  const { evidence, settings, meanings } = scene
  const member = evidence.members[m]!
  const all = [...said, ...decisionsOf(scene, near, member)].sort((a, b) => b.weight - a.weight)
  const heard = said.some(each => each.nearness === 1)
  return {
    member,
    objects: chanceOf(
      memberChance(joint, m),
      memberInterval(joint, m),
      ignorance(scene, near, heard),
      heard ? 1 : settings.widest,
    ),
    grounds: all.slice(0, 6),
    ageDays: agesOf(all)?.newest ?? null,
    sounding: soundingWorth(joint, m, meanings.sounding),
    all,
  }
}

const itemOutlook = (scene: Scene, item: Matter, near: Near, seed: number): ItemOutlook => {
  const { evidence, settings, meanings, habits, now } = scene
  const tally = tallied(
    evidence,
    k => near.precedents[k]! * faded(now - dayOf(evidence.precedents[k]!.at), settings.decisionHalf),
  )
  const said = saidOf(scene, near)
  const odds = Float64Array.from(evidence.members, member => oddsOf(meanings, member, said.get(member) ?? []))
  const joint = jointOf(itemEffects(habits, tally, settings), odds)
  const members = evidence.members.map((member, m) =>
    memberOutlook(scene, near, joint, m, said.get(member) ?? []),
  )
  const heard = evidence.members.filter(member => said.get(member)?.some(each => each.nearness === 1)).length
  const enough = heard >= settings.leastHeard * evidence.members.length
  return {
    item: item.id,
    somebody: chanceOf(
      somebodyChance(joint),
      somebodyInterval(joint, seeded(seed)),
      ignorance(scene, near, enough),
      enough ? 1 : settings.widest,
    ),
    members: members.map(({ all: _, ...each }) => each),
    nearest: nearestOf(scene, near),
    heard,
    ageDays: agesOf(members.flatMap(each => each.all)),
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
  const scene: Scene = {
    evidence: known,
    now: today,
    settings,
    meanings: meaningsOf({ ...known, said: evidence.said }, today, settings),
    habits: habitsOf(
      tallied(known, k => faded(today - dayOf(known.precedents[k]!.at), settings.decisionHalf)),
      settings,
    ),
  }
  const near = nearnessOf(known, items, settings)
  return items.map((item, at) => itemOutlook(scene, item, near[at]!, 1 + at))
}
