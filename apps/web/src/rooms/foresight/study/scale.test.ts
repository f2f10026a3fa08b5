import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksIn, placeIn, rangeOf, spreadOut } from './scale.ts'

test('a range has room for its ends, and marks within it', () => {
  const range = rangeOf([-1, 3])
  expect(range).toEqual({ from: -1.2, to: 3.2 })
  expect(placeIn(range, 440)(-1)).toBeCloseTo(20)
  expect(marksIn(range)).toEqual([-1, 0, 1, 2, 3])
  expect(rangeOf([2])).toEqual({ from: 1.5, to: 2.5 })
})

test('labels keep apart, stay in their order and above the end where there is room for all', () => {
  const places = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(places, wanted => {
      const spread = spreadOut(wanted, 10, 300)
      const sorted = spread.toSorted((a, b) => a - b)
      expect(sorted.every((place, at) => at === 0 || place - sorted[at - 1]! >= 10 - 1e-9)).toBe(true)
      expect(sorted.at(-1)).toBeLessThanOrEqual(300 + 1e-9)
      for (const [a, one] of wanted.entries())
        for (const [b, other] of wanted.entries())
          if (one < other) expect(spread[a]!).toBeLessThan(spread[b]!)
    }),
  )
})
