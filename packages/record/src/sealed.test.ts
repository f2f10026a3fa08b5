import { describe, expect, it } from 'vitest'
import { isSealedLeaf, openSealedLeaf, sealLeaf } from './sealed.ts'

const salt = new Uint8Array(32).fill(3)
const content = Uint8Array.of(1, 2, 3)

describe('a sealed leaf', () => {
  it('has 48 bytes and tells nothing of its content, not even the length', () => {
    expect(sealLeaf({ salt, content }).length).toBe(48)
    expect(sealLeaf({ salt, content: new Uint8Array(60_000) }).length).toBe(48)
    expect(sealLeaf({ salt: new Uint8Array(32), content })).not.toEqual(sealLeaf({ salt, content }))
    expect(isSealedLeaf(sealLeaf({ salt, content }))).toBe(true)
    expect(isSealedLeaf(Uint8Array.from('{"kind":"act"}', letter => letter.charCodeAt(0)))).toBe(false)
  })

  it('opens for its own salt and content, and for nothing else', () => {
    const leaf = sealLeaf({ salt, content })
    expect(openSealedLeaf(leaf, { salt, content })).toEqual(content)
    const mismatch = expect.objectContaining({ code: 'seal-mismatch' })
    expect(() => openSealedLeaf(leaf, { salt, content: Uint8Array.of(1, 2, 4) })).toThrow(mismatch)
    expect(() => openSealedLeaf(leaf, { salt: new Uint8Array(32), content })).toThrow(mismatch)
    // A byte moved from salt to content must not go unnoticed: the salt has a fixed length.
    expect(() => sealLeaf({ salt: salt.slice(1), content })).toThrow(/32 bytes/)
    expect(() => openSealedLeaf(content, { salt, content })).toThrow(/not a sealed one/)
  })
})
