import type { AnyAct, Fold, Law, SentAct } from '@gavel/application'
import {
  type ActId,
  accepted,
  emptyTable,
  get,
  has,
  type PersonId,
  put,
  refused,
  type Table,
} from '@gavel/kernel'

/**
 * A law small enough to know by heart, for tests of the machinery: keys are claimed once and for all; what is
 * claimed under `echo` is claimed a second time by the institution itself. The value `bug` is one.
 */
export interface ToyAct extends AnyAct {
  readonly type: 'toy.claim' | 'toy.echo'
  readonly body: { readonly key: string; readonly value: string; readonly secret?: boolean }
}

export interface ToyEvent {
  readonly type: 'toy.claimed' | 'toy.echoed'
  readonly key: string
  readonly value: string
}

export interface ToyState {
  readonly claims: Table<string>
  readonly count: number
}

const decide: Law<ToyState, ToyAct, ToyEvent>['decide'] = ({ type, body: { key, value } }, state) => {
  if (type === 'toy.echo') return accepted([{ type: 'toy.echoed', key, value }])
  if (value === 'bug') throw new TypeError('a fault of the rules')
  if (value === 'refuse' || has(state.claims, key)) return refused('claimed', { key })
  return accepted([{ type: 'toy.claimed', key, value }])
}

export const toyLaw: Law<ToyState, ToyAct, ToyEvent> = {
  edition: 'toy 1',
  initial: { claims: emptyTable(), count: 0 },
  decide,
  decideAsSystem: decide,
  evolve: (state, { type, key, value }) => {
    // An echo of what was never claimed cannot be understood.
    if (type === 'toy.echoed' && !has(state.claims, key)) throw new RangeError(`no claim of ${key}`)
    return { claims: put(state.claims, key, value), count: state.count + 1 }
  },
  audienceOf: ({ body }) => (body.secret === true ? { kind: 'members' } : { kind: 'public' }),
  mayRead: (audience, reader) => audience.kind === 'public' || reader !== null,
  reactionsTo: events =>
    events
      .filter(({ type, key }) => type === 'toy.claimed' && key.startsWith('echo'))
      .map(({ key, value }) => ({
        type: 'toy.echo' as const,
        by: 'institution' as PersonId,
        as: { kind: 'system' as const },
        body: { key, value: `${value}, again` },
      })),
}

/** Counts entries by who did them. */
export const toyFold: Fold<Table<number>, ToyState, ToyEvent> = {
  edition: '1',
  initial: emptyTable(),
  apply: (counts, { act }) => put(counts, act.by, (get(counts, act.by) ?? 0) + 1),
}

/** A claim as a client sends it. */
export const claim = (
  id: string,
  key: string,
  value = 'mine',
  more: { readonly secret?: boolean; readonly by?: string } = {},
): SentAct<ToyAct> => ({
  id: id as ActId,
  type: 'toy.claim',
  by: (more.by ?? 'somebody') as PersonId,
  as: { kind: 'secretariat' },
  body: { key, value, ...(more.secret === undefined ? {} : { secret: more.secret }) },
})
