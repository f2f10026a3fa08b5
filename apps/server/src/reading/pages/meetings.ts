import { drawUpJournal, notFound, readingBy, thePublic } from '@gavel/api'
import { journalPage } from '@gavel/application'
import { get } from '@gavel/kernel'
import type { Finder } from '../visit.ts'
import { pageNumber, publicTrail } from './entries.ts'

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

/** The journal of a meeting, or of one of its sittings, as it is drawn up from what the public may read. */
export const journalFound: Finder = ({ context, params, query }) => {
  const { keeper } = context
  const sitting = query['sitting'] === undefined ? null : pageNumber(query['sitting'])
  const meeting = get(keeper.state().meetings.meetings, params['id']!)
  if (meeting === undefined) throw notFound()
  if (sitting !== null && !meeting.sittings.some(({ number }) => number === sitting)) throw notFound()
  return {
    basis: [keeper.state(), keeper.head().size],
    page: async () => {
      const reading = readingBy(context, thePublic)
      const { journal, head, names } = await drawUpJournal(context, reading, meeting.id, sitting)
      const blocks = journalPage(journal, head, names)
      return {
        kind: 'journal',
        props: { id: meeting.id, title: meeting.title, sitting, sittings: meeting.sittings.length, blocks },
      }
    },
  }
}
