import { describe, expect, test } from 'vitest'
import { haveShared, sharedText, whyNotShared } from '../testing/shared.ts'
import { type Among, exchangeRounds } from './exchange.ts'
import { boardOf, type Situation, weightedMeans, weightedMedian } from './positions.ts'
import { attitudesFrom, type SpatialActor, spatialUtilities } from './spatial.ts'

interface Published {
  readonly actors: readonly string[]
  readonly issues: readonly { readonly id: string; readonly min: number; readonly max: number }[]
  readonly positions: readonly (readonly [string, string, number, number, number])[]
}
interface Expected {
  readonly iterations: readonly {
    readonly n_potential: number
    readonly n_valid_initial: number
    readonly n_realized: number
    readonly nbs_preferences: Readonly<Record<string, number>>
    readonly nbs_voting: Readonly<Record<string, number>>
    readonly realized: readonly {
      readonly gain: number
      readonly i: string
      readonly i_supply: string
      readonly j: string
      readonly j_supply: string
    }[]
  }[]
}

const situationOf = ({ actors, issues, positions }: Published): Situation => ({
  actors,
  issues,
  stands: positions.map(([actor, issue, position, salience, power]) => ({
    actor: actors.indexOf(actor),
    issue: issues.findIndex(each => each.id === issue),
    position,
    salience,
    power,
  })),
})

/** Two actors, two issues: each gives way on what matters less to them. Worked by hand. */
const pair: Situation = {
  actors: ['A', 'B'],
  issues: ['p', 'q'].map(id => ({ id, min: 0, max: 100 })),
  stands: [
    { actor: 0, issue: 0, position: 0, salience: 0.8, power: 1 },
    { actor: 0, issue: 1, position: 0, salience: 0.4, power: 1 },
    { actor: 1, issue: 0, position: 100, salience: 0.4, power: 1 },
    { actor: 1, issue: 1, position: 100, salience: 0.8, power: 1 },
  ],
}

describe('position exchange', () => {
  test('of two who care about different issues: both go all the way and gain the same', () => {
    const [round] = exchangeRounds(pair, 1)
    expect(round).toMatchObject({ potential: 1, valid: 1 })
    const [exchange] = round!.exchanges
    expect(exchange).toMatchObject({
      a: { actor: 0, issue: 1, from: 0, to: 100 },
      b: { actor: 1, issue: 0, from: 100, to: 0 },
    })
    // A wins a third of the scale on p (weight .8) and loses a third on q (weight .4).
    expect(exchange!.gain).toBeCloseTo((100 / 3) * 0.8 - (100 / 3) * 0.4, 9)
    expect([...round!.before].map(each => each.toFixed(3))).toEqual(['33.333', '66.667'])
    expect([...round!.after].map(each => each.toFixed(6))).toEqual(['0.000000', '100.000000'])
  })
  test('a stand off its scale, without weight, or given twice is refused', () => {
    const odd = (change: object) => ({
      ...pair,
      stands: [{ ...pair.stands[0]!, ...change }, ...pair.stands.slice(1)],
    })
    expect(() => exchangeRounds(odd({ position: 101 }), 1)).toThrow('A on p: 101 is off the scale 0 to 100')
    expect(() => exchangeRounds(odd({ power: 0 }), 1)).toThrow('salience and power')
    expect(() => exchangeRounds(odd({ actor: 1 }), 1)).toThrow('stands there twice')
  })

  describe.skipIf(!haveShared)(`published results${whyNotShared}`, () => {
    const read = (name: string) => ({
      given: JSON.parse(sharedText(`negotiation/exchange_${name}.json`)) as Published,
      expected: JSON.parse(sharedText(`negotiation/expected_equalgain_${name}.json`)) as Expected,
    })
    /** Equal gains are decided in the published runs by rounding in the last digit: their choice is followed. */
    const asPublished =
      ({ given, expected }: ReturnType<typeof read>): Among =>
      (equals, round, done) => {
        const theirs = expected.iterations[round]!.realized[done]
        return Math.max(
          0,
          equals.findIndex(
            offer =>
              given.actors[offer.a] === theirs?.i &&
              given.issues[offer.supplyA]!.id === theirs?.i_supply &&
              given.actors[offer.b] === theirs?.j &&
              given.issues[offer.supplyB]!.id === theirs?.j_supply,
          ),
        )
      }
    test.each([
      ['copenhagen', 10, 450],
      ['cop21', 2, 266],
    ])('%s: %d rounds, %d exchanges, outcomes to a millionth', (name, rounds, count) => {
      const published = read(name)
      const played = exchangeRounds(situationOf(published.given), rounds, { among: asPublished(published) })
      let seen = 0
      for (const [k, round] of played.entries()) {
        const theirs = published.expected.iterations[k]!
        expect([round.potential, round.valid]).toEqual([theirs.n_potential, theirs.n_valid_initial])
        expect(round.exchanges.length).toBe(theirs.n_realized)
        for (const [at, exchange] of round.exchanges.entries())
          expect(Math.abs(exchange.gain - theirs.realized[at]!.gain)).toBeLessThan(1e-6)
        for (const [at, { id }] of published.given.issues.entries()) {
          expect(Math.abs(round.before[at]! - theirs.nbs_preferences[id]!)).toBeLessThan(1e-6)
          expect(Math.abs(round.after[at]! - theirs.nbs_voting[id]!)).toBeLessThan(1e-6)
        }
        seen += round.exchanges.length
      }
      expect(seen).toBe(count)
    })
  })
})

describe('the simplest outcomes', () => {
  test('the weighted mean of an issue is Σcsx / Σcs; the weighted median is where half the weight is reached', () => {
    const board = boardOf(pair)
    expect([...weightedMeans(board, board.x)].map(each => each.toFixed(6))).toEqual([
      '33.333333',
      '66.666667',
    ])
    expect(weightedMedian([10, 4, 7], [1, 1, 1])).toBe(7)
    expect(weightedMedian([10, 4, 7], [5, 1, 1])).toBe(10)
  })
})

describe('the spatial model', () => {
  /** Three of the seven actors of KTAB's dummyData_3Dim, with what its log of 30 May 2017 says of them. */
  const actors: readonly SpatialActor[] = [
    { position: [0.7579, 0.0637, 0.7045], salience: [49.53, 5.91, 28.15] },
    { position: [0.8272, 0.735, 0.64], salience: [30.33, 21.22, 24.79] },
    { position: [0.8245, 0.9089, 0.0007], salience: [48.47, 13.55, 34.62] },
  ]
  test('says what positions are worth as the published log does, without and with risk', () => {
    const rounded = (table: readonly (readonly number[])[], digits: number) =>
      table.map(row => row.map(each => each.toFixed(digits)))
    expect(rounded(spatialUtilities(actors, [0, 0, 0]), 3)).toEqual([
      ['1.000', '0.903', '0.639'],
      ['0.675', '1.000', '0.635'],
      ['0.556', '0.636', '1.000'],
    ])
    const risky = spatialUtilities(actors, [-0.5, -0.459, -0.499])
    expect(rounded(risky, 3)).toEqual([
      ['1.000', '0.859', '0.523'],
      ['0.574', '1.000', '0.528'],
      ['0.433', '0.520', '1.000'],
    ])
  })
  test('the best placed are averse to risk, the worst placed seek it', () => {
    expect(attitudesFrom([0.5, 0.3, 0.1])).toEqual([
      expect.closeTo(1),
      expect.closeTo(0.25),
      expect.closeTo(-0.5),
    ])
    expect(attitudesFrom([0.2, 0.2])).toEqual([0, 0])
  })
})
