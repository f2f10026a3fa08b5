import { describe, expect, it } from 'vitest'
import { generateKey, printVerifierKey } from './keys.ts'
import { isMet, parsePolicy, witnessedBy } from './policy.ts'

const log = printVerifierKey(generateKey('example.org/record'))
const keys = [1, 2, 3, 4].map(n => generateKey(`example.org/w${n}`, 'cosignature'))
const [a, b, c, d] = keys.map(printVerifierKey)
const written = `# who is trusted
log ${log} https://example.org/log/

witness A ${a}
  witness\tB ${b}
witness C ${c} https://example.org/c
witness D ${d}
group some 2 A B C
group both all some D
quorum both
`

describe('a policy', () => {
  it('is met by the witnesses its groups ask for, and by no fewer', () => {
    const { quorum, logs, witnesses } = parsePolicy(written)
    expect([logs.length, witnesses.length]).toEqual([1, 4])
    const met = (...numbers: readonly number[]) =>
      isMet(
        quorum,
        numbers.map(n => keys[n]!),
      )
    expect([met(0, 1, 3), met(1, 2, 3), met(0, 1, 2, 3)]).toEqual([true, true, true])
    expect([met(0, 1, 2), met(0, 3), met(3), met(), met(0, 0, 3)]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('may ask for no witness, or for so many of a list', () => {
    expect(isMet(parsePolicy('quorum none\n').quorum, [])).toBe(true)
    expect(isMet(witnessedBy(0, keys).quorum, [])).toBe(true)
    expect(isMet(witnessedBy(3, keys).quorum, keys.slice(1))).toBe(true)
    expect(isMet(witnessedBy(3, keys).quorum, keys.slice(2))).toBe(false)
    expect(() => witnessedBy(5, keys)).toThrow(expect.objectContaining({ code: 'policy-malformed' }))
    expect(() => witnessedBy(1, [keys[0]!, keys[0]!])).toThrow(/twice/)
  })

  it.each([
    ['has no quorum', `witness A ${a}\n`, undefined],
    ['has two', 'quorum none\nquorum none\n', 2],
    ['names what is not defined above', `quorum A\nwitness A ${a}\n`, 1],
    ['defines a name twice', `witness A ${a}\nwitness A ${b}\nquorum A\n`, 2],
    ['defines none', `witness none ${a}\nquorum none\n`, 1],
    ['gives a key twice', `witness A ${a}\nwitness B ${a}\nquorum A\n`, 2],
    ['counts a witness twice', `witness A ${a}\ngroup x any A A\nquorum x\n`, 2],
    ['asks for more than there are', `witness A ${a}\ngroup x 2 A\nquorum x\n`, 2],
    ['asks for none of them', `witness A ${a}\ngroup x 0 A\nquorum x\n`, 2],
    ['takes a log for a witness', `witness A ${log}\nquorum A\n`, 1],
    ['has a line of another kind', 'quorum none\nhello\n', 2],
  ])('that %s is refused', (_, text, line) => {
    const wanted = line === undefined ? {} : { place: { line } }
    expect(() => parsePolicy(text)).toThrow(expect.objectContaining({ code: 'policy-malformed', ...wanted }))
  })
})
