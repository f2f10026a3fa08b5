import { fromEpochMs, type Instant, toEpochMs } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { clockJumped, noEarlierThanHeard, serverNow } from './clock.ts'
import { request } from './request.ts'

/** How often the time is looked at when nothing is awaited. */
const idleMs = 15_000

/** How long nothing changes for who watches a clock run out: to the next whole second, and to the very instant. */
export const untilNextTick = (nowMs: number, untilMs: number | null): number => {
  const left = untilMs === null ? 0 : untilMs - nowMs
  return left <= 0 ? idleMs : left % 1_000 || 1_000
}

/** Learns the server's clock anew after this device slept or its clock was set. */
const setRight = (): void => {
  if (clockJumped()) request('GET', '/api/me').catch(() => undefined)
}

/**
 * The instant it is by the server's clock. With something awaited it is renewed with every second that is left and at
 * the very instant itself, so that what the clock decides is shown when it is decided; also after a night in a pocket.
 */
export const useClock = (until: Instant | null = null): Instant => {
  const [now, setNow] = useState(() => fromEpochMs(serverNow()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = (): void => {
      clearTimeout(timer)
      setRight()
      const ms = serverNow()
      setNow(fromEpochMs(ms))
      timer = setTimeout(tick, untilNextTick(ms, until === null ? null : toEpochMs(until)))
    }
    tick()
    document.addEventListener('visibilitychange', tick)
    window.addEventListener('online', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
      window.removeEventListener('online', tick)
    }
  }, [until])
  return noEarlierThanHeard(now)
}
