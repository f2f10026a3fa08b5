import { agendaSettings, type ChanceShown, type ItemShown, type MemberShown } from '@gavel/foresight/browser'

/** The chance that nobody objects, of the chance that somebody does; the interval turns round with it. */
export const consensusOf = (objection: ChanceShown): ChanceShown =>
  objection.known
    ? { known: true, chance: 1 - objection.chance, low: 1 - objection.high, high: 1 - objection.low }
    : objection

/** What a chance is called in words: five steps, the outer ones at the marks by which an agenda is planned. */
export type Reach = 'veryLikely' | 'likely' | 'even' | 'unlikely' | 'far'

export const reachOf = (chance: number): Reach =>
  chance >= 0.9
    ? 'veryLikely'
    : chance >= agendaSettings.readyFrom
      ? 'likely'
      : chance >= 0.45
        ? 'even'
        : chance >= agendaSettings.farBelow
          ? 'unlikely'
          : 'far'

/** What a chair does with an item: bring it, sound members first, or leave it until something has changed. */
export type Group = 'ready' | 'sound' | 'far'

/** By the same marks as the plan of an agenda: nothing known, or doubtful, is for sounding first. */
export const groupOf = ({ somebody }: Pick<ItemShown, 'somebody'>): Group => {
  const consensus = consensusOf(somebody)
  if (!consensus.known) return 'sound'
  if (consensus.chance >= agendaSettings.readyFrom) return 'ready'
  return consensus.chance < agendaSettings.farBelow ? 'far' : 'sound'
}

const reachIn = ({ somebody }: ItemShown): number => (somebody.known ? 1 - somebody.chance : 0.5)

/** The items of one group, those nearest to consensus first. */
export const inGroup = (items: readonly ItemShown[], group: Group): readonly ItemShown[] =>
  items.filter(item => groupOf(item) === group).toSorted((a, b) => reachIn(b) - reachIn(a))

/** Whether an interval is so wide that the chance is to be read with care: it leaves both ready and far possible. */
export const isWide = (chance: ChanceShown): boolean =>
  chance.known && chance.low < agendaSettings.farBelow && chance.high > agendaSettings.readyFrom

/** A member less likely to object than this is not named as one who would. Assumed, 2026-11-25. */
const leastChance = 0.05

/** Those most likely to object, the likeliest first. */
export const objectorsIn = ({ members }: ItemShown): readonly MemberShown[] =>
  members
    .filter(({ objects }) => objects.known && objects.chance >= leastChance)
    .toSorted((a, b) => chanceIn(b) - chanceIn(a))

const chanceIn = ({ objects }: MemberShown): number => (objects.known ? objects.chance : -1)

/** Whom to sound first: by how much less would be uncertain of the item, then of the member. */
export const bySoundingWorth = (members: readonly MemberShown[]): readonly MemberShown[] =>
  members.toSorted((a, b) => b.sounding.event - a.sounding.event || b.sounding.own - a.sounding.own)

/** The members sounding tells most, where it tells anything: at least a hundredth of a bit. */
export const firstToSound = ({ members }: ItemShown, most = 3): readonly MemberShown[] =>
  bySoundingWorth(members)
    .filter(({ sounding }) => sounding.event >= 0.01)
    .slice(0, most)
