import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordFault } from './fault.ts'
import {
  generateKey,
  parseSignerKey,
  parseVerifierKey,
  printSignerKey,
  printVerifierKey,
  verifierKey,
} from './keys.ts'
import { openNote, parseNote, printNote, signNote } from './note.ts'

const seeded = (n: number) => new Uint8Array(32).fill(n)
const key = generateKey('example.org/record', 'note', seeded(1))
const witness = generateKey('example.org/witness', 'cosignature', seeded(2))
const other = generateKey('example.org/other', 'note', seeded(3))
const text = 'example.org/record\n2\nVdiJXIlCF/wERsA0DPrkpNTSsGSKuqJxFMe3yQNAtX0=\n'
const fault = (code: string, line?: number) =>
  expect.objectContaining(line === undefined ? { code } : { code, place: { line } })

describe('keys', () => {
  it('read back what was printed, public and secret', () => {
    for (const made of [key, witness, generateKey('ключ.example')]) {
      expect(parseSignerKey(printSignerKey(made))).toEqual(made)
      expect(parseVerifierKey(printVerifierKey(made))).toEqual(verifierKey(made))
    }
  })

  it('never print the seed as a public key, and differ each time they are made', () => {
    expect(verifierKey(key)).not.toHaveProperty('seed')
    expect(generateKey('a')).not.toEqual(generateKey('a'))
  })

  it.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\nb', 'a\u2003b', 'a\ud800'])('refuse the name %j', name => {
    expect(() => generateKey(name)).toThrow(fault('key-malformed'))
  })

  it('refuse every part of a key and every key with one character changed', () => {
    for (const [printed, parse] of [
      [printVerifierKey(key), parseVerifierKey],
      [printSignerKey(key), parseSignerKey],
    ] as const) {
      for (let i = 0; i < printed.length; i++) {
        const changed = String.fromCharCode(printed.charCodeAt(i) + 1)
        expect(() => parse(printed.slice(0, i) + changed + printed.slice(i + 1))).toThrow(RecordFault)
        expect(() => parse(printed.slice(0, i))).toThrow(RecordFault)
        expect(() => parse(printed.slice(i + 1))).toThrow(RecordFault)
      }
    }
  })
})

describe('notes', () => {
  it('open with the key that signed them', () => {
    const opened = openNote(signNote(text, [key]), [verifierKey(key)])
    expect(opened.text).toBe(text)
    expect(opened.verified.map(signature => signature.name)).toEqual([key.name])
    expect(opened.unverified).toEqual([])
  })

  it('set signatures of unknown keys aside, and refuse when no other is left', () => {
    const note = signNote(text, [other, key])
    const opened = openNote(note, [key])
    expect(opened.unverified.map(signature => signature.name)).toEqual([other.name])
    expect(() => openNote(note, [witness])).toThrow(fault('signature-unknown'))
    expect(() => openNote(note, [])).toThrow(fault('signature-unknown'))
    // The same name with another key is another key.
    expect(() => openNote(note, [generateKey(key.name)])).toThrow(fault('signature-unknown'))
  })

  it('are refused whole when a known signature does not hold', () => {
    const note = signNote(text, [key, other])
    const altered = note.replace('\n2\n', '\n3\n')
    expect(() => openNote(altered, [key])).toThrow(fault('signature-invalid'))
    const parsed = parseNote(note)
    const broken = parsed.signatures.map((signature, i) =>
      i === 1
        ? { ...signature, bytes: signature.bytes.map((byte, j) => (j === 9 ? byte ^ 1 : byte)) }
        : signature,
    )
    const forged = printNote({ text, signatures: broken })
    expect(openNote(forged, [key]).verified.length).toBe(1)
    expect(() => openNote(forged, [key, other])).toThrow(fault('signature-invalid'))
  })

  it('carry cosignatures with their time', () => {
    const note = signNote(parseNote(signNote(text, [key])), [witness], 1_795_000_000)
    const opened = openNote(note, [key, witness])
    expect(opened.verified.map(({ name, time }) => [name, time])).toEqual([
      [key.name, undefined],
      [witness.name, 1_795_000_000],
    ])
    expect(() => signNote(text, [witness])).toThrow(fault('signature-invalid'))
    // A witness's signature over another time does not hold.
    const parsed = parseNote(note)
    const later = parsed.signatures.map(signature =>
      signature.name === witness.name
        ? { ...signature, bytes: signature.bytes.map((byte, i) => (i === 7 ? byte + 1 : byte)) }
        : signature,
    )
    expect(() => openNote(printNote({ text, signatures: later }), [key, witness])).toThrow(
      fault('signature-invalid'),
    )
  })

  it('replace a signature of the same key, and take at least 16, here 200', () => {
    const once = signNote(text, [key])
    expect(signNote(parseNote(once), [key])).toBe(once)
    const keys = Array.from({ length: 200 }, (_, i) => generateKey(`example.org/${i}`, 'note', seeded(i)))
    expect(openNote(signNote(text, keys), keys.slice(0, 16)).verified.length).toBe(16)
    expect(openNote(signNote(text, keys), keys.slice(199)).verified.length).toBe(1)
    const many = `${text}\n${once.slice(text.length + 1).repeat(257)}`
    expect(() => openNote(many, [key])).toThrow(fault('note-malformed'))
  })

  it('count a signature that stands twice once', () => {
    const once = signNote(text, [key])
    const twice = once + once.slice(text.length + 1)
    expect(openNote(twice, [key]).verified.length).toBe(1)
  })

  it('keep empty lines and dashes in the text', () => {
    const odd = '\n— not a signature\n\n\n— nor this one\n'
    expect(openNote(signNote(odd, [key]), [key]).text).toBe(odd)
  })

  const signed = signNote(text, [key])
  it.each([
    ['no blank line', text, undefined],
    ['no signature', `${text}\n`, 5],
    ['no last newline', signed.slice(0, -1), 5],
    ['a control character', signed.replace('record\n2', 'record\n\t2'), 2],
    ['a carriage return', signed.replaceAll('\n', '\r\n'), 1],
    ['half a surrogate pair', signed.replace('example', '\ud800'), undefined],
    ['a line that is no signature', `${signed}hello\n`, 6],
    ['another dash', signed.replace('—', '-'), 5],
    ['a plus in the name', signed.replace('— example', '— exam+ple'), 5],
    ['two blanks', signed.replace('— example', '—  example'), 5],
    ['a signature too short', `${text}\n— a AAAAAA==\n`, 5],
    ['more than a megabyte', `${'a'.repeat(1_000_001)}\n${signed}`, undefined],
  ])('are refused with the line: %s', (_, note, line) => {
    expect(() => openNote(note, [key])).toThrow(fault('note-malformed', line))
  })

  it('are refused when they are not UTF-8, or spelt in a second way', () => {
    const bytes = new TextEncoder().encode(signed)
    expect(openNote(bytes, [key]).text).toBe(text)
    bytes[3] = 0xff
    expect(() => openNote(bytes, [key])).toThrow(fault('note-malformed'))
    const last = signed.slice(-3, -1)
    expect(last).toMatch(/=$/)
    const respelt = `${signed.slice(0, -3)}${String.fromCharCode(last.charCodeAt(0) + 1)}=\n`
    expect(() => openNote(respelt, [key])).toThrow(fault('base64-malformed', 5))
  })

  it('with any one bit flipped are refused, or lose the signature', () => {
    const bytes = new TextEncoder().encode(signed)
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), bit => {
        const flipped = bytes.slice()
        flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7))
        expect(() => openNote(flipped, [key])).toThrow(RecordFault)
      }),
      { numRuns: 300 },
    )
  })

  it('take any text without breaking, and print what they accept as it was', () => {
    const pieces = fc.constantFrom('— ', 'a ', 'AAAAAAA=', '\n', '\n\n', 'x', '=', '+', ' ', '\u0000', signed)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(parts => parts.join('')),
        ),
        note => {
          try {
            expect(printNote(parseNote(note))).toBe(note)
          } catch (caught) {
            expect(caught).toBeInstanceOf(RecordFault)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
