import {
  type BodyId,
  hourMs,
  type Instant,
  id,
  instant,
  later,
  type MemberId,
  msBetween,
  type PersonId,
} from '@gavel/kernel'
import { defaults, type ParameterName, type Parameters } from '../../rules.ts'
import type { DecisionsAct } from '../acts.ts'
import type { decideOn } from '../decide.ts'
import type { DecisionsEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { Ground } from '../ground.ts'
import { type DecisionsState, initial } from '../state.ts'
import type { Move } from './explore.ts'

/** A whole small world as plain data: one body, three members, one text, two meetings, a clock that ticks by hours. */
export interface World {
  readonly own: DecisionsState
  /** Hours since noon of the first day. */
  readonly clock: number
  readonly present: readonly string[]
  readonly meetings: Readonly<Record<string, 'open' | 'suspended' | 'closed'>>
  /** The text as it was issued last: `a` or `b`. */
  readonly document: string
  readonly ghost: Ghost
}

/** What an onlooker has written down by herself, from the acts that were accepted and from nothing else. */
export interface Ghost {
  readonly objecting: readonly string[]
  readonly put: string | null
  readonly expiry: number | null
  readonly ended: string | null
  /** Hours for which the silence has really run. */
  readonly ran: number
  readonly suspended: boolean
  readonly numbers: readonly string[]
}

export const members = ['AAA', 'BBB', 'CCC'] as const
const body = id<BodyId>('soc')
const noon = instant('2026-12-01T12:00:00.000Z')
export const minimumHours = 2
/** The instant `hours` after the world began. */
export const hour = (hours: number): Instant => later(noon, hours * hourMs)

const own: Partial<Parameters> = {
  'silence.minimumHours': minimumHours,
  'silence.extendsOnRequest': true,
}
const parameterOf = <Name extends ParameterName>(name: Name): Parameters[Name] => own[name] ?? defaults[name]

/** The first meeting sits from the beginning; the second every third hour anew, so that it is sometimes the next one. */
const sittingSince = (meeting: string, at: Instant): Instant | undefined => {
  if (meeting === 'm1') return noon
  const third = Math.floor(msBetween(noon, at) / (3 * hourMs))
  return third < 1 ? undefined : hour(3 * third)
}

/** The ground this world gives to the rules. */
export const groundOn = (world: World): Ground => ({
  parameter: name => parameterOf(name),
  organisation: 'ORG',
  codeOf: () => 'SOC',
  sits: member => members.includes(member as never),
  standing: member => (members.includes(member as never) ? 'member' : undefined),
  meeting: (meeting, at) => {
    const since = sittingSince(meeting, at)
    const known = world.meetings[meeting]
    const status = known !== undefined && since === undefined ? 'convened' : known
    return status === undefined
      ? undefined
      : {
          body,
          status,
          agendaAdopted: true,
          sittingSince: since,
          hasItem: item => item === '1',
          isPresent: member => world.present.includes(member),
          mayDecide: true,
          openPoint: undefined,
          quorum: () => ({
            present: world.present.length,
            needed: 2,
            reached: world.present.length >= 2,
          }),
        }
  },
  text: () => ({
    isBefore: () => true,
    symbol: `T/${world.document}`,
    document: world.document,
    openPlaces: 0,
    strayBrackets: () => [],
    changedSince: false,
    hasParagraph: paragraph => paragraph === 'p1',
  }),
})

export const start = (meetings: World['meetings']): World => ({
  own: initial,
  clock: 0,
  present: [...members],
  meetings,
  document: 'a',
  ghost: { objecting: [], put: null, expiry: null, ended: null, ran: 0, suspended: false, numbers: [] },
})

export type Body = { readonly [name: string]: unknown }

/** The decider, or a mutant of it. */
export type Deciding = typeof decideOn

/** An act in this world, by the chair or by a delegate of the member it names. */
export const actIn = (world: World, type: DecisionsAct['type'], said: Body): DecisionsAct => {
  const { member } = said as { readonly member?: MemberId }
  return {
    id: type,
    type,
    by: id<PersonId>(member ?? 'chair'),
    as: member === undefined ? { kind: 'chair', body } : { kind: 'delegate', member },
    at: hour(world.clock),
    body: said,
  } as unknown as DecisionsAct
}

/** What the onlooker notes, and which laws she sees broken. */
export type Watch = (
  before: World,
  act: DecisionsAct,
  events: readonly DecisionsEvent[],
  after: World,
) => {
  readonly ghost: Ghost
  readonly broken: readonly string[]
}

export const moveOf =
  (deciding: Deciding, watch: Watch) =>
  (world: World, type: DecisionsAct['type'], said: Body, name = type.split('.')[1]!): Move<World> => ({
    name: `${name} ${Object.values(said)
      .filter(value => typeof value === 'string')
      .slice(1)
      .join(' ')}`.trim(),
    to: () => {
      const act = actIn(world, type, said)
      const outcome = deciding(act, world.own, groundOn(world))
      if (outcome.kind === 'refused') return { refusedBy: outcome.refusal.rule }
      const after = { ...world, own: outcome.events.reduce(evolve, world.own) }
      const { ghost, broken } = watch(world, act, outcome.events, after)
      return { node: { ...after, ghost }, broken }
    },
  })
