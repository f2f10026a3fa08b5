import type { Capacity, Shown } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'

/** An entry as the live stream shows it to this viewer: act and events, or nothing but the leaf. */
export interface ShownEntry extends Shown {
  readonly index: number
  readonly act?: {
    readonly id: string
    readonly type: string
    readonly by: string
    readonly as: Capacity
    readonly at: Instant
  }
  readonly leaf?: string
  readonly erased?: true
}

export type LineState = 'connecting' | 'live' | 'down'

export interface StreamOptions {
  readonly from: number
  readonly take: (entries: readonly ShownEntry[]) => void
  readonly state: (state: LineState) => void
  /** What the reader may do or read has changed: she was given a credential, or one of hers was changed or ran out. */
  readonly rights: () => void
}

/** Entries `from` up to, not including, `to`. */
interface Frame {
  readonly from: number
  readonly to: number
  readonly entries: readonly ShownEntry[]
}

const frameIn = ({ data }: MessageEvent<string>): Frame => JSON.parse(data) as Frame

const beatMs = 40_000
const pauses = [500, 1_000, 2_000, 5_000, 10_000]

/**
 * The record from an index on, in order, without gap or repetition, until it is stopped. A line that breaks, falls
 * silent (no heartbeat for 40 seconds) or was closed by a gateway is taken up again where it stood.
 */
export const openStream = ({ from, take, state, rights }: StreamOptions): (() => void) => {
  let next = from
  let source: EventSource | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let beats = false

  /** Once the server is known to send heartbeats, a line without any is a dead one. */
  const watch = (): void => {
    clearTimeout(timer)
    if (beats) timer = setTimeout(again, beatMs)
  }
  const again = (): void => {
    source?.close()
    if (stopped) return
    state('down')
    clearTimeout(timer)
    timer = setTimeout(connect, pauses[Math.min(failures++, pauses.length - 1)])
  }
  const heard = (): void => {
    failures = 0
    state('live')
    watch()
  }
  const took = ({ from: first, to, entries }: Frame): void => {
    heard()
    if (first > next) {
      again()
      return
    }
    const fresh = entries.filter(({ index }) => index >= next)
    next = Math.max(next, to)
    if (fresh.length > 0) take(fresh)
  }
  const connect = (): void => {
    if (stopped) return
    state('connecting')
    watch()
    source = new EventSource(`/api/live?from=${next}`)
    source.addEventListener('open', heard)
    source.addEventListener('beat', () => {
      beats = true
      heard()
    })
    source.addEventListener('rights', rights)
    source.addEventListener('entries', event => took(frameIn(event as MessageEvent<string>)))
    source.addEventListener('error', again)
  }
  const online = (): void => {
    failures = 0
    again()
  }
  const offline = (): void => {
    clearTimeout(timer)
    source?.close()
    state('down')
  }
  connect()
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  return () => {
    stopped = true
    clearTimeout(timer)
    source?.close()
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
  }
}
