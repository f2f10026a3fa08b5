import { expect, test } from 'vitest'
import { founded, happened } from './analysis/testing/walk.ts'
import { recommendationsList } from './reviews.ts'

const said = { member: 'AAA', to: 'BBB', wording: 'Do.', on: '2026-11-23' }
const walk = [
  { recommendation: 'a', said: { ...said, on: '2026-01-05' } },
  { recommendation: 'b', said: { ...said, wording: 'Publish the levels.' } },
  { recommendation: 'c', said: { ...said, wording: 'Measure the snow.' } },
  { recommendation: 'd', said: { ...said, review: 'v1' } },
].reduce(
  (to, one) => happened(to, { type: 'commitments.recommended', ...one }, '2026-11-24T10:00:00.000Z' as never),
  founded,
)

const list = (query: Parameters<typeof recommendationsList>[1], sees = false) =>
  recommendationsList(
    { state: walk.state, now: '2026-11-24T10:00:00.000Z' as never, readable: () => sees },
    query,
  )
const ids = (...asked: Parameters<typeof list>) => list(...asked).rows.map(({ id }) => id)

test('recommendations stand newest first, and of one day by what they say, whatever their ids are', () => {
  expect(ids({})).toEqual(['c', 'b', 'a'])
  expect(ids({}, true)).toEqual(['d', 'c', 'b', 'a'])
})

test('a page follows another in that order, and the last has none after it', () => {
  const first = list({ limit: 2 })
  expect([first.total, first.next, first.rows.map(({ id }) => id)]).toEqual([3, 'b', ['c', 'b']])
  expect(list({ limit: 2, after: 'b' })).toMatchObject({ next: null, rows: [{ id: 'a' }] })
})
