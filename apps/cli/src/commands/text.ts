import { writeFile } from 'node:fs/promises'
import {
  checkText,
  compareTexts,
  type Defect,
  type DraftFormat,
  draftFormats,
  type FileDraft,
  type Fragment,
  type ParagraphChange,
  type PlainParagraph,
  paragraphsOf,
  plainWords,
  printDraft,
} from '@gavel/text'
import { type Command, exit, type Flag, UsageError } from '../command.ts'
import { type ReadDraft, readDraft } from './draft-source.ts'

const defectLine = (file: string, { line, column, kind, excerpt }: Defect): string =>
  `${file}:${line}:${column} ${kind}: ${excerpt}`

const strict: Flag = { type: 'boolean', says: 'end with 1 when the draft has a defect' }

const besideWords = ({ changes, comments, formatting, notices }: FileDraft) => ({
  changes,
  comments,
  formatting,
  notices,
})

const quoted = (words: string | undefined): string => (words === undefined ? '' : ` “${words.trim()}”`)

/** What a Word file holds beside its words, a line each. */
const wordLines = ({ changes, comments, formatting, notices }: FileDraft): readonly string[] => [
  `${changes.length} tracked changes`,
  ...changes.map(
    ({ kind, author, deleted, inserted, where }) =>
      `  paragraph ${where.paragraph ?? '?'}: ${kind} by ${author}:${quoted(deleted)}${deleted !== undefined && inserted !== undefined ? ' →' : ''}${quoted(inserted)}`,
  ),
  `${comments.length} comments`,
  ...comments.map(
    ({ author, words, about }) => `  ${author} on${quoted(about)}: ${words.replace(/\n/g, ' ')}`,
  ),
  ...(formatting.length === 0
    ? []
    : [`${formatting.length} tracked changes of looks alone, not read as words`]),
  ...notices.map(
    ({ kind, words, where }) => `  paragraph ${where.paragraph ?? '?'}: ${kind}:${quoted(words)}`,
  ),
]

export const textCheck: Command = {
  name: 'text check',
  takes: 'FILE',
  summary: 'count what is in dispute in a draft and report what is malformed',
  details: `Reads a draft in square-bracket notation, plain text or Markdown ("-": standard input), or a Word file (DOCX),
and says how many paragraphs, brackets and options it has, how deep they nest, how many words are in dispute, and every
defect with line and column. A malformed draft is read all the same; nothing of it is dropped. Of a Word file it also
tells every tracked change with its author, comments, and what is easily overlooked; a file with anything in it that
cannot be read is refused, with what and where.`,
  flags: { strict },
  arity: [1, 1],
  run: async ({ args, flags, out }) => {
    const file = args[0]!
    const { source, file: word } = await readDraft(file)
    const found = checkText(source)
    out.result(word === undefined ? found : { ...found, ...besideWords(word) }, () =>
      [
        `${found.paragraphs} paragraphs, ${found.brackets} brackets (${found.openingBrackets} opening brackets with those of notes and symbols, ${found.linkBrackets} more of links)`,
        `${found.places} places in dispute with ${found.options} options, nested ${found.maxDepth} deep`,
        `${found.wordsInDispute} of ${found.words} words in dispute`,
        `${found.defects.length} defects`,
        ...found.defects.map(defect => `  ${defectLine(file, defect)}`),
        ...(word === undefined ? [] : wordLines(word)),
      ].join('\n'),
    )
    return flags['strict'] === true && found.defects.length > 0 ? exit.notInOrder : exit.ok
  },
}

/** Formats that are files, made by a library that is loaded when one is asked for. */
const fileFormats = ['docx', 'pdf'] as const
type FileFormat = (typeof fileFormats)[number]
const allFormats: readonly (DraftFormat | FileFormat)[] = [...draftFormats, ...fileFormats]

const formatOf = (value: string | boolean | undefined): DraftFormat | FileFormat => {
  const named = value ?? 'text'
  const format = allFormats.find(known => known === named)
  if (format === undefined)
    throw new UsageError(`no format called ${String(named)}; there are: ${allFormats.join(', ')}`)
  return format
}

const isFile = (format: DraftFormat | FileFormat): format is FileFormat =>
  fileFormats.some(known => known === format)

/** The draft's own title, else the name of its file. */
const titleOf = ({ draft }: ReadDraft, file: string): string => {
  const heading = draft.paragraphs.find(({ kind }) => kind === 'heading')
  return heading === undefined ? (file.split(/[/\\]/).at(-1) ?? file) : plainWords(heading.content)
}

const fileOf = async (
  { draft }: ReadDraft,
  format: FileFormat,
  front: { readonly title: string; readonly language: string; readonly fictional: boolean },
): Promise<Uint8Array> => {
  const { openWorkshop, printedDraft } = await import('@gavel/documents')
  const workshop = openWorkshop()
  const outcome =
    format === 'docx'
      ? await workshop.run({ kind: 'writeDocx', text: printedDraft(draft, front) })
      : await workshop.run({ kind: 'writePdf', paper: { ...front, blocks: [{ kind: 'draft', draft }] } })
  await workshop.stop()
  if (outcome.kind !== 'done')
    throw new UsageError(outcome.kind === 'refused' ? outcome.message : 'could not be made')
  return outcome.value
}

const languageOf = (value: string | boolean | undefined): string => {
  const tag = String(value ?? 'en')
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) throw new UsageError(`not a language tag: ${tag}`)
  return tag
}

export const textPrint: Command = {
  name: 'text print',
  takes: 'FILE',
  summary: 'print a draft as text, Markdown, HTML, JSON, a Word file or PDF',
  details: `Reads a draft, a Word file too, and prints it in the format asked for. What parses prints back equal but for
white space. With --json the draft is printed as data, like --to json. As DOCX, what a delegation is named as proposing
becomes a tracked change by that delegation, and what others say of it a comment. DOCX and PDF are written to --out.`,
  flags: {
    to: { type: 'string', value: 'FORMAT', says: `one of ${allFormats.join(', ')} (text unless told)` },
    out: { type: 'string', value: 'FILE', says: 'where to write it; needed for docx and pdf' },
    fictional: { type: 'boolean', says: 'a file says at the head of every page that it is invented' },
    language: {
      type: 'string',
      value: 'TAG',
      says: 'the language of the words in a file, as en or ar (en unless told)',
    },
  },
  arity: [1, 1],
  run: async ({ args, flags, out }) => {
    const file = args[0]!
    const format = formatOf(flags['to'])
    const to = flags['out']
    const read = await readDraft(file)
    if (isFile(format)) {
      if (typeof to !== 'string') throw new UsageError(`--to ${format} needs --out FILE`)
      const front = {
        title: titleOf(read, file),
        language: languageOf(flags['language']),
        fictional: flags['fictional'] === true,
      }
      const bytes = await fileOf(read, format, front)
      await writeFile(to, bytes)
      out.result({ file: to, bytes: bytes.length }, () => `${to}: ${bytes.length} bytes`)
    } else if (typeof to === 'string') {
      const printed = printDraft(read.draft, format)
      await writeFile(to, printed)
      out.result(
        { file: to, bytes: Buffer.byteLength(printed) },
        () => `${to}: ${Buffer.byteLength(printed)} bytes`,
      )
    } else out.result(read.draft, () => printDraft(read.draft, format))
    if (read.defects.length > 0) out.fault(`${read.defects.length} defects; see: gavel text check ${file}`)
    return exit.ok
  },
}

/** Paragraphs as two files have them: content decides which is which, for ids mean nothing across files. */
const plain = ({ draft }: ReadDraft): readonly PlainParagraph[] =>
  paragraphsOf(draft).map(({ number, text }) => (number === undefined ? { text } : { number, text }))

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
    const [before, after] = await Promise.all([readDraft(args[0]!), readDraft(args[1]!)])
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
