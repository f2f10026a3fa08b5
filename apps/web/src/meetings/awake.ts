import { useEffect } from 'react'

/**
 * Keeps the screen on while the page is shown (Screen Wake Lock API). A browser lets go of the lock whenever the page is
 * hidden, and refuses one on a low battery or without TLS: then the device's own setting holds.
 */
export const useAwake = (): void => {
  useEffect(() => {
    let held: WakeLockSentinel | undefined
    let left = false
    const keep = async (): Promise<void> => {
      if (left || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      held = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (left) await held?.release()
    }
    void keep()
    const again = (): void => void keep()
    document.addEventListener('visibilitychange', again)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', again)
      void held?.release()
    }
  }, [])
}
