import { describe, expect, test } from 'vitest'
import { type Evidence, ofSessions, stand } from '../evidence/evidence.ts'
import { seeded } from '../fit/random.ts'
import { inventedVotes } from '../testing/votes.ts'
import { backtest, loneObjector } from './backtest.ts'
import { featuresOf } from './features.ts'
import { fitObjections, objectionSettings } from './model.ts'

const quick = {
  ...objectionSettings,
  trees: { ...objectionSettings.trees, rounds: 20, rate: 0.2 },
  features: { ...objectionSettings.features, words: { ...objectionSettings.features.words, rounds: 6 } },
}
describe('a backtest', () => {
  const votes = inventedVotes(9, 8, 12)
  const train = ofSessions(votes, session => session < 8)
  const later = ofSessions(votes, session => session >= 8)

  test('forecasts an invented assembly better than anybody could, and is calibrated', () => {
    const whole = inventedVotes(8, 10, 24)
    const asked = ofSessions(whole, session => session >= 7)
    const report = backtest(
      ofSessions(whole, session => session < 7),
      asked,
      { settings: quick },
    )
    expect(report.sessions).toEqual([7, 8])
    expect(report.items).toBe(48)
    expect(report.member!.logloss).toBeLessThan(report.naive.baseRatePerIssue.member!.logloss)
    expect(report.member!.logloss).toBeLessThan(report.naive.lastTime.member!.logloss)
    expect(report.event).toMatchObject({ n: 48 })
    expect(report.member!.n).toBe([...asked.stands].filter(code => code !== stand.absent).length)
    expect(report.sounded!.n).toBe(report.member!.n)
  })

  test('the same files and seed give the same report', () => {
    const once = backtest(train, later, { settings: quick, fixed: true })
    expect(backtest(train, later, { settings: quick, fixed: true })).toEqual(once)
  })

  test('what happens in a session and after it is not known to its forecast', () => {
    const other: Evidence = {
      ...votes,
      stands: votes.stands.map((code, at) =>
        at >= train.stands.length ? [stand.no, stand.yes, stand.abstain][at % 3]! : code,
      ),
    }
    const [a, b] = [votes, other].map(evidence => {
      const features = featuresOf(evidence, 2, quick.features)
      const now = train.items.length - features.from
      const everybody = { name: 'everybody', counts: () => true }
      const learning = { evidence, features }
      const { cells, events, from } = fitObjections(learning, now, now + 12, [everybody], quick, seeded(1))
      return [cells.no.slice((now - from) * 8), events[0]!.probability.slice(now - from)]
    })
    expect(a![0]!.length).toBe(96)
    expect(b).toEqual(a)
  })

  test('training items of a test session, or later, are never looked at', () => {
    const spoiled = {
      ...votes,
      stands: votes.stands.map((code, at) => (at >= train.stands.length ? stand.no : code)),
    }
    expect(backtest(spoiled, later, { settings: quick })).toEqual(backtest(train, later, { settings: quick }))
  })

  test('too little to learn from is refused, and members that are in one file only are left out', () => {
    const early = ofSessions(votes, session => session < 3)
    expect(() => backtest(early, later)).toThrow('fewer than three sessions before it')
    expect(() => backtest({ ...train, members: train.members.map(name => `x${name}`) }, later)).toThrow(
      'no member',
    )
  })

  test('the member who objects alone most often is found', () => {
    const alone = {
      ...train,
      stands: train.stands.map((_, at) => (at % 8 === 4 && at < 200 ? stand.no : stand.yes)),
    }
    expect(loneObjector(alone)).toBe(4)
    expect(loneObjector({ ...train, stands: train.stands.map(() => stand.yes) })).toBeUndefined()
  })
})
