import {
  type Checkpoint,
  type Evidence,
  openCheckpoint,
  type ProofBundle,
  parseCheckpoint,
  parseEvidence,
  parseNote,
  parseProof,
  parseVerifierKey,
  portableHashing,
  RecordFault,
  rootFromInclusion,
  sameBytes,
  sealLeaf,
  toBase64,
  verifyCarriedProof,
} from '@gavel/record'
import { hexOf } from './hex.ts'

export type StepName = 'file' | 'leaf' | 'path' | 'signature' | 'witnesses' | 'document'

/** What came of one step. `facts` fill its sentence; `variant` names another sentence than that of the outcome. */
export interface Step {
  readonly name: StepName
  readonly outcome: 'holds' | 'fails' | 'open' | 'told'
  readonly variant?: 'sealed' | 'none' | 'missing'
  readonly facts: Readonly<Record<string, string | number>>
}

/** What the entry says of itself, when it can be read. */
export interface Said {
  readonly act?: { readonly type?: unknown; readonly at?: unknown; readonly as?: unknown }
  readonly events?: readonly unknown[]
}

export interface Verification {
  /** True only when every step that bears on the answer holds. */
  readonly good: boolean
  readonly steps: readonly Step[]
  readonly index: number | null
  readonly origin: string
  readonly said: Said | undefined
}

export interface ToVerify {
  /** The `.tlog-proof` file, which carries its entry. */
  readonly file: string
  /** The record's public key: `name+id+base64`. */
  readonly key: string
  /** The bytes of a document the entry is to name; null when it was wanted and did not come. */
  readonly document?: Uint8Array | null
}

const faultOf = (error: unknown): string => {
  if (error instanceof RecordFault) return `${error.message} [${error.code}]`
  throw error
}

const attempt = <T>(work: () => T): { readonly value: T } | { readonly fault: string } => {
  try {
    return { value: work() }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}

const open = (name: StepName): Step => ({ name, outcome: 'open', facts: {} })

const leafStep = (evidence: Evidence): { readonly step: Step; readonly hash: Uint8Array | undefined } => {
  const hashed = attempt(() =>
    portableHashing.leafHash('leaf' in evidence ? evidence.leaf : sealLeaf(evidence.sealed)),
  )
  if ('fault' in hashed)
    return { step: { name: 'leaf', outcome: 'fails', facts: { fault: hashed.fault } }, hash: undefined }
  const facts = { hash: toBase64(hashed.value) }
  const sealed = 'sealed' in evidence ? { variant: 'sealed' as const } : {}
  return { step: { name: 'leaf', outcome: 'holds', ...sealed, facts }, hash: hashed.value }
}

const pathStep = (
  { index, path }: ProofBundle,
  claimed: Checkpoint | undefined,
  leaf: Uint8Array | undefined,
): Step => {
  if (claimed === undefined || leaf === undefined) return open('path')
  const found = attempt(() => rootFromInclusion(index, claimed.size, leaf, path))
  const bad = (fault: string): Step => ({ name: 'path', outcome: 'fails', facts: { index, fault } })
  if ('fault' in found) return bad(found.fault)
  if (!sameBytes(found.value, claimed.root)) return bad(toBase64(found.value))
  const facts = { n: path.length, size: claimed.size, root: toBase64(claimed.root) }
  return { name: 'path', outcome: 'holds', facts }
}

const signatureStep = (note: string, key: string): Step => {
  const opened = attempt(() => openCheckpoint(note, parseVerifierKey(key)))
  return 'fault' in opened
    ? { name: 'signature', outcome: 'fails', facts: { fault: opened.fault } }
    : { name: 'signature', outcome: 'holds', facts: { origin: opened.value.origin, key } }
}

const witnessStep = (note: string, key: string): Step => {
  const own = attempt(() => parseVerifierKey(key))
  const read = attempt(() => parseNote(note))
  if ('fault' in own || 'fault' in read) return open('witnesses')
  const others = read.value.signatures.filter(
    ({ name, id }) => name !== own.value.name || id !== own.value.id,
  )
  return others.length === 0
    ? { name: 'witnesses', outcome: 'told', variant: 'none', facts: {} }
    : {
        name: 'witnesses',
        outcome: 'told',
        facts: { n: others.length, names: others.map(({ name }) => name).join(', ') },
      }
}

/** Does any string in what the entry says name this hash? So a document is tied to the entry. */
const names = (content: unknown, hash: string): boolean =>
  typeof content === 'string'
    ? content === hash
    : typeof content === 'object' &&
      content !== null &&
      Object.values(content).some(part => names(part, hash))

const documentStep = (document: Uint8Array | null, said: Said | undefined): Step => {
  if (document === null) return { name: 'document', outcome: 'open', variant: 'missing', facts: {} }
  const hash = hexOf(document)
  return { name: 'document', outcome: names(said, hash) ? 'holds' : 'fails', facts: { hash } }
}

const readSaid = (evidence: Evidence): Said | undefined => {
  try {
    const bytes = 'leaf' in evidence ? evidence.leaf : evidence.sealed.content
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof read === 'object' && read !== null ? (read as Said) : undefined
  } catch {
    return undefined
  }
}

/** What the file claims, before anything of it is believed. */
const readFile = (file: string) => {
  const bundle = parseProof(file)
  if (bundle.extra === undefined)
    throw new RecordFault('proof-malformed', 'the file carries no entry: it proves nothing by itself')
  return { bundle, evidence: parseEvidence(bundle.extra) }
}

/**
 * Verifies a proof step by step, so that each can be shown. The last word is `verifyCarriedProof`, which does the same in
 * one: unless it accepts, nothing here is good.
 */
export const verifyInSteps = ({ file, key, document }: ToVerify): Verification => {
  const read = attempt(() => readFile(file))
  if ('fault' in read) {
    const first: Step = { name: 'file', outcome: 'fails', facts: { fault: read.fault } }
    const rest = (['leaf', 'path', 'signature'] as const).map(open)
    return { good: false, steps: [first, ...rest], index: null, origin: '', said: undefined }
  }
  const { bundle, evidence } = read.value
  const claimed = attempt(() => parseCheckpoint(parseNote(bundle.checkpoint).text))
  const checkpoint = 'value' in claimed ? claimed.value : undefined
  const leaf = leafStep(evidence)
  const said = readSaid(evidence)
  const steps: readonly Step[] = [
    { name: 'file', outcome: 'holds', facts: {} },
    leaf.step,
    pathStep(bundle, checkpoint, leaf.hash),
    signatureStep(bundle.checkpoint, key),
    witnessStep(bundle.checkpoint, key),
    ...(document === undefined ? [] : [documentStep(document, said)]),
  ]
  const whole = attempt(() => verifyCarriedProof(file, key))
  const good = 'value' in whole && steps.every(({ outcome }) => outcome === 'holds' || outcome === 'told')
  return { good, steps, index: bundle.index, origin: checkpoint?.origin ?? '', said }
}
