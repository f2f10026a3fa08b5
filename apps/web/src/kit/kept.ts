import { useCallback, useState } from 'react'

const read = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

const write = (key: string, value: string | null): void => {
  try {
    if (value === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, value)
  } catch {
    // A window that keeps nothing still lets one write.
  }
}

/**
 * What is being written, kept by this window under a name: a page that is reloaded, or left and come back to, has lost
 * nothing. `forget` lets it go once it was sent.
 */
export const useKept = (
  name: string,
  initial = '',
): readonly [value: string, keep: (value: string) => void, forget: () => void] => {
  const key = `gavel.kept.${name}`
  const [value, setValue] = useState(() => read(key) ?? initial)
  const keep = useCallback(
    (next: string) => {
      write(key, next)
      setValue(next)
    },
    [key],
  )
  const forget = useCallback(() => {
    write(key, null)
    setValue(initial)
  }, [key, initial])
  return [value, keep, forget]
}
