import { expect, test } from 'vitest'
import { addressOf, askedOf, drawnOf, groups, isTable, questionIn, rankOf, waysOf, yearsOf } from './sums.ts'

const column = (name: string, kind: 'key' | 'label' | 'count' | 'seconds' = 'count') => ({ name, kind })

test('a question is read from an address, and an address made of it asks the same', () => {
  const question = questionIn('reports', '?by=member,year&member=KAZ&from=2024&until=2026')
  expect(question).toEqual({ by: 'member,year', member: 'KAZ', dimension: '', from: '2024', until: '2026' })
  expect(questionIn('reports', addressOf('reports', question).split('?')[1]!)).toEqual(question)
  expect(askedOf('reports', question, '.csv')).toBe(
    '/api/analysis/reports.csv?by=member%2Cyear&member=KAZ&from=2024&until=2026',
  )
})

test('what an address may not ask is passed over', () => {
  const question = questionIn('standing', '?by=year&member=<script>&from=20&until=1999x&dimension=ECO')
  expect(question).toEqual({ by: 'member', member: '', dimension: 'ECO', from: '', until: '' })
  expect(questionIn('reports', '?from=2026&until=2024').until).toBe('2026')
  expect(askedOf('coverage', questionIn('coverage', '?by=member'))).toBe('/api/analysis/coverage')
})

test('how commitments stand has no years, and nobody makes an activity her own', () => {
  expect(waysOf('standing')).toEqual(['member', 'area', 'dimension', 'member,dimension'])
  expect(waysOf('activities')[0]).toBe('area')
  expect(waysOf('voice')).toEqual(['member', 'year', 'member,year'])
  expect(waysOf('moves')).toEqual([])
  expect(groups.flatMap(([, names]) => names).every(isTable)).toBe(true)
  expect(isTable('constructor')).toBe(false)
})

test('what is drawn is what holds anything, and never seconds beside numbers', () => {
  const voice = {
    columns: [column('member', 'key'), column('proposed'), column('won'), column('floorSeconds', 'seconds')],
    rows: [['KAZ', 3, 0, 120]],
  }
  expect(drawnOf('voice', voice)).toEqual({ as: 'dots', parts: [1] })
  expect(drawnOf('voice', { ...voice, rows: [['KAZ', 0, 0, 120]] })).toBeUndefined()
  expect(drawnOf('voice', { ...voice, rows: [] })).toBeUndefined()
})

test('the course of years is a line, but parts of a whole stay bars', () => {
  const years = [
    ['2023', 1, 2],
    ['2026', 4, 0],
  ]
  const columns = [column('year', 'key'), column('hosted'), column('tookPart')]
  expect(drawnOf('participation', { columns, rows: years })?.as).toBe('lines')
  const reports = [column('year', 'key'), column('onTime'), column('unanswered')]
  expect(drawnOf('reports', { columns: reports, rows: years })?.as).toBe('bars')
  expect(yearsOf(years)).toEqual(['2023', '2024', '2025', '2026'])
  expect(yearsOf([[null, 1]])).toEqual([])
})

test('a word of a report has its place on the way, silence and doubt have none', () => {
  expect(['notStarted', 'complete', 'unclear', null].map(rankOf)).toEqual([0, 3, null, null])
})
