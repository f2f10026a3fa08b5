import { openArchive } from '../zip/read.ts'
import { writeArchive } from '../zip/write.ts'

/** An editor at work in a file: takes a part, changes it, packs the file again. */
export const withPart = (file: Uint8Array, part: string, change: (xml: string) => string): Uint8Array => {
  const archive = openArchive(file, { entries: 100, partBytes: 1 << 26, totalBytes: 1 << 27 })
  return writeArchive(
    archive.names.map(name => {
      const bytes = archive.read(name)!
      return {
        name,
        bytes: name === part ? Buffer.from(change(Buffer.from(bytes).toString('utf8')), 'utf8') : bytes,
      }
    }),
  )
}

/** A run that shows one stretch of words, as the writer makes it. */
const plainRun =
  /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g

export interface TrackedEdit {
  /** Which run, counted among those that can be edited; where in it, in characters; how much of it goes. */
  readonly run: number
  readonly at: number
  readonly length: number
  readonly put: string
}

const editor = 'w:id="9000" w:author="Maria" w:date="2026-11-22T09:00:00Z"'

const within = (inner: string, run: string): string => `<w:r>${run}${inner}</w:r>`
const shown = (text: string, run: string): string =>
  text === '' ? '' : within(`<w:t xml:space="preserve">${text}</w:t>`, run)

/** One run with a part struck and words put behind it; characters that stand as entities are never cut. */
const editedRun = (properties: string, text: string, { at, length, put }: TrackedEdit) => {
  const pieces = text.match(/&[^;]*;|./gsu) ?? []
  const from = Math.min(at, pieces.length)
  const to = Math.min(from + length, pieces.length)
  const [before, struck, after] = [pieces.slice(0, from), pieces.slice(from, to), pieces.slice(to)].map(
    list => list.join(''),
  )
  const goes =
    struck === ''
      ? ''
      : `<w:del ${editor}>${within(`<w:delText xml:space="preserve">${struck}</w:delText>`, properties)}</w:del>`
  return { before: shown(before!, properties), goes, after: shown(after!, properties), put, struck: struck! }
}

export interface Edited {
  readonly file: Uint8Array
  /** What was struck and put altogether, entities as characters. */
  readonly struck: string
  readonly put: string
}

export const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!)

/**
 * Edits a file with tracking on, as a word processor would: what is put inside somebody's insertion goes after it is
 * closed and opened again, what is struck there is struck inside it. Runs that are struck already are not touched.
 */
export const edit = (file: Uint8Array, edits: readonly TrackedEdit[]): Edited => {
  let struck = ''
  let put = ''
  const change = (xml: string): string => {
    const open = /<w:body>/.exec(xml)!.index
    const runs = [...xml.slice(open).matchAll(plainRun)].filter(found => !inFront(xml, open + found.index))
    if (runs.length === 0) return xml
    const chosen = new Map(edits.map(one => [one.run % runs.length, one]))
    let out = xml
    for (const index of [...chosen.keys()].sort((a, b) => b - a)) {
      const [whole, properties = '', text = ''] = runs[index]!
      const start = open + runs[index]!.index
      const piece = editedRun(properties, text, chosen.get(index)!)
      const around = insertionRound(out, start)
      const insertion = piece.put === '' ? '' : `<w:ins ${editor}>${shown(piece.put, properties)}</w:ins>`
      const apart =
        around === undefined || insertion === '' ? insertion : `</${around.name}>${insertion}<${around.tag}>`
      out =
        out.slice(0, start) +
        piece.before +
        piece.goes +
        apart +
        piece.after +
        out.slice(start + whole.length)
      struck += unescaped(piece.struck)
      put += piece.put
    }
    return out
  }
  return { file: withPart(file, 'word/document.xml', change), struck, put }
}

const inFront = (xml: string, at: number): boolean =>
  /_gavel_front/.test(xml.slice(xml.lastIndexOf('<w:p>', at), at))

/** The insertion a run stands in, if it stands in one. */
const insertionRound = (
  xml: string,
  at: number,
): { readonly name: string; readonly tag: string } | undefined => {
  const before = xml.slice(xml.lastIndexOf('<w:p>', at), at)
  const last = [...before.matchAll(/<(\/?)(w:ins|w:moveTo)((?: [^>]*)?[^/])?>/g)].at(-1)
  if (last === undefined || last[1] === '/') return undefined
  return { name: last[2]!, tag: `${last[2]}${last[3] ?? ''}` }
}
