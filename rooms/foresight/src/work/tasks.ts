import {
  type Aim,
  bestDeal,
  blockedIssues,
  type Flexibility,
  idealPoints,
  type Matter,
  type OutlookEvidence,
  outlookOf,
  unlocks,
} from '@gavel/forecast'
import { precedentsOf, votesOf } from '../evidence/assembly.ts'

/** What is worked out beside the server's own thread, so that no reader waits for it. Plain data in and out. */
export type Task =
  | {
      readonly kind: 'outlook'
      readonly evidence: OutlookEvidence
      readonly matters: readonly Matter[]
      readonly now: string
      /** Sessions of the General Assembly that count as precedents beside the record's own; 0: none. */
      readonly sessions: number
    }
  | { readonly kind: 'packages'; readonly members: readonly Flexibility[] }
  | { readonly kind: 'map'; readonly members: readonly string[]; readonly sessions: readonly number[] }

const aims: readonly Aim[] = ['leximin', 'nash', 'total']

const outlook = ({ evidence, matters, now, sessions }: Extract<Task, { readonly kind: 'outlook' }>) => {
  const votes = sessions === 0 ? undefined : votesOf(evidence.members, sessions)
  const precedents = votes === undefined ? [] : precedentsOf(votes)
  return {
    own: evidence.precedents.length,
    votes: precedents.length,
    items: outlookOf({ ...evidence, precedents: [...precedents, ...evidence.precedents] }, matters, now),
  }
}

const packages = ({ members }: Extract<Task, { readonly kind: 'packages' }>) => {
  const blocked = blockedIssues(members)
  const found = aims.flatMap(aim => {
    const best = blocked.length > 0 ? undefined : bestDeal(members, aim)
    return best === undefined ? [] : [{ aim, proved: best.proved, ...best.deal }]
  })
  return { blocked, packages: found, unlocks: unlocks(members, 'leximin').slice(0, 12) }
}

/** How far a member's votes must go before it has a place on the map. */
const leastVotes = 10

const mapOf = (members: readonly string[], session: number) => {
  const votes = votesOf(members, 500)
  if (votes === undefined) return null
  const at = [...votes.items.keys()].filter(item => votes.items[item]!.session === session)
  if (at.length === 0) return null
  const codes = new Uint8Array(at.length * members.length)
  for (const [place, item] of at.entries())
    codes.set(
      votes.stands.subarray(item * members.length, (item + 1) * members.length),
      place * members.length,
    )
  const { points, errors, votes: cast } = idealPoints({ members: members.length, items: at.length, codes }, 2)
  return {
    session,
    rollCalls: at.length,
    points: members.flatMap((member, m) =>
      cast[m]! < leastVotes
        ? []
        : [
            {
              member,
              votes: cast[m]!,
              at: [points[2 * m]!, points[2 * m + 1]!],
              errors: [errors[2 * m]!, errors[2 * m + 1]!],
            },
          ],
    ),
  }
}

const answers = {
  outlook,
  packages,
  map: ({ members, sessions }: Extract<Task, { readonly kind: 'map' }>) =>
    sessions.flatMap(session => mapOf(members, session) ?? []),
}

export type Answer<Kind extends Task['kind']> = ReturnType<(typeof answers)[Kind]>

/** Does a task. Throws what the models throw of data they cannot read. */
export const done = <Kind extends Task['kind']>(task: Extract<Task, { readonly kind: Kind }>): Answer<Kind> =>
  (answers[task.kind] as (task: unknown) => Answer<Kind>)(task)
