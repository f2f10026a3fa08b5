import { expect, test } from 'vitest'
import { addressOf, greatest } from './sums.ts'

test('bars are measured by the greatest of their own column, and words have none', () => {
  const columns = [
    { name: 'member', kind: 'key' },
    { name: 'due', kind: 'count' },
    { name: 'title', kind: 'label' },
  ] as const
  expect(
    greatest({
      columns,
      rows: [
        ['AAA', 2, 'x'],
        [null, 7, 'y'],
        ['BBB', 0, 'z'],
      ],
    }),
  ).toEqual([0, 7, 0])
  expect(greatest({ columns, rows: [] })).toEqual([0, 0, 0])
})

test('a question is an address, the same for the view and its files', () => {
  expect(addressOf('standing', { by: [], member: '' })).toBe('/api/analysis/standing')
  expect(addressOf('reports', { by: ['member', 'year'], member: 'KAZ' }, '.csv')).toBe(
    '/api/analysis/reports.csv?by=member%2Cyear&member=KAZ',
  )
})
