import type { Marks } from '../model.ts'

/**
 * Numbers and labels as drafts print them: `39 bis.`, `3.1ter`, `2.bis`, `(a)(i)`, `Pp1`, `OP7ter`, `Article 2bis`,
 * `[4][2].`, and the labels of options: `Option 1:`, `**Option (a)**`, `ALT 2`, `Alternative A.`. All of it reads
 * text in which runs of white space are one blank.
 */
const suffix =
  '(?:bis|ter|quater|quat|quinquies|quin|sexies|septies|octies|novies|decies|alt|Alt|ALT|BIS|TER|QUATER)\\d{0,2}'
const tails = `(?:[ .-]?${suffix}(?![\\p{L}\\p{N}]))*`
const digit = '[0-9\u0660-\u0669\u06f0-\u06f9]'
const decimal = `${digit}{1,3}(?:\\.(?:${digit}{1,3}|x))*[a-zA-Z]?${tails}`
const labelledParagraph = `(?:PP|Pp|pp|OP|Op|op)[ .]?${digit}{1,3}[a-z]?${tails}`
const inParentheses = `(?:\\((?:[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|${digit}{1,3})${tails}\\) ?)+(?<! )${tails}`
const disputed = `\\[${decimal}\\.?\\]`
const named =
  '(?:Article|Articles|ARTICLE|Rule|RULE|Regulation|Section|SECTION|Chapter|CHAPTER|Part|PART|Annex|ANNEX|Appendix|Статья|Глава|Часть|Раздел|Приложение|Правило|Artículo|Capítulo|Anexo|Annexe|Chapitre|المادة|الجزء|المرفق|الفصل)'
const namedNumber = `${named} (?:${digit}{1,3}|[IVXL]{1,6}|[A-Z](?![\\p{L}]))${tails}(?![\\p{L}\\p{N}])`

/** After the number: a stop, and then something other than a letter or digit (`1.5` is no number). */
const stopped = '(?=[.):]{1,2}(?:[ \u00a0\u202f[*_"“«{(]|$))'
/** A compound number may do without a stop when what follows looks like the start of a sentence. */
const unstopped = '(?= ?$| [\\p{Lu}[*"“«{(\u0600-\u06ff]|\\[\\^)'

const opening = /^(?:(?:#{1,6}|[-*+•·▪◦–—>]) )*(?:\*{1,3}|_{1,2})?/
const simple = new RegExp(
  `(?:${decimal}|[a-zA-Z](?=\\.)|[IVXL]{1,6}(?=\\.)|[a-z](?=\\))|[ivx]{1,5}(?=\\)))${stopped}`,
  'uy',
)
const compound = new RegExp(
  `(?:${digit}{1,3}(?:\\.(?:${digit}{1,3}|x))+[a-z]?${tails}|${digit}{1,3}[ .-]?${suffix}(?![\\p{L}\\p{N}])${tails})${unstopped}`,
  'uy',
)
const labelled = new RegExp(`${labelledParagraph}(?=[.:) [*]|$)`, 'uy')
const parenthesised = new RegExp(`${inParentheses}(?=[.:]? |$|[[*{])`, 'uy')
const namedLead = new RegExp(`${namedNumber}(?= ?$|[.:] |[.:]$| ?[*_]{0,3}[([]| [-–—] )`, 'uy')
const alone = new RegExp(`^${namedNumber}$`, 'u')
const headed = new RegExp(namedNumber, 'uy')
const bracketed = new RegExp(
  `(?:(?:${disputed}){2,}(?=[.:]? |[.:]?$|[.:]?[[*])|${disputed}(?=\\.(?: |$)))`,
  'uy',
)
const bracketedAfter = new RegExp(`(?:${disputed}){1,}\\.?(?= |$)`, 'uy')
const after = /[.):]{0,2}(?:\*{1,3}|_{1,2})?:?[ \u00a0\u202f]?/y

const plainAfter = /[.):]{0,2}[ \u00a0\u202f]?/y

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** Whether a line says nothing but which part of the text begins: `Article 32`, `PART I`. */
export const isNameOfPart = (line: string): boolean => line.length < 40 && alone.test(line)

/** What a paragraph begins with: its number, what stands round it, and how many characters that takes. */
export interface Lead {
  readonly number: string
  readonly marks?: Marks
  readonly disputedNumbers?: readonly string[]
  readonly length: number
}

const noLead: Lead = { number: '', length: 0 }

/** What is printed after a number when nothing else is said. */
export const usualAfter = (number: string): string =>
  number === '' || number.endsWith(')') || namedOrLabelled.test(number) ? ' ' : '. '

const namedOrLabelled = new RegExp(`^(?:${named} |(?:PP|OP)[ .]?${digit})`, 'iu')

/** Only these can stand before a number; anything else is prose, and prose is not looked at twice. */
const mayLead = new RegExp(
  `^[#\\-*+•·▪◦–—>_([0-9\u0660-\u0669\u06f0-\u06f9]|^[a-zA-Z]{1,6}[.)]|^(?:pp|op)[ .]?${digit}|^${named} `,
  'iu',
)

/** Reads the number a paragraph begins with (heading marks and bullets included in what stands before it). */
export const readLead = (text: string): Lead => {
  if (!mayLead.test(text)) return noLead
  const before = matchAtStart(opening, text)
  const at = before.length
  const number = numberAt(text, at, before.startsWith('#'))
  if (number === '') return bareLead(before)
  const end = at + number.length
  const tail = matchAt(after, text, end)
  const balanced = closesWhatItOpened(before, tail)
  const follows = balanced ? tail : matchAt(plainAfter, text, end)
  const further = matchAt(compoundAfter, text, end + follows.length)
  if (further !== '' && !number.startsWith('['))
    return lead(text, text.slice(0, end + follows.length), further)
  return lead(text, before, number)
}

const compoundAfter = new RegExp(
  `(?:${digit}{1,3}(?:\\.${digit}{1,3})*\\.?${suffix}${tails}|${digit}{1,3}(?:\\.${digit}{1,3})+)${stopped}`,
  'uy',
)

const matchAtStart = (pattern: RegExp, text: string): string => pattern.exec(text)?.[0] ?? ''

/** Emphasis that opens before the number and is not closed after it belongs to the words: it is left to them. */
const closesWhatItOpened = (before: string, tail: string): boolean => {
  const opened = /[*_]+$/.exec(before)?.[0] ?? ''
  const closed = /[*_]+/.exec(tail)?.[0] ?? ''
  return opened === closed
}

const lead = (text: string, before: string, number: string): Lead => {
  const end = before.length + number.length
  let follows = matchAt(after, text, end)
  if (!closesWhatItOpened(before, follows)) follows = matchAt(plainAfter, text, end)
  const others = number.startsWith('[') ? number : matchAt(bracketedAfter, text, end + follows.length)
  if (others !== '' && others !== number) {
    follows += others
    follows += matchAt(/ /y, text, end + follows.length)
  }
  const disputedNumbers = others
    .match(/[^[\]]+/g)
    ?.map(proposed => proposed.replace(/\.$/, ''))
    .filter(Boolean)
  const marks = marksUnlessUsual(before, follows, usualAfter(number), end + follows.length === text.length)
  return {
    number,
    ...(marks && { marks }),
    ...(disputedNumbers && disputedNumbers.length > 0 && { disputedNumbers }),
    length: end + follows.length,
  }
}

/** Marks are kept only where they are not the usual ones; at the end of a paragraph the last blank is not printed. */
export const marksUnlessUsual = (
  before: string,
  after: string,
  usual: string,
  atEnd: boolean,
): Marks | undefined =>
  before === '' && (after === usual || (atEnd && after === usual.trimEnd())) ? undefined : { before, after }

const numberAt = (text: string, at: number, heading: boolean): string => {
  const found =
    matchAt(simple, text, at) ||
    matchAt(compound, text, at) ||
    matchAt(parenthesised, text, at) ||
    matchAt(labelled, text, at) ||
    matchAt(bracketed, text, at)
  return found || matchAt(heading ? headed : namedLead, text, at)
}

/** Heading marks or a bullet without a number; emphasis after them belongs to the words. */
const bareLead = (before: string): Lead => {
  const kept = before.replace(/[*_]+$/, '')
  return kept === '' ? noLead : { number: '', marks: { before: kept, after: '' }, length: kept.length }
}

/** A number inside a bracket that opens the paragraph: `[12. Parties shall …`. It stays with the words. */
export const numberInside = (text: string): string => {
  const open = /^[*_]{0,3}\[[[*_ ]*/.exec(text)?.[0]
  if (open === undefined) return ''
  const found =
    matchAt(simple, text, open.length) ||
    matchAt(compound, text, open.length) ||
    matchAt(parenthesised, text, open.length)
  return found || matchAt(labelled, text, open.length) || matchAt(namedLead, text, open.length)
}

const wordForOption =
  '(?:option|alternative|variant|alt|opción|opcion|variante|вариант|альтернатива|الخيار|خيار|البديل)'
const optionName =
  '(?:\\((?:\\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})\\)|(?:\\d{1,2}[a-z]?|[ivx]{1,4}|[a-z])(?![\\p{L}\\p{N}]))'
const label = new RegExp(
  `([*_]{0,3})(${wordForOption}(?: ?${optionName})?)((?:\\[\\^[^\\]\\s]{1,20}\\])*(?:[*_]{1,3} ?:?|:[*_]{0,3}:?|\\.(?= )[*_]{0,3}| [–—-](?= )|$) ?)`,
  'iuy',
)
const capitals =
  /()((?:OPTION|ALTERNATIVE|VARIANT|ALT) (?:\d{1,2}[a-z]?|[A-Z]|[IVX]{1,4}|\([a-z0-9]{1,3}\)))( )/y
const mayLabel = /^[*_[ ]*(?:[oavОоAaВвخا]|البديل)/iu

export interface Label {
  readonly label: string
  readonly marks?: Marks
  readonly length: number
}

/**
 * Reads the label of an option at `at`; undefined when there is none. A bare word (`alt`) needs its colon. Inside a
 * bracket (`exact`) the end of the text is not the end of the paragraph, and every blank counts.
 */
export const readLabel = (text: string, at: number, exact = false): Label | undefined => {
  label.lastIndex = at
  capitals.lastIndex = at
  const found = label.exec(text) ?? capitals.exec(text)
  if (found === null) return undefined
  const [whole, before = '', name = '', follows = ''] = found
  if (!/[\s\d()]/.test(name) && !follows.includes(':')) return undefined
  if (before !== '' && !follows.includes(before)) return undefined
  if (before === '' && /^[*_]/.test(follows)) return undefined
  const marks = marksUnlessUsual(before, follows, ': ', !exact && at + whole.length === text.length)
  return { label: name, ...(marks && { marks }), length: whole.length }
}

/** Whether a line begins with the label of an option. */
export const beginsWithLabel = (line: string): boolean =>
  mayLabel.test(line) && readLabel(line, 0) !== undefined

/** The word of a label, for telling whether the next label continues its series: `option` for `Option (b)`. */
export const labelWord = (name: string): string => (/^\p{L}+/u.exec(name)?.[0] ?? '').toLowerCase()

/** Whether a label is the first of its series (`1`, `(a)`, `A`, `I`) or has no number at all. */
export const isFirstLabel = (name: string): boolean => /(?:^\p{L}+$|[ (](?:1|a|i)\)?$)/iu.test(name)

const parts = new RegExp(`^(.*?)[ .-]?(${suffix}(?:[ .-]?${suffix})*)$`, 'u')

/** A number without its Latin tail, and the tail: `39 bis` is `39` and `bis`. */
export const numberParts = (number: string): { readonly base: string; readonly tail: string } => {
  const found = parts.exec(number)
  return found === null ? { base: number, tail: '' } : { base: found[1] ?? '', tail: found[2] ?? '' }
}
