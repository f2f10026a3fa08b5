import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from './utf8.ts'

const reference = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

describe('reading UTF-8', () => {
  it('reads what is UTF-8 and refuses what is not, as a strict decoder does', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }).map(text => new TextEncoder().encode(text)),
    )
    fc.assert(
      fc.property(bytes, value => {
        let expected: string | undefined
        try {
          expected = reference.decode(value)
        } catch {}
        const decoded = decodeUtf8(value)
        expect(decoded.kind === 'text' ? decoded.text : undefined).toBe(expected)
      }),
      { numRuns: 5_000 },
    )
  })

  it('says where the bytes stop being UTF-8', () => {
    const cases: readonly (readonly [readonly number[], number])[] = [
      [[0x61, 0xff], 1],
      [[0xc0, 0x80], 0],
      [[0x61, 0x62, 0xed, 0xa0, 0x80], 2],
      [[0xf4, 0x90, 0x80, 0x80], 0],
      [[0xd0, 0x91, 0xd0], 2],
    ]
    for (const [bytes, offset] of cases)
      expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ kind: 'notUtf8', offset })
  })

  it('reads a long text in one go', () => {
    const text = 'подчёркивая 😀 '.repeat(20_000)
    expect(decodeUtf8(new TextEncoder().encode(text))).toEqual({ kind: 'text', text })
  })
})
