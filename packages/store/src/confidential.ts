import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { NewEntry, RecordStore, Sealed, Snapshot, StoredDocument, StoredEntry } from '@gavel/application'

/**
 * Confidential content encrypted at rest: what a sealed entry stands for, documents, and snapshots of the state, before
 * they reach the database, its journal, its replicas and its backups. AES-256-GCM under a key the database never sees.
 *
 *     box = "gavel.rest/v1\n" ‖ key id (8) ‖ nonce (12) ‖ tag (16) ‖ ciphertext
 *
 * The leaf, or the name of the thing, is authenticated with it, so that no box is taken for another. Salt and digest of a
 * sealed entry go into the box too: with either of them a short content could be guessed and the guess checked. What was
 * stored before there was a key is read as it is.
 */

const mark = Buffer.from('gavel.rest/v1\n')
const keyIdBytes = 8
const nonceBytes = 12
const tagBytes = 16
const headBytes = mark.length + keyIdBytes + nonceBytes + tagBytes
const saltBytes = 32
const empty = new Uint8Array(0)

/** The content of this database was written under another key than the one given, or was changed. */
export class ContentKeyFault extends Error {
  override readonly name = 'ContentKeyFault'
}

const keyIdOf = (key: Uint8Array): Buffer =>
  createHash('sha256').update('gavel.rest/v1 key\n').update(key).digest().subarray(0, keyIdBytes)

const boxes = (key: Uint8Array) => {
  if (key.length !== 32) throw new RangeError('a content key has 32 bytes')
  const keyId = keyIdOf(key)
  return {
    isBox: (bytes: Uint8Array): boolean =>
      bytes.length >= headBytes && Buffer.compare(bytes.subarray(0, mark.length), mark) === 0,
    close: (content: Uint8Array, about: Uint8Array): Uint8Array => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about)
      const body = Buffer.concat([cipher.update(content), cipher.final()])
      return Buffer.concat([mark, keyId, nonce, cipher.getAuthTag(), body])
    },
    open: (bytes: Uint8Array, about: Uint8Array): Uint8Array => {
      const box = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const [id, nonce, tag] = [keyIdBytes, nonceBytes, tagBytes].reduce<[Buffer[], number]>(
        ([parts, at], length) => [[...parts, box.subarray(at, at + length)], at + length],
        [[], mark.length],
      )[0] as [Buffer, Buffer, Buffer]
      if (!id.equals(keyId))
        throw new ContentKeyFault(
          'the confidential content of this record was written under another content key',
        )
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(about).setAuthTag(tag)
        return Buffer.concat([decipher.update(box.subarray(headBytes)), decipher.final()])
      } catch {
        throw new ContentKeyFault('confidential content in the database was changed, or belongs elsewhere')
      }
    },
  }
}

type Boxes = ReturnType<typeof boxes>

/** One byte for the length of the digest, the digest, the salt, the content: all of it or nothing is read. */
const closeSealed = (box: Boxes, { leaf, digest }: NewEntry, { salt, content }: Sealed): Sealed => {
  const inside = Buffer.concat([Uint8Array.of(digest.length), digest, salt, content])
  return { salt: new Uint8Array(saltBytes), content: box.close(inside, leaf) }
}

const openEntry = (box: Boxes, entry: StoredEntry): StoredEntry => {
  const { sealed, leaf } = entry
  if (typeof sealed !== 'object' || !box.isBox(sealed.content)) return entry
  const inside = box.open(sealed.content, leaf)
  const saltAt = 1 + inside[0]!
  const contentAt = saltAt + saltBytes
  return {
    ...entry,
    digest: inside.subarray(1, saltAt),
    sealed: { salt: inside.subarray(saltAt, contentAt), content: inside.subarray(contentAt) },
  }
}

const closeEntry = (box: Boxes, entry: NewEntry): NewEntry =>
  typeof entry.sealed === 'object' && entry.sealed.salt.length === saltBytes
    ? { ...entry, digest: empty, sealed: closeSealed(box, entry, entry.sealed) }
    : entry

const named = (kind: string, name: string): Uint8Array => Buffer.from(`${kind}/${name}`)
const snapshotName = ({ size, edition }: Pick<Snapshot, 'size' | 'edition'>): string => `${size}/${edition}`

const openSnapshot = (box: Boxes, snapshot: Snapshot): Snapshot =>
  box.isBox(snapshot.bytes)
    ? { ...snapshot, bytes: box.open(snapshot.bytes, named('snapshot', snapshotName(snapshot))) }
    : snapshot

const openDocument = (box: Boxes, hash: string, document: StoredDocument): StoredDocument =>
  box.isBox(document.bytes)
    ? { ...document, bytes: box.open(document.bytes, named('document', hash)) }
    : document

/** The store with confidential content encrypted under a key of 32 bytes. Everything else passes as it is. */
export const confidentialStore = (store: RecordStore, key: Uint8Array): RecordStore => {
  const box = boxes(key)
  return {
    ...store,
    append: batch => store.append({ ...batch, entries: batch.entries.map(entry => closeEntry(box, entry)) }),
    read: async (from, to) => (await store.read(from, to)).map(entry => openEntry(box, entry)),
    saveSnapshot: snapshot =>
      store.saveSnapshot(
        snapshot === null
          ? null
          : { ...snapshot, bytes: box.close(snapshot.bytes, named('snapshot', snapshotName(snapshot))) },
      ),
    snapshot: async () => {
      const found = await store.snapshot()
      return found === undefined ? undefined : openSnapshot(box, found)
    },
    putDocument: (hash, document) =>
      store.putDocument(hash, {
        ...document,
        bytes: box.close(document.bytes, named('document', hash)),
      }),
    document: async hash => {
      const found = await store.document(hash)
      return found === undefined ? undefined : openDocument(box, hash, found)
    },
  }
}
