import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import {
  openCheckpoint,
  parseVerifierKey,
  RecordFault,
  type RecordToVerify,
  tilePath,
  verifyCarriedProof,
  widthOfTile,
} from '@gavel/record'
import { verifyRecord } from '@gavel/record/node'
import { type Command, exit, type Flag, type Output, UsageError } from '../command.ts'
import { isAddress, type LogSource, logBehind, mirrorAt } from '../log-source.ts'
import { describeEntry } from './entry-words.ts'
import { savedRecord } from './saved-record.ts'

const keyFlag: Flag = {
  type: 'string',
  value: 'KEY|FILE',
  says: "the record's public key (name+id+base64), or a file that holds it",
}

/** A public key as given: the key itself, or a file with it in its first line. */
const keyGiven = (given: string): string => {
  const text =
    existsSync(given) && statSync(given).isFile() ? readFileSync(given, 'utf8').split('\n')[0]!.trim() : given
  try {
    parseVerifierKey(text)
  } catch (error) {
    throw new UsageError(`--key: ${(error as Error).message}`)
  }
  return text
}

/** What a fault is printed as; anything else is a bug and goes on. */
const faultLine = (
  error: unknown,
): { readonly code: string; readonly message: string; readonly place: object } => {
  if (error instanceof RecordFault) return { code: error.code, message: error.message, place: error.place }
  if (error instanceof Error && error.name === 'ImportFault')
    return { code: 'export-malformed', message: error.message, place: {} }
  throw error
}

const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes)

/** A mirror as something to verify: the checkpoint it shows, its entry bundles and its tiles. */
const fromLog = async (log: LogSource, key: string): Promise<RecordToVerify> => {
  const note = text(await log.read('checkpoint'))
  if (note === undefined) throw new UsageError(`there is no checkpoint at ${log.where}`)
  const { size } = openCheckpoint(note, parseVerifierKey(key))
  return {
    checkpoints: [note],
    vkey: key,
    readBundle: (index, width) => log.read(tilePath({ level: 'entries', index, width })),
    readTile: (level, index) => log.read(tilePath({ level, index, width: widthOfTile(size, level, index) })),
  }
}

/** Where the key comes from when none is given: from the record itself, which proves only that it agrees with itself. */
const keyOf = async (log: LogSource, given: string | boolean | undefined, out: Output): Promise<string> => {
  if (typeof given === 'string') return keyGiven(given)
  const own = text(await log.read('vkey'))?.trim()
  if (own === undefined) throw new UsageError(`say whose record it is: --key (no vkey at ${log.where})`)
  out.fault(`no --key given: taking the record's own word for its key ${own}`)
  return own
}

const toVerify = async (
  where: string,
  given: string | boolean | undefined,
  out: Output,
): Promise<{ record: RecordToVerify; done: () => Promise<void> }> => {
  const log = isAddress(where) ? logBehind(where) : mirrorAt(where)
  if (log !== undefined)
    return { record: await fromLog(log, await keyOf(log, given, out)), done: async () => undefined }
  if (!existsSync(where)) throw new UsageError(`nothing at ${where}`)
  return await savedRecord(where, typeof given === 'string' ? keyGiven(given) : undefined, out)
}

export const recordVerify: Command = {
  name: 'record verify',
  takes: 'PATH|URL',
  summary: 'rebuild the whole record and check every checkpoint',
  details: `Re-hashes every entry, rebuilds the tree and compares it with every signed checkpoint and every stored tile.
PATH is a mirror of a log (a folder with a checkpoint), the data folder of a server that is not running, or a
file made by gavel export; URL is a server or any web server that mirrors its /log. Ends with 1 at the first fault.`,
  flags: { key: keyFlag },
  arity: [1, 1],
  run: async ({ args, flags, out }) => {
    const from = performance.now()
    let done = async (): Promise<void> => undefined
    try {
      const opened = await toVerify(args[0]!, flags['key'], out)
      done = opened.done
      const found = await verifyRecord({
        ...opened.record,
        onProgress: (at, size) =>
          out.progress(`${at.toLocaleString('en')} of ${size.toLocaleString('en')} entries`),
      })
      const seconds = (performance.now() - from) / 1000
      const root = Buffer.from(found.root).toString('base64')
      out.result(
        { ok: true, ...found, root, seconds },
        () =>
          `verified: ${found.size} entries, ${found.checkpoints} checkpoints, ${found.tiles} tiles agree\nroot ${root}`,
      )
      return exit.ok
    } catch (error) {
      const fault = faultLine(error)
      out.result({ ok: false, ...fault }, () => `NOT verified: ${fault.message} [${fault.code}]`)
      return exit.notInOrder
    } finally {
      await done()
    }
  },
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Does any string in the content name this hash? So a document handed out with a proof can be tied to it. */
const names = (content: unknown, hash: string): boolean =>
  typeof content === 'string'
    ? content === hash
    : typeof content === 'object' &&
      content !== null &&
      Object.values(content).some(part => names(part, hash))

const parsed = (content: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(content))
  } catch {
    return undefined
  }
}

const readProof = (file: string): string => {
  if (!existsSync(file)) throw new UsageError(`no such file: ${file}`)
  return readFileSync(file, 'utf8')
}

export const proofVerify: Command = {
  name: 'proof verify',
  takes: 'FILE',
  summary: 'check a .tlog-proof with nothing but the file and the public key',
  details: `Checks that the entry in the file is in the record, under a checkpoint the key signed, and prints what the entry
says. No server is asked. With --document the file's SHA-256 must be named by the entry: that ties an adopted text
to the decision. Ends with 1 when anything does not hold.`,
  flags: {
    key: keyFlag,
    document: { type: 'string', value: 'FILE', says: 'a document the entry must name by its hash' },
  },
  arity: [1, 1],
  run: async ({ args, flags, out }) => {
    const file = readProof(args[0]!)
    if (typeof flags['key'] !== 'string')
      throw new UsageError("say whose record it is: --key (the record's public key, or a file that holds it)")
    const key = keyGiven(flags['key'])
    try {
      const proven = verifyCarriedProof(file, key)
      const entry = parsed(proven.content)
      const { origin, size } = proven.checkpoint
      const document =
        typeof flags['document'] === 'string' ? documentNamed(flags['document'], entry) : undefined
      const good = document?.named !== false
      out.result(
        {
          ok: good,
          index: proven.index,
          origin,
          size,
          entry,
          ...(document === undefined ? {} : { document }),
        },
        () =>
          [
            `${good ? 'verified' : 'NOT verified'}: entry ${proven.index} of ${origin}, under a signed checkpoint over ${size} entries`,
            ...describeEntry(entry),
            ...(document === undefined
              ? []
              : [
                  `document ${document.sha256}: ${document.named ? 'named by the entry' : 'NOT named by the entry'}`,
                ]),
          ].join('\n'),
      )
      return good ? exit.ok : exit.notInOrder
    } catch (error) {
      const fault = faultLine(error)
      out.result({ ok: false, ...fault }, () => `NOT verified: ${fault.message} [${fault.code}]`)
      return exit.notInOrder
    }
  },
}

const documentNamed = (
  path: string,
  entry: unknown,
): { readonly sha256: string; readonly named: boolean } => {
  if (!existsSync(path)) throw new UsageError(`no such file: ${path}`)
  const hash = sha256(readFileSync(path))
  return { sha256: hash, named: names(entry, hash) }
}
