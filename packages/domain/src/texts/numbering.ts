import { get, type ParagraphId } from '@gavel/kernel'
import { type NegotiatedParagraph, paragraphIn, type Text } from './state.ts'

/**
 * Numbers of paragraphs put in between, by the practice of the United Nations Editorial Manual: the number before
 * them with bis, ter, quater …; what stood there keeps its number. Alternatives of a paragraph are "alt".
 */
const latin = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'novies',
  'decies',
  'undecies',
  'duodecies',
  'terdecies',
  'quaterdecies',
  'quindecies',
  'sexdecies',
  'septdecies',
  'octodecies',
  'novodecies',
  'vicies',
] as const

const suffix = new RegExp(`[ ]?(?:${latin.join('|')})(?: \\d+)?$`)

/** The number without its bis or ter: `39 bis` → `39`. */
export const bareNumber = (number: string): string => number.replace(suffix, '')

/** How far a free number or a numbered neighbour is looked for: near places, whatever the length of the text. */
const reach = 64

/** The nearest paragraph of the same level before a place that bears a number, under the same parent. */
const numberedBefore = (
  text: Text,
  after: ParagraphId | null,
  level: number,
): NegotiatedParagraph | undefined => {
  let at = after
  for (let steps = 0; at !== null && steps < reach; steps++) {
    const paragraph = paragraphIn(text, at)
    if (paragraph.level < level) return undefined
    if (paragraph.level === level && paragraph.number !== '' && paragraph.alternativeOf === null)
      return paragraph
    at = paragraph.previous
  }
  return undefined
}

/** The numbers that follow a paragraph on its level while they share its bare number: `39 bis`, `39 ter`. */
const takenNear = (text: Text, from: NegotiatedParagraph, bare: string): ReadonlySet<string> => {
  const taken = new Set<string>([from.number])
  let at = from.next
  for (let steps = 0; at !== null && steps < reach; steps++) {
    const paragraph = paragraphIn(text, at)
    if (paragraph.level < from.level) break
    if (paragraph.level === from.level && paragraph.alternativeOf === null) {
      if (bareNumber(paragraph.number) !== bare) break
      taken.add(paragraph.number)
    }
    at = paragraph.next
  }
  return taken
}

/**
 * The number of a new paragraph behind `after`: the nearest number before it with the first free of bis, ter …;
 * empty when nothing before it on its level is numbered.
 */
export const numberAfter = (text: Text, after: ParagraphId | null, level: number): string => {
  const before = numberedBefore(text, after, level)
  if (before === undefined) return ''
  const bare = bareNumber(before.number)
  const taken = takenNear(text, before, bare)
  const isFree = (number: string): boolean =>
    !taken.has(number) && (level > 0 || get(text.numbers, number) === undefined)
  for (const word of latin) if (isFree(`${bare} ${word}`)) return `${bare} ${word}`
  for (let n = latin.length + 2; ; n++) if (isFree(`${bare} vicies ${n}`)) return `${bare} vicies ${n}`
}

/** The number of the next alternative of a paragraph: `39 alt`, `39 alt 2`, … */
export const alternativeNumber = (text: Text, root: NegotiatedParagraph): string => {
  const front = root.number === '' ? 'alt' : `${root.number} alt`
  const taken = new Set(root.alternatives.map(id => paragraphIn(text, id).number))
  if (!taken.has(front)) return front
  for (let n = 2; ; n++) if (!taken.has(`${front} ${n}`)) return `${front} ${n}`
}
