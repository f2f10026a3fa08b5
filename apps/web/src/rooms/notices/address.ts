/** Where a notice is read. Ids hold a colon, and may hold a slash. */
export const hrefOf = (notice: string): string => `/notices/of/${encodeURIComponent(notice)}`

/** The id in an address, as the router hands it over. */
export const idIn = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
