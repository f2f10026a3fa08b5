import { notFound } from '@gavel/api'
import { get } from '@gavel/kernel'
import type { Finder } from '../visit.ts'

export const organisationFound: Finder = ({ context: { keeper } }) => ({
  basis: [keeper.state().institution],
  page: () => ({ kind: 'organisation' }),
})

export const memberFound: Finder = ({ context: { keeper }, reading, params }) => {
  const party = get(reading.state.institution.parties, params['id']!)
  if (party === undefined) throw notFound()
  return {
    basis: [keeper.state().institution, keeper.state().texts],
    page: () => ({ kind: 'member', props: { party } }),
  }
}
