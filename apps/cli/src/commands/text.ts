import { readFile } from 'node:fs/promises'
import {
  checkText,
  compareTexts,
  type Defect,
  type DraftFormat,
  decodeUtf8,
  draftFormats,
  type Fragment,
  type ParagraphChange,
  type PlainParagraph,
  paragraphsOf,
  parseDraft,
  printDraft,
} from '@gavel/text'
import { type Command, exit, type Flag, UsageError } from '../command.ts'

/** The text of a file, `-` for standard input. Bytes that are no UTF-8 are refused with their place. */
const read = async (file: string): Promise<string> => {
  const bytes =
    file === '-' ? await standardInput() : await readFile(file).catch(error => cannotRead(file, error))
  const other = otherKind(bytes)
  if (other !== undefined) throw new UsageError(`${file} ${other}`)
  const decoded = decodeUtf8(bytes)
  if (decoded.kind === 'notUtf8')
    throw new UsageError(`${file} is not UTF-8: byte ${decoded.offset} fits no character`)
  return decoded.text
}

/** What a file is that begins like something else than text, and what to do about it. */
const otherKind = (bytes: Uint8Array): string | undefined => {
  const begins = (...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46))
    return 'is a PDF: take its text out first, for instance with pdftotext -layout'
  if (begins(0x50, 0x4b, 3, 4)) return 'is a ZIP or word processor file: save it as plain text in UTF-8 first'
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return 'is UTF-16: save it as UTF-8 first'
  return undefined
}

const cannotRead = (file: string, error: NodeJS.ErrnoException): never => {
  if (error.code === 'EISDIR') throw new UsageError(`${file} is a folder, not a file`)
  throw new UsageError(
    error.code === 'ENOENT' ? `no such file: ${file}` : `${file} cannot be read: ${error.message}`,
  )
}

const standardInput = async (): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const defectLine = (file: string, { line, column, kind, excerpt }: Defect): string =>
  `${file}:${line}:${column} ${kind}: ${excerpt}`

const strict: Flag = { type: 'boolean', says: 'end with 1 when the draft has a defect' }

export const textCheck: Command = {
  name: 'text check',
  takes: 'FILE',
  summary: 'count what is in dispute in a draft and report what is malformed',
  details: `Reads a draft in square-bracket notation, plain text or Markdown ("-": standard input), and says how many
paragraphs, brackets and options it has, how deep they nest, how many words are in dispute, and every defect with
line and column. A malformed draft is read all the same; nothing of it is dropped.`,
  flags: { strict },
  arity: [1, 1],
  run: async ({ args, flags, out }) => {
    const file = args[0]!
    const found = checkText(await read(file))
    out.result(found, () =>
      [
        `${found.paragraphs} paragraphs, ${found.brackets} brackets (${found.openingBrackets} opening brackets with those of notes and symbols, ${found.linkBrackets} more of links)`,
        `${found.places} places in dispute with ${found.options} options, nested ${found.maxDepth} deep`,
        `${found.wordsInDispute} of ${found.words} words in dispute`,
        `${found.defects.length} defects`,
        ...found.defects.map(defect => `  ${defectLine(file, defect)}`),
      ].join('\n'),
    )
    return flags['strict'] === true && found.defects.length > 0 ? exit.notInOrder : exit.ok
  },
}

const formatOf = (value: string | boolean | undefined): DraftFormat => {
  const named = value ?? 'text'
  const format = draftFormats.find(known => known === named)
  if (format === undefined)
    throw new UsageError(`no format called ${String(named)}; there are: ${draftFormats.join(', ')}`)
  return format
}

export const textPrint: Command = {
  name: 'text print',
  takes: 'FILE',
  summary: 'print a draft as text, Markdown, HTML or JSON',
  details: `Reads a draft and prints it back in the format asked for. What parses prints back equal but for white space.
With --json the draft is printed as data, like --to json.`,
  flags: {
    to: { type: 'string', value: 'FORMAT', says: `one of ${draftFormats.join(', ')} (text unless told)` },
  },
  arity: [1, 1],
  run: async ({ args, flags, out }) => {
    const format = formatOf(flags['to'])
    const { draft, defects } = parseDraft(await read(args[0]!))
    out.result(draft, () => printDraft(draft, format))
    if (defects.length > 0) out.fault(`${defects.length} defects; see: gavel text check ${args[0]!}`)
    return exit.ok
  },
}

/** Paragraphs as two files have them: content decides which is which, for ids mean nothing across files. */
const plain = (source: string): readonly PlainParagraph[] =>
  paragraphsOf(parseDraft(source).draft).map(({ number, text }) =>
    number === undefined ? { text } : { number, text },
  )

const shown = ({ kind, text }: Fragment): string =>
  kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`

const numbered = (number: string | undefined): string =>
  number === undefined || number === '' ? '' : `${number}. `

const changeLine = (change: ParagraphChange): string | undefined => {
  switch (change.kind) {
    case 'kept':
      return undefined
    case 'edited':
      return `~ ${numbered(change.to.number)}${change.fragments.map(shown).join('')}`
    case 'moved':
      return `> moved from ${change.from.at + 1} to ${change.to.at + 1}: ${numbered(change.to.number)}${change.fragments.map(shown).join('')}`
    case 'left':
      return `< moved away to ${change.to.at + 1}`
    case 'deleted':
      return `- ${numbered(change.from.number)}${change.text}`
    case 'inserted':
      return `+ ${numbered(change.to.number)}${change.text}`
  }
}

export const textCompare: Command = {
  name: 'text compare',
  takes: 'A B',
  summary: 'what changed between two versions, by words, moved paragraphs recognised',
  details: `Prints what changed from A to B: ~ edited, with [-deleted-] and {+inserted+} words; + inserted; - deleted;
> moved. Paragraphs that stayed as they were are not printed. With --exit it ends with 1 when anything changed.`,
  flags: { exit: { type: 'boolean', says: 'end with 1 when the versions differ' } },
  arity: [2, 2],
  run: async ({ args, flags, out }) => {
    const [before, after] = await Promise.all([read(args[0]!), read(args[1]!)])
    const comparison = compareTexts(plain(before), plain(after))
    const count = (kind: ParagraphChange['kind']): number =>
      comparison.changes.filter(change => change.kind === kind).length
    const counts = {
      kept: count('kept'),
      edited: count('edited'),
      moved: count('moved'),
      deleted: count('deleted'),
      inserted: count('inserted'),
    }
    out.result({ counts, changes: comparison.changes }, () =>
      [
        ...comparison.changes.map(changeLine).filter(line => line !== undefined),
        `${counts.kept} kept, ${counts.edited} edited, ${counts.moved} moved, ${counts.deleted} deleted, ${counts.inserted} inserted`,
      ].join('\n'),
    )
    return flags['exit'] === true && counts.kept !== comparison.changes.length ? exit.notInOrder : exit.ok
  },
}
