import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const Announce = createContext<(words: string) => void>(() => undefined)

/** How to tell what has just happened: it is read out, and shown for a while. */
export const useAnnounce = (): ((words: string) => void) => useContext(Announce)

const shownMs = 6_000

/** Holds what was announced last, at the foot of the screen. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [said, setSaid] = useState<{ readonly words: string; readonly n: number }>()
  const announce = useCallback((words: string): void => {
    setSaid(before => ({ words, n: (before?.n ?? 0) + 1 }))
    setTimeout(() => setSaid(now => (now?.words === words ? undefined : now)), shownMs)
  }, [])
  return (
    <Announce.Provider value={announce}>
      {children}
      <div className="announcer no-print" role="status" aria-live="polite">
        {said !== undefined && (
          <p key={said.n}>
            <bdi>{said.words}</bdi>
          </p>
        )}
      </div>
    </Announce.Provider>
  )
}
