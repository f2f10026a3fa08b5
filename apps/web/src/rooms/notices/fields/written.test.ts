import type { FieldShape } from '@gavel/notices/browser'
import { expect, test } from 'vitest'
import { valueIn, valuesIn, writtenOf } from './written.ts'

const field = (kind: FieldShape['kind'], name = 'x'): FieldShape => ({
  field: name,
  name: { en: name },
  kind,
  required: true,
})

test('[N-6] what was written is read as what its field holds; what is unreadable is not sent', () => {
  const zone = 'Asia/Almaty'
  expect(valueIn(field('text'), { text: '  It burns. ' }, zone)).toBe('It burns.')
  expect(valueIn(field('number'), { text: '1 200,5' }, zone)).toBe(1200.5)
  expect(valueIn(field('number'), { text: 'many' }, zone)).toBeUndefined()
  expect(valueIn(field('number'), { text: '' }, zone)).toBeUndefined()
  expect(valueIn(field('instant'), { day: '2026-11-24', time: '10:00' }, zone)).toBe(
    '2026-11-24T05:00:00.000Z',
  )
  expect(valueIn(field('instant'), { day: '2026-11-24' }, zone)).toBeUndefined()
  expect(valueIn(field('place'), { text: 'Aral', latitude: '45,1', longitude: '60' }, zone)).toEqual({
    name: 'Aral',
    latitude: 45.1,
    longitude: 60,
  })
  expect(valueIn(field('place'), { text: 'Aral', latitude: '45' }, zone)).toEqual({ name: 'Aral' })
  expect(
    valuesIn([field('text', 'a'), field('date', 'b')], { a: { text: '' }, b: { text: '2026-12-01' } }, zone),
  ).toEqual({
    b: '2026-12-01',
  })
})

test('a value that is to be changed is written as it was, and read back as it was', () => {
  const zone = 'Asia/Tashkent'
  const values = [
    [field('text'), 'words'],
    [field('number'), 12.5],
    [field('date'), '2026-12-01'],
    [field('instant'), '2026-11-24T05:30:00.000Z'],
    [field('place'), { name: 'Aral', latitude: 45.1, longitude: 60 }],
  ] as const
  for (const [each, value] of values) expect(valueIn(each, writtenOf(each, value, zone), zone)).toEqual(value)
  expect(writtenOf(field('text'), null, zone)).toEqual({})
})
