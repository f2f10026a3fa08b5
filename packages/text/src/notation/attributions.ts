import type { Attribution, AttributionVerb } from '../model.ts'

/**
 * Who said what, as drafts print it: `- A; B delete`, `-Group X; A, C, D delete.`, `EU: …`, `E: reserve pending …`,
 * `B, supported by D`. A party is a name of one to six capitalised words; a verb follows in lower case. Names are
 * recognised by their shape, so nobody has to be listed; a list of known names (`parties`) settles doubtful cases.
 */
const name = "\\p{Lu}[\\p{L}\\p{N}.'’&+-]*(?: (?:of|the|and|du|de|la|и|[\\p{Lu}\\d][\\p{L}\\p{N}.'’-]*)){0,5}"
const party = new RegExp(`^${name}$`, 'u')
const strictParty =
  /^(?:\p{Lu}{1,8}-?\d{0,3}|G-?77(?: and China)?|(?:Group|Member|Party|Delegation) (?:of )?[\p{Lu}\d][\p{L}\d]*|Chair)$/u
const neverParty =
  /^(?:NOTE|URL|OPTION|ALT|ALTERNATIVE|TBD|TBC|NB|PP|OP|ANNEX|ARTICLE|PART|I{1,3}|IV|VI{0,3}|IX|XX*)\d*$/

const verbs: readonly (readonly [pattern: RegExp, verb: AttributionVerb])[] = [
  [/^(?:to )?(?:retains?|retained|keeps?|kept|maintains?|be (?:retained|kept))\b/, 'retains'],
  [/^(?:to )?(?:deletes?|deleted|removes?|removed|drops?|opposes?|opposed|be deleted)\b/, 'deletes'],
  [
    /^(?:supported by|supports?|supporting|backs?|backed by|joins?|joined by|prefers?|can support)\b/,
    'backs',
  ],
  [/^(?:reserves?|reserved|reservation|reserving)\b/, 'reserves'],
  [/^(?:proposes?|proposed|proposal|adds?|inserts?|suggests?|alt(?:ernative)?)\b/, 'proposes'],
  [
    /^(?:asks?|wants?|seeks?|requests?|considers?|brackets?|bracketed|pending|flexible|clarifies|questions?|amends?)\b/,
    'other',
  ],
]

const wholeNames =
  /^(?:G-?77 and China|Bosnia and Herzegovina|Antigua and Barbuda|Trinidad and Tobago|Saint Kitts and Nevis|Sao Tome and Principe|Saint Vincent and the Grenadines)$/

/** The names in a list: `A, Group X and C`. Undefined when something in it is no name. */
const readParties = (text: string): readonly string[] | undefined => {
  const out: string[] = []
  for (const part of text.split(/\s*,\s*(?:and\s+)?|\s+&\s+/)) {
    const names = wholeNames.test(part) ? [part] : part.split(/\s+and\s+(?=\p{Lu})/u)
    for (const candidate of names) {
      if (candidate.length > 40 || !party.test(candidate) || neverParty.test(candidate)) return undefined
      out.push(candidate)
    }
  }
  return out
}

interface Statement {
  readonly parties: readonly string[]
  readonly verb: AttributionVerb
  readonly said: boolean
}

const possessive = /^(.{1,40})['’]s (?:proposal|text|suggestion|wording|compromise)$/

/** One statement: names, then perhaps a verb (`A, C, D delete.`, `supported by D`, `Chair's proposal`). */
const readStatement = (printed: string): Statement | undefined => {
  const text = printed.trim().replace(/[.,]$/, '').trim()
  const owner = possessive.exec(text)?.[1]
  if (owner !== undefined && party.test(owner)) return { parties: [owner], verb: 'proposes', said: true }
  for (const [pattern, verb] of verbs) {
    const leading = pattern.exec(text)
    if (leading === null) continue
    const parties = readParties(
      text
        .slice(leading[0].length)
        .replace(/^\s+by\b/, '')
        .trim(),
    )
    return parties && { parties, verb, said: true }
  }
  const gap = text.search(/ (?=\p{Ll})(?!(?:of|and|the|du|de|la|и) )/u)
  const parties = readParties(gap < 0 ? text : text.slice(0, gap))
  if (parties === undefined) return undefined
  if (gap < 0) return { parties, verb: 'proposes', said: false }
  const verb = verbs.find(([pattern]) => pattern.test(text.slice(gap + 1)))
  return verb && { parties, verb: verb[1], said: true }
}

/** Statements in a row: `A; B delete`, `B, supported by D`. All must be statements, or none is. */
const readStatements = (
  text: string,
  lead: string,
  usualLead: string,
): readonly Attribution[] | undefined => {
  const pieces = text.split(/(; ?|, (?=supported by ))/)
  const out: Attribution[] = []
  let before = lead
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at]!
    const statement = readStatement(piece)
    if (statement === undefined) return undefined
    const usual = at === 0 ? usualLead : '; '
    out.push({
      parties: statement.parties,
      verb: statement.verb,
      text: piece,
      ...(before !== usual && { lead: before }),
    })
    before = pieces[at + 1] ?? ''
  }
  return out
}

export const usualTailLead = ' - '
const dash = / ?(?:(?<= )|(?<=^))[-–—] ?(?=\p{Lu})/gu

/** Words that end with who said what about them: the words, and the attributions (`substantially - A; B delete`). */
export const splitTail = (
  text: string,
): { readonly words: string; readonly attributions: readonly Attribution[] } | undefined => {
  if (!/[-–—]/.test(text) || !/(?:^| )[-–—] ?\p{Lu}/u.test(text)) return undefined
  for (const found of text.matchAll(dash)) {
    if (text.length - found.index > 300) continue
    const attributions = readStatements(text.slice(found.index + found[0].length), found[0], usualTailLead)
    if (attributions !== undefined) return { words: text.slice(0, found.index), attributions }
  }
  return undefined
}

const isStrict = (candidate: string, known: ReadonlySet<string>): boolean =>
  known.has(candidate) || (strictParty.test(candidate) && !neverParty.test(candidate))

/** Words right after a bracket that only say who wants it: `[…] - A, B delete`. Only names that leave no doubt. */
export const splitOutside = (
  text: string,
  known: ReadonlySet<string>,
): readonly Attribution[] | undefined => {
  const found = /^ [-–—] ?(?=\p{Lu})/u.exec(text)
  if (found === null || text.length > 200) return undefined
  const attributions = readStatements(text.slice(found[0].length), found[0], usualTailLead)
  if (attributions?.every(({ parties }) => parties.every(one => isStrict(one, known))) !== true)
    return undefined
  return attributions.map(attribution => ({ ...attribution, place: 'outside' }))
}

const prefix = /^( ?)(\p{Lu}[^:;[\]]{0,80}?)( ?: )(?=\S)/u

/** Words that begin with whose they are: `EU, G77: the wording`. Only names that leave no doubt. */
export const splitPrefix = (
  text: string,
  known: ReadonlySet<string>,
): { readonly words: string; readonly attribution: Attribution } | undefined => {
  if (!text.includes(':')) return undefined
  const found = prefix.exec(text)
  if (found === null) return undefined
  const [whole, blank = '', names = '', colon = ''] = found
  const parties = blank === '' ? readParties(names) : undefined
  if (parties?.every(one => isStrict(one, known)) !== true) return undefined
  const attribution: Attribution = {
    parties,
    verb: 'proposes',
    text: names,
    place: 'before',
    ...(colon !== ': ' && { lead: colon }),
  }
  return { words: text.slice(whole.length), attribution }
}

/** Who reserves in `E: reserve pending instructions`, `A, B reserve`; undefined when the words are no reserve. */
export const reserveAttributions = (
  text: string,
  known: ReadonlySet<string>,
): readonly Attribution[] | undefined => {
  const found =
    /^(?:(.{1,80}?)(?:: ?| (?=reserv)))?(?:scrutiny |study |general )?(?:reserves?|reservation|reserved)\b/i.exec(
      text,
    )
  if (found === null) return undefined
  const names = found[1]
  if (names === undefined)
    return /^reserv\w*(?: (?:pending|on|by|until|position|its)\b|$)/i.test(text) ? [] : undefined
  const parties = readParties(names)
  const named =
    parties?.every(one => isStrict(one, known) || /:/.test(found[0]) || parties.length > 1) === true
  return named && parties !== undefined ? [{ parties, verb: 'reserves', text }] : undefined
}

/** Whose a whole paragraph is, from the bracket that ends it: `[B, supported by D]`. A lone name is no such thing. */
export const paragraphAttributions = (
  text: string,
  known: ReadonlySet<string>,
): readonly Attribution[] | undefined => {
  const attributions = readStatements(text, '', '')
  if (attributions === undefined) return undefined
  const parties = attributions.flatMap(attribution => attribution.parties)
  if (!parties.every(one => isStrict(one, known))) return undefined
  const plain =
    parties.length < 2 && !parties.some(one => known.has(one)) && readStatement(text)?.said !== true
  return plain ? undefined : attributions
}

/** The attributions of an option as they are printed, before its words, after them, and after the bracket. */
export const printAttributions = (
  attributions: readonly Attribution[],
): { readonly before: string; readonly after: string; readonly outside: string } => {
  let before = ''
  let after = ''
  let outside = ''
  for (const { place, text, lead } of attributions) {
    if (place === 'before') before += text + (lead ?? ': ')
    else if (place === 'outside') outside += (lead ?? (outside === '' ? usualTailLead : '; ')) + text
    else after += (lead ?? (after === '' ? usualTailLead : '; ')) + text
  }
  return { before, after, outside }
}
