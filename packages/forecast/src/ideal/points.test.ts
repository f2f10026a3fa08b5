import { describe, expect, test } from 'vitest'
import { ofSessions, stand } from '../evidence/evidence.ts'
import { readEvidence } from '../evidence/rollcalls.ts'
import { readTable } from '../evidence/table.ts'
import { sigmoid } from '../fit/logistic.ts'
import { seeded } from '../fit/random.ts'
import { haveShared, sharedText, whyNotShared } from '../testing/shared.ts'
import { type FoldedVote, fold, idealPoints } from './points.ts'

const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (of: readonly number[]): number => of.reduce((x, y) => x + y, 0) / of.length
  const [ma, mb] = [mean(a), mean(b)]
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, each, at) => sum + (each - mx) * (y[at]! - my), 0)
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb))
}

const simulated = (members: number, items: number, seed: number) => {
  const random = seeded(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const truth = Array.from({ length: members }, normal)
  const codes = new Uint8Array(members * items)
  for (let item = 0; item < items; item++) {
    const [b, hard, gap] = [1.5 * normal(), normal(), 0.5 + random()]
    for (let m = 0; m < members; m++) {
      const u = random()
      const eta = b * truth[m]!
      const code =
        u < sigmoid(eta - hard) ? stand.no : u < sigmoid(eta - hard + gap) ? stand.abstain : stand.yes
      codes[item * members + m] = random() < 0.1 ? stand.absent : code
    }
  }
  return { truth, votes: { members, items, codes } }
}

describe('ideal points', () => {
  test('are found again from invented votes, with errors that cover the truth about as often as they say', () => {
    const { truth, votes } = simulated(60, 150, 4)
    const mean = truth.reduce((a, b) => a + b, 0) / truth.length
    const spread = Math.sqrt(truth.reduce((a, b) => a + (b - mean) ** 2, 0) / truth.length)
    const positive = truth.indexOf(Math.max(...truth))
    const { points, errors } = idealPoints(votes, 1, positive)
    expect(correlation([...points], truth)).toBeGreaterThan(0.97)
    const inside = truth.filter(
      (each, m) => Math.abs((each - mean) / spread - points[m]!) < 1.645 * errors[m]!,
    )
    expect(inside.length / truth.length).toBeGreaterThan(0.8)
    expect(inside.length / truth.length).toBeLessThan(0.98)
  })
  test('nine in ten intervals of nine tenths hold the truth: 87 to 93 % over invented assemblies', () => {
    let [inside, all] = [0, 0]
    for (let seed = 20; seed < 32; seed++) {
      const { truth, votes } = simulated(80, 120, seed)
      const mean = truth.reduce((a, b) => a + b, 0) / truth.length
      const spread = Math.sqrt(truth.reduce((a, b) => a + (b - mean) ** 2, 0) / truth.length)
      const { points, errors } = idealPoints(votes, 1, truth.indexOf(Math.max(...truth)))
      for (const [m, each] of truth.entries()) {
        all++
        if (Math.abs((each - mean) / spread - points[m]!) < 1.645 * errors[m]!) inside++
      }
    }
    expect(inside / all).toBeGreaterThan(0.87)
    expect(inside / all).toBeLessThan(0.93)
  })
  test.each([1, 2, 3] as const)(
    'folding in the votes of a member in %d dimensions finds the point the fit had',
    dimensions => {
      const { votes } = simulated(60, 200, 6)
      const fitted = idealPoints(votes, dimensions, 0, 400)
      for (const m of [0, 17, 41]) {
        const own = Array.from(
          { length: votes.items },
          (_, item): FoldedVote => ({
            item,
            code: votes.codes[item * votes.members + m]!,
          }),
        )
        const { point, error, votes: count } = fold(fitted, own)
        expect(count).toBe(fitted.votes[m])
        for (let k = 0; k < dimensions; k++) {
          expect(Math.abs(point[k]! - fitted.points[m * dimensions + k]!)).toBeLessThan(0.25)
          expect(error[k]!).toBeGreaterThan(0)
        }
        const more = fold(fitted, [...own, ...own], point)
        expect(more.error[0]!).toBeLessThan(error[0]!)
      }
    },
  )
  test('one more vote moves a member towards those who voted so, and an absence not at all', () => {
    const { votes } = simulated(60, 200, 6)
    const fitted = idealPoints(votes, 1)
    const item = fitted.items.direction.findIndex(each => each > 1)
    const before = fold(fitted, [])
    expect(before.point[0]).toBe(0)
    expect(fold(fitted, [{ item, code: stand.no }]).point[0]!).toBeGreaterThan(0)
    expect(fold(fitted, [{ item, code: stand.yes }]).point[0]!).toBeLessThan(0)
    expect(fold(fitted, [{ item, code: stand.absent }])).toEqual(before)
  })
  test('a member who was never there stands at the mean of the prior, most uncertain; unanimous items say nothing', () => {
    const { votes } = simulated(20, 40, 9)
    const codes = votes.codes.map((code, at) => (at % 20 === 7 ? stand.absent : at < 20 ? stand.yes : code))
    const { errors, votes: counts, items } = idealPoints({ ...votes, codes }, 1)
    expect(counts[7]).toBe(0)
    expect(Math.max(...errors)).toBe(errors[7])
    expect(items.direction[0]).toBeCloseTo(0, 9)
  })

  test.skipIf(!haveShared)(
    `of sessions of the General Assembly agree with those published${whyNotShared}`,
    () => {
      const votes = readEvidence(
        ['rollcalls_s01-s74.csv.gz', 'votes_wide_all_s01-s74.csv.gz'].map(name => ({
          name,
          text: sharedText(`unga/${name}`),
        })),
      )
      const table = readTable('points', sharedText('unga/idealpoints/idealpoints_All_Apr2020.csv.gz'))
      const [session, point, iso] = ['session', 'IdealPoint', 'iso3c'].map(name =>
        table.columns.indexOf(name),
      ) as [number, number, number]
      for (const s of [60, 70, 73]) {
        const { members, items, stands } = ofSessions(votes, each => each === s)
        const found = idealPoints(
          { members: members.length, items: items.length, codes: stands },
          1,
          members.indexOf('USA'),
        )
        const both = table.rows
          .filter(row => row[session] === String(s) && members.includes(row[iso]!))
          .map(row => [Number(row[point]), found.points[members.indexOf(row[iso]!)]!] as const)
          .filter(([a]) => Number.isFinite(a))
        expect(both.length).toBeGreaterThan(180)
        expect(
          correlation(
            both.map(each => each[0]),
            both.map(each => each[1]),
          ),
        ).toBeGreaterThan(0.97)
      }
    },
  )
})
