import { fromBase64, fromUtf8, joined, toBase64, toUtf8 } from './bytes.ts'
import { must, RecordFault } from './fault.ts'
import { isKeyName, type SignerKey, signBytes, type VerifierKey, verifyBytes } from './keys.ts'

/**
 * Signed notes, as C2SP signed-note v1.0.0 has them: a text, a blank line, and a line for each signature.
 *
 *     example.org/record
 *     2
 *     VdiJXIlCF/wERsA0DPrkpNTSsGSKuqJxFMe3yQNAtX0=
 *
 *     — example.org/record Az3grlgtzPICa5OS8npVmf1Myq/5IZni…
 */
export interface Note {
  /** With its last newline, without the blank line. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  readonly id: number
  /** What follows the key id: 64 bytes for a note key, 8 of time and 64 for a cosignature. */
  readonly bytes: Uint8Array
}

/** A signature that was checked and holds. A cosignature carries its time, in seconds since 1970. */
export interface VerifiedSignature extends NoteSignature {
  readonly key: VerifierKey
  readonly time?: number
}

/** A note at least one trusted key signed. */
export interface OpenedNote extends Note {
  readonly verified: readonly VerifiedSignature[]
  /** Signatures of keys that were not given; they say nothing. */
  readonly unverified: readonly NoteSignature[]
}

/** The specification asks for at least 16. Room for every member of a large organisation. */
const signatureLimit = 256
const noteLimit = 1_000_000

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0009\u000b-\u001f]/

/** Reads a note without trusting it. Throws `note-malformed` with the line where it stops being a note. */
export const parseNote = (note: string | Uint8Array): Note => {
  must(note.length <= noteLimit, 'note-malformed', `a note has at most ${noteLimit} bytes`)
  const whole = typeof note === 'string' ? note : fromUtf8(note)
  if (typeof note === 'string') toUtf8(note)
  const forbidden = whole.search(control)
  if (forbidden >= 0) {
    const line = lineAt(whole, forbidden)
    throw new RecordFault('note-malformed', `line ${line} has a control character`, { line })
  }
  const blank = whole.lastIndexOf('\n\n')
  must(blank >= 0, 'note-malformed', 'there is no blank line between text and signatures')
  const text = whole.slice(0, blank + 1)
  const first = lineAt(whole, blank + 2)
  const rest = whole.slice(blank + 2)
  must(rest !== '', 'note-malformed', 'the note has no signature', { line: first })
  const lines = rest.split('\n')
  const ended = lines.pop() === ''
  must(ended, 'note-malformed', 'the last line does not end with a newline', { line: first + lines.length })
  must(lines.length <= signatureLimit, 'note-malformed', `a note has at most ${signatureLimit} signatures`)
  return { text, signatures: lines.map((line, i) => parseSignature(line, first + i)) }
}

const parseSignature = (text: string, line: number): NoteSignature => {
  const [dash, name, encoded, ...more] = text.split(' ')
  const formed = dash === '—' && name !== undefined && encoded !== undefined && more.length === 0
  must(formed, 'note-malformed', `line ${line} is not a signature: — name base64`, { line })
  must(isKeyName(name), 'note-malformed', `line ${line} has a name no key can have`, { line })
  const bytes = fromBase64(encoded, { line })
  must(bytes.length > 4, 'note-malformed', `line ${line} has no room for a key id and a signature`, { line })
  const id = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  return { name, id, bytes: bytes.slice(4) }
}

const idBytes = (id: number): Uint8Array =>
  Uint8Array.of(id >>> 24, (id >>> 16) & 255, (id >>> 8) & 255, id & 255)

/** Writes a note. What `parseNote` read prints back to the same characters. */
export const printNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(s => `— ${s.name} ${toBase64(joined(idBytes(s.id), s.bytes))}\n`).join('')}`

const checkText = (text: string): void => {
  const formed = text.endsWith('\n') && !control.test(text)
  must(formed, 'note-malformed', 'the text of a note ends with a newline and has no control character')
  toUtf8(text)
}

const sameKey = (a: NoteSignature | VerifierKey, b: NoteSignature | VerifierKey): boolean =>
  a.name === b.name && a.id === b.id

/**
 * Signs a text, or a note that is signed already: a new signature of the same key replaces the old one. A
 * cosignature key needs the time, in seconds since 1970.
 *
 *     signNote('hello\n', [key])
 *     signNote(note, [witness], 1_795_000_000)
 */
export const signNote = (textOrNote: string | Note, keys: readonly SignerKey[], time?: number): string => {
  const note = typeof textOrNote === 'string' ? { text: textOrNote, signatures: [] } : textOrNote
  checkText(note.text)
  const added = keys.map(key => ({ name: key.name, id: key.id, bytes: signatureBytes(note.text, key, time) }))
  const kept = note.signatures.filter(old => !added.some(fresh => sameKey(old, fresh)))
  return printNote({ text: note.text, signatures: [...kept, ...added] })
}

const signatureBytes = (text: string, key: SignerKey, time: number | undefined): Uint8Array => {
  if (key.kind === 'note') return signBytes(toUtf8(text), key)
  const timed = time !== undefined && Number.isSafeInteger(time) && time >= 0
  must(timed, 'signature-invalid', 'a cosignature needs its time in whole seconds since 1970')
  const stamp = new Uint8Array(8)
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time))
  return joined(stamp, signBytes(cosignedMessage(text, time), key))
}

/**
 * What a witness signs (C2SP tlog-cosignature, `cosignature/v1`): that at this time the checkpoint below was the
 * largest consistent one it had seen of that record. The first line keeps it from passing for anything else.
 *
 *     cosignature/v1
 *     time 1795000000
 *     example.org/record
 *     2
 *     VdiJXIlCF/wERsA0DPrkpNTSsGSKuqJxFMe3yQNAtX0=
 */
export const cosignedMessage = (text: string, time: number): Uint8Array =>
  toUtf8(`cosignature/v1\ntime ${time}\n${text}`)

/** The signature if it holds, `undefined` if it does not. */
const verified = (
  text: string,
  signature: NoteSignature,
  key: VerifierKey,
): VerifiedSignature | undefined => {
  const { bytes } = signature
  if (key.kind === 'note')
    return verifyBytes(toUtf8(text), bytes, key.publicKey) ? { ...signature, key } : undefined
  if (bytes.length !== 72) return undefined
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0))
  if (!Number.isSafeInteger(time)) return undefined
  const holds = verifyBytes(cosignedMessage(text, time), bytes.subarray(8), key.publicKey)
  return holds ? { ...signature, key, time } : undefined
}

/**
 * Opens a note: reads it and checks every signature by a given key. Signatures of other keys are set aside.
 *
 * Throws `note-malformed` or `base64-malformed`; `signature-invalid` when a given key's signature does not hold
 * (the whole note is then refused, however many others hold); `signature-unknown` when none of the given keys
 * signed. The text may be believed only when it returns.
 */
export const openNote = (note: string | Uint8Array, keys: readonly VerifierKey[]): OpenedNote => {
  const { text, signatures } = parseNote(note)
  const good: VerifiedSignature[] = []
  const unverified: NoteSignature[] = []
  for (const signature of signatures) {
    const candidates = keys.filter(key => sameKey(key, signature))
    if (candidates.length === 0) {
      unverified.push(signature)
      continue
    }
    const label = `${signature.name} (key ${signature.id.toString(16).padStart(8, '0')})`
    const same = candidates.every(key => printable(key) === printable(candidates[0]!))
    must(same, 'signature-unknown', `two different keys are given for ${label}`)
    const holds = verified(text, signature, candidates[0]!)
    must(holds !== undefined, 'signature-invalid', `the signature of ${label} does not hold`)
    if (!good.some(other => sameKey(other, signature))) good.push(holds)
  }
  must(good.length > 0, 'signature-unknown', 'none of the trusted keys signed this note')
  return { text, signatures, verified: good, unverified }
}

const printable = (key: VerifierKey): string => `${key.kind} ${toBase64(key.publicKey)}`
