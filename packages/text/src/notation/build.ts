import { type BracketId, id, type OptionId } from '@gavel/kernel'
import type { Attribution, Bracket, Content, Inline, Marks, Option, Words } from '../model.ts'
import { splitOutside, splitPrefix, splitTail } from './attributions.ts'
import type { RawDefect } from './defects.ts'
import { sourceOffset } from './layout.ts'
import type { Matchable } from './matching.ts'
import { labelWord, readLabel } from './numbering.ts'

/** What building a content needs besides the block: where ids come from and where defects go. */
export interface Building {
  readonly prefix: string
  /** The number of the last bracket made; brackets are numbered in the order in which they open. */
  brackets: number
  /** Ids of spans by their number in matching. */
  readonly spans: Map<number, BracketId>
  readonly parties: ReadonlySet<string>
  readonly defects: RawDefect[]
}

/** A bracket while its options are still being found. */
interface Growing {
  readonly id: BracketId
  readonly number: number
  readonly options: Option[]
  /** Whether a slash parted options of it: parting others in another way is reported. */
  slashed: boolean
  inner: string
  end: number
  /** Its place in the list of inlines. */
  readonly place: number
}

const nextId = (building: Building): BracketId => id<BracketId>(`${building.prefix}b${++building.brackets}`)

/** The inlines of a block's text between two positions, from the tokens between two indexes. */
export const buildContent = (
  item: Matchable,
  from: number,
  to: number,
  building: Building,
  firstToken = 0,
  lastToken = item.tokens.length,
): Content => {
  const { text } = item.block
  const out: Inline[] = []
  let growing: Growing | undefined
  let wordsFrom = from
  const flush = (end: number): void => {
    if (end > wordsFrom) out.push({ kind: 'words', text: text.slice(wordsFrom, end) })
  }
  for (let at = firstToken; at < lastToken; at++) {
    const token = item.tokens[at]!
    if (token.kind !== 'aside' && token.fate === 'words') continue
    if (token.fate === 'matched') {
      const joined =
        growing !== undefined ? joinWith(growing, text, token.at, item.tokens[token.partner]!.at) : undefined
      if (joined === undefined) {
        flush(token.at)
        const number = building.brackets + 1
        growing = {
          id: nextId(building),
          number,
          options: [],
          slashed: false,
          inner: '',
          end: 0,
          place: out.length,
        }
        out.push({ kind: 'bracket', id: growing.id, options: growing.options })
      }
      at = grow(growing!, item, at, joined, building)
      wordsFrom = growing!.end
      continue
    }
    flush(token.at)
    growing = undefined
    if (token.inline !== undefined) out.push(token.inline)
    else out.push(edge(token, building))
    wordsFrom = token.end
  }
  const outside =
    growing !== undefined &&
    wordsFrom === growing.end &&
    splitOutside(text.slice(wordsFrom, to), building.parties)
  if (outside) attachOutside(out, growing!, outside)
  else flush(to)
  return out
}

const edge = (token: Matchable['tokens'][number], building: Building): Inline => {
  if (token.fate === 'spanOpen') building.spans.set(token.span, nextId(building))
  return {
    kind: token.fate === 'spanOpen' ? 'spanOpen' : 'spanClose',
    bracket: building.spans.get(token.span)!,
  }
}

/** Adds the options between an opening bracket and its partner; answers the index of the partner. */
const grow = (
  growing: Growing,
  item: Matchable,
  at: number,
  join: Option['join'],
  building: Building,
): number => {
  const open = item.tokens[at]!
  const close = item.tokens[open.partner]!
  const content = buildContent(item, open.end, close.at, building, at + 1, open.partner)
  const inner = item.block.text.slice(open.end, close.at)
  if (inner.trim() === '') report(building, item, open.at, 'emptyBracket', inner.length + 2)
  const pieces = splitOptions(content, building.parties)
  const slashed = pieces[1]?.join === 'slash'
  if (join !== undefined && (slashed || growing.slashed))
    report(building, item, open.at, 'mixedJoin', inner.length + 2)
  growing.slashed ||= slashed
  for (let place = 0; place < pieces.length; place++) {
    const piece = pieces[place]!
    const own = place === 0 ? join : piece.join
    const name = `${building.prefix}o${growing.number}.${growing.options.length + 1}`
    growing.options.push(optionOf(id<OptionId>(name), piece, own))
  }
  growing.inner = inner
  growing.end = close.end
  return open.partner
}

/** The members one by one: this is made once for every option of every draft. */
const optionOf = (own: OptionId, piece: Piece, join: Option['join']): Option => {
  const { content, attributions, label, marks } = piece
  if (label === undefined)
    return join === undefined ? { id: own, content, attributions } : { id: own, content, attributions, join }
  return { id: own, content, label, attributions, ...(marks && { marks }), ...(join && { join }) }
}

const report = (
  building: Building,
  item: Matchable,
  at: number,
  kind: RawDefect['kind'],
  length: number,
): void => {
  building.defects.push({ offset: sourceOffset(item.block, at), kind, length: Math.min(80, length) })
}

const attachOutside = (out: Inline[], growing: Growing, outside: readonly Attribution[]): void => {
  const last = growing.options.at(-1)!
  const options = growing.options.with(-1, { ...last, attributions: [...last.attributions, ...outside] })
  out[growing.place] = { ...(out[growing.place] as Bracket), options }
}

const modal =
  /^(?:shall|should|will|would|may|might|must|can|could|ought to|is to|are to|other|shall not|should not|is|are|has|have|должны|должен|следует|могут|может|doit|devrait|peut|debe|debería|podrá|يجب|ينبغي|يجوز)$/i

/** Whether two neighbouring brackets are options of one: they touch, or a blank parts what are plainly alternatives. */
const joinWith = (growing: Growing, text: string, open: number, close: number): Option['join'] => {
  if (open === growing.end) return 'adjacent'
  if (open !== growing.end + 1 || text.charCodeAt(growing.end) !== 32) return undefined
  return plainlyAlternatives(growing.inner, text.slice(open + 1, close)) ? 'spaced' : undefined
}

/**
 * `[a] [b]`: alternatives only when both are verbs of obligation (`[shall] [should]`), both numbers or years
 * (`[2020] [2021]`), or two forms of one word (`[contribution] [contributions]`). Anything else may as well be two
 * insertions in a row, and is read as two brackets.
 */
const plainlyAlternatives = (first: string, second: string): boolean => {
  const [a, b] = [first.trim(), second.trim()]
  if (a.length > 40 || b.length > 40) return false
  if (modal.test(a) && modal.test(b)) return true
  if (/^\d[\d.,]*$/.test(a) && /^\d[\d.,]*$/.test(b)) return true
  if (!/^\p{L}+$/u.test(a) || !/^\p{L}+$/u.test(b)) return false
  const same = Math.min(a.length, b.length)
  let at = 0
  while (at < same && a[at] === b[at]) at++
  return at >= 4 && at * 3 >= same * 2
}

const noOne: readonly Attribution[] = []

interface Piece {
  readonly content: Content
  readonly label?: string
  readonly marks?: Marks
  readonly attributions: readonly Attribution[]
  readonly join?: Option['join']
}

/** The options of one square bracket: by labels, or else by slashes, or the one there is. */
const splitOptions = (content: Content, parties: ReadonlySet<string>): readonly Piece[] => {
  if (!content.some(inline => inline.kind === 'words')) return [{ content, attributions: [] }]
  const labelled = splitLabels(content)
  if (labelled !== undefined) return labelled.map(piece => attributed(piece, parties))
  const isSlashed = content.some(inline => inline.kind === 'words' && inline.text.includes(' / '))
  if (!isSlashed) return [attributed({ content, attributions: noOne }, parties)]
  const parts = splitSlashes(content)
  return parts.map((part, at) =>
    attributed({ content: part, attributions: [], ...(at > 0 && { join: 'slash' as const }) }, parties),
  )
}

const mayBeLabel = /^[ *_]{0,4}(?:opt|alt|var|opc|вар|аль|الخ|خي|الب)/i

const splitLabels = (content: Content): readonly Piece[] | undefined => {
  const first = content[0]
  if (first?.kind !== 'words') return undefined
  const blank = first.text.startsWith(' ') ? 1 : 0
  const found = mayBeLabel.test(first.text) ? readLabel(first.text, blank, true) : undefined
  if (found === undefined) return undefined
  const word = labelWord(found.label)
  const pieces: { label: string; marks: Marks | undefined; content: Inline[] }[] = []
  const startPiece = (label: string, marks: Marks | undefined): Inline[] => {
    const own: Inline[] = []
    pieces.push({ label, marks, content: own })
    return own
  }
  let current: Inline[] = []
  for (const [place, inline] of content.entries()) {
    if (inline.kind !== 'words') {
      current.push(inline)
      continue
    }
    let rest = inline.text
    for (const { at, label } of labelsIn(rest, word, place === 0 ? blank : -1)) {
      const shift = inline.text.length - rest.length
      const before = rest.slice(0, Math.max(0, at - shift - 1))
      if (place > 0 || at > blank) addWords(current, before)
      const marks =
        at === blank && place === 0 && blank === 1
          ? { before: ` ${label.marks?.before ?? ''}`, after: label.marks?.after ?? ': ' }
          : label.marks
      current = startPiece(label.label, marks)
      rest = inline.text.slice(at + label.length)
    }
    addWords(current, rest)
  }
  return pieces.map(({ label, marks, content: own }, at) => ({
    content: own,
    label,
    attributions: [],
    ...(marks && { marks }),
    ...(at > 0 && { join: 'labelled' as const }),
  }))
}

const addWords = (content: Inline[], text: string): void => {
  if (text !== '') content.push({ kind: 'words', text })
}

const labelStart = /(?:^| )(?=[*_]{0,3}\p{L}+ ?\(?[\dA-Za-z])/gu

/** Labels of one series in a stretch of words; the first stands at `first` (or there is none when it is -1). */
const labelsIn = (text: string, word: string, first: number) => {
  const out: { readonly at: number; readonly label: NonNullable<ReturnType<typeof readLabel>> }[] = []
  if (!text.toLowerCase().includes(word)) return out
  labelStart.lastIndex = 0
  for (let found = labelStart.exec(text); found !== null; found = labelStart.exec(text)) {
    const at = found.index + found[0].length
    if (labelStart.lastIndex === found.index) labelStart.lastIndex++
    if (at === 0 && first !== 0) continue
    const label = readLabel(text, at, true)
    if (label !== undefined && labelWord(label.label) === word) out.push({ at, label })
  }
  return out
}

/** ` / ` between words parts alternatives; not in `and / or`, between numbers, or inside round brackets. */
const splitSlashes = (content: Content): readonly Content[] => {
  const parts: Inline[][] = [[]]
  let round = 0
  for (const inline of content) {
    if (inline.kind !== 'words' || !inline.text.includes(' / ')) {
      if (inline.kind === 'words') round = Math.max(0, round + roundDepth(inline.text))
      parts.at(-1)!.push(inline)
      continue
    }
    let from = 0
    for (let at = inline.text.indexOf(' / '); at >= 0; at = inline.text.indexOf(' / ', at + 2)) {
      if (round + roundDepth(inline.text.slice(from, at)) > 0 || !partsAlternatives(inline.text, at)) continue
      addWords(parts.at(-1)!, inline.text.slice(from, at))
      parts.push([])
      from = at + 3
    }
    addWords(parts.at(-1)!, inline.text.slice(from))
    round = Math.max(0, round + roundDepth(inline.text))
  }
  return parts
}

const roundDepth = (text: string): number => {
  if (!text.includes('(') && !text.includes(')')) return 0
  let depth = 0
  for (const sign of text) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
  return depth
}

const partsAlternatives = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 12), at)
  const after = text.slice(at + 3, at + 15)
  if (/\band$/i.test(before) && /^or\b/i.test(after)) return false
  return !(/\d$/.test(before) && /^\d/.test(after))
}

/** Takes what parties say of an option out of its words. */
const attributed = (piece: Piece, parties: ReadonlySet<string>): Piece => {
  let content = piece.content
  let attributions = noOne
  const first = content[0]
  if (first?.kind === 'words' && piece.label === undefined) {
    const found = splitPrefix(first.text, parties)
    if (found !== undefined) {
      content = wordsAnd(found.words, content.slice(1))
      attributions = [found.attribution]
    }
  }
  const last = content.at(-1)
  const tail = last?.kind === 'words' ? splitTail(last.text) : undefined
  if (tail !== undefined && !(content.length === 1 && tail.words.trim() === '')) {
    content = [...content.slice(0, -1), ...wordsAnd(tail.words, [])]
    attributions = [...attributions, ...tail.attributions]
  }
  return attributions.length === 0 ? piece : { ...piece, content, attributions }
}

const wordsAnd = (text: string, rest: Content): Content =>
  text === '' ? rest : [{ kind: 'words', text } satisfies Words, ...rest]
