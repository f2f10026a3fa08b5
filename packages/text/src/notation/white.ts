/**
 * White space of the notation: blanks, tabs and line ends. A run of it is one blank; none counts at the edges of a
 * paragraph. A no-break space is a character of the text and is kept.
 */
const runs = /[\t\n\v\f\r]| {2,}/
const anyRun = /[ \t\n\v\f\r]+/g

/** The text with every run of white space as one blank. */
export const collapse = (text: string): string => (runs.test(text) ? text.replace(anyRun, ' ') : text)

export const isWhite = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** The text without white space at its edges, runs inside as one blank. */
export const tidyText = (text: string): string => {
  const one = collapse(text)
  const from = one.charCodeAt(0) === 32 ? 1 : 0
  const to = one.charCodeAt(one.length - 1) === 32 && one.length > from ? one.length - 1 : one.length
  return from === 0 && to === one.length ? one : one.slice(from, to)
}
