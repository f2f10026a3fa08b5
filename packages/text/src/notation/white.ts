/**
 * White space of the notation: blanks, tabs and line ends. A run of it is one blank; none counts at the edges of a
 * paragraph. A no-break space is a character of the text and is kept.
 */
const runs = /[\t\n\v\f\r]| {2,}/
const anyRun = /[ \t\n\v\f\r]+/g

/** The text with every run of white space as one blank. */
export const collapse = (text: string): string => (runs.test(text) ? text.replace(anyRun, ' ') : text)

export const isWhite = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** The text without white space at its edges; unlike `trim` it leaves no-break spaces where they are. */
export const trimBlanks = (text: string): string => {
  let from = 0
  let to = text.length
  while (from < to && isWhite(text.charCodeAt(from))) from++
  while (to > from && isWhite(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}
