import type { Context } from '@gavel/api'
import { type Audience, type DomainState, sliceOf } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'

const everybody = (audience: Audience): boolean => audience.kind === 'public'

/** Long before any record began: nothing that is readable is left out for being old. */
const ever = '1900-01-01T00:00:00.000Z' as Instant

/** The part of a state the public may read: every public text whole, every decision however long ago. */
const publicPart = (state: DomainState): DomainState =>
  sliceOf(state, everybody, { texts: state.texts.order, since: ever }).state

/**
 * What the pages are written from. The part of the state that is public is taken once for each state it is asked of;
 * nothing that is closed is in it, so no page can show it.
 */
export const publicReading = ({ keeper }: Pick<Context, 'keeper'>, demonstration: boolean) => {
  let before: { readonly of: DomainState; readonly part: DomainState } | undefined
  return (signedIn: boolean) => {
    const state = keeper.state()
    if (before?.of !== state) before = { of: state, part: publicPart(state) }
    return { state: before.part, now: keeper.now(), size: keeper.head().size, demonstration, signedIn }
  }
}
