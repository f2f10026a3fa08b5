import type { AnyAct, AnyEvent, RoomLaw } from '@gavel/application'
import { idOf, Line, record } from '@gavel/contract'
import { type Capacity, delegationsNamed, isAmong } from '@gavel/domain'
import {
  accepted,
  following,
  type Id,
  type Instant,
  type MemberId,
  type PersonId,
  type RuleId,
} from '@gavel/kernel'
import { Type } from 'typebox'
import type { Room } from '../room.ts'

/** A room for tests of what rooms are: delegations lend each other toys, and nobody else is to know of it. */

interface Toy {
  readonly toy: string
  readonly from: MemberId
  readonly to: MemberId
  readonly words: string
}

interface Lent extends AnyEvent, Toy {
  readonly type: 'toys.lent' | 'toys.broken'
  readonly at: Instant
  readonly by: PersonId
}

type ToyAct = AnyAct & {
  readonly body: { readonly toy: string; readonly to: MemberId; readonly words: string }
}

export interface Toys {
  readonly lent: { readonly [toy: string]: Toy }
}

const memberOf = (as: Capacity): MemberId => (as.kind === 'delegate' ? as.member : ('' as MemberId))
const audienceOf = ({ from, to }: Toy) => delegationsNamed([from, to], false)

export const toysLaw: RoomLaw<Toys, ToyAct, Lent> = {
  name: 'toys',
  edition: '1',
  initial: { lent: {} },
  needs: {
    'toys.lend': { capacities: ['delegate'], right: 'propose' },
    'toys.break': { capacities: ['delegate'], right: 'speak' },
  },
  decide: ({ type, at, by, as, body }, { lent }) => {
    const { toy, words } = body
    const event = { at, by, toy, words, from: memberOf(as), to: body.to }
    if (words === 'trespass') return accepted([{ ...event, type: 'texts.opened' as 'toys.lent' }])
    return type === 'toys.lend'
      ? following([['Z-2', lent[toy] === undefined, () => ({ toy })]], () => [
          { ...event, type: 'toys.lent' },
        ])
      : accepted([{ ...lent[toy]!, at, by, type: 'toys.broken' }])
  },
  evolve: (state, { type, toy, from, to, words }) => {
    const { [toy]: _, ...others } = state.lent
    return { lent: type === 'toys.lent' ? { ...others, [toy]: { toy, from, to, words } } : others }
  },
  audienceOf: ({ as, body }, { lent }) =>
    audienceOf(lent[body.toy] ?? { toy: '', from: memberOf(as), to: memberOf(as), words: '' }),
  unseen: (act, { lent }, house) => {
    if (act.type === 'toys.lend') return null
    const { toy } = act.body
    const found = lent[toy]
    const sees = found !== undefined && isAmong(audienceOf(found), act.as, house, act.at)
    return sees ? null : { rule: 'Z-1' as RuleId, facts: { toy } }
  },
}

const toy = idOf<Id<'toy'>>()

export const toys: Room = {
  law: toysLaw as unknown as RoomLaw,
  acts: {
    'toys.lend': {
      body: record({ toy, to: idOf<MemberId>(), words: Line }),
      summary: 'Lend a toy',
      rules: ['I-2', 'Z-2'],
    },
    'toys.break': { body: record({ toy }), summary: 'Break a toy', rules: ['I-2', 'Z-1'] },
  },
  refusals: { 'Z-1': 'The toy is there.', 'Z-2': 'A toy is lent once.' },
  views: { toysLent: record({ lent: Type.Array(Type.String()) }) },
  folds: {
    count: { edition: '1', initial: 0, apply: (value, { events }) => (value as number) + events.length },
    broken: {
      edition: '1',
      initial: 'whole',
      apply: (_, { events }) => {
        if (events.some(({ type }) => type.startsWith('texts.'))) throw new TypeError('a fault of the room')
        return 'seen'
      },
    },
  },
  mount: (app, tools) => {
    app.get('/api/toys', tools.documented('toysLent', 'What is lent'), request => {
      const { lent } = (tools.state() as unknown as { rooms: { toys: Toys } }).rooms.toys
      const viewer = tools.viewer(request)
      return {
        lent: Object.values(lent)
          .filter(each => tools.mayRead(viewer, audienceOf(each)))
          .map(each => each.toy),
      }
    })
  },
}
