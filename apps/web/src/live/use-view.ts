import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Declined, request } from './request.ts'
import type { ShownEntry } from './stream.ts'

/** Answers of the API's views, kept by their path and asked for again when the record touches them. */
export const newQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => !(error instanceof Declined) && count < 3,
      },
    },
  })

/** A view of the API: `useView<Journal>('/api/meetings/x/journal')`. A null path asks nothing. */
export const useView = <T>(path: string | null) =>
  useQuery<T>({
    queryKey: ['view', path],
    queryFn: () => request<T>('GET', path!),
    enabled: path !== null,
  })

/** Asks for views anew whose paths begin so: after a change that leaves no trace on the record. */
export const useAskAgain = (): ((...prefixes: readonly string[]) => Promise<void>) => {
  const queries = useQueryClient()
  return useCallback(
    (...prefixes) =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [kind, path] }) =>
          kind === 'view' && typeof path === 'string' && prefixes.some(prefix => path.startsWith(prefix)),
      }),
    [queries],
  )
}

/** Of the last chapter: a plan, a review and a recommendation each have views of their own; the rest is of commitments. */
const ofCommitments = (type: string): readonly string[] => {
  if (/\.(plan|activity)/.test(type))
    return [
      '/api/plans',
      '/api/activities',
      '/api/calendar',
      '/api/reviews/',
      '/api/catalogue',
      '/api/reminders',
    ]
  if (/\.(asked|answered|review)/.test(type)) return ['/api/reviews', '/api/reminders']
  if (/\.(recommended|responded)/.test(type))
    return ['/api/recommendations', '/api/reviews/', '/api/reminders']
  if (/\.(catalogue|measure|coordinator|paper)/.test(type))
    return ['/api/catalogue', '/api/organisation', '/api/areas', '/api/reminders']
  return [
    '/api/commitments',
    '/api/members',
    '/api/catalogue',
    '/api/reviews/',
    '/api/calendar',
    '/api/reminders',
  ]
}

/** What the views of a room hang on. */
interface RoomOfViews {
  readonly name: string
  readonly views: readonly string[]
  readonly after?: Readonly<Record<string, readonly string[]>>
}

/** Of the rooms: the views that events of this chapter, or of the room that has this name, may have changed. */
const ofRooms = (chapter: string, rooms: readonly RoomOfViews[]): readonly string[] =>
  rooms.flatMap(({ name, views, after = {} }) =>
    name === chapter ? views : Object.hasOwn(after, chapter) ? after[chapter]! : [],
  )

/** Which views an event may have changed, as the beginnings of their paths. */
const ofChapter = (chapter: string, event: { readonly type: string }): readonly string[] => {
  switch (chapter) {
    case 'institution':
      return [
        '/api/organisation',
        '/api/members',
        '/api/bodies',
        '/api/areas',
        '/api/parameters',
        '/api/credentials',
        '/api/me',
        '/api/sync/own',
      ]
    case 'texts':
      return event.type === 'texts.instructed' || event.type === 'texts.commented'
        ? ['/api/texts', '/api/sync/own']
        : ['/api/texts']
    case 'meetings':
      return ['/api/meetings', '/api/calendar']
    case 'decisions':
      return [
        '/api/decisions',
        '/api/register',
        '/api/silences',
        '/api/deadlines',
        '/api/instruments',
        '/api/calendar',
        '/api/texts',
      ]
    case 'commitments':
      return [...ofCommitments(event.type), '/api/analysis']
    default:
      return []
  }
}

const touchedBy = (event: { readonly type: string }, rooms: readonly RoomOfViews[]): readonly string[] => {
  const [chapter = ''] = event.type.split('.', 1)
  return [...ofChapter(chapter, event), ...ofRooms(chapter, rooms)]
}

/** Marks the views that entries may have changed; those on screen are fetched again, at most once a second. */
export const invalidator = (queries: QueryClient, rooms: readonly RoomOfViews[]) => {
  const touched = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const go = (): void => {
    timer = undefined
    const prefixes = [...touched, '/api/entries', '/api/proof', '/api/record']
    touched.clear()
    void queries.invalidateQueries({
      predicate: ({ queryKey: [kind, path] }) =>
        kind === 'view' && typeof path === 'string' && prefixes.some(prefix => path.startsWith(prefix)),
    })
  }
  return (entries: readonly ShownEntry[]): void => {
    for (const { events = [] } of entries)
      for (const event of events) for (const path of touchedBy(event, rooms)) touched.add(path)
    if (timer === undefined) timer = setTimeout(go, 1_000)
  }
}
