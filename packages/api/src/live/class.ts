import type { Audience, DomainState, Sees } from '@gavel/domain'
import { type Instant, values } from '@gavel/kernel'
import { audienceKey, canRead, type Viewer } from '../access/viewer.ts'

/**
 * What a viewer may read, as far as it matters now. Viewers of one key read the very same things, so whatever is built
 * for one of them is built for all: most delegations are of one class until one keeps a draft to itself.
 */
export interface ViewClass {
  readonly key: string
  readonly sees: Sees
}

const members: Audience = { kind: 'members' }

/**
 * The audiences, other than the public, that a thing in the state has: those of texts, and every body, for what was done
 * in its closed sittings and for drafts of its journals (M-52).
 */
const audiencesIn = (state: DomainState): ReadonlyMap<string, Audience> => {
  const bodies = state.institution.bodyOrder.map((body): Audience => ({ kind: 'body', body }))
  const found = new Map<string, Audience>([members, ...bodies].map(each => [audienceKey(each), each]))
  for (const { audience } of values(state.texts.texts))
    if (audience.kind !== 'public') found.set(audienceKey(audience), audience)
  // M-52. Behind closed doors a meeting is for its body.
  for (const { body } of values(state.meetings.meetings)) found.set(`body:${body}`, { kind: 'body', body })
  return found
}

const known = new WeakMap<DomainState, ReadonlyMap<string, Audience>>()

/** The class of a viewer under a state. The audiences are gathered once for each state that is asked about. */
export const classOf = (viewer: Viewer, state: DomainState, now: Instant): ViewClass => {
  const audiences = known.get(state) ?? audiencesIn(state)
  known.set(state, audiences)
  const open = new Set(
    [...audiences].filter(([, each]) => canRead(viewer, each, state, now)).map(([key]) => key),
  )
  return {
    key: [...open].sort().join(' '),
    sees: audience => audience.kind === 'public' || open.has(audienceKey(audience)),
  }
}

/** Who may read each text, and which doors are closed, in one string: while it stays the same, a class sees the same. */
export const audienceLine = (state: DomainState): string =>
  [
    ...[...values(state.texts.texts)].map(({ id, audience }) => `${id} ${audienceKey(audience)}`),
    ...[...values(state.meetings.meetings)].map(({ id, access }) => `${id} ${access}`),
  ].join('\n')
