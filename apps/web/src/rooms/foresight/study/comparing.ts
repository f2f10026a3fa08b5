import type { Backtest, Score } from '@gavel/foresight/browser'

/** What is forecast: each vote of a member, that anybody objects, and the same without the member who objects alone most. */
export const questions = ['member', 'event', 'eventWithout'] as const
export type Question = (typeof questions)[number]

export const ways = ['ours', 'baseRate', 'baseRatePerIssue', 'lastTime'] as const
export type Way = (typeof ways)[number]

const scoreOf = (backtest: Backtest, question: Question, way: Way): Score | null =>
  way === 'ours' ? backtest[question] : backtest.naive[way][question]

export interface Compared {
  readonly way: Way
  readonly score: Score
}

/** Every way to forecast a question that could be scored, ours first. */
export const comparedOn = (backtest: Backtest, question: Question): readonly Compared[] =>
  ways.flatMap(way => {
    const score = scoreOf(backtest, question, way)
    return score === null ? [] : [{ way, score }]
  })

/** The simple ways that were no worse than ours by log-loss: where there are some, the screen says so. */
export const notWorse = (compared: readonly Compared[]): readonly Way[] => {
  const ours = compared.find(({ way }) => way === 'ours')
  if (ours === undefined) return []
  return compared
    .filter(({ way, score }) => way !== 'ours' && score.logloss <= ours.score.logloss)
    .map(({ way }) => way)
}

export type Bin = Score['calibration']['bins'][number]

/** Fewer cases than this say too little of a gap. Assumed, 2026-11-25. */
const leastCases = 20
/** What a gap between what was said and what happened must exceed to be told of. Assumed, 2026-11-25. */
const leastGap = 0.05

/** Where forecasts were off by more than five in a hundred, in enough cases; the widest gap first. */
export const failures = ({ calibration }: Score): readonly Bin[] =>
  calibration.bins
    .filter(({ n, forecast, happened }) => n >= leastCases && Math.abs(forecast - happened) > leastGap)
    .toSorted((a, b) => Math.abs(b.forecast - b.happened) - Math.abs(a.forecast - a.happened))

/** Whether forecasts as a whole are too bold or too timid: a slope below 0.9 or above 1.1. */
export const bentOf = ({ calibration: { slope } }: Score): 'bold' | 'timid' | undefined =>
  slope === null ? undefined : slope < 0.9 ? 'bold' : slope > 1.1 ? 'timid' : undefined
