import { describe, expect, test } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { parseEvidence, printEvidence, verifyCarriedProof } from './evidence.ts'
import { portableHashing } from './hashing.ts'
import { generateKey, printVerifierKey, verifierKey } from './keys.ts'
import { printProof } from './proof-bundle.ts'
import { sealLeaf } from './sealed.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const key = generateKey('example.org/record', 'note', new Uint8Array(32).fill(7))
const vkey = printVerifierKey(verifierKey(key))
const salt = new Uint8Array(32).fill(9)

/** A record of two entries; the proof is for the second. */
const proofOf = (leaf: Uint8Array, extra: Uint8Array | undefined): string => {
  const first = portableHashing.leafHash(bytes('first'))
  const root = portableHashing.nodeHash(first, portableHashing.leafHash(leaf))
  const checkpoint = signCheckpoint({ origin: 'example.org/record', size: 2, root }, key)
  return printProof({ index: 1, path: [first], checkpoint, ...(extra === undefined ? {} : { extra }) })
}

describe('a proof that carries its entry', () => {
  test('is checked with nothing but the file and the key', () => {
    const leaf = bytes('{"v":1}')
    const proven = verifyCarriedProof(proofOf(leaf, printEvidence({ leaf })), vkey)
    expect([proven.index, proven.content]).toEqual([1, leaf])
  })
  test('shows what a sealed leaf commits to', () => {
    const sealed = { salt, content: bytes('a red line') }
    const proven = verifyCarriedProof(proofOf(sealLeaf(sealed), printEvidence({ sealed })), vkey)
    expect(proven.content).toEqual(sealed.content)
  })
  test.each([
    ['another open entry', printEvidence({ leaf: bytes('{"v":2}') }), 'leaf-mismatch'],
    [
      'a sealed content that was not recorded',
      printEvidence({ sealed: { salt, content: bytes('x') } }),
      'leaf-mismatch',
    ],
    ['an unknown form', Uint8Array.of(2, 1, 2, 3), 'proof-malformed'],
    ['nothing', new Uint8Array(0), 'proof-malformed'],
    ['a salt cut short', Uint8Array.of(1, 1, 2), 'proof-malformed'],
    ['no entry at all', undefined, 'proof-malformed'],
  ])('refuses %s', (_, extra, code) => {
    expect(() => verifyCarriedProof(proofOf(bytes('{"v":1}'), extra), vkey)).toThrow(
      expect.objectContaining({ code }),
    )
  })
  test('reads back what it prints', () => {
    const open = { leaf: bytes('x') }
    const sealed = { sealed: { salt, content: bytes('y') } }
    expect([parseEvidence(printEvidence(open)), parseEvidence(printEvidence(sealed))]).toEqual([open, sealed])
  })
})
