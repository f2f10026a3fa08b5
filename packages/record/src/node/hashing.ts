import { type Hashing, hashing } from '../hashing.ts'
import { digest } from './native.ts'

/** RFC 6962 hashing by Node's own SHA-256: the same hashes as `portableHashing`, several times as fast. */
export const nodeHashing: Hashing = hashing(bytes => {
  const characters = digest(bytes)
  const hash = new Uint8Array(32)
  for (let at = 0; at < 32; at++) hash[at] = characters.charCodeAt(at)
  return hash
})
