import type { Finder } from '../visit.ts'

/** The ways in: the ministries at which one can sign in; the others need no list. */
export const waysFound: Finder = ({ context: { keeper, oidc } }) => ({
  basis: [keeper.state().institution],
  page: () => ({
    kind: 'signIn',
    props: { providers: oidc.providers.map(({ id, label }) => ({ id, label })) },
  }),
})
