import { describe, expect, test } from 'vitest'
import { legendPlaces, rowLayout, shortened, ticksFor } from './layout.ts'

describe('the layout of a plot', () => {
  test('an axis has whole numbers, and reaches what is greatest', () => {
    for (const most of [0, 1, 2, 3, 4, 5, 7, 12, 28, 99, 100, 101, 4321]) {
      const ticks = ticksFor(most)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.every(Number.isInteger)).toBe(true)
      expect(ticks.length).toBeLessThanOrEqual(6)
    }
  })

  test('on a phone a name stands above its mark, which has the width to itself', () => {
    expect(rowLayout(320)).toMatchObject({ isWide: false, start: 8 })
    expect(rowLayout(900)).toMatchObject({ isWide: true, start: 208 })
  })

  test('a legend begins a new line where it would not fit', () => {
    const { places, height } = legendPlaces(['complete', 'limited', 'silent'], 200)
    expect(places.map(({ line }) => line)).toEqual([0, 0, 1])
    expect(places[2]?.x).toBe(0)
    expect(height).toBe(52)
    expect(legendPlaces([], 200).height).toBe(0)
  })

  test('a name too long for its place says that it goes on', () => {
    expect(shortened('Kazakhstan', 200)).toBe('Kazakhstan')
    expect(shortened('Kazakhstan', 40)).toBe('Kaza…')
  })
})
