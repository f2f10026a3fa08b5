/**
 * Every kind of damage or misuse the record can meet, by name. The names are stable: programs switch on them,
 * people read the message beside them.
 */
export type FaultCode =
  | 'entry-too-long'
  | 'hash-length'
  | 'size-invalid'
  | 'index-beyond-size'
  | 'range-invalid'
  | 'proof-length'
  | 'root-mismatch'
  | 'tile-missing'
  | 'tile-malformed'
  | 'tile-mismatch'
  | 'tile-path-malformed'
  | 'bundle-malformed'
  | 'base64-malformed'
  | 'key-malformed'
  | 'note-malformed'
  | 'signature-unknown'
  | 'signature-invalid'
  | 'checkpoint-malformed'
  | 'origin-mismatch'
  | 'witnesses-missing'
  | 'policy-malformed'
  | 'proof-malformed'
  | 'leaf-mismatch'
  | 'seal-malformed'
  | 'seal-mismatch'
  | 'entry-missing'
  | 'record-too-short'

/** Where a fault was found: a line of a text (from 1), an index or a size of the record, a tile. */
export interface FaultPlace {
  readonly line?: number
  readonly index?: number
  readonly size?: number
  readonly level?: number
}

/**
 * What every function of this package throws when bytes are not what they should be. A verifier that throws
 * cannot be misread: a caller who ignores its answer never goes on with bad bytes.
 *
 *     try { verifyInclusion(5, 8, leaf, proof, root) }
 *     catch (fault) { fault instanceof RecordFault && fault.code === 'root-mismatch' }
 */
export class RecordFault extends Error {
  override readonly name = 'RecordFault'
  readonly code: FaultCode
  readonly place: FaultPlace

  constructor(code: FaultCode, message: string, place: FaultPlace = {}) {
    super(message)
    this.code = code
    this.place = place
  }
}

/** Throws unless the condition holds. */
export function must(
  holds: boolean,
  code: FaultCode,
  message: string,
  place: FaultPlace = {},
): asserts holds {
  if (!holds) throw new RecordFault(code, message, place)
}
