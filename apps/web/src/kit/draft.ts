import { useCallback, useState } from 'react'
import { draftsBegin } from './drafts.ts'

const read = <T extends object>(key: string, initial: T): { readonly value: T; readonly isKept: boolean } => {
  try {
    const kept = localStorage.getItem(key)
    return kept === null
      ? { value: initial, isKept: false }
      : { value: { ...initial, ...(JSON.parse(kept) as Partial<T>) }, isKept: true }
  } catch {
    return { value: initial, isKept: false }
  }
}

const write = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // A window that keeps nothing still lets one write.
  }
}

/**
 * What is being written, kept on this device under a name until it is sent or let go: neither a window that is closed nor a
 * machine that stops loses a word. Whoever signs out takes it along, as all she has read here.
 */
export const useDraft = <T extends object>(name: string, initial: T) => {
  const key = `${draftsBegin}${name}`
  const [{ value, isKept }, set] = useState(() => read(key, initial))
  const change = useCallback(
    (part: Partial<T>): void =>
      set(before => {
        const next = { ...before.value, ...part }
        write(key, JSON.stringify(next))
        return { value: next, isKept: true }
      }),
    [key],
  )
  const forget = useCallback((): void => {
    write(key, null)
    set({ value: initial, isKept: false })
  }, [key, initial])
  return { value, change, forget, isKept } as const
}
