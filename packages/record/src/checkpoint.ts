import { fromBase64, readDecimal, sameBytes, toBase64 } from './bytes.ts'
import { must, RecordFault } from './fault.ts'
import { checkHash, emptyRoot } from './hashing.ts'
import type { SignerKey, VerifierKey } from './keys.ts'
import { type OpenedNote, openNote, signNote } from './note.ts'

/**
 * The state of a record in three lines (C2SP tlog-checkpoint v1.0.0). Signed as a note it is what the holder of
 * the record can be held to: two checkpoints of one origin that no consistency proof joins convict it.
 */
export interface Checkpoint {
  /** Which record this is: a name like `example.org/record`, the same for its whole life. */
  readonly origin: string
  readonly size: number
  /** 32 bytes. */
  readonly root: Uint8Array
  /** Further lines, which nobody can audit. Kept as they are when read; Gavel writes none. */
  readonly extensions?: readonly string[]
}

/**
 * The text that is signed.
 *
 *     example.org/record
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 */
export const checkpointBody = ({ origin, size, root, extensions = [] }: Checkpoint): string => {
  const lines = [origin, String(size), toBase64(root), ...extensions]
  checkHash(root, 'the root')
  must(Number.isSafeInteger(size) && size >= 0, 'checkpoint-malformed', `${size} is not the size of a record`)
  const printable = lines.every(line => line !== '' && !line.includes('\n'))
  must(printable, 'checkpoint-malformed', 'a checkpoint has neither empty lines nor lines with a newline')
  return `${lines.join('\n')}\n`
}

/** Reads the text of a checkpoint; `checkpoint-malformed` with the line that is wrong. */
export const parseCheckpoint = (text: string): Checkpoint => {
  const wrong = (line: number, what: string) =>
    new RecordFault('checkpoint-malformed', `line ${line} of the checkpoint ${what}`, { line })
  const lines = text.split('\n')
  if (lines.pop() !== '') throw wrong(lines.length + 1, 'does not end with a newline')
  const empty = lines.indexOf('')
  if (empty >= 0) throw wrong(empty + 1, 'is empty')
  const [origin, count, encoded, ...extensions] = lines
  if (origin === undefined || count === undefined || encoded === undefined)
    throw wrong(lines.length + 1, 'is missing: it has an origin, a size and a root')
  const size = readDecimal(count)
  if (size === undefined) throw wrong(2, 'is not a size: digits without a leading zero, below 2^53')
  const root = fromBase64(encoded, { line: 3 })
  if (root.length !== 32) throw wrong(3, `has a root of ${root.length} bytes, not 32`)
  if (size === 0 && !sameBytes(root, emptyRoot())) throw wrong(3, 'is not the root of an empty record')
  return { origin, size, root, ...(extensions.length > 0 ? { extensions } : {}) }
}

/** A signed checkpoint as a note: `signCheckpoint({ origin, size, root }, key)`. */
export const signCheckpoint = (checkpoint: Checkpoint, ...keys: readonly SignerKey[]): string =>
  signNote(checkpointBody(checkpoint), keys)

/** A checkpoint whose record's key is known to have signed it, with the witnesses that cosigned. */
export interface OpenedCheckpoint extends Checkpoint {
  readonly note: OpenedNote
  readonly cosignatures: readonly { readonly key: VerifierKey; readonly time: number }[]
}

/**
 * Opens a signed checkpoint: the record's own key must have signed it, and its origin must be that key's name, so
 * that one key never vouches for another record. Witnesses' keys may be given too; their cosignatures, where
 * present, must hold.
 *
 * Throws what `openNote` and `parseCheckpoint` throw, and `origin-mismatch`.
 */
export const openCheckpoint = (
  note: string | Uint8Array,
  record: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): OpenedCheckpoint => {
  const opened = openNote(note, [record, ...witnesses])
  const own = opened.verified.some(({ key }) => key === record)
  must(own, 'signature-unknown', `the record's key ${record.name} did not sign this checkpoint`)
  const checkpoint = parseCheckpoint(opened.text)
  const named = checkpoint.origin === record.name
  must(named, 'origin-mismatch', `the checkpoint is of ${checkpoint.origin}, the key of ${record.name}`)
  const cosignatures = opened.verified.flatMap(({ key, time }) => (time === undefined ? [] : [{ key, time }]))
  return { ...checkpoint, note: opened, cosignatures }
}
