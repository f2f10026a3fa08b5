import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { TableFault } from '../fault.ts'

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** The name of an element without its prefix: programs choose prefixes as they like. */
const localName = (name: string): string => {
  const at = name.indexOf(':')
  return at < 0 ? name : name.slice(at + 1)
}

/**
 * Reads a part of a spreadsheet chunk by chunk; yields after each, so that whoever gathers rows can hand them on. A
 * document type, through which entities are defined, is refused. Throws TableFault where it is not XML.
 */
export async function* readXml(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: true })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const broken = (why: string): TableFault => new TableFault('broken', `${part}: ${why}.`)
  parser.on('error', error => {
    throw broken(`is not XML: ${error.message}`)
  })
  parser.on('doctype', () => {
    throw broken('has a document type')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => handlers.open?.(localName(tag.name), tag.attributes))
  if (handlers.text !== undefined) parser.on('text', handlers.text)
  parser.on('closetag', tag => handlers.close?.(localName(tag.name)))
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw broken('is not UTF-8')
    }
  }
  for await (const chunk of chunks) {
    parser.write(decode(chunk))
    yield
  }
  parser.write(decode())
  parser.close()
}

/** The same to its end, for a part that is taken as a whole. */
export const readWholeXml = async (
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> => {
  for await (const _ of readXml(part, chunks, handlers));
}
