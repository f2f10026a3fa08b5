import { type Evidence, evidenceOf, type Item, stand } from './evidence.ts'
import { readTable, type TextTable, UnreadableEvidence } from './table.ts'

/** A file of evidence: its name, for refusals, and its text. */
export interface EvidenceFile {
  readonly name: string
  readonly text: string
}

type Kind = 'items' | 'long' | 'wide' | 'members'

/** Files are told apart by their columns, so that they may come in any order and under any name. */
const kindOf = ({ name, columns }: TextTable): Kind => {
  const has = (...names: readonly string[]): boolean => names.every(each => columns.includes(each))
  if (has('rcid', 'iso3', 'vote')) return 'long'
  if (has('rcid', 'session', 'date', 'short', 'descr')) return 'items'
  if (columns[0] === 'rcid' && columns.length > 1 && columns.slice(1).every(each => /^[A-Z]{3}$/.test(each)))
    return 'wide'
  if (has('iso3') && columns.some(each => each.endsWith('_member'))) return 'members'
  throw new UnreadableEvidence(
    `${name}: neither roll calls (rcid, session, date, short, descr), nor votes (rcid, iso3, vote; or rcid and a column per member), nor members (iso3, …_member)`,
  )
}

const itemsOf = (table: TextTable): readonly Item[] => {
  const column = new Map(table.columns.map((name, at) => [name, at]))
  return table.rows.map((row, at) => {
    const cell = (name: string): string => row[column.get(name) ?? -1] ?? ''
    const session = Number(cell('session'))
    const where = `${table.name}, row ${at + 2}`
    if (!Number.isFinite(session) || cell('session') === '')
      throw new UnreadableEvidence(`${where}: the session "${cell('session')}" is no number`)
    if (!/^\d{4}-\d\d-\d\d$/.test(cell('date')))
      throw new UnreadableEvidence(`${where}: the date "${cell('date')}" is not written YYYY-MM-DD`)
    return {
      id: cell('rcid'),
      session,
      date: cell('date'),
      symbol: cell('unres'),
      short: cell('short'),
      description: cell('descr'),
      issues: cell('issues').split(';').filter(Boolean),
      kind: cell('amend') === '1' ? 'amendment' : cell('para') === '1' ? 'paragraph' : 'whole',
    }
  })
}

const codes: Readonly<Record<string, number>> = {
  '': stand.none,
  '0': stand.none,
  '1': stand.yes,
  '2': stand.abstain,
  '3': stand.no,
  '8': stand.absent,
  '9': stand.none,
}

type Votes = Map<string, Map<string, number>>

const codeOf = (text: string, where: () => string): number => {
  const code = codes[text]
  if (code === undefined)
    throw new UnreadableEvidence(`${where()}: the vote "${text}" is none of 1, 2, 3, 8 or empty`)
  return code
}

const addVotes = (table: TextTable, kind: 'long' | 'wide', votes: Votes): void => {
  const rcid = table.columns.indexOf('rcid')
  const iso = table.columns.indexOf('iso3')
  const vote = table.columns.indexOf('vote')
  for (const [at, row] of table.rows.entries()) {
    const where = (): string => `${table.name}, row ${at + 2}`
    const of = votes.get(row[rcid]!) ?? new Map<string, number>()
    votes.set(row[rcid]!, of)
    if (kind === 'long') of.set(row[iso]!, codeOf(row[vote]!, where))
    else
      for (let c = 1; c < row.length; c++)
        if (row[c] !== '') of.set(table.columns[c]!, codeOf(row[c]!, where))
  }
}

const chosen = (table: TextTable): readonly string[] => {
  const iso = table.columns.indexOf('iso3')
  const flag = table.columns.findIndex(each => each.endsWith('_member'))
  return table.rows.filter(row => row[flag] === '1').map(row => row[iso]!)
}

/**
 * Reads evidence from files in the format of UN General Assembly roll calls: one of items, one of votes (long or
 * wide), and possibly a list of members (`iso3`, `…_member` 1 or 0) that says whom to keep. Throws
 * UnreadableEvidence with file, row and reason.
 */
export const readEvidence = (files: readonly EvidenceFile[]): Evidence => {
  const items: Item[] = []
  const votes: Votes = new Map()
  const kept = new Set<string>()
  for (const { name, text } of files) {
    const table = readTable(name, text)
    const kind = kindOf(table)
    if (kind === 'items') items.push(...itemsOf(table))
    else if (kind === 'members') for (const member of chosen(table)) kept.add(member)
    else addVotes(table, kind, votes)
  }
  const names = files.map(each => each.name).join(', ')
  if (items.length === 0) throw new UnreadableEvidence(`no roll calls in ${names}`)
  if (votes.size === 0) throw new UnreadableEvidence(`no votes in ${names}`)
  const seen = new Set<string>()
  for (const of of votes.values()) for (const member of of.keys()) seen.add(member)
  const members = [...seen].filter(member => kept.size === 0 || kept.has(member)).sort()
  if (members.length === 0) throw new UnreadableEvidence(`no member of the list has a vote in ${names}`)
  const unique = [...new Map(items.map(item => [item.id, item])).values()].filter(item => votes.has(item.id))
  if (unique.length === 0)
    throw new UnreadableEvidence(`no roll call has a vote: the rcid of ${names} do not meet`)
  return evidenceOf(members, unique, (item, member) => votes.get(item.id)?.get(member) ?? stand.none)
}
