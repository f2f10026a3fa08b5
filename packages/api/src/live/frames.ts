import type { WholeEntry } from '@gavel/application'
import { changesWhatIsSeen, type DomainEvent, type Sees } from '@gavel/domain'
import type { Keeper } from '../ports.ts'
import type { Group, ReadersRights } from './rights.ts'
import { opensTo, shown } from './shown.ts'

/** How many entries one frame carries at most: frames end where tiles end, so that many readers share them. */
export const frameSpan = 256

/** Where a frame that begins at an entry ends at the latest. */
export const frameEnd = (from: number, size: number): number =>
  Math.min(size, (Math.floor(from / frameSpan) + 1) * frameSpan)

/** An entry as JSON text in the forms it is shown in, each made once, whoever reads. */
interface Texts {
  opened?: string
  closed?: string
  again?: string
}
type Form = keyof Texts

const never: Sees = () => false

/** Makes bytes of entries: for each form of an entry once, and for a run of entries once for all who see the same of it. */
const writer = (keeper: Keeper) => {
  const texts = new WeakMap<WholeEntry, Texts>()

  const formOf = (entry: WholeEntry, sees: Sees): Form => {
    if (opensTo(entry, sees)) return 'opened'
    const events = (entry.content?.events ?? []) as readonly DomainEvent[]
    return changesWhatIsSeen(events, sees, keeper.state()) ? 'again' : 'closed'
  }

  const textOf = (entry: WholeEntry, form: Form): string => {
    const known = texts.get(entry) ?? {}
    texts.set(entry, known)
    if (form === 'opened') known.opened ??= JSON.stringify(shown(entry, () => true, keeper.state()))
    else if (form === 'closed') known.closed ??= JSON.stringify(shown(entry, never, keeper.state()))
    else known.again ??= JSON.stringify({ ...shown(entry, never, keeper.state()), again: true })
    return known[form]!
  }

  return {
    /** Which form each entry has for somebody: viewers of one pattern are sent the same bytes. */
    pattern: (entries: readonly WholeEntry[], sees: Sees): string =>
      entries.map(entry => formOf(entry, sees)[0]!).join(''),
    bytes: (entries: readonly WholeEntry[], pattern: string): Buffer => {
      const from = entries[0]!.index
      const to = from + entries.length
      const list = entries.map((entry, at) => {
        const form = pattern[at] === 'o' ? 'opened' : pattern[at] === 'c' ? 'closed' : 'again'
        return textOf(entry, form)
      })
      return Buffer.from(
        `id: ${to}\nevent: entries\ndata: {"from":${from},"to":${to},"entries":[${list.join(',')}]}\n\n`,
      )
    },
  }
}

/**
 * Frames of the live stream: bytes of server-sent events, built once for all readers who see the same of the same
 * entries. The id of a frame is the index of the next entry: a client that comes back with it misses nothing and gets
 * nothing twice.
 */
export const frameMaker = (keeper: Keeper, rights: ReadersRights, keptBytes = 32 << 20) => {
  const { pattern, bytes } = writer(keeper)
  const kept = new Map<string, Promise<Buffer>>()
  let epoch = rights.epoch
  let weight = 0

  const keep = (key: string, made: Promise<Buffer>): void => {
    kept.set(key, made)
    made.then(
      frame => {
        weight += frame.length
        if (weight <= keptBytes) return
        kept.clear()
        weight = 0
      },
      () => kept.delete(key),
    )
  }

  return {
    /** The frame for each group, of entries at hand; those who see the same get the very same bytes. */
    of: (entries: readonly WholeEntry[]): ((group: Group) => Buffer) => {
      const byPattern = new Map<string, Buffer>()
      const byGroup = new Map<Group, Buffer>()
      return group => {
        const known = byGroup.get(group)
        if (known !== undefined) return known
        const seen = pattern(entries, rights.sees(group))
        const made = byPattern.get(seen) ?? bytes(entries, seen)
        byPattern.set(seen, made)
        byGroup.set(group, made)
        return made
      }
    },
    /** The frame for a reader who is behind: read from the record, and kept for the others who are. */
    past: (group: Group, from: number, to: number): Promise<Buffer> => {
      if (epoch !== rights.epoch) {
        kept.clear()
        weight = 0
        epoch = rights.epoch
      }
      const key = `${from}-${to} ${group.key}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const made = keeper
        .readWhole(from, to)
        .then(entries => bytes(entries, pattern(entries, rights.sees(group))))
      keep(key, made)
      return made
    },
  }
}
