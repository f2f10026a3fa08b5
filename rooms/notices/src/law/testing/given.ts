import { lawWithRooms, type RoomLaw, roomState } from '@gavel/application'
import type { Act, DomainState } from '@gavel/domain'
import { canonicalJson, type Instant } from '@gavel/kernel'
import { expect } from 'vitest'
import {
  type Actor,
  assembly,
  at,
  delegate,
  secretariat,
} from '../../../../../packages/domain/src/testing/index.ts'
import type { BodyOf, NoticesActType } from '../../shapes.ts'
import { law } from '../index.ts'
import type { NoticesState } from '../state.ts'

export { at, observer } from '../../../../../packages/domain/src/testing/index.ts'

/** The room in a house of four members, under the very law a record runs under. */
export const house = lawWithRooms([law as unknown as RoomLaw])

type Plain<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T

/** An act of the room; 09:00 unless told. */
export const does = <T extends NoticesActType>(
  actor: Actor,
  type: T,
  body: Plain<BodyOf<T>>,
  when: Instant = at('09:00'),
): Act =>
  ({
    id: `${type} ${actor.person} ${when} ${canonicalJson(body as never)}`,
    type,
    by: actor.person,
    as: actor.as,
    at: when,
    body,
  }) as unknown as Act

const applied = (state: DomainState, act: Act): DomainState => {
  const outcome = act.as.kind === 'system' ? house.decideAsSystem(act, state) : house.decide(act, state)
  if (outcome.kind === 'refused')
    throw new Error(`given: ${act.type} by ${act.by}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.events.reduce(house.evolve, state)
}

/** The state after acts, each of which must be accepted. */
export const after = (...acts: readonly Act[]): DomainState => acts.reduce(applied, founded)

/** What the room itself holds. */
export const roomOf = (state: DomainState): NoticesState => roomState(state, law)

export const members = ['AAA', 'BBB', 'CCC', 'DDD'] as const
const founded = assembly(...members).reduce(applied, house.initial)

export const given = (...acts: readonly Act[]) => {
  const state = after(...acts)
  return {
    when: (act: Act) => ({
      // biome-ignore lint/suspicious/noThenProperty: given, when, then; nobody awaits it.
      then: (...events: readonly object[]) => {
        const outcome = house.decide(act, state)
        const { at: when, by } = act
        expect(outcome).toEqual({
          kind: 'accepted',
          events: events.map(event => ({ at: when, by, ...event })),
        })
        if (outcome.kind === 'accepted') outcome.events.reduce<DomainState>(house.evolve, state)
      },
      refused: (rule: string, facts: object = {}) => {
        const outcome = house.decide(act, state)
        expect(outcome).toMatchObject({ kind: 'refused', refusal: { rule, facts } })
      },
    }),
    state,
  }
}

/** Everything `house` says of an act, for those who compare two answers. */
export const answerTo = (state: DomainState, act: Act): ReturnType<typeof house.decide> =>
  house.decide(act, state)

export const [a, b, c, d] = members.map(code => delegate(code)) as [Actor, Actor, Actor, Actor]
export const registry = secretariat()

/** A type of incident: to those named, the secretariat reads it, receipts for the sender, 24 and 72 hours. */
export const incident: Plain<BodyOf<'notices.defineType'>> = {
  noticeType: 'incident',
  name: { en: 'Incident' },
  fields: [
    { field: 'what', name: { en: 'What happened' }, kind: 'text', required: true },
    { field: 'when', name: { en: 'When' }, kind: 'instant', required: true },
    {
      field: 'kind',
      name: { en: 'Kind' },
      kind: 'choice',
      required: true,
      choices: [
        { choice: 'cyber', name: { en: 'Cyber' } },
        { choice: 'border', name: { en: 'Border' } },
      ],
    },
    { field: 'affected', name: { en: 'Affected' }, kind: 'number', unit: 'persons', required: false },
    { field: 'where', name: { en: 'Where' }, kind: 'place', required: false },
    { field: 'with', name: { en: 'Member concerned' }, kind: 'member', required: false },
    { field: 'day', name: { en: 'Day' }, kind: 'date', required: false },
  ],
  to: 'named',
  secretariat: true,
  receipts: 'sender',
  answers: 'sender',
  restricted: 'may',
  timing: { kind: 'after', field: 'when', hours: 24 },
  acknowledgeHours: 24,
  answerHours: 72,
  agreements: [],
  source: 'test',
}

/** A prior notification: 42 days before, from 9,000 personnel on, to the others bound by the agreement of AAA, BBB and CCC. */
export const exercise: Plain<BodyOf<'notices.defineType'>> = {
  ...incident,
  noticeType: 'exercise',
  name: { en: 'Exercise' },
  fields: [
    { field: 'begins', name: { en: 'Begins' }, kind: 'date', required: true },
    { field: 'personnel', name: { en: 'Personnel' }, kind: 'number', unit: 'personnel', required: true },
  ],
  to: 'agreement',
  secretariat: false,
  receipts: 'all',
  answers: 'all',
  restricted: 'never',
  timing: { kind: 'none' },
  agreements: [
    {
      agreement: 'vd',
      name: { en: 'The three' },
      members: ['AAA', 'BBB', 'CCC'],
      thresholds: [{ field: 'personnel', atLeast: 9_000 }],
      timing: { kind: 'before', field: 'begins', days: 42 },
      acknowledgeHours: 48,
      source: 'test',
    },
  ],
}

export const defined = [
  does(registry, 'notices.defineType', incident, at('08:30')),
  does(registry, 'notices.defineType', exercise, at('08:30')),
]

export const values = { what: 'A cable was cut.', when: '2026-11-23T06:00:00.000Z', kind: 'cyber' }
export const sent = (more: object = {}, when = at('09:00')): Act =>
  does(
    a,
    'notices.send',
    { notice: 'AAA:1', noticeType: 'incident', title: 'Cable', to: ['BBB', 'CCC'], values, ...more },
    when,
  )
