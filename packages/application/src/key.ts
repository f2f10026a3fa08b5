import { printVerifierKey, type SignerKey, signCheckpoint } from '@gavel/record'
import type { CheckpointSigner } from './ports.ts'

/** A signer that holds its Ed25519 key in memory. The name of the key is the origin of the record's checkpoints. */
export const keySigner = (key: SignerKey): CheckpointSigner => ({
  origin: key.name,
  verifierKey: printVerifierKey(key),
  sign: ({ size, root }) => signCheckpoint({ origin: key.name, size, root }, key),
})
