import type { Speech } from '../words/speaking.ts'

/** A whole or partial ISO date in words, as precise as its source: `2004`, `October 2004`, `22 October 2004`. */
export const dayWords = ({ instant, tag }: Pick<Speech, 'instant' | 'tag'>, on: string): string => {
  if (on.length === 10) return instant(`${on}T12:00:00Z`, 'date', 'UTC')
  if (!/^\d{4}-\d\d$/.test(on)) return on
  return new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${on}-01T12:00:00Z`),
  )
}

/** A language by its tag, in the language spoken: `ru` is Russian. */
export const languageWords = ({ tag }: Pick<Speech, 'tag'>, of: string): string =>
  new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(of) ?? of
