import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsBeside, marksIn, placeIn, rangeOf } from './scale.ts'

test('a range has room for its ends, and marks within it', () => {
  const range = rangeOf([-1, 3])
  expect(range).toEqual({ from: -1.2, to: 3.2 })
  expect(placeIn(range, 440)(-1)).toBeCloseTo(20)
  expect(marksIn(range)).toEqual([-1, 0, 1, 2, 3])
  expect(rangeOf([2])).toEqual({ from: 1.5, to: 2.5 })
})

test('no label lies upon another, and a mark that stands alone has its label at its own height', () => {
  const mark = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) })
  fc.assert(
    fc.property(fc.array(mark, { minLength: 1, maxLength: 30 }), marks => {
      const labels = labelsBeside(marks, 14, { width: 34, height: 13 })
      for (const [a, one] of labels.entries())
        for (const [b, other] of labels.entries())
          if (a < b && Math.abs(marks[a]!.x - marks[b]!.x) < 34)
            expect(Math.abs(one - other)).toBeGreaterThanOrEqual(13)
    }),
  )
  const far = [
    { x: 0, y: 50 },
    { x: 300, y: 60 },
  ]
  expect(labelsBeside(far, 14, { width: 34, height: 13 })).toEqual([50, 60])
})
