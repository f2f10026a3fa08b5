const known = new Map<string, boolean>()

const canFormat = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

/** Whether instants can be told in a zone somebody named; asked once for each name. */
export const isTimeZone = (name: string): boolean => {
  const before = known.get(name)
  if (before !== undefined) return before
  if (known.size > 1_000) known.clear()
  const can = canFormat(name)
  known.set(name, can)
  return can
}
