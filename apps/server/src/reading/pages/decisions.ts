import { type Keeper, notFound } from '@gavel/api'
import type { DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import type { EntryRow } from '@gavel/web/reading'
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

/** What happened to a decision and to the instrument it opened, in the order of the record. */
const entriesOf = async (
  keeper: Keeper,
  { decisions }: DomainState,
  id: string,
): Promise<readonly EntryRow[]> => {
  const instrument = get(decisions.instrumentOf, id)
  const keys = [`decisions/${id}`, ...(instrument === undefined ? [] : [`instruments/${instrument}`])]
  const found = await Promise.all(keys.map(key => publicTrail(keeper, key)))
  const byIndex = new Map(found.flat().map(row => [row.index, row]))
  return [...byIndex.values()].sort((a, b) => a.index - b.index)
}

export const decisionFound: Finder = ({ context: { keeper }, reading, params }) => {
  const decision = get(reading.state.decisions.decisions, params['id']!)
  if (decision === undefined) throw notFound()
  const state = keeper.state()
  return {
    basis: [state.decisions, state.institution, state.texts],
    page: async () => ({
      kind: 'decision',
      props: { decision, entries: await entriesOf(keeper, state, decision.id) },
    }),
  }
}
