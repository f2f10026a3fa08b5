/** Which way words run: languages by their tag, words by the first letter that has a direction (UAX #9, P2 and P3). */

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'glk',
  'he',
  'ks',
  'mzn',
  'nqo',
  'pnb',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])

export type Direction = 'ltr' | 'rtl'

/** A language's direction; a script in its tag decides (`az-Arab`, `sd-Deva`). */
export const directionOf = (language: string): Direction => {
  const [tongue = '', ...rest] = language.split('-')
  const script = rest.find(part => part.length === 4)
  if (script !== undefined) return /^(arab|hebr|syrc|thaa|nkoo|aran|adlm)$/i.test(script) ? 'rtl' : 'ltr'
  return rightToLeft.has(tongue.toLowerCase()) ? 'rtl' : 'ltr'
}

const rightLetters = /\p{sc=Arabic}|\p{sc=Hebrew}|\p{sc=Syriac}|\p{sc=Thaana}|\p{sc=Nko}|\p{sc=Adlam}/u
const firstLetter = /\p{L}/u

/** Whether words hold a letter written from right to left. */
export const hasRightToLeft = (text: string): boolean => rightLetters.test(text)

/** The direction of words by their first letter; of a text without letters, `otherwise`. */
export const directionOfWords = (text: string, otherwise: Direction): Direction => {
  const letter = firstLetter.exec(text)?.[0]
  return letter === undefined ? otherwise : rightLetters.test(letter) ? 'rtl' : 'ltr'
}
