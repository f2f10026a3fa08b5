import { describe, expect, test } from 'vitest'
import { stand } from '../evidence/evidence.ts'
import { sigmoid } from '../fit/logistic.ts'
import { seeded } from '../fit/random.ts'
import { reconciled } from './reconcile.ts'
import { type Cells, fitShock, jointForecast } from './shock.ts'

const members = 12
const items = 400
const random = seeded(11)
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Members who all feel the same shock (a loading of 2), and what they then did. */
const world = (() => {
  const no = Float64Array.from({ length: items * members }, () => -2 + 0.5 * normal())
  const codes = new Uint8Array(items * members)
  for (let item = 0; item < items; item++) {
    const z = 2 * normal()
    for (let m = 0; m < members; m++) {
      const u = random()
      const at = item * members + m
      const [pn, ps] = [sigmoid(no[at]! * 1.54 + z), sigmoid((no[at]! + 1) * 1.54 + z)]
      codes[at] = u < pn ? stand.no : u < ps ? stand.abstain : stand.yes
    }
  }
  const cells: Cells = { members, no, short: no.map(x => x + 1), unlike: new Float64Array(items) }
  return { cells, codes }
})()
const seen = (item: number, m: number): number => world.codes[item * members + m]!
const whole = Array.from({ length: items }, (_, item) => item)
const shock = fitShock(world.cells, whole, seen, () => 1)
const ask = (item: number, heard: (m: number) => number = () => stand.none) =>
  jointForecast(shock, world.cells, { item, heard, takesPart: () => 1 })

describe('a shock that all members share', () => {
  test('is found in what they did', () => {
    const strength = Array.from({ length: members }, (_, m) =>
      Math.hypot(shock.loadings[2 * m]!, shock.loadings[2 * m + 1]!),
    )
    expect(strength.reduce((a, b) => a + b) / members).toBeGreaterThan(1.5)
    expect(strength.reduce((a, b) => a + b) / members).toBeLessThan(2.6)
  })
  test('makes "somebody objects" rarer than independence would have it, and as frequent as it is', () => {
    const said = whole.map(item => ask(item).event(() => true))
    const independent = whole.map(item => 1 - ask(item).no.reduce((none, p) => none * (1 - p), 1))
    const happened = whole.filter(item =>
      Array.from({ length: members }, (_, m) => m).some(m => seen(item, m) === stand.no),
    )
    const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b) / of.length
    expect(Math.abs(mean(said) - happened.length / items)).toBeLessThan(0.06)
    expect(mean(independent) - mean(said)).toBeGreaterThan(0.08)
  })
  test('a sounding moves those who were not asked; what was heard is certain', () => {
    const mild = ask(0, m => (m < 6 ? stand.yes : stand.none))
    const sharp = ask(0, m => (m < 6 ? stand.no : stand.none))
    for (let m = 6; m < members; m++) expect(sharp.no[m]).toBeGreaterThan(mild.no[m]! + 0.2)
    expect(sharp.no[0]).toBeCloseTo(1, 9)
    expect(sharp.event(() => true)).toBeCloseTo(1, 9)
    expect(mild.event(m => m < 6)).toBeCloseTo(0, 9)
  })
  test('members are shifted until they agree with what is said of the event', () => {
    for (const wanted of [0.2, 0.5, 0.9]) {
      const question = { item: 3, heard: () => stand.none, takesPart: () => 0.9 }
      const joint = reconciled(shock, world.cells, question, () => true, wanted)
      expect(joint.event(() => true)).toBeCloseTo(wanted, 4)
    }
  })
})
