import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64 } from './bytes.ts'
import { checkpointBody, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { RecordFault } from './fault.ts'
import { emptyRoot, leafHash } from './hashing.ts'
import { generateKey } from './keys.ts'
import { parseNote, signNote } from './note.ts'

const root = leafHash(new Uint8Array(3))
const key = generateKey('example.org/record')
const witness = generateKey('example.org/witness', 'cosignature')
const checkpoint = { origin: key.name, size: 20_852_163, root }

describe('checkpoints', () => {
  it('are three lines', () => {
    expect(checkpointBody(checkpoint)).toBe(`example.org/record\n20852163\n${toBase64(root)}\n`)
  })

  it('read back what was written, further lines included', () => {
    for (const written of [checkpoint, { ...checkpoint, extensions: ['a', 'b c'] }])
      expect(parseCheckpoint(checkpointBody(written))).toEqual(written)
  })

  it('open with the key of the record they name', () => {
    const note = signNote(parseNote(signCheckpoint(checkpoint, key)), [witness], 7)
    const opened = openCheckpoint(note, key, [witness])
    expect(opened).toMatchObject(checkpoint)
    expect(opened.cosignatures.map(({ key: by, time }) => [by.name, time])).toEqual([[witness.name, 7]])
    expect(openCheckpoint(note, key).cosignatures).toEqual([])
  })

  it('are refused when only a witness signed, or for another origin', () => {
    const onlyWitness = signNote(checkpointBody(checkpoint), [witness], 7)
    const unknown = expect.objectContaining({ code: 'signature-unknown' })
    expect(() => openCheckpoint(onlyWitness, key, [witness])).toThrow(unknown)
    const elsewhere = signCheckpoint({ ...checkpoint, origin: 'example.org/other' }, key)
    expect(() => openCheckpoint(elsewhere, key)).toThrow(expect.objectContaining({ code: 'origin-mismatch' }))
  })

  const encoded = toBase64(root)
  it.each([
    ['', 1],
    ['a\n', 2],
    [`a\n1\n${encoded}`, 3],
    [`\n1\n${encoded}\n`, 1],
    [`a\n01\n${encoded}\n`, 2],
    [`a\n-1\n${encoded}\n`, 2],
    [`a\n1e3\n${encoded}\n`, 2],
    [`a\n9007199254740992\n${encoded}\n`, 2],
    [`a\n1\n${encoded}\n\n`, 4],
    ['a\n1\nAAAA\n', 3],
    [`a\n0\n${encoded}\n`, 3],
  ])('that read %j are refused with the line', (text, line) => {
    expect(() => parseCheckpoint(text)).toThrow(
      expect.objectContaining({ code: 'checkpoint-malformed', place: { line } }),
    )
  })

  it('of an empty record have the root of nothing', () => {
    const empty = { origin: 'a', size: 0, root: emptyRoot() }
    expect(parseCheckpoint(checkpointBody(empty))).toEqual(empty)
  })

  it('are never written so that they could not be read', () => {
    for (const wrong of [
      { ...checkpoint, origin: '' },
      { ...checkpoint, origin: 'a\nb' },
      { ...checkpoint, size: 1.5 },
      { ...checkpoint, root: new Uint8Array(31) },
      { ...checkpoint, extensions: [''] },
    ])
      expect(() => checkpointBody(wrong)).toThrow(RecordFault)
  })

  it('take any text without breaking, and print what they accept as it was', () => {
    const pieces = fc.constantFrom('a', '\n', '0', '7', encoded, '=', ' ')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(parts => parts.join('')),
        ),
        text => {
          try {
            expect(checkpointBody(parseCheckpoint(text))).toBe(text)
          } catch (caught) {
            expect(caught).toBeInstanceOf(RecordFault)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
