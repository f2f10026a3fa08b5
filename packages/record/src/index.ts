/**
 * The record: a Merkle log in open formats that anybody can check without trusting whoever keeps it. It knows
 * bytes, not meaning. Hashing and tree are RFC 6962 and 9162; tiles, bundles, notes, checkpoints, cosignatures and
 * proof files are those of C2SP. The same code runs in Node and in the browser; `@gavel/record/node` adds a faster
 * hash and worker threads.
 *
 *     const { edge, root, tiles } = appendLeaves(emptyEdge, entries.map(leafHash))
 *     const checkpoint = signCheckpoint({ origin: key.name, size: edge.size, root }, key)
 *     const path = await inclusionProof(7, edge.size, readTile)
 *     const file = printProof({ index: 7, path, checkpoint })
 *     verifyProof(file, { leaf: entries[7] }, printVerifierKey(key))      // throws unless all of it holds
 */
export { fromBase64, sameBytes, toBase64 } from './bytes.ts'
export {
  type Checkpoint,
  checkpointBody,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
export { parseEvidence, printEvidence, verifyCarriedProof } from './evidence.ts'
export { type FaultCode, type FaultPlace, RecordFault } from './fault.ts'
export {
  emptyRoot,
  type Hashing,
  hashing,
  leafHash,
  nodeHash,
  portableHashing,
  type Sha256,
} from './hashing.ts'
export {
  generateKey,
  type KeyKind,
  parseSignerKey,
  parseVerifierKey,
  printSignerKey,
  printVerifierKey,
  type SignerKey,
  signBytes,
  type VerifierKey,
  verifierKey,
  verifyBytes,
} from './keys.ts'
export { entryLimit, hashLength, tileWidth } from './limits.ts'
export {
  cosignedMessage,
  type Note,
  type NoteSignature,
  type OpenedNote,
  openNote,
  parseNote,
  printNote,
  signNote,
  type VerifiedSignature,
} from './note.ts'
export { isMet, type Policy, parsePolicy, type Quorum, witnessedBy } from './policy.ts'
export {
  type Evidence,
  type ProofBundle,
  type ProvenEntry,
  parseProof,
  printProof,
  verifyProof,
} from './proof-bundle.ts'
export { consistencyProof, inclusionProof, subtreeConsistencyProof, subtreeInclusionProof } from './proofs.ts'
export { isSealedLeaf, openSealedLeaf, type Sealed, sealedLeafLength, sealLeaf } from './sealed.ts'
export {
  entryBundle,
  parseEntryBundle,
  parseTilePath,
  type ReadTile,
  type Tile,
  type TilePlace,
  tilePath,
  widthOfTile,
} from './tiles.ts'
export {
  type Appended,
  appendLeaves,
  type Edge,
  edgeFromTiles,
  emptyEdge,
  rootFromTiles,
  rootOf,
} from './tree.ts'
export {
  rootFromInclusion,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './verify-proofs.ts'
export {
  type ChunkRunner,
  type EntrySource,
  type RecordToVerify,
  type VerifiedRecord,
  verifyRecord,
} from './verify-record.ts'
