import type { BodyId, MemberId, PersonId, TextId } from '@gavel/kernel'
import { canonicalJson, type Id, type Instant, id, instant, type Json } from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import type { Right } from '../institution/acts.ts'
import type { ParameterName, Parameters } from '../rules.ts'
import type { Act, ActType } from '../state.ts'

/** A person in a capacity: who does an act in a test. */
export interface Actor {
  readonly person: PersonId
  readonly as: Capacity
  readonly rights: readonly Right[]
}

const allRights: readonly Right[] = ['read', 'speak', 'propose', 'object', 'join', 'accredit']

/** A delegate of a member; `which` tells two delegates of one delegation apart. */
export const delegate = (member: string, which = ''): Actor => ({
  person: id<PersonId>(`${member.toLowerCase()}${which}`),
  as: { kind: 'delegate', member: id<MemberId>(member) },
  rights: allRights,
})

export const chair = (body = 'soc'): Actor => ({
  person: id<PersonId>(`chair-${body}`),
  as: { kind: 'chair', body: id<BodyId>(body) },
  rights: ['read', 'speak', 'propose'],
})

export const secretariat = (): Actor => ({
  person: id<PersonId>('registry'),
  as: { kind: 'secretariat' },
  rights: ['read', 'speak', 'propose', 'accredit'],
})

export const observer = (party: string): Actor => ({
  person: id<PersonId>(`observer-${party.toLowerCase()}`),
  as: { kind: 'observer', observer: party },
  rights: ['read', 'speak'],
})

export const facilitator = (text: string): Actor => ({
  person: id<PersonId>(`facilitator-${text}`),
  as: { kind: 'facilitator', text: id<TextId>(text) },
  rights: ['read', 'speak', 'propose'],
})

/** Whoever coordinates an area, in that capacity. */
export const coordinator = (area: string): Actor => ({
  person: id<PersonId>(`coordinator-${area}`),
  as: { kind: 'coordinator', area },
  rights: ['read', 'speak', 'propose'],
})

export const system = (): Actor => ({ person: id<PersonId>('system'), as: { kind: 'system' }, rights: [] })

/** The same actor with other rights, for a credential that gives less. */
export const withRights = (actor: Actor, ...rights: readonly Right[]): Actor => ({ ...actor, rights })

/** The day on which most tests play. */
const day = '2026-11-23'

/** `at('10:00')` is that time on 2026-11-23, `at('2026-12-01 09:30')` on another day; seconds may follow. */
export const at = (text: string): Instant => {
  const [date, time] = text.includes(' ') ? (text.split(' ') as [string, string]) : [day, text]
  const [hours, minutes, seconds = '00'] = time.split(':')
  return instant(`${date}T${hours}:${minutes}:${seconds.includes('.') ? seconds : `${seconds}.000`}Z`)
}

/** What an act of a type says, for the builder below. */
type BodyOf<Type extends ActType> = Extract<Act, { type: Type }>['body']

/**
 * An act, with plain strings where the rules have branded identifiers: a test names `'soc'`, not a cast.
 * `when` defaults to 09:00; the id is made of what the act says, so the same act twice has the same id.
 */
export const act = <Type extends ActType>(
  actor: Actor,
  type: Type,
  body: Plain<BodyOf<Type>>,
  when: Instant = at('09:00'),
): Extract<Act, { type: Type }> =>
  ({
    id: `${type} ${actor.person} ${when} ${canonicalJson(body as Json)}`,
    type,
    by: actor.person,
    as: actor.as,
    at: when,
    body,
  }) as unknown as Extract<Act, { type: Type }>

/** A shape with its brands taken off: what a test may write as a plain string. Literals stay what they are. */
export type Plain<T> = T extends Id<string> | Instant
  ? string
  : T extends string
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : T extends object
        ? { readonly [key in keyof T]: Plain<T[key]> }
        : T

const founding = at('08:00')
const long = instant('2020-01-01T00:00:00.000Z')

export const member = (code: string, from: string | null = '1999'): Act =>
  act(
    system(),
    'institution.recordParty',
    { party: code, standing: 'member', name: { en: code }, status: 'active', from, source: 'assumed' },
    founding,
  )

export const observerParty = (code: string): Act =>
  act(
    system(),
    'institution.recordParty',
    {
      party: code,
      standing: 'observerState',
      name: { en: code },
      status: 'active',
      from: '1999',
      source: 'assumed',
    },
    founding,
  )

export const body = (code: string, reportsTo: string | null = null): Act =>
  act(
    system(),
    'institution.recordBody',
    {
      body: code,
      name: { en: code },
      reportsTo,
      kind: 'governing',
      code: code.toUpperCase(),
      source: 'assumed',
    },
    founding,
  )

/** An area of cooperation on the register. */
export const area = (code: string, dimension: string): Act =>
  act(
    system(),
    'institution.recordArea',
    { area: code, dimension, name: { en: code }, source: 'assumed' },
    founding,
  )

export const term = (bodyCode: string, holder: string, from = '2024', until?: string): Act =>
  act(
    system(),
    'institution.recordTerm',
    {
      office: { kind: 'chair', body: bodyCode },
      holder,
      from,
      ...(until === undefined ? {} : { until }),
      source: 'assumed',
    },
    founding,
  )

/** A parameter of the rules as the founding sets it: for the whole organisation, or for one body. */
export const rule = <Name extends ParameterName>(
  name: Name,
  value: Parameters[Name],
  since: Instant = long,
  bodyCode?: string,
): Act =>
  act(
    system(),
    'institution.setParameter',
    {
      name,
      value,
      since,
      source: 'test',
      ...(bodyCode === undefined ? {} : { body: bodyCode }),
    } as Plain<BodyOf<'institution.setParameter'>>,
    founding,
  )

/** A credential for an actor, given at the founding and without end unless `until` is said. */
export const accredited = (actor: Actor, until?: Instant): Act =>
  act(
    system(),
    'institution.accredit',
    {
      credential: `cred-${actor.person}`,
      person: actor.person,
      name: actor.person,
      capacity: actor.as as Plain<Capacity>,
      rights: actor.rights,
      from: long,
      ...(until === undefined ? {} : { until }),
    },
    founding,
  )

export const founded = (): Act =>
  act(
    system(),
    'institution.found',
    {
      organisation: 'org',
      name: { en: 'Organisation' },
      shortName: 'ORG',
      languages: ['en'],
      source: 'test',
    },
    founding,
  )

/**
 * A small organisation at work: bodies `mc` over `soc` over `swg`, a chair for each, the secretariat, the members
 * named and one delegate with every right for each of them. Everything a test of a later chapter starts from.
 */
export const assembly = (...members: readonly string[]): readonly Act[] => [
  founded(),
  ...members.map(code => member(code)),
  body('mc'),
  body('soc', 'mc'),
  body('swg', 'soc'),
  ...['mc', 'soc', 'swg'].flatMap(code => [
    ...(members[0] === undefined ? [] : [term(code, members[0], '2019')]),
    accredited(chair(code)),
  ]),
  accredited(secretariat()),
  ...members.map(code => accredited(delegate(code))),
]

/**
 * An open meeting of a body with everybody seated and one agenda item adopted, all before 09:30: `meeting`,
 * item `1`.
 */
export const sitting = (
  meeting = 'meeting',
  bodyCode = 'soc',
  present: readonly string[] = [],
): readonly Act[] => [
  act(secretariat(), 'meetings.convene', {
    meeting,
    body: bodyCode,
    title: 'Meeting',
    opensAt: at('09:10'),
    place: 'Hall',
    timeZone: 'UTC',
    agenda: [{ number: '1', title: 'Item' }],
  }),
  ...present.map(code =>
    act(secretariat(), 'meetings.recordPresence', { meeting, member: code, present: true }, at('09:05')),
  ),
  act(chair(bodyCode), 'meetings.open', { meeting }, at('09:10')),
  act(
    chair(bodyCode),
    'meetings.adoptAgenda',
    { meeting, agenda: [{ number: '1', title: 'Item' }] },
    at('09:15'),
  ),
]
