/** Where a fact comes from, taken apart: how sure it is, in which words, at which address. */
export interface ReadSource {
  readonly doubt: 'assumed' | 'unverified' | null
  /** What is left once the doubt and the address are taken out; may be empty. */
  readonly words: string
  /** The first address of the web named in it, and its host. */
  readonly address: string | null
  readonly host: string | null
}

/**
 * Reads the text of a source (I-13: every fact names one): `assumed, 2026-11-23` (the day of the assumption), an address,
 * or words with or without an address in them.
 */
export const readSource = (source: string): ReadSource => {
  const found = /https?:\/\/[^\s)>\]]+/.exec(source)?.[0]
  const address = found !== undefined && URL.canParse(found) ? found : null
  const doubt = /^(assumed|unverified)\b[,:;]?\s*/.exec(source)
  const rest = doubt === null ? source : source.slice(doubt[0].length)
  return {
    doubt: doubt === null ? null : (doubt[1] as 'assumed' | 'unverified'),
    words: (address === null ? rest : rest.replace(address, ' ')).replace(/\s+/g, ' ').trim(),
    address,
    host: address === null ? null : new URL(address).hostname,
  }
}
