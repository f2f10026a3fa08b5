import { sameBytes } from './bytes.ts'
import { must, RecordFault } from './fault.ts'
import { parseVerifierKey, type VerifierKey } from './keys.ts'

/** Whose cosignatures are enough: one witness, or so many of a group. */
export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly key: VerifierKey }
  | { readonly kind: 'group'; readonly atLeast: number; readonly of: readonly Quorum[] }

/** Which records are trusted, which witnesses are known, and how many of them must have cosigned. */
export interface Policy {
  readonly logs: readonly VerifierKey[]
  readonly witnesses: readonly VerifierKey[]
  readonly quorum: Quorum
}

/** At least `atLeast` of these witnesses, one vote each: `witnessedBy(19, delegations)`. */
export const witnessedBy = (atLeast: number, witnesses: readonly VerifierKey[]): Policy => {
  const possible = Number.isInteger(atLeast) && atLeast >= 0 && atLeast <= witnesses.length
  must(possible, 'policy-malformed', `${atLeast} of ${witnesses.length} witnesses cannot be asked for`)
  checkDistinct(witnesses)
  const of = witnesses.map(key => ({ kind: 'witness', key }) as const)
  const quorum: Quorum = atLeast === 0 ? { kind: 'none' } : { kind: 'group', atLeast, of }
  return { logs: [], witnesses, quorum }
}

/** A key that stood twice would count twice; so two keys are never the same key under two names. */
const checkDistinct = (keys: readonly VerifierKey[], line?: number): void => {
  const twice = keys.some((key, i) =>
    keys.some((other, j) => j < i && sameBytes(key.publicKey, other.publicKey)),
  )
  must(!twice, 'policy-malformed', 'the same key is given twice', line === undefined ? {} : { line })
}

/** Is the quorum met by those who cosigned? */
export const isMet = (quorum: Quorum, cosigners: readonly VerifierKey[]): boolean => {
  if (quorum.kind === 'none') return true
  if (quorum.kind === 'witness') return cosigners.some(key => sameBytes(key.publicKey, quorum.key.publicKey))
  return quorum.of.filter(member => isMet(member, cosigners)).length >= quorum.atLeast
}

interface Reading {
  logs: VerifierKey[]
  witnesses: VerifierKey[]
  named: Map<string, Quorum>
  used: Set<string>
  quorum: Quorum | undefined
}

/**
 * Reads a policy file (C2SP tlog-policy). Names are the file's own; a group refers to names above it, and a name
 * is a member of one group at most, so that no witness counts twice.
 *
 *     log     example.org/record+…
 *     witness first  example.org/witness-1+…
 *     witness second example.org/witness-2+…
 *     group   both all first second
 *     quorum  both
 *
 * Throws `policy-malformed` with the line.
 */
export const parsePolicy = (text: string): Policy => {
  const reading: Reading = { logs: [], witnesses: [], named: new Map(), used: new Set(), quorum: undefined }
  text.split('\n').forEach((content, i) => {
    const words = content.split(/[ \t]+/).filter(word => word !== '')
    if (words.length > 0 && !words[0]!.startsWith('#')) readLine(reading, words, i + 1)
  })
  const { logs, witnesses, quorum } = reading
  must(quorum !== undefined, 'policy-malformed', 'the policy has no quorum line')
  return { logs, witnesses, quorum }
}

const wrong = (line: number, what: string): RecordFault =>
  new RecordFault('policy-malformed', `line ${line} of the policy ${what}`, { line })

const readLine = (reading: Reading, words: readonly string[], line: number): void => {
  const [kind, ...rest] = words
  if (kind === 'log' && (rest.length === 1 || rest.length === 2)) {
    reading.logs.push(readKey(rest[0]!, 'note', line))
    checkDistinct(reading.logs, line)
  } else if (kind === 'witness' && (rest.length === 2 || rest.length === 3)) {
    const key = readKey(rest[1]!, 'cosignature', line)
    reading.witnesses.push(key)
    checkDistinct(reading.witnesses, line)
    define(reading, rest[0]!, { kind: 'witness', key }, line)
  } else if (kind === 'group' && rest.length >= 3) {
    define(reading, rest[0]!, readGroup(reading, rest[1]!, rest.slice(2), line), line)
  } else if (kind === 'quorum' && rest.length === 1) {
    if (reading.quorum !== undefined) throw wrong(line, 'is a second quorum')
    reading.quorum = rest[0] === 'none' ? { kind: 'none' } : lookUp(reading, rest[0]!, line)
  } else throw wrong(line, 'is neither log, witness, group nor quorum')
}

const readKey = (text: string, kind: VerifierKey['kind'], line: number): VerifierKey => {
  try {
    const key = parseVerifierKey(text)
    if (key.kind === kind) return key
  } catch {
    // Falls through to the one sentence that fits both: not a key at all, or a key for something else.
  }
  throw wrong(line, `has no ${kind} key`)
}

const define = (reading: Reading, name: string, quorum: Quorum, line: number): void => {
  if (name === 'none' || reading.named.has(name)) throw wrong(line, `defines ${name} again`)
  reading.named.set(name, quorum)
}

const lookUp = (reading: Reading, name: string, line: number): Quorum => {
  const found = reading.named.get(name)
  if (found === undefined) throw wrong(line, `names ${name}, which no line above defines`)
  return found
}

const readGroup = (reading: Reading, count: string, names: readonly string[], line: number): Quorum => {
  const of = names.map(name => {
    if (reading.used.has(name)) throw wrong(line, `makes ${name} a member a second time`)
    reading.used.add(name)
    return lookUp(reading, name, line)
  })
  const atLeast =
    count === 'all' ? of.length : count === 'any' ? 1 : /^[1-9][0-9]*$/.test(count) ? Number(count) : 0
  if (atLeast < 1 || atLeast > of.length) throw wrong(line, `asks for ${count} of ${of.length}`)
  return { kind: 'group', atLeast, of }
}
