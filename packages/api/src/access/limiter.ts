/** Counts what each key does within a window; keeps at most `room` keys, the longest unused leaving first. */
export const limiter = (most: number, windowMs: number, room = 10_000) => {
  const counts = new Map<string, { readonly from: number; readonly n: number }>()
  return {
    /** Milliseconds to wait; 0 when it may go on, which then counts. */
    take(key: string, nowMs = Date.now()): number {
      const known = counts.get(key)
      const current = known !== undefined && nowMs - known.from < windowMs ? known : { from: nowMs, n: 0 }
      counts.delete(key)
      counts.set(key, { from: current.from, n: current.n + 1 })
      if (counts.size > room) counts.delete(counts.keys().next().value!)
      return current.n < most ? 0 : windowMs - (nowMs - current.from)
    },
  }
}
