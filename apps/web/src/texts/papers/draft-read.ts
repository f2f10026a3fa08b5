import type { Capacity } from '@gavel/domain'
import type { Defect, FileChange, FileComment, FormattingChange, Notice, Paragraph } from '@gavel/text'
import { requestWith } from '../../live/request.ts'

/** What `POST /api/import/text` found in a draft: its paragraphs, its figures, and everything odd in it. */
export interface DraftRead {
  readonly draft: { readonly paragraphs: readonly Paragraph[] }
  readonly paragraphs: number
  readonly brackets: number
  readonly options: number
  readonly maxDepth: number
  readonly words: number
  readonly wordsInDispute: number
  readonly footnotes: number
  readonly defects: readonly Defect[]
  /** Of a Word file only. */
  readonly changes?: readonly FileChange[]
  readonly comments?: readonly FileComment[]
  readonly formatting?: readonly FormattingChange[]
  readonly notices?: readonly Notice[]
}

/** A draft somebody gave: a file, or words typed or pasted. */
export interface DraftGiven {
  readonly name: string
  readonly bytes: Blob | string
  readonly type: string
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The media type a draft is sent under, by the end of its name; undefined for a kind Gavel does not read. */
export const mediaTypeOf = (name: string): string | undefined => {
  const [, end = ''] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? []
  if (end === 'docx') return docx
  if (end === 'md' || end === 'markdown') return 'text/markdown'
  return end === 'txt' || end === 'text' || end === '' ? 'text/plain' : undefined
}

/** Has a draft read and reported on; nothing is recorded. */
export const readDraft = ({ bytes, type }: DraftGiven): Promise<DraftRead> =>
  requestWith<DraftRead>('/api/import/text', bytes, type)

export interface About {
  readonly title: string
  readonly body: string
  readonly audience: 'public' | 'members' | 'body' | 'delegation'
  readonly language: string
  readonly fictional: boolean
}

const named = (as: Capacity): string => {
  switch (as.kind) {
    case 'delegate':
      return `delegate:${as.member}`
    case 'chair':
      return `chair:${as.body}`
    default:
      return as.kind
  }
}

const audienceName = ({ audience, body }: About, as: Capacity): string => {
  if (audience === 'body') return `body:${body}`
  if (audience === 'delegation' && as.kind === 'delegate') return `delegation:${as.member}`
  return audience
}

/** An id that can be read in an address: `draft-charter-7k2f9`; the letters of other scripts are left out of it. */
export const textIdFor = (title: string, chance: string): string => {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return `${words === '' ? 'text' : words}-${chance}`
}

/** Brings a draft in: introduced, laid and, where the capacity may, opened. Answers when all of it is on the record. */
export const bringIn = async (
  { bytes, type }: DraftGiven,
  text: string,
  about: About,
  as: Capacity,
): Promise<void> => {
  const query = new URLSearchParams({
    introduce: text,
    title: about.title.trim(),
    body: about.body,
    audience: audienceName(about, as),
    language: about.language,
    as: named(as),
    ...(about.fictional ? { fictional: 'true' } : {}),
  })
  await requestWith(`/api/import/text?${query}`, bytes, type)
}

const wordsOf = ({ content }: Paragraph): string =>
  content
    .map(part => (part.kind === 'words' ? part.text : ''))
    .join('')
    .trim()

/** A title somebody can begin with: the first heading, a short first line without a number, or the name of the file. */
export const titleFor = ({ draft }: Pick<DraftRead, 'draft'>, name: string): string => {
  const [first] = draft.paragraphs
  const heading = draft.paragraphs.find(({ kind }) => kind === 'heading')
  const line = first !== undefined && (first.number ?? '') === '' ? wordsOf(first) : ''
  const words = heading === undefined ? (line.length <= 160 ? line : '') : wordsOf(heading)
  if (words !== '') return words.slice(0, 200)
  return name
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
}
