import { type Hashing, hashing } from '../hashing.ts'
import { digest } from './native.ts'

/** RFC 6962 hashing by Node's own SHA-256: the same hashes as `portableHashing`, several times as fast. */
export const nodeHashing: Hashing = hashing(bytes => {
  const { buffer, byteOffset } = Buffer.from(digest(bytes), 'latin1')
  return new Uint8Array(buffer, byteOffset, 32)
})
