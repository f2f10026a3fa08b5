import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from './index.ts'

describe('canonical JSON', () => {
  test('is the example of RFC 8785, section 3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('orders members by UTF-16 code units, as RFC 8785, section 3.2.3', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const written = canonicalJson(Object.fromEntries(names.map(name => [name, 0])))
    expect(Object.keys(JSON.parse(written))).toHaveLength(7)
    expect(written).toBe('{"\\r":0,"1":0,"\u0080":0,"ö":0,"€":0,"\ud83d\ude00":0,"\ufb33":0}')
  })

  test('writes a number one way', () => {
    for (const [value, text] of [
      [-0, '0'],
      [1e21, '1e+21'],
      [1e20, '100000000000000000000'],
      [1e-7, '1e-7'],
      [5e-324, '5e-324'],
      [1.7976931348623157e308, '1.7976931348623157e+308'],
    ] as const)
      expect(canonicalJson(value)).toBe(text)
  })

  test('leaves out members that are undefined, and only those', () => {
    expect(canonicalJson({ a: undefined, b: null, c: '' } as unknown as Json)).toBe('{"b":null,"c":""}')
  })

  test('throws for what JSON cannot carry', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', 'a\udc00b', { '\ud800': 1 }])
      expect(() => canonicalJson(bad as Json)).toThrow(RangeError)
    for (const bad of [() => 1, Symbol('x'), 1n, undefined, [undefined]])
      expect(() => canonicalJson(bad as unknown as Json)).toThrow(TypeError)
  })

  test('reads back as what it was, and writes the same again', () =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), value => {
        const written = canonicalJson(value as Json)
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(written))).toBe(written)
      }),
    ))

  test('does not depend on the order in which members were set', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), members => {
        const turned = Object.fromEntries(Object.entries(members).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(members))
      }),
    ))
})
