import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type Evidence, ofMembers, ofSessions, type Precedent, readEvidence, stand } from '@gavel/forecast'

/**
 * Recorded votes of the UN General Assembly, shipped with the models (CC0; see `packages/forecast/votes/README.md`). They
 * are contested votes only, so they say more of objecting than a body that decides by consensus will see.
 */
const folder = new URL('../votes/', import.meta.resolve('@gavel/forecast'))

const textOf = (name: string): string => {
  const path = fileURLToPath(new URL(name, folder))
  const bytes = readFileSync(path)
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

let read: Evidence | undefined

/** All shipped votes; read once, on the thread that asks. Undefined where they are not installed. */
export const assemblyVotes = (): Evidence | undefined => {
  if (read === undefined && existsSync(fileURLToPath(new URL('votes.csv.gz', folder))))
    read = readEvidence(['rollcalls.csv.gz', 'votes.csv.gz'].map(name => ({ name, text: textOf(name) })))
  return read
}

/** The votes of some members in the last so many sessions. */
export const votesOf = (members: readonly string[], sessions: number): Evidence | undefined => {
  const all = assemblyVotes()
  if (all === undefined) return undefined
  const last = all.items.at(-1)?.session ?? 0
  return ofMembers(
    ofSessions(all, session => session > last - sessions),
    members,
  )
}

/** The same as precedents: who voted took part, who voted no objected. A member without a vote there took no part. */
export const precedentsOf = ({ members, items, stands }: Evidence): readonly Precedent[] =>
  items.map((item, at) => {
    const code = (m: number): number => stands[at * members.length + m]!
    const voted = (m: number): boolean =>
      code(m) === stand.yes || code(m) === stand.abstain || code(m) === stand.no
    return {
      matter: { id: `unga:${item.id}`, title: item.short || item.description, tags: [] },
      at: `${item.date}T00:00:00.000Z`,
      tookPart: members.filter((_, m) => voted(m)),
      objected: members.filter((_, m) => code(m) === stand.no),
    }
  })
