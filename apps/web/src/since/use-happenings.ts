import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { request } from '../live/request.ts'
import type { SliceKeeper } from '../live/slices.ts'
import type { ShownEntry } from '../live/stream.ts'
import { useRoom } from '../live/use-room.tsx'
import { type Happening, happenings, pointKey } from './happenings.ts'

/** How many entries are looked at for whoever comes back, and for whoever was never here. */
const most = 1_024
const mostForNew = 128
const page = 256
const calmMs = 2_000

const fetchPage = async (from: number, to: number): Promise<readonly ShownEntry[]> =>
  (await request<{ entries: readonly ShownEntry[] }>('GET', `/api/entries?from=${from}&to=${to}`)).entries

/** Entries never change: those fetched in this room are not fetched again while only the head moves on. */
const known = new WeakMap<
  SliceKeeper,
  { readonly from: number; readonly to: number; readonly entries: readonly ShownEntry[] }
>()

const entriesBetween = async (
  slices: SliceKeeper,
  from: number,
  to: number,
): Promise<readonly ShownEntry[]> => {
  const kept = known.get(slices)
  const start =
    kept !== undefined && kept.from <= from && from <= kept.to ? kept : { from, to: from, entries: [] }
  const pages: Promise<readonly ShownEntry[]>[] = []
  for (let at = start.to; at < to; at += page) pages.push(fetchPage(at, Math.min(at + page, to)))
  const entries = [...start.entries, ...(await Promise.all(pages)).flat()]
  known.set(slices, { from: start.from, to, entries })
  return entries.filter(({ index }) => index >= from)
}

/** The head of the record, at most every few seconds: whoever looks back need not be told of every entry at once. */
const useCalmHead = (): number | undefined => {
  const { slices } = useRoom()
  const [head, setHead] = useState(() => slices.get(null)?.index)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      timer = undefined
      setHead(slices.get(null)?.index)
    }
    look()
    const stop = slices.subscribe(() => {
      timer ??= setTimeout(look, head === undefined ? 0 : calmMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [slices, head])
  return head
}

interface Stands {
  readonly stands: readonly {
    readonly paragraph: string
    readonly option?: string
    readonly on?: string
    readonly position: string
  }[]
}

/** What a delegation proposes or backs in texts, by `pointKey`. */
const useMaintained = (texts: readonly string[], member: string | null): ReadonlySet<string> => {
  const answers = useQueries({
    queries: texts.map(text => {
      const path = `/api/texts/${encodeURIComponent(text)}/stands?member=${encodeURIComponent(member ?? '')}`
      return {
        queryKey: ['view', path],
        queryFn: () => request<Stands>('GET', path),
        enabled: member !== null,
      }
    }),
  })
  const keys = answers.flatMap(({ data }, at) =>
    (data?.stands ?? [])
      .filter(({ position }) => position === 'proposes' || position === 'backs')
      .map(({ paragraph, option, on }) => pointKey(texts[at]!, paragraph, option, on)),
  )
  const line = keys.join('\n')
  return useMemo(() => new Set(line === '' ? [] : line.split('\n')), [line])
}

const objectedIn = (entries: readonly ShownEntry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ events = [] }) =>
      events.flatMap(event =>
        event.type === 'texts.standTaken' && event.stand === 'objects' ? [event.text as string] : [],
      ),
    ),
  ),
]

export interface Lately {
  readonly all: readonly Happening[]
  /** Whether there was more than is looked at. */
  readonly cut: boolean
  readonly ready: boolean
}

const nothing: readonly ShownEntry[] = []

/** What happened since an entry that this person wants to know of; without one, what happened last. */
export const useHappenings = (since: number | null | undefined): Lately => {
  const { slices, viewer, as } = useRoom()
  const head = useCalmHead()
  const from = head === undefined ? 0 : Math.max(since ?? 0, head - (since === null ? mostForNew : most), 0)
  const { data } = useQuery({
    queryKey: ['entries', viewer.person, from, head],
    queryFn: () => entriesBetween(slices, from, head!),
    enabled: since !== undefined && head !== undefined && head > from,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  // While the next ones are fetched the last ones stay, as far as they are of this stretch still.
  const entries = useMemo(() => data?.filter(({ index }) => index >= from) ?? nothing, [data, from])
  const member = as?.kind === 'delegate' ? as.member : null
  const objected = useMemo(() => objectedIn(entries), [entries])
  const maintains = useMaintained(objected, member)
  const all = useMemo(
    () => happenings(entries, { person: viewer.person, member, maintains }),
    [entries, viewer.person, member, maintains],
  )
  return {
    all,
    cut: typeof since === 'number' && from > since,
    ready: since !== undefined && head !== undefined && (data !== undefined || head <= from),
  }
}
