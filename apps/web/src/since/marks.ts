import { useCallback, useEffect, useRef, useState } from 'react'
import { request } from '../live/request.ts'
import { isSeated, type Viewer } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'

/** How far somebody has read: so many entries of the record; of a text, its revision as well. */
export interface Mark {
  readonly index: number
  readonly revision: number
}

interface Seen {
  readonly whole: { readonly index: number } | null
  readonly texts: readonly { readonly text: string; readonly index: number; readonly revision: number }[]
}

/** The mark on the record as a whole; no text can be called so. */
export const whole = '*'

const keyOf = ({ person }: Viewer, name: string): string => `gavel.seen.${person ?? ''}.${name}`

const onDevice = (viewer: Viewer, name: string): Mark | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(viewer, name)) ?? 'null') as Partial<Mark> | null
    return kept !== null && Number.isSafeInteger(kept.index) && Number.isSafeInteger(kept.revision)
      ? (kept as Mark)
      : null
  } catch {
    return null
  }
}

const onServer = ({ whole: all, texts }: Seen, name: string): Mark | null =>
  name === whole
    ? all && { index: all.index, revision: 0 }
    : (texts.find(({ text }) => text === name) ?? null)

/** The further of two marks in each part. */
export const further = (a: Mark | null, b: Mark | null): Mark | null =>
  a === null || b === null
    ? (a ?? b)
    : { index: Math.max(a.index, b.index), revision: Math.max(a.revision, b.revision) }

/** Whether a person's marks are kept for her on the server; in a seat anybody sits, and the public is nobody. */
const isKept = (viewer: Viewer): boolean => viewer.person !== null && !isSeated(viewer)

const sessionKey = (viewer: Viewer): string => `gavel.since.${viewer.person ?? ''}`

/**
 * How far this person had read before this visit, on whatever device: as it was when the scene opened, so that it does not
 * move while she reads. Null when she was never here; undefined until it is known.
 */
export const useMark = (name: string): Mark | null | undefined => {
  const { viewer } = useRoom()
  const { data, isError } = useView<Seen>(isKept(viewer) ? '/api/me/seen' : null)
  const [device] = useState(() => onDevice(viewer, name))
  const first = useRef<Mark | null | undefined>(undefined)
  if (first.current === undefined) {
    // Where the server is not reached, what this device remembers is better than nothing.
    if (!isKept(viewer) || isError) first.current = device
    else if (data !== undefined) first.current = further(device, onServer(data, name))
  }
  return first.current
}

/** Remembers a mark: on the device at once, and on the server for the person's other devices. */
export const useKeepMark = (): ((name: string, mark: Mark) => void) => {
  const { viewer } = useRoom()
  return useCallback(
    (name, mark) => {
      const before = onDevice(viewer, name)
      if (before !== null && before.index >= mark.index && before.revision >= mark.revision) return
      localStorage.setItem(keyOf(viewer, name), JSON.stringify(further(before, mark)))
      if (!isKept(viewer)) return
      const body = name === whole ? { text: null, index: mark.index } : { text: name, ...mark }
      // Not reached, it is told next time; the device has it meanwhile.
      request('PUT', '/api/me/seen', body).catch(() => undefined)
    },
    [viewer],
  )
}

/**
 * The revision a text had when this person was last here, and the keeping of the one it has now: when she leaves it, and
 * when she turns away from the page.
 */
export const useSeenText = (text: string, revision: number): number | null => {
  const { slices } = useRoom()
  const keep = useKeepMark()
  const mark = useMark(text)
  const now = useRef(revision)
  now.current = revision
  useEffect(() => {
    const leave = (): void => {
      const index = slices.get(text)?.index
      if (index !== undefined) keep(text, { index, revision: now.current })
    }
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') leave()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      leave()
    }
  }, [text, slices, keep])
  return mark?.revision ?? null
}

/**
 * Since which entry the present visit counts as new, and how to say that everything has been seen. A visit lasts as long
 * as the tab: going from scene to scene does not end it.
 */
export const useVisit = (): { readonly since: number | null | undefined; readonly seenAll: () => void } => {
  const { viewer, slices } = useRoom()
  const keep = useKeepMark()
  const mark = useMark(whole)
  const key = sessionKey(viewer)
  const [moved, setMoved] = useState(0)
  const head = slices.get(null)?.index
  useEffect(() => {
    if (mark === undefined || head === undefined) return
    if (sessionStorage.getItem(key) === null)
      sessionStorage.setItem(key, mark === null ? 'never' : String(mark.index))
    keep(whole, { index: head, revision: 0 })
  }, [mark, head, key, keep])
  const started = moved >= 0 ? sessionStorage.getItem(key) : null
  const since = started === null ? mark?.index : started === 'never' ? null : Number(started)
  return {
    since: mark === undefined ? undefined : (since ?? null),
    seenAll: () => {
      if (head !== undefined) sessionStorage.setItem(key, String(head))
      setMoved(n => n + 1)
    },
  }
}
