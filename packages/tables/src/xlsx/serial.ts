const day0 = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) } as const

/**
 * A serial day of a spreadsheet as `2026-11-24`, or, with a time of day, as `2026-11-24T09:30:00`. Days before March
 * 1900 are off by one in the format itself (ECMA-376 part 1, 18.17.4.1), and are not read as days.
 */
export const dayOfSerial = (serial: number, from1904: boolean): string | undefined => {
  if (!Number.isFinite(serial) || serial >= 2_958_466 || (!from1904 && serial < 61) || serial < 0)
    return undefined
  const base = from1904 ? day0.from1904 : day0.from1900
  const iso = new Date(base + Math.round(serial * 86_400) * 1000).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
