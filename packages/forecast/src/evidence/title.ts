import type { Item } from './evidence.ts'

/**
 * What an item is about, in words. Files have the title of a resolution in one column or the other over the years,
 * subject headings in the other, and for a separate vote on a paragraph the words of the presiding officer.
 */

const boilerplate = [
  /\s*:?\s*resolution\s*\/?\s*adopted by the gene\w* assembly\.?/gi,
  /\s*:?\s*resolution\s*\/\s*adopted.*$/gi,
  /\bA\/\d+\/\d+[\w[\]]*/g,
  /####/g,
]

const withoutBoilerplate = (text: string): string =>
  boilerplate.reduce((left, each) => left.replace(each, ' '), text)

/** Words of the presiding officer: "The President: I shall now put to the vote …". */
const isSpeech = (text: string): boolean => /\b(president|i (shall )?now put|recorded vote)\b/i.test(text)

/** Subject headings are written in capitals. */
const isHeadings = (text: string): boolean => text !== '' && text === text.toUpperCase()

/** The column that holds the title of the resolution; empty where only speech is kept. */
const ownTitle = ({ short, description }: Item): string => {
  if (short !== '' && !isHeadings(short) && !isSpeech(short)) return short
  if (description !== '' && !isSpeech(description)) return description
  return isSpeech(description) ? (/entitled _(.+?)(<d3>|”|"|_)/.exec(description)?.[1] ?? '') : ''
}

const symbolOf = (item: Item): string => item.symbol.replace(/^(A\/RES|R)\//, '')

/** What an item is called, what else is said of it, and whether it is a part of something. */
export interface Subject {
  readonly title: readonly string[]
  readonly about: readonly string[]
  readonly part: boolean
}

const small = new Set(
  'a an and as at by for from in into its of on or that the their to under which with draft resolution'.split(
    ' ',
  ),
)

/** Words in lower case, letters only, without those that say nothing, a plural s taken off. */
export const wordsOf = (text: string): readonly string[] =>
  (
    withoutBoilerplate(text)
      .normalize('NFKD')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
    .filter(word => word.length > 1 && !small.has(word))
    .map(word => (word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))

const partWords = (text: string): readonly string[] => {
  const found = /(preambular|operative)?\s*(paragraphs?|section)\s*([\divxl]+)?/i.exec(text)
  return found === null ? [] : [`§${(found[1] ?? 'operative').toLowerCase()}`]
}

/**
 * The subjects of items of one evidence. A separate vote on a paragraph takes the title of the resolution it is a
 * part of, found by its symbol in the same session: the title is known when the vote is called.
 */
export const subjectsOf = (items: readonly Item[]): readonly Subject[] => {
  const titles = new Map<string, string>()
  for (const item of items) {
    const title = item.kind === 'whole' ? ownTitle(item) : ''
    if (title !== '' && symbolOf(item) !== '') titles.set(`${item.session} ${symbolOf(item)}`, title)
  }
  return items.map(item => {
    const speech = isSpeech(item.description) && item.short === ''
    const part = item.kind !== 'whole' || speech
    const whole = part ? titles.get(`${item.session} ${symbolOf(item)}`) : undefined
    const title = whole ?? (ownTitle(item) || item.description || item.short)
    const about = speech ? partWords(item.description) : wordsOf(`${item.short} ${item.description}`)
    return { title: wordsOf(title), about, part }
  })
}
