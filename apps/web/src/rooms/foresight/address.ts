/** Where the room shows what it knows of a text. Ids may hold a slash. */
export const hrefOf = (text: string, part: '' | '/table' | '/tell' | '/released' = ''): string =>
  `/foresight/of/${encodeURIComponent(text)}${part}`

/** The id in an address, as the router hands it over. */
export const idIn = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
