import { hexOf } from '../record/hex.ts'

/** What became of bytes that were to be kept: their SHA-256, or why they were not. */
export type KeptFile =
  | { readonly kind: 'kept'; readonly hash: string }
  | { readonly kind: 'failed'; readonly why: string }

/** Keeps bytes as a document under their SHA-256, worked out on this device. */
export const keepFile = async (bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<KeptFile> => {
  const hash = hexOf(bytes)
  const answer = await fetch(`/api/documents/${hash}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'content-type': mediaType },
    body: bytes,
  }).catch(() => undefined)
  if (answer?.ok === true) return { kind: 'kept', hash }
  return { kind: 'failed', why: answer === undefined ? '…' : answer.statusText || String(answer.status) }
}

/** Characters as they are kept: UTF-8. */
export const keepWords = (words: string): Promise<KeptFile> =>
  keepFile(new TextEncoder().encode(words), 'text/markdown')
