import { describe, expect, it } from 'vitest'
import type { EditionRow } from '../answers.ts'
import { byDimension, coverage } from './editions.ts'

const measure = (id: string, more: object = {}) => ({
  measure: id,
  area: 'a',
  name: { en: id },
  source: 'test',
  agreed: [],
  commitments: 0,
  activities: 0,
  ...more,
})
const edition = (catalogue: string, ...measures: readonly object[]): EditionRow =>
  ({
    catalogue,
    title: { en: catalogue },
    adopted: null,
    source: 'test',
    decision: null,
    dimensions: [
      {
        dimension: 'MP',
        areas: [
          {
            area: 'a',
            name: { en: 'A' },
            source: 's',
            coordinators: [],
            coCoordinators: [],
            papers: [],
            measures,
          },
        ],
      },
    ],
  }) as unknown as EditionRow

describe('editions of the catalogue', () => {
  it('[C-1] stand side by side: an area once, with its measures in each', () => {
    const [mp] = byDimension([edition('2004', measure('1')), edition('2021', measure('1'), measure('2'))])
    expect(mp?.areas).toHaveLength(1)
    expect(
      mp?.areas[0]?.measures.map(({ catalogue, measures }) => [catalogue, measures.map(one => one.measure)]),
    ).toEqual([
      ['2004', ['1']],
      ['2021', ['1', '2']],
    ])
  })

  it('[C-3] count as taken up what is undertaken, planned or agreed, and no more what was left', () => {
    const agreed = [{ member: 'AAA', from: '2013', until: '2014' }]
    const one = edition(
      '2004',
      measure('1'),
      measure('2', { commitments: 1 }),
      measure('3', { activities: 1 }),
      measure('4', { agreed: [{ member: 'AAA', from: '2013' }] }),
      measure('5', { agreed }),
    )
    expect(coverage(one)).toEqual({ taken: 3, all: 5 })
  })
})
