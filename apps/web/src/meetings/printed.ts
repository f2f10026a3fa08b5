import { hexOf } from '../record/hex.ts'

const types = { text: 'text/plain', markdown: 'text/markdown' } as const
export type PrintedForm = keyof typeof types

/** Where a journal lies, or the list of decisions in it: of the whole meeting, or of one sitting. */
export const journalPath = (
  meeting: string,
  sitting: number | null,
  what: 'journal' | 'journal.pdf' | 'decisions' = 'journal',
): string =>
  `/api/meetings/${encodeURIComponent(meeting)}/${what}${sitting === null ? '' : `?sitting=${sitting}`}`

/** A journal as it is printed; undefined where it cannot be had. */
export const printed = async (path: string, form: PrintedForm): Promise<string | undefined> => {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { accept: types[form] } }).catch(
    () => undefined,
  )
  return answer?.ok === true ? answer.text() : undefined
}

/** The words of a document by its hash; undefined unless they are the very bytes the hash names. */
export const wordsOf = async (hash: string): Promise<string | undefined> => {
  const answer = await fetch(`/api/documents/${hash}`, { credentials: 'same-origin' }).catch(() => undefined)
  if (answer?.ok !== true) return undefined
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return hexOf(bytes) === hash ? new TextDecoder().decode(bytes) : undefined
}

/** Hands words to the reader as a file. */
export const handOver = (name: string, words: string, form: PrintedForm): void => {
  const address = URL.createObjectURL(new Blob([words], { type: `${types[form]};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
