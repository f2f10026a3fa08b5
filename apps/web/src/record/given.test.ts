import { generateKey, printVerifierKey } from '@gavel/record'
import { describe, expect, it } from 'vitest'
import { isKey, nothingGiven, withFile } from './given.ts'

const bytes = (words: string): Uint8Array => new TextEncoder().encode(words)
const key = printVerifierKey(generateKey('example.org/record'))

describe('files given to be verified', () => {
  it('are told apart by what they are', () => {
    const proof = withFile(nothingGiven, 'anything.txt', bytes('c2sp.org/tlog-proof@v1\nindex 1\n'))
    expect(proof.proof?.name).toBe('anything.txt')
    const all = withFile(withFile(proof, 'vkey', bytes(`${key}\n`)), 'charter.md', bytes('# Charter'))
    expect(all).toMatchObject({ key, document: { name: 'charter.md' }, proof: { name: 'anything.txt' } })
  })

  it('a file that calls itself a proof is taken for one, so that what is wrong with it is said', () => {
    expect(withFile(nothingGiven, 'entry-3.tlog-proof', bytes('damaged')).proof?.words).toBe('damaged')
  })

  it('a key is known by its form', () => {
    expect([isKey(key), isKey(` ${key}\n`), isKey('example.org/record'), isKey('')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
