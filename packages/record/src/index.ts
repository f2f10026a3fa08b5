export { parseEvidence, printEvidence, verifyCarriedProof } from './evidence.ts'
export { type FaultCode, type FaultPlace, RecordFault } from './fault.ts'
export {
  emptyRoot,
  entryLimit,
  type Hashing,
  hashing,
  leafHash,
  nodeHash,
  portableHashing,
  type Sha256,
} from './hashing.ts'
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
  tileWidth,
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
