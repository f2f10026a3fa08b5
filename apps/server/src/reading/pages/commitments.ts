import { catalogueView } from '@gavel/application'
import type { Audience } from '@gavel/domain'
import type { Finder } from '../visit.ts'

const everybody = (audience: Audience): boolean => audience.kind === 'public'

/**
 * The catalogue as the public may read it. How often a measure was taken up counts only what is public: the slice the pages
 * are written from holds no commitments, and so it is asked of the whole state, for a reader who may read what everybody may.
 */
export const catalogueFound: Finder = ({ context: { keeper } }) => {
  const state = keeper.state()
  return {
    basis: [state.institution, state.commitments, state.texts],
    page: () => ({
      kind: 'catalogue',
      props: catalogueView({ state, now: keeper.now(), readable: everybody }),
    }),
  }
}
