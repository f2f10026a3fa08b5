import type { PointShown } from '@gavel/foresight/browser'
import { expect, test } from 'vitest'
import { emptyTell, formOf, keyOf, toldIn } from './form.ts'

const point = (id: string, ...options: readonly string[]): PointShown => ({
  point: id,
  paragraph: 'p1',
  number: '1',
  options: options.map(option => ({ option, wording: option, maintainedBy: [], objectedBy: [] })),
})

test('only what was said is told, of points that are open still', () => {
  const points = [point('b1', 'o1', 'o2'), point('p2', 'p2', 'alt')]
  expect(toldIn(emptyTell, points)).toEqual([])
  const form = {
    matters: { b1: 9, gone: 1 },
    can: { [keyOf('b1', 'o2')]: 'cannot', [keyOf('p2', 'p2')]: 'canAccept', [keyOf('gone', 'x')]: 'cannot' },
  } as const
  const told = toldIn(form, points)
  expect(told).toEqual([
    { point: 'b1', matters: 9, options: [{ option: 'o2', can: 'cannot' }] },
    { point: 'p2', matters: 5, options: [{ option: 'p2', can: 'canAccept' }] },
  ])
  expect(toldIn(formOf(told), points)).toEqual(told)
})
