import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { RecordFault } from './fault.ts'
import { leafHash } from './hashing.ts'
import { generateKey, printVerifierKey } from './keys.ts'
import { parseNote, signNote } from './note.ts'
import { witnessedBy } from './policy.ts'
import { parseProof, printProof, verifyProof } from './proof-bundle.ts'
import { inclusionProof } from './proofs.ts'
import { sealLeaf } from './sealed.ts'
import { entryOf, recordOf } from './testing/naive.ts'

const key = generateKey('example.org/record', 'note', new Uint8Array(32).fill(9))
const vkey = printVerifierKey(key)
const sealed = { salt: new Uint8Array(32).fill(5), content: entryOf(77) }
const entries = Array.from({ length: 300 }, (_, i) => (i === 77 ? sealLeaf(sealed) : entryOf(i)))
const { edge, root, readTile } = recordOf(entries.map(leafHash))
const checkpoint = signCheckpoint({ origin: key.name, size: edge.size, root }, key)
const proofOf = async (index: number, note = checkpoint) =>
  printProof({ index, path: await inclusionProof(index, edge.size, readTile), checkpoint: note })
const fault = (code: string) => expect.objectContaining({ code })

describe('a proof file', () => {
  it('proves an open entry with nothing but the file, the entry and the public key', async () => {
    for (const index of [0, 1, 255, 256, 299]) {
      const proven = verifyProof(await proofOf(index), { leaf: entries[index]! }, vkey)
      expect([proven.index, proven.checkpoint.size, proven.leaf]).toEqual([index, 300, entries[index]])
    }
  })

  it('proves a sealed entry to whoever has salt and content', async () => {
    const file = await proofOf(77)
    expect(verifyProof(file, { sealed }, vkey).leaf).toEqual(entries[77])
    const guessed = { ...sealed, content: entryOf(78) }
    expect(() => verifyProof(file, { sealed: guessed }, vkey)).toThrow(fault('leaf-mismatch'))
    expect(() => verifyProof(file, { sealed: { ...sealed, salt: new Uint8Array(32) } }, vkey)).toThrow(
      fault('leaf-mismatch'),
    )
  })

  it('reads as the specification shows', async () => {
    const lines = (await proofOf(256)).split('\n')
    expect(lines.slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 256'])
    expect(lines.slice(lines.indexOf('') + 1, lines.indexOf('') + 3)).toEqual([key.name, '300'])
    const bundle = { ...parseProof(await proofOf(3)), extra: Uint8Array.of(1, 2, 3) }
    expect(printProof(bundle).split('\n')[1]).toBe('extra AQID')
    expect(parseProof(printProof(bundle))).toEqual(bundle)
    expect(verifyProof(printProof(bundle), { leaf: entries[3]! }, vkey).extra).toEqual(bundle.extra)
  })

  it('asks for a quorum of witnesses when a policy is given', async () => {
    const witnesses = [1, 2, 3].map(n => generateKey(`example.org/w${n}`, 'cosignature'))
    const cosigned = signNote(parseNote(checkpoint), witnesses.slice(0, 2), 1_795_000_000)
    const [alone, seen] = [await proofOf(4), await proofOf(4, cosigned)]
    const policy = witnessedBy(2, witnesses)
    expect(verifyProof(seen, { leaf: entries[4]! }, vkey, policy).checkpoint.cosignatures.length).toBe(2)
    expect(() => verifyProof(alone, { leaf: entries[4]! }, vkey, policy)).toThrow(fault('witnesses-missing'))
    expect(() => verifyProof(seen, { leaf: entries[4]! }, vkey, witnessedBy(3, witnesses))).toThrow(
      /2 of 3 known witnesses/,
    )
  })

  it('says for every kind of damage what it is', async () => {
    const file = await proofOf(4)
    const leaf = { leaf: entries[4]! }
    const damage: readonly (readonly [string, string, typeof vkey?])[] = [
      ['proof-malformed', file.replace('@v1', '@v2')],
      ['proof-malformed', file.replace('index 4', 'index 04')],
      ['proof-malformed', file.replace('index 4\n', '')],
      ['proof-malformed', file.replace('\nindex 4', '\nindex 4 ')],
      ['proof-malformed', 'c2sp.org/tlog-proof@v1\nindex 4\n'],
      ['proof-malformed', file.replace('index 4\n', 'index 4\nAAAA\n')],
      ['base64-malformed', file.replace('index 4\n', 'index 4\nhello\n')],
      ['index-beyond-size', file.replace('index 4', 'index 300')],
      ['leaf-mismatch', file.replace('index 4', 'index 5')],
      ['proof-length', file.replace(/index 4\n.*\n/, 'index 4\n')],
      ['note-malformed', file.slice(0, file.lastIndexOf('—'))],
      ['signature-invalid', file.replace('\n300\n', '\n301\n')],
      ['signature-unknown', file, printVerifierKey(generateKey(key.name))],
      ['key-malformed', file, vkey.slice(1)],
    ]
    for (const [code, damaged, with_ = vkey] of damage)
      expect(() => verifyProof(damaged, leaf, with_), code).toThrow(fault(code))
    expect(() => verifyProof(file, { leaf: entries[5]! }, vkey)).toThrow(fault('leaf-mismatch'))
    const other = generateKey('example.org/other')
    const elsewhere = await proofOf(4, signCheckpoint({ origin: key.name, size: 300, root }, other))
    expect(() => verifyProof(elsewhere, leaf, other)).toThrow(fault('origin-mismatch'))
  })

  it('with any one bit flipped proves nothing', async () => {
    const bytes = new TextEncoder().encode(await proofOf(123))
    const decoder = new TextDecoder()
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), bit => {
        const flipped = bytes.slice()
        flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7))
        expect(() => verifyProof(decoder.decode(flipped), { leaf: entries[123]! }, vkey)).toThrow(RecordFault)
      }),
      { numRuns: 300 },
    )
  })

  it('may be any text without breaking, and is printed as it was when it parses', () => {
    const pieces = fc.constantFrom(
      'c2sp.org/tlog-proof@v1\n',
      'index 7\n',
      'extra AAAA\n',
      'AAAA\n',
      '\n',
      checkpoint,
      'x',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 6 }).map(parts => parts.join('')),
        ),
        text => {
          try {
            expect(printProof(parseProof(text))).toBe(text)
          } catch (caught) {
            expect(caught).toBeInstanceOf(RecordFault)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
