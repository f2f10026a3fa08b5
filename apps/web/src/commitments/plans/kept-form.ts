import { useCallback } from 'react'
import { useKept } from '../../kit/kept.ts'

const readAs = <T extends object>(kept: string, initial: T): T => {
  if (kept === '') return initial
  try {
    return { ...initial, ...(JSON.parse(kept) as Partial<T>) }
  } catch {
    return initial
  }
}

/** A form of several fields, kept by this window under a name until it is sent: a page that is reloaded has lost nothing. */
export const useKeptForm = <T extends object>(
  name: string,
  initial: T,
): readonly [value: T, change: (part: Partial<T>) => void, forget: () => void] => {
  const [kept, keep, forget] = useKept(name)
  const value = readAs(kept, initial)
  const change = useCallback((part: Partial<T>) => keep(JSON.stringify({ ...value, ...part })), [keep, value])
  return [value, change, forget]
}
