import { describe, expect, test } from 'vitest'
import { act, after, at, chair, type Fact, given, rule, secretariat, sitting } from '../testing/index.ts'
import { dayAt, offsetMs } from './numbering.ts'
import { adopts, cleanText, hash, notice, opens, puts, room, subjectOn } from './testing/scene.ts'
import { registerRows } from './views.ts'

const texts = ['t2', 't3'].flatMap((text, at) => cleanText(text, hash(String(at + 1))))
const base = [room, ...texts]
const state = after(...base)
const putOn = (decision: string, text: string, when = at('11:00'), meeting = 'm1') =>
  puts({ decision, subject: subjectOn(state, text), meeting }, when)
const adopted = (decision: string, when = at('11:10')) => adopts(when, decision)
const symbolOf = (facts: readonly Fact[], decision = 'd2', when = at('11:10')) => {
  const { outcome } = given(...facts).when(adopted(decision, when))
  if (outcome.kind === 'refused') throw new Error(outcome.refusal.rule)
  const [event] = outcome.events
  return event?.type === 'decisions.decisionAdopted' ? event.number.symbol : undefined
}

describe('numbers', () => {
  test('[D-43] run in the series of the body', () => {
    expect(symbolOf([base, puts(), adopts(), putOn('d2', 't2')])).toBe('ORG/SOC/DEC/2026/2')
    const other = [...sitting('m2', 'mc', ['AAA', 'BBB', 'CCC'])]
    const inOther = puts(
      { decision: 'd2', subject: subjectOn(state, 't2'), meeting: 'm2' },
      at('11:00'),
      chair('mc'),
    )
    const { outcome } = given(base, puts(), adopts(), ...other, inOther).when(
      adopts(at('11:10'), 'd2', chair('mc')),
    )
    expect(outcome).toMatchObject({ events: [{ number: { symbol: 'ORG/MC/DEC/2026/1' } }] })
  })
  test('[D-43] under the pattern in force on the day', () => {
    const running = [
      rule('decision.symbolPattern', '{body}.DEC/{number:4}', at('10:30')),
      rule('decision.numbersRestartYearly', false),
    ]
    expect(symbolOf([base, ...running, puts(), adopts(), putOn('d2', 't2')])).toBe('SOC.DEC/0002')
  })
  test('[D-43] are never given twice, even where a pattern forgets the year or the number', () => {
    const forgets = rule('decision.symbolPattern', 'DECISION')
    expect(symbolOf([base, forgets, puts(), adopts(), putOn('d2', 't2')])).toBe('DECISION/2')
    const yearless = rule('decision.symbolPattern', '{body}/{number}')
    const east = rule('calendar.utcOffset', '+12:00', at('10:30'))
    expect(
      symbolOf(
        [base, yearless, puts(), adopts(), east, putOn('d2', 't2', at('2026-12-31 13:00'))],
        'd2',
        at('2026-12-31 13:10'),
      ),
    ).toBe('SOC/2')
  })
  test('[D-44] take the year at the seat', () => {
    const newYear = at('2026-12-31 20:00')
    const facts = [base, putOn('d2', 't2', newYear)]
    expect(symbolOf(facts, 'd2', newYear)).toBe('ORG/SOC/DEC/2026/1')
    expect(symbolOf([...facts, rule('calendar.utcOffset', '+05:00')], 'd2', newYear)).toBe(
      'ORG/SOC/DEC/2027/1',
    )
  })
  test('[D-44] the day of an instant, by the offset', () => {
    expect(dayAt(at('2026-12-31 18:59:59.999'), '+05:00')).toBe('2026-12-31')
    expect(dayAt(at('2026-12-31 19:00'), '+05:00')).toBe('2027-01-01')
    expect(dayAt(at('2027-01-01 03:29'), '-03:30')).toBe('2026-12-31')
    expect(offsetMs('-03:30')).toBe(-12_600_000)
    expect(() => offsetMs('Asia/Baku')).toThrow(RangeError)
  })
  test('[D-45] what is numbered is published, once', () => {
    const publishes = act(secretariat(), 'decisions.publish', { decision: 'd1' }, at('12:00'))
    given(room, puts()).when(publishes).refused('D-45', { number: null, publishedAt: null })
    given(room, puts(), adopts(), publishes).when(publishes).refused('D-45')
    given(room, opens(), notice(at('2026-12-08 09:00')))
      .when({ ...publishes, at: at('2026-12-09 09:00') })
      .refused('D-45')
    const chairs = act(chair('mc'), 'decisions.publish', { decision: 'd1' }, at('12:00'))
    given(room, puts(), adopts()).when(chairs).refused('D-1')
  })
  test('the register lists them in the order in which they were given', () => {
    const facts = [
      base,
      putOn('d3', 't3', at('10:01')),
      adopted('d3', at('10:02')),
      puts(),
      adopts(),
      putOn('d2', 't2'),
      adopted('d2'),
    ]
    const rows = registerRows(after(...facts).decisions, at('12:00'))
    expect(rows.map(row => [row.number, row.decision])).toEqual([
      ['ORG/SOC/DEC/2026/1', 'd3'],
      ['ORG/SOC/DEC/2026/2', 'd1'],
      ['ORG/SOC/DEC/2026/3', 'd2'],
    ])
  })
})
