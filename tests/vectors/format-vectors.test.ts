import { readFileSync } from 'node:fs'
import {
  emptyRoot,
  leafHash,
  nodeHash,
  openNote,
  parseCheckpoint,
  parseNote,
  parseSignerKey,
  parseVerifierKey,
  printNote,
  printVerifierKey,
  RecordFault,
  signNote,
  verifyBytes,
} from '@gavel/record'
import { nodeHashing } from '@gavel/record/node'
import { describe, expect, it } from 'vitest'

const load = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const bytes = (text: string, encoding: 'hex' | 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')

interface HashVector {
  readonly what: 'empty' | 'leaf' | 'node'
  readonly entry?: string
  readonly left?: string
  readonly right?: string
  readonly hash: string
}

describe('RFC 6962 hashes', () => {
  it.each<HashVector>(load('rfc6962/hashes.json'))('$what $entry$left$right', vector => {
    const [entry, left, right] = [vector.entry, vector.left, vector.right].map(text =>
      bytes(text ?? '', 'utf8'),
    )
    if (vector.what === 'empty') expect(hex(emptyRoot())).toBe(vector.hash)
    if (vector.what === 'leaf') {
      expect(hex(leafHash(entry!))).toBe(vector.hash)
      expect(hex(nodeHashing.leafHash(entry!))).toBe(vector.hash)
    }
    // The vector's halves are four bytes, which no node of a tree has: so the input is put together here.
    if (vector.what === 'node') {
      const input = Uint8Array.of(1, ...left!, ...right!)
      expect(hex(nodeHashing.sha256(input))).toBe(vector.hash)
    }
    const two = [leafHash(entry!), emptyRoot()] as const
    expect(nodeHash(...two)).toEqual(nodeHashing.nodeHash(...two))
  })
})

describe('signed notes', () => {
  const notes = load('c2sp/notes.json')
  it.each(notes.open as readonly { source: string; vkey: string; text: string; signatures: string }[])(
    'of $source open: $vkey',
    ({ vkey, text, signatures }) => {
      const key = parseVerifierKey(vkey)
      expect(printVerifierKey(key)).toBe(vkey)
      const note = `${text}\n${signatures}`
      const opened = openNote(note, [key])
      expect([opened.text, opened.verified.length, printNote(opened)]).toEqual([text, 1, note])
      expect(() => openNote(note.replace('i', 'j'), [key])).toThrow(RecordFault)
    },
  )

  it('are signed to the very bytes x/mod/sumdb/note signs', () => {
    const { skey, vkey, text, signatures } = notes.sign
    expect(printVerifierKey(parseSignerKey(skey))).toBe(vkey)
    expect(signNote(text, [parseSignerKey(skey)])).toBe(`${text}\n${signatures}`)
  })

  it('and keys that x/mod/sumdb/note refuses are refused', () => {
    for (const vkey of notes.badKeys.vkeys) expect(() => parseVerifierKey(vkey)).toThrow(RecordFault)
    const key = parseVerifierKey(notes.badNotes.vkey)
    for (const note of notes.badNotes.notes)
      expect(() => openNote(note, [key])).toThrow(expect.objectContaining({ code: 'note-malformed' }))
  })

  it('of the checkpoint and cosignature specifications are read', () => {
    const { checkpoint, size, cosignatureTime } = notes.unsignedExamples
    const note = parseNote(checkpoint)
    expect(parseCheckpoint(note.text).size).toBe(size)
    expect(note.signatures.map(({ bytes: signature }) => signature.length)).toEqual([64, 72])
    const stamp = note.signatures[1]!.bytes
    expect(Number(new DataView(stamp.buffer, stamp.byteOffset).getBigUint64(0))).toBe(cosignatureTime)
    expect(printNote(note)).toBe(checkpoint)
  })
})

interface Ed25519Vector {
  readonly number: number
  readonly accepted: boolean
  readonly key: string
  readonly sig: string
  readonly msg: string
  readonly flags: readonly string[]
}

describe('Ed25519 edge cases', () => {
  it.each<Ed25519Vector>(load('c2sp/ed25519.json'))('number $number: accepted $accepted', vector => {
    const [message, signature, key] = [
      bytes(vector.msg, 'utf8'),
      bytes(vector.sig, 'hex'),
      bytes(vector.key, 'hex'),
    ]
    expect(verifyBytes(message, signature, key)).toBe(vector.accepted)
    const refusedFor = ['low_order_A', 'non_canonical_A', 'non_canonical_R']
    expect(vector.accepted).toBe(!refusedFor.some(flag => vector.flags.includes(flag)))
  })
})
