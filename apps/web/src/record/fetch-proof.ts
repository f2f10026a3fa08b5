import type { ToVerify } from './steps.ts'

/** What is fetched to verify an entry: its proof, the record's key, and the document it is to name. */
export interface Addresses {
  /** `/api/proof/12` */
  readonly proof: string
  /** `/api/documents/…`, when the entry is to name a document. */
  readonly document?: string | undefined
}

const fetched = async (address: string): Promise<Response | null> => {
  const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' })
  if (answer.ok) return answer
  if (answer.status === 404 || answer.status === 401 || answer.status === 403) return null
  throw new TypeError(`${address} answered ${answer.status}`)
}

/** Fetches what it takes; null when there is no proof for this reader. Throws TypeError where the server is not reached. */
export const fetchProof = async ({ proof, document }: Addresses): Promise<ToVerify | null> => {
  const [file, key, bytes] = await Promise.all([
    fetched(proof),
    fetched('/log/vkey'),
    document === undefined ? undefined : fetched(document),
  ])
  if (file === null || key === null) return null
  return {
    file: await file.text(),
    key: (await key.text()).trim(),
    ...(bytes === undefined
      ? {}
      : { document: bytes === null ? null : new Uint8Array(await bytes.arrayBuffer()) }),
  }
}
