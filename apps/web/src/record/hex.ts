import { portableHashing } from '@gavel/record'

/** SHA-256 of bytes as lower-case hex: how documents are named. It works also where the browser's own is withheld. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(portableHashing.sha256(bytes), byte => byte.toString(16).padStart(2, '0')).join('')
