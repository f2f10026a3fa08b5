import type { NoticeTypeShape } from '@gavel/notices/browser'
import { expect, test } from 'vitest'
import { choicesIn, emptyType, formOf, typeBody, wantingIn } from './type-form.ts'

const drill: NoticeTypeShape = {
  noticeType: 'drill',
  name: { en: 'Drill', ru: 'Учение' },
  about: { en: 'For drills.' },
  fields: [
    { field: 'begins', name: { en: 'Begins' }, kind: 'date', required: true },
    { field: 'people', name: { en: 'People' }, kind: 'number', required: false, unit: 'persons' },
    {
      field: 'kind',
      name: { en: 'Kind' },
      kind: 'choice',
      required: true,
      choices: [
        { choice: 'fire', name: { en: 'Fire', ar: 'حريق' } },
        { choice: 'flood', name: { en: 'Flood', ru: 'Наводнение' } },
      ],
    },
  ],
  to: 'named',
  secretariat: true,
  receipts: 'sender',
  answers: 'all',
  restricted: 'may',
  timing: { kind: 'before', field: 'begins', days: 14 },
  acknowledgeHours: 24,
  agreements: [
    {
      agreement: 'pact',
      name: { en: 'Pact' },
      members: [],
      thresholds: [],
      timing: { kind: 'none' },
      source: 'assumed, for a test',
    },
  ],
  source: 'assumed, for a test',
}

test('[N-3] a type that is defined anew without a change is the type it was, its agreements kept', () => {
  const form = { ...formOf(drill), source: drill.source }
  expect(typeBody(form, drill.agreements)).toEqual(drill)
  expect(wantingIn(form)).toBeNull()
})

test('what is still wanting is said in turn', () => {
  expect(wantingIn(emptyType)).toBe('id')
  expect(wantingIn({ ...formOf(drill), noticeType: 'a drill' })).toBe('id')
  expect(wantingIn({ ...formOf(drill), name: { en: ' ', ru: '', ar: '' } })).toBe('name')
  expect(wantingIn({ ...formOf(drill), acknowledgeHours: 'soon' })).toBe('hours')
  expect(wantingIn(formOf(drill))).toBe('source')
})

test('choices are read a line each, under their own name where none is given', () => {
  expect(choicesIn('fire | Fire | Пожар\n\n flood ')).toEqual([
    { choice: 'fire', name: { en: 'Fire', ru: 'Пожар' } },
    { choice: 'flood', name: { en: 'flood' } },
  ])
})
