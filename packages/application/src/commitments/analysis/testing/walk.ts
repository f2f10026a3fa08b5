import {
  type Act,
  type Audience,
  type Capacity,
  type DomainEvent,
  type DomainState,
  isAmong,
} from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import {
  accredited,
  act,
  assembly,
  at,
  chair,
  delegate,
  rule,
  secretariat,
  sitting,
  system,
} from '../../../../../domain/src/testing/builders.ts'
import { domainLaw } from '../../../domain-law.ts'
import { analysis } from '../fold.ts'
import type { Analysis } from '../value.ts'

/** A record on its way: the state, the live analysis beside it, and how many acts the rules refused. */
export interface Walk {
  readonly state: DomainState
  readonly value: Analysis
  readonly index: number
  readonly refused: readonly string[]
}

export const start: Walk = { state: domainLaw.initial, value: analysis.initial, index: 0, refused: [] }

const eventStep = (walk: Walk, events: readonly DomainEvent[], one: Act, audience?: Audience): Walk => {
  const state = events.reduce<DomainState>((s, event) => domainLaw.evolve(s, event), walk.state)
  const heard = audience ?? domainLaw.audienceOf(one, state)
  const value = analysis.apply(walk.value, { index: walk.index, act: one, events, audience: heard }, state)
  return { ...walk, state, value, index: walk.index + 1 }
}

/** Does an act as the record would: decided, evolved, folded. What is refused changes nothing. */
export const done = (walk: Walk, one: Act): Walk => {
  const outcome =
    one.as.kind === 'system' ? domainLaw.decideAsSystem(one, walk.state) : domainLaw.decide(one, walk.state)
  if (outcome.kind === 'refused') {
    const why = `${one.type} ${outcome.refusal.rule} ${JSON.stringify(outcome.refusal.facts)}`
    return { ...walk, refused: [...walk.refused, why] }
  }
  return eventStep(walk, outcome.events as readonly DomainEvent[], one)
}

/** An event that happened, whatever led to it, for what would take a whole meeting to bring about. */
export const happened = (
  walk: Walk,
  event: object,
  when: Instant,
  audience: Audience = { kind: 'public' },
): Walk => {
  const header = { id: 'x', type: 'test', by: 'system', as: { kind: 'system' }, at: when, body: {} }
  return eventStep(walk, [{ at: when, by: 'system', ...event } as DomainEvent], header as never, audience)
}

/** An event that only the fold is told of: what its own chapter makes of it is not asked. */
export const folded = (walk: Walk, event: object, audience: Audience): Walk => {
  const when = at('10:00')
  const header = { id: 'x', type: 'test', by: 'system', as: { kind: 'system' }, at: when } as never
  const events = [{ at: when, by: 'system', ...event } as DomainEvent]
  return {
    ...walk,
    value: analysis.apply(walk.value, { index: 0, act: header, events, audience }, walk.state),
  }
}

export const members = ['AAA', 'BBB', 'CCC'] as const

const source = 'invented for a test'

/** The organisation of these tests: three members, of which AAA and BBB sit in `swg`; two dimensions, three areas. */
const founding = [
  ...assembly(...members),
  rule('body.composition', ['AAA', 'BBB'], undefined, 'swg'),
  ...(
    [
      ['EC-1', 'economic'],
      ['EC-2', 'economic'],
      ['HU-1', 'human'],
    ] as const
  ).map(([area, dimension]) =>
    act(system(), 'institution.recordArea', { area, dimension, name: { en: area }, source }, at('08:30')),
  ),
  act(
    system(),
    'commitments.openCatalogue',
    { catalogue: '2021', title: { en: 'Catalogue' }, adopted: '2021', source },
    at('08:30'),
  ),
  ...(
    [
      ['m1', 'EC-1'],
      ['m2', 'HU-1'],
    ] as const
  ).map(([measure, area]) =>
    act(
      system(),
      'commitments.recordMeasure',
      { catalogue: '2021', measure, area, name: { en: measure }, source },
      at('08:30'),
    ),
  ),
  ...sitting('meeting', 'soc', members),
  act(
    chair('soc'),
    'decisions.put',
    {
      decision: 'd1',
      meeting: 'meeting',
      item: '1',
      title: 'A decision',
      subject: { kind: 'wording', wording: 'We act.' },
    },
    at('09:20'),
  ),
  act(chair('soc'), 'decisions.declareAdopted', { decision: 'd1' }, at('09:40')),
] as readonly Act[]

export const founded: Walk = founding.reduce(done, start)
if (founded.refused.length > 0) throw new Error(founded.refused.join('\n'))

/** Readers of these tests: the public, a member that does not sit in `swg`, and one that does. */
export const readers: readonly (readonly [name: string, as: Capacity | null])[] = [
  ['public', null],
  ['CCC', { kind: 'delegate', member: 'CCC' as never }],
  ['AAA', { kind: 'delegate', member: 'AAA' as never }],
]

export const seeing =
  (state: DomainState, as: Capacity | null, now: Instant) =>
  (audience: Audience): boolean =>
    audience.kind === 'public' || (as !== null && isAmong(audience, as, state, now))

export { accredited, act, at, chair, delegate, secretariat, system }
