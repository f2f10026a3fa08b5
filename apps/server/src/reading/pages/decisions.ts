import { notFound } from '@gavel/api'
import { get } from '@gavel/kernel'
import type { Finder } from '../visit.ts'
import { pageNumber, publicTrail } from './entries.ts'

/** The register; `q` is searched for in it, `page` counts from 1. */
export const decisionsFound: Finder = ({ context: { keeper }, query }) => {
  const page = pageNumber(query['page'])
  const { decisions, institution, texts } = keeper.state()
  return {
    basis: [decisions, institution, texts],
    page: () => ({ kind: 'decisions', props: { query: query['q'] ?? '', page } }),
  }
}

export const decisionFound: Finder = ({ context: { keeper }, reading, params }) => {
  const decision = get(reading.state.decisions.decisions, params['id']!)
  if (decision === undefined) throw notFound()
  const state = keeper.state()
  return {
    basis: [state.decisions, state.institution, state.texts],
    page: async () => ({
      kind: 'decision',
      props: { decision, entries: await publicTrail(keeper, `decisions/${decision.id}`) },
    }),
  }
}
