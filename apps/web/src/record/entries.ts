import type { ShownEntry } from '../live/stream.ts'

/** An entry as this viewer may see it. */
export type RecordEntry = ShownEntry

export const filters = ['all', 'institution', 'meetings', 'texts', 'decisions', 'closed'] as const
export type Filter = (typeof filters)[number]

/** Whether an entry shows nothing but its public leaf. */
export const isClosed = ({ act }: RecordEntry): boolean => act === undefined

/** Whether an entry is of a chapter; what is not public shows no chapter. */
export const standsIn = (entry: RecordEntry, filter: Filter): boolean => {
  if (filter === 'all') return true
  if (filter === 'closed') return isClosed(entry)
  return entry.act?.type.startsWith(`${filter}.`) ?? false
}
