import { eventOf } from '@gavel/domain'
import { following, get, type Outcome, values } from '@gavel/kernel'
import type { NoticesActOf, NoticesEvent } from './acts.ts'
import { isNewOf } from './checks.ts'
import type { NoticesState } from './state.ts'

export const mostHooks = 5

/** N-30. A delegation has its notices told to servers of its own: five at most, each by an address that holds no password. */
export const setHook = (act: NoticesActOf<'notices.setHook'>, state: NoticesState): Outcome<NoticesEvent> => {
  const { hook, member, url } = act.body
  const held = [...values(state.hooks)].filter(each => each.member === member).length
  return following(
    [
      isNewOf(member, 'hook', hook, get(state.hooks, hook)),
      [
        'N-30',
        held < mostHooks && !/^https?:\/\/[^/?#]*@/.test(url),
        () => ({ hooks: held, most: mostHooks }),
      ],
    ],
    () => [eventOf(act, 'notices.hookSet', act.body)],
  )
}

export const removeHook = (act: NoticesActOf<'notices.removeHook'>): Outcome<NoticesEvent> =>
  following([], () => [eventOf(act, 'notices.hookRemoved', act.body)])
