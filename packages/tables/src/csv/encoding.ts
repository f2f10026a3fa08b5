import { TableFault } from '../fault.ts'

/** How a text is encoded, as its first bytes say; undefined where they do not. */
const markOf = (start: Uint8Array): string | undefined => {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return undefined
}

const decoderFor = (label: string) => {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw new TableFault('encoding', `There is no encoding called ${label.slice(0, 40)}.`)
  }
}

/**
 * The encoding of a text: the one its mark names, the one that was told, or UTF-8. Nothing else is ever guessed: a name
 * read under a wrong encoding is another name. Throws TableFault where the bytes cannot be what they would have to be.
 */
export const encodingOf = (start: Uint8Array, told: string | undefined): string => {
  const marked = markOf(start)
  if (marked !== undefined) return marked
  if (told !== undefined) return decoderFor(told).encoding
  if (start.includes(0))
    throw new TableFault(
      'encoding',
      'It holds zero bytes: it is UTF-16 without a mark, or no text. Save it as UTF-8, or say its encoding.',
    )
  return 'utf-8'
}

/** The place of the first byte that fits no character, in a chunk known to hold one. */
const badByteIn = (chunk: Uint8Array, encoding: string): number => {
  const text = new TextDecoder(encoding).decode(chunk)
  const at = text.indexOf('\uFFFD')
  return at < 0 ? chunk.length : Buffer.byteLength(text.slice(0, at))
}

/** Chunks of bytes as chunks of text. Throws TableFault at the first byte that fits no character. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = decoderFor(encoding)
  let before = 0
  const fault = (at: number): TableFault =>
    new TableFault(
      'encoding',
      `It is not ${encoding === 'utf-8' ? 'UTF-8' : encoding}: byte ${at} fits no character. Save it as UTF-8, or say its encoding (often windows-1252 or windows-1251).`,
    )
  for await (const chunk of chunks) {
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      throw fault(before + badByteIn(chunk, encoding))
    }
    before += chunk.length
    if (text !== '') yield text
  }
  try {
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch {
    throw fault(before)
  }
}
