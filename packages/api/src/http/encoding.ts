import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

/** Something written out, as bytes in the encoding a client takes. */
export type Encoded = (encoding: Encoding) => Promise<Buffer>

/** Compressed when first asked for, once for each encoding. */
export const encodings = (text: Buffer): Encoded => {
  const made = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(text)]])
  const compress = (encoding: Encoding): Promise<Buffer> =>
    encoding === 'br'
      ? asBrotli(text, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
          },
        })
      : asGzip(text, { level: 5 })
  return encoding => {
    const known = made.get(encoding)
    if (known !== undefined) return known
    const bytes = compress(encoding)
    made.set(encoding, bytes)
    return bytes
  }
}

/** The best encoding a client takes (RFC 9110 §12.5.3); one it gives the weight 0 it does not take. */
export const encodingFor = (header: string | undefined): Encoding => {
  const taken = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(part =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name)
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity'
}
