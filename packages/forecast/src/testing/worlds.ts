import type { Flexibility } from '../deals/problem.ts'
import { sigmoid } from '../fit/logistic.ts'
import { seeded } from '../fit/random.ts'

/**
 * An invented negotiation: every option has a place on its issue's scale, every member a favourite place on each, which
 * follows from three leanings and chance; an option is worth how much the issue matters times how near it is. Worths are scaled
 * so that a member's best package has 100.
 */
export const spatialWorld = (seed: number, members: number, issues: number): readonly Flexibility[] => {
  const random = seeded(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const counts = Array.from({ length: issues }, () => 3 + Math.floor(random() * 3))
  const loads = counts.map(() => [normal(), normal(), normal()])
  const places = counts.map(count => Array.from({ length: count }, () => random()))
  return Array.from({ length: members }, () => {
    const leaning = [normal(), normal(), normal()]
    const matters = counts.map(() => random())
    const worth = counts.map((_, i) => {
      const lean = loads[i]!.reduce((sum, load, k) => sum + load * leaning[k]!, 0)
      const favourite = sigmoid(lean + 0.7 * normal())
      return places[i]!.map(place => matters[i]! * (1 - Math.abs(favourite - place)))
    })
    const best = worth.reduce((sum, options) => sum + Math.max(...options), 0)
    return {
      worth: worth.map(options => options.map(each => (100 * each) / best)),
      cannot: counts.map(count => Array.from({ length: count }, () => false)),
      reserve: 0,
    }
  })
}
