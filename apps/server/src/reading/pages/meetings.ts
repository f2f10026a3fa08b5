import { notFound } from '@gavel/api'
import { get } from '@gavel/kernel'
import type { Finder } from '../visit.ts'
import { publicTrail } from './entries.ts'

export const meetingsFound: Finder = ({ context: { keeper } }) => ({
  basis: [keeper.state().meetings, keeper.state().institution],
  page: () => ({ kind: 'meetings' }),
})

export const meetingFound: Finder = ({ context: { keeper }, reading, params }) => {
  const meeting = get(reading.state.meetings.meetings, params['id']!)
  if (meeting === undefined) throw notFound()
  const state = keeper.state()
  return {
    basis: [state.meetings, state.decisions, state.institution, state.texts],
    page: async () => ({
      kind: 'meeting',
      props: {
        meeting,
        entries: await publicTrail(keeper, `meetings/${meeting.id}`, 'meetings.recordPresence'),
      },
    }),
  }
}
