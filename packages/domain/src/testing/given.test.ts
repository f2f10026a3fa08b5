import { expect, test } from 'vitest'
import { act, assembly, at, chair, delegate, given, secretariat, sitting } from './index.ts'

test('the test language accepts, compares exactly, and cites', () => {
  const facts = [...assembly('AAA', 'BBB', 'CCC'), ...sitting('m', 'soc', ['AAA', 'BBB'])]
  const leaves = act(
    delegate('BBB'),
    'meetings.recordPresence',
    { meeting: 'm', member: 'BBB', present: false },
    at('10:00'),
  )
  given(facts)
    .when(leaves)
    .then({
      type: 'meetings.presenceRecorded',
      at: at('10:00'),
      by: 'bbb',
      meeting: 'm',
      member: 'BBB',
      present: false,
    })
  given(facts)
    .when({ ...leaves, as: delegate('AAA').as })
    .refused('I-3')
  expect(() => given(facts).when(leaves).then({ type: 'meetings.presenceRecorded' })).toThrow()
  expect(() => given(facts).when(leaves).nothing()).toThrow()
  expect(() => given(facts).when(leaves).refused('I-3')).toThrow('is accepted')
})

test('a fact that is refused fails the test', () => {
  const refused = act(delegate('AAA'), 'meetings.recordPresence', {
    meeting: 'm',
    member: 'AAA',
    present: true,
  })
  expect(() => given(assembly('AAA').slice(0, 2), refused).when(refused)).toThrow('refused by I-3')
  expect(chair().person).toBe('chair-soc')
  expect(secretariat().rights).toContain('accredit')
})
