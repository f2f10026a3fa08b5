import { demonstrationText } from '../../demonstration.ts'
import { offeredSeats } from '../../seats.ts'
import type { Finder } from '../visit.ts'
import { publicRows } from './entries.ts'

const latest = 8

/** The first page: it tells of everything, so it stands as long as nothing happens. */
export const home: Finder = ({ context, reading }) => {
  const { keeper } = context
  return {
    basis: [keeper.state(), reading.size],
    page: async () => {
      const entries = await publicRows(keeper, Math.max(0, reading.size - latest), reading.size)
      const seats = reading.demonstration ? offeredSeats(reading.state, demonstrationText, reading.now) : []
      return { kind: 'home', props: { entries: entries.toReversed(), seats } }
    },
  }
}
