import type { DomainEvent } from '@gavel/domain'
import { expect, test } from 'vitest'
import { domainLaw } from '../domain-law.ts'
import { trail, trailOf } from './views.ts'

/** Folds one event for each entry. */
const walked = (events: readonly object[]) =>
  events.reduce<typeof trail.initial>(
    (value, event, index) =>
      trail.apply(
        value,
        { index, act: {} as never, events: [event as DomainEvent], audience: { kind: 'public' } },
        domainLaw.initial,
      ),
    trail.initial,
  )

test('the trail of a paragraph is whole, however long, and apart from that of its text', () => {
  const events = Array.from({ length: 500 }, (_, at) =>
    at % 2 === 0
      ? { type: 'texts.standTaken', text: 'T', paragraph: at % 4 === 0 ? 'p1' : 'p2' }
      : { type: 'texts.issued', text: 'T' },
  )
  const value = walked(events)
  const every = (step: number, from: number) =>
    Array.from({ length: 500 }, (_, at) => at).filter(at => at % step === from)
  expect(trailOf(value, 'texts/T/p1')).toEqual(every(4, 0))
  expect(trailOf(value, 'texts/T/p2')).toEqual(every(4, 2))
  expect(trailOf(value, 'texts/T')).toEqual(every(2, 1))
  expect(trailOf(value, 'texts/none')).toEqual([])
})

test('a decision leads to the text it is about', () => {
  const value = walked([
    { type: 'decisions.decisionPut', decision: 'D', meeting: 'M', subject: { kind: 'text', text: 'T' } },
    { type: 'decisions.objectionRaised', decision: 'D' },
  ])
  expect(['decisions/D', 'meetings/M', 'texts/T'].map(key => trailOf(value, key))).toEqual([[0, 1], [0], [0]])
})
