import { hash } from 'node:crypto'
import type { RecordStore } from './ports.ts'
import type { PutDocument } from './record-keeper.ts'

/** The largest document a record keeps: 32 MiB. */
export const documentLimit = 32 * 1024 * 1024

/** Keeps a document under the lower-case hex SHA-256 of its bytes, by which acts name it. */
export const putDocument = async (
  store: RecordStore,
  mediaType: string,
  bytes: Uint8Array,
): Promise<PutDocument> => {
  if (bytes.length > documentLimit) return { kind: 'tooLarge', bytes: bytes.length, limit: documentLimit }
  const name = hash('sha256', bytes, 'hex')
  await store.putDocument(name, { mediaType, bytes })
  return { kind: 'stored', hash: name }
}
