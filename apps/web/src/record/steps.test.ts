import {
  appendLeaves,
  emptyEdge,
  generateKey,
  inclusionProof,
  leafHash,
  parseNote,
  printEvidence,
  printProof,
  printVerifierKey,
  sealLeaf,
  signCheckpoint,
  signNote,
} from '@gavel/record'
import { beforeAll, describe, expect, it } from 'vitest'
import { hexOf } from './hex.ts'
import { type Verification, verifyInSteps } from './steps.ts'

const encoder = new TextEncoder()
const document = encoder.encode('1. The members cooperate.\n')
const entry = encoder.encode(
  JSON.stringify({
    act: { type: 'decisions.declareAdopted', at: '2026-11-24T10:00:00.000Z' },
    events: [{ subject: { kind: 'text', document: hexOf(document) } }],
    v: 1,
  }),
)
const sealed = { salt: new Uint8Array(32).fill(7), content: encoder.encode('{"act":{"type":"x"}}') }
const key = generateKey('example.org/record')
const vkey = printVerifierKey(key)
const leaves = Array.from({ length: 9 }, (_, at) =>
  at === 3 ? entry : at === 5 ? sealLeaf(sealed) : encoder.encode(`entry ${at}`),
)
const { edge, root, tiles } = appendLeaves(
  emptyEdge,
  leaves.map(leaf => leafHash(leaf)),
)
const readTile = (level: number, index: number) =>
  tiles.find(tile => tile.level === level && tile.index === index)?.hashes
const checkpoint = signCheckpoint({ origin: key.name, size: edge.size, root }, key)

const fileOf = async (index: number, note = checkpoint): Promise<string> =>
  printProof({
    index,
    path: await inclusionProof(index, edge.size, readTile),
    checkpoint: note,
    extra: printEvidence(index === 5 ? { sealed } : { leaf: leaves[index]! }),
  })

const outcomes = ({ steps }: Verification): Readonly<Record<string, string>> =>
  Object.fromEntries(steps.map(({ name, outcome }) => [name, outcome]))

describe('a proof, step by step', () => {
  let file: string
  beforeAll(async () => {
    file = await fileOf(3)
  })

  it('holds for the entry, its place, the key and the document it names', () => {
    const found = verifyInSteps({ file, key: vkey, document })
    expect(found).toMatchObject({ good: true, index: 3, origin: 'example.org/record' })
    expect(found.said?.act?.type).toBe('decisions.declareAdopted')
    expect(outcomes(found)).toEqual({
      file: 'holds',
      leaf: 'holds',
      path: 'holds',
      signature: 'holds',
      witnesses: 'told',
      document: 'holds',
    })
  })

  it('holds for a sealed entry, with its salt and content', async () => {
    const found = verifyInSteps({ file: await fileOf(5), key: vkey })
    expect(found.good).toBe(true)
    expect(found.steps.find(({ name }) => name === 'leaf')?.variant).toBe('sealed')
  })

  it('names those who cosigned without counting them', async () => {
    const witness = generateKey('example.org/witness', 'cosignature')
    const cosigned = signNote(parseNote(checkpoint), [witness], 1_795_000_000)
    const found = verifyInSteps({ file: await fileOf(3, cosigned), key: vkey })
    expect(found.steps.at(-1)).toMatchObject({ outcome: 'told', facts: { n: 1, names: witness.name } })
  })

  it('fails at the path when a letter of the entry was changed', () => {
    const altered = new TextEncoder().encode(new TextDecoder().decode(entry).replace('Adopted', 'Adopteb'))
    const extra = `extra ${Buffer.from(printEvidence({ leaf: altered })).toString('base64')}`
    const found = verifyInSteps({ file: file.replace(/^extra .*$/m, extra), key: vkey, document })
    expect(found.good).toBe(false)
    expect(outcomes(found)).toMatchObject({ leaf: 'holds', path: 'fails', signature: 'holds' })
  })

  it('fails at the signature under another key, and when the size was changed', () => {
    const other = verifyInSteps({ file, key: printVerifierKey(generateKey(key.name)) })
    expect([other.good, outcomes(other)['signature']]).toEqual([false, 'fails'])
    const grown = verifyInSteps({ file: file.replace('\n9\n', '\n8\n'), key: vkey })
    expect([grown.good, outcomes(grown)['signature']]).toEqual([false, 'fails'])
    expect(verifyInSteps({ file, key: 'no key' }).good).toBe(false)
  })

  it('fails for a document the entry does not name, and does not pass one off that did not come', () => {
    const wrong = verifyInSteps({ file, key: vkey, document: encoder.encode('another') })
    expect([wrong.good, outcomes(wrong)['document']]).toEqual([false, 'fails'])
    const none = verifyInSteps({ file, key: vkey, document: null })
    expect([none.good, outcomes(none)['document']]).toEqual([false, 'open'])
  })

  it('says so when the file is damaged or carries no entry', () => {
    for (const broken of ['', 'nonsense', file.slice(0, 60), file.replace(/^extra .*\n/m, '')]) {
      const found = verifyInSteps({ file: broken, key: vkey })
      expect([found.good, outcomes(found)]).toEqual([
        false,
        { file: 'fails', leaf: 'open', path: 'open', signature: 'open' },
      ])
    }
  })

  it('accepts no file in which a character was changed', () => {
    for (let at = 0; at < file.length; at += 7) {
      const letter = file[at] === 'A' ? 'B' : 'A'
      const altered = file.slice(0, at) + letter + file.slice(at + 1)
      if (verifyInSteps({ file: altered, key: vkey }).good)
        throw new Error(`accepted with ${letter} at ${at}`)
    }
  })
})
