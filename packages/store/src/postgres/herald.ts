/** How long the herald keeps still after he has called. */
const stillMs = 20

/**
 * Calls out that the head moved: at once, and then not again for a while, however often it moves; what happened in
 * between is called out at the end of it. A call that fails is not repeated: who does not hear of a move finds it.
 */
export interface Herald {
  tell(): void
  /** Calls out what was kept back, and no more after that. */
  stop(): Promise<void>
}

export const herald = (call: () => Promise<unknown>): Herald => {
  let still: NodeJS.Timeout | undefined
  let kept = false
  const callOut = (): Promise<unknown> => call().catch(() => undefined)
  const tell = (): void => {
    if (still !== undefined) {
      kept = true
      return
    }
    void callOut()
    still = setTimeout(() => {
      still = undefined
      if (!kept) return
      kept = false
      tell()
    }, stillMs).unref()
  }
  return {
    tell,
    stop: async () => {
      clearTimeout(still)
      if (kept) await callOut()
      kept = false
    },
  }
}
