/**
 * Evidence: what members did about items in the past. The codes are those of the roll calls of the United Nations
 * General Assembly as published by Voeten, Strezhnev and Bailey (Harvard Dataverse doi:10.7910/DVN/LEJUQZ).
 */

/** What one member did about one item. */
export const stand = { none: 0, yes: 1, abstain: 2, no: 3, absent: 8 } as const

/** A thing that was decided or voted on. Nothing here tells how it ended. */
export interface Item {
  readonly id: string
  readonly session: number
  /** Day in ISO 8601. */
  readonly date: string
  /** Symbol of the resolution it belongs to, `A/RES/71/68`; empty when unknown. */
  readonly symbol: string
  /** Short title or subject headings, as the file has them. */
  readonly short: string
  /** Longer description, as the file has it. */
  readonly description: string
  /** Codes of issues: a roll call may carry several or none. */
  readonly issues: readonly string[]
  readonly kind: 'whole' | 'paragraph' | 'amendment'
}

/** Items in order of session, day and id; `stands[item * members.length + member]` holds a code of `stand`. */
export interface Evidence {
  readonly members: readonly string[]
  readonly items: readonly Item[]
  readonly stands: Uint8Array
}

const byTime = (a: Item, b: Item): number =>
  a.session - b.session ||
  (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
  a.id.localeCompare(b.id, 'en', { numeric: true })

/** Evidence of items in any order; `code` answers what a member did about an item. */
export const evidenceOf = (
  members: readonly string[],
  items: readonly Item[],
  code: (item: Item, member: string) => number,
): Evidence => {
  const sorted = items.toSorted(byTime)
  const stands = new Uint8Array(sorted.length * members.length)
  for (const [at, item] of sorted.entries())
    for (const [m, member] of members.entries()) stands[at * members.length + m] = code(item, member)
  return { members, items: sorted, stands }
}

/** The same evidence for some members only, in the order given; a member nobody knows has no stands. */
export const ofMembers = (evidence: Evidence, members: readonly string[]): Evidence => {
  const place = new Map(evidence.members.map((member, at) => [member, at]))
  const from = members.map(member => place.get(member))
  const stands = new Uint8Array(evidence.items.length * members.length)
  for (let item = 0; item < evidence.items.length; item++)
    for (const [m, at] of from.entries())
      if (at !== undefined)
        stands[item * members.length + m] = evidence.stands[item * evidence.members.length + at]!
  return { members, items: evidence.items, stands }
}

/** Both as one. Where an id is in both, the later argument is believed. */
export const joined = (a: Evidence, b: Evidence): Evidence => {
  const members = [...new Set([...a.members, ...b.members])]
  const [one, two] = [ofMembers(a, members), ofMembers(b, members)]
  const row = new Map<string, readonly [Evidence, number]>()
  for (const each of [one, two]) for (const [at, item] of each.items.entries()) row.set(item.id, [each, at])
  const place = new Map(members.map((member, at) => [member, at]))
  return evidenceOf(
    members,
    [...row.values()].map(([each, at]) => each.items[at]!),
    (item, member) => {
      const [each, at] = row.get(item.id)!
      return each.stands[at * members.length + place.get(member)!]!
    },
  )
}

/** First and one past the last item of every session, in order of time. */
export const sessionsOf = (
  evidence: Evidence,
): readonly { readonly session: number; readonly from: number; readonly to: number }[] => {
  const spans: { session: number; from: number; to: number }[] = []
  for (const [at, { session }] of evidence.items.entries()) {
    const last = spans.at(-1)
    if (last?.session === session) last.to = at + 1
    else spans.push({ session, from: at, to: at + 1 })
  }
  return spans
}

/** The items of some sessions only. */
export const ofSessions = (evidence: Evidence, keep: (session: number) => boolean): Evidence => {
  const width = evidence.members.length
  const kept = [...evidence.items.keys()].filter(at => keep(evidence.items[at]!.session))
  const stands = new Uint8Array(kept.length * width)
  for (const [to, from] of kept.entries())
    stands.set(evidence.stands.subarray(from * width, (from + 1) * width), to * width)
  return { members: evidence.members, items: kept.map(at => evidence.items[at]!), stands }
}
