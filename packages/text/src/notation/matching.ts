import type { RawDefect } from './defects.ts'
import { type Block, sourceOffset } from './layout.ts'
import type { Token } from './tokens.ts'

/** A block with its brackets, and what matching needs to know of it. */
export interface Matchable {
  readonly block: Block
  readonly tokens: readonly Token[]
  readonly isHeading: boolean
  readonly isNumbered: boolean
  readonly level: number
  /** Where the words begin, after number and label. */
  readonly bodyStart: number
}

/** A bracket that was left open at the end of its paragraph and may still close in a later one. */
interface Carried {
  readonly item: Matchable
  readonly token: Token
  readonly atStart: boolean
  /** How many paragraphs had been taken before it. */
  readonly place: number
}

/** Further on than this no bracket is believed to close what was opened: longer than any section of a treaty. */
const furthest = 1_000

/** Pairs brackets, paragraph by paragraph in the order of the draft. */
export interface Matcher {
  /** Takes the next paragraph; true when nothing is left open, so that all taken so far is settled. */
  readonly take: (item: Matchable) => boolean
  /** Ends the draft: what is open now stays open. */
  readonly end: () => void
}

/**
 * Pairs the brackets of a draft. Inside a paragraph an opening bracket pairs with the nearest closing one that is
 * free. What stays open may close in a later paragraph; real drafts also forget brackets, so a pair across paragraphs
 * is believed only where a drafter would have written it:
 *
 * - a bracket opened after a paragraph's number closes in what belongs to that paragraph (deeper items, unnumbered
 *   continuations), never past the next numbered paragraph of its rank;
 * - it closes before the next heading, unless it opened at the very start of an unnumbered paragraph and closes at
 *   the very end of another (a bracket round a whole section);
 * - it closes within a thousand paragraphs.
 *
 * Everything else stays in the words and is reported: `leftOpen`, `strayClose`, and `tooDeep` beyond `maxDepth`.
 */
export const newMatcher = (maxDepth: number, defects: RawDefect[]): Matcher => {
  let carried: Carried[] = []
  let spans = 0
  let place = 0
  const take = (item: Matchable): boolean => {
    carried = expire(carried, item, place, defects)
    const { opens, closes } = matchWithin(item, carried.length, maxDepth, defects)
    for (const token of closes) {
      const last = carried.at(-1)
      if (last === undefined || !believable(last, item, token)) {
        report(defects, item, token, 'strayClose')
        continue
      }
      carried.pop()
      last.token.fate = 'spanOpen'
      token.fate = 'spanClose'
      last.token.span = token.span = spans++
    }
    for (const token of opens)
      if (carried.length < maxDepth) carried.push({ item, token, atStart: isAtStart(item, token), place })
      else report(defects, item, token, 'leftOpen')
    place++
    return carried.length === 0
  }
  const end = (): void => {
    for (const { item, token } of carried) report(defects, item, token, 'leftOpen')
    carried = []
  }
  return { take, end }
}

/** Pairs what pairs inside one paragraph; answers what is left, in the order of the text. */
const matchWithin = (
  item: Matchable,
  outer: number,
  maxDepth: number,
  defects: RawDefect[],
): { readonly opens: readonly Token[]; readonly closes: readonly Token[] } => {
  const { tokens } = item
  if (tokens.length === 0) return nothing
  const stack: number[] = []
  const closes: Token[] = []
  let deepest = 0
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]!
    if (token.kind === 'open') {
      stack.push(place)
      deepest = Math.max(deepest, stack.length)
    } else if (token.kind === 'close') {
      const open = stack.pop()
      if (open === undefined) closes.push(token)
      else pair(tokens, open, place)
    }
  }
  if (outer + deepest > maxDepth) keepWithin(item, maxDepth - outer, defects)
  return { opens: stack.map(place => tokens[place]!), closes }
}

const nothing = { opens: [], closes: [] }

const pair = (tokens: readonly Token[], open: number, close: number): void => {
  const [first, last] = [tokens[open]!, tokens[close]!]
  first.partner = close
  last.partner = open
  first.fate = last.fate = 'matched'
}

/** Gives up the pairs that are nested too deep: they stay in the words. One report for a run of them. */
const keepWithin = (item: Matchable, allowed: number, defects: RawDefect[]): void => {
  const ends: number[] = []
  let reportedTo = -1
  for (const [place, opening] of item.tokens.entries()) {
    if (opening.kind !== 'open' || opening.fate !== 'matched') continue
    while (ends.length > 0 && ends.at(-1)! < place) ends.pop()
    if (ends.length < allowed) {
      ends.push(opening.partner)
      continue
    }
    if (opening.at > reportedTo) report(defects, item, opening, 'tooDeep')
    reportedTo = opening.at + 1
    item.tokens[opening.partner]!.fate = opening.fate = 'words'
  }
}

const report = (defects: RawDefect[], item: Matchable, token: Token, kind: RawDefect['kind']): void => {
  const length = kind === 'strayClose' ? 1 : Math.min(80, item.block.text.length - token.at)
  defects.push({ offset: sourceOffset(item.block, token.at), kind, length })
}

const expire = (carried: Carried[], item: Matchable, now: number, defects: RawDefect[]): Carried[] => {
  if (carried.length === 0) return carried
  return carried.filter(({ item: opener, token, atStart, place }) => {
    const past =
      now - place > furthest ||
      (item.isHeading
        ? !atStart || opener.isNumbered
        : opener.isNumbered && item.isNumbered && item.level <= opener.level)
    if (past) report(defects, opener, token, 'leftOpen')
    return !past
  })
}

const markupOnly = /^[*_[\s"“«]*$/
/** A footnote's number may hang on, as raw extractions print it. */
const nothingMore = /^[\]\s.,;:*_>”"»]*\d{0,2}$/

const isAtStart = (item: Matchable, token: Token): boolean =>
  token.at - item.bodyStart < 40 && markupOnly.test(item.block.text.slice(item.bodyStart, token.at))

/** A bracket round whole paragraphs that began one must end one. */
const believable = ({ atStart, item: opener }: Carried, item: Matchable, token: Token): boolean => {
  if (!atStart || opener.isNumbered) return true
  const rest = item.block.text.slice(token.end, token.end + 40)
  return token.end + 40 >= item.block.text.length && nothingMore.test(rest)
}
