import { type Evidence, evidenceOf, type Item, stand } from '../evidence/evidence.ts'
import { sigmoid } from '../fit/logistic.ts'
import { seeded } from '../fit/random.ts'

/**
 * Votes of an invented assembly: items that come back every session under the same title, each sharper on one of two
 * sides, members who lean to one side; with chance from a seed.
 */
export const inventedVotes = (sessions: number, members: number, topics: number, seed = 5): Evidence => {
  const random = seeded(seed)
  const leaning = Array.from({ length: members }, () => 6 * random() - 3)
  const sharpness = Array.from({ length: topics }, () => 4 * random() - 2)
  const names = Array.from(
    { length: members },
    (_, m) => `M${String.fromCharCode(65 + (m % 26))}${Math.floor(m / 26)}`,
  )
  const items: Item[] = []
  for (let session = 1; session <= sessions; session++)
    for (let topic = 0; topic < topics; topic++)
      items.push({
        id: `${session * 1000 + topic}`,
        session,
        date: `${1950 + session}-12-01`,
        symbol: `A/RES/${session}/${topic}`,
        short: `Question of subject${topic} and matter${topic % 3}`,
        description: '',
        issues: [['hr', 'di', 'ec'][topic % 3]!],
        kind: 'whole',
      })
  return evidenceOf(names, items, (item, member) => {
    const side = leaning[names.indexOf(member)]! * sharpness[Number(item.id) % 1000]! - 3.5
    const u = random()
    if (random() < 0.05) return stand.absent
    return u < sigmoid(side) ? stand.no : u < sigmoid(side + 1) ? stand.abstain : stand.yes
  })
}
