import { dayOf, faded } from './age.ts'
import { type OutlookEvidence, type Said, sayings } from './matters.ts'
import type { OutlookSettings } from './settings.ts'

/**
 * What a saying is worth: how often it is said by members who object in the end, and by those who do not. The table
 * begins with what is assumed and learns from the record: what was said of matters before they were put.
 */
export interface Meaning {
  /** P(saying | objects in the end) and P(saying | does not), in the order of `sayings`. */
  readonly objects: readonly number[]
  readonly not: readonly number[]
}

export type Meanings = Readonly<Record<Said['kind'], Meaning>>

/** Assumed, 2026-11-25; a sounding tells more than a stand, which is also a position to bargain from. */
const assumed: Meanings = {
  stand: { objects: [0.02, 0.07, 0.1, 0.3, 0.51], not: [0.2, 0.4, 0.25, 0.1, 0.05] },
  sounding: { objects: [0.01, 0.04, 0.09, 0.25, 0.61], not: [0.15, 0.45, 0.3, 0.07, 0.03] },
}

/** The latest of what a member said of each part of each matter, by kind. */
export const latest = (said: readonly Said[]): readonly Said[] => {
  const found = new Map<string, Said>()
  for (const each of said) {
    const key = `${each.kind}\n${each.member}\n${each.matter}\n${each.part ?? ''}`
    const was = found.get(key)
    if (was === undefined || was.at <= each.at) found.set(key, each)
  }
  return [...found.values()]
}

/** The table after what the record shows: counts beside the assumed shares, which are worth some cases. */
export const meaningsOf = (
  { precedents, said }: OutlookEvidence,
  now: number,
  { tableWorth, decisionHalf }: OutlookSettings,
): Meanings => {
  const put = new Map<string, OutlookEvidence['precedents'][number]>()
  for (const each of precedents)
    for (const id of [each.matter.id, ...(each.matter.also ?? [])]) put.set(id, each)
  const counts = {
    stand: { objects: sayings.map(() => 0), not: sayings.map(() => 0) },
    sounding: { objects: sayings.map(() => 0), not: sayings.map(() => 0) },
  }
  const before = said.filter(each => {
    const precedent = put.get(each.matter)
    return precedent !== undefined && each.at < precedent.at && precedent.tookPart.includes(each.member)
  })
  for (const each of latest(before)) {
    const precedent = put.get(each.matter)!
    const side = precedent.objected.includes(each.member) ? 'objects' : 'not'
    const k = sayings.indexOf(each.says)
    counts[each.kind][side][k] = counts[each.kind][side][k]! + faded(now - dayOf(precedent.at), decisionHalf)
  }
  const mixed = (shares: readonly number[], cases: readonly number[]): readonly number[] => {
    const total = tableWorth + cases.reduce((a, b) => a + b, 0)
    return shares.map((share, k) => (tableWorth * share + cases[k]!) / total)
  }
  const meaning = (kind: Said['kind']): Meaning => ({
    objects: mixed(assumed[kind].objects, counts[kind].objects),
    not: mixed(assumed[kind].not, counts[kind].not),
  })
  return { stand: meaning('stand'), sounding: meaning('sounding') }
}

/** The logarithm of how much likelier a saying is from somebody who objects in the end. */
export const pull = (meanings: Meanings, { kind, says }: Said): number => {
  const k = sayings.indexOf(says)
  return Math.log(meanings[kind].objects[k]! / meanings[kind].not[k]!)
}
