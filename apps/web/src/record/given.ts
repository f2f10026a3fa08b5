/** What somebody gave to be verified: files by what they are, and the record's key. */
export interface Given {
  readonly proof: { readonly name: string; readonly words: string } | null
  readonly document: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly key: string
}

export const nothingGiven: Given = { proof: null, document: null, key: '' }

const most = 1_000_000

/** The first line of a proof file (C2SP tlog-proof), whatever the name of the file. */
export const isProof = (words: string): boolean => words.startsWith('c2sp.org/tlog-proof@')

/** Whether a line reads like a public key: name, eight hexadecimal digits, base64. */
export const isKey = (words: string): boolean =>
  /^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/.test(words.trim())

/** Puts a file where it belongs: a proof by its first line or its name, a key by its form, anything else is the document. */
export const withFile = (given: Given, name: string, bytes: Uint8Array): Given => {
  const words = bytes.length > most ? '' : new TextDecoder().decode(bytes)
  if (isProof(words) || name.endsWith('.tlog-proof')) return { ...given, proof: { name, words } }
  if (isKey(words)) return { ...given, key: words.trim() }
  return { ...given, document: { name, bytes } }
}
