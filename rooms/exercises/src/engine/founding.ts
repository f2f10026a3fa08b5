import { institutionItself } from '@gavel/application'
import { type Act, type Capacity, readOrganisation } from '@gavel/domain'
import type { Scenario } from '../scenario/scenario.ts'

/** What stands wherever an exercise shows itself. */
export const label =
  'Exercise: fictional. Every position is invented; no government holds it or has been asked.'

/** What an exercise changes in the rules, for experiments: parameters by name, in force from the beginning. */
export type RulesChanged = Readonly<Record<string, number | string | boolean | readonly string[]>>

const source = 'assumed for an exercise'
const always = '2000-01-01'

const party = ({ member, name }: Scenario['delegations'][number]) => ({
  party: member,
  name,
  claims: [{ standing: 'member', status: 'active', from: '2000', precision: 'year', source }],
})

/**
 * The organisation of an exercise as the files of any organisation: its members, three bodies that report to each other,
 * their chairs, and the few parameters in which an exercise differs (meetings at once, a silence as long as the scenario says).
 */
export const organisationFiles = (
  scenario: Scenario,
  changed: RulesChanged = {},
): Readonly<Record<string, unknown>> => {
  const { organisation, bodies, delegations } = scenario
  const { workingGroup, seniorOfficials, ministers } = bodies
  const body = (of: typeof ministers, reportsTo: string | null, kind: string) => ({
    body: of.id,
    name: { en: of.name },
    reportsTo,
    kind,
    code: of.code,
    source,
  })
  const since = `${always}T00:00:00.000Z`
  const parameters: RulesChanged = {
    'meeting.noticeDays': 0,
    'silence.minimumHours': 1,
    'text.hearingHours': Math.min(24, scenario.clock.roundHours / 2),
    ...changed,
  }
  return {
    'organisation.json': {
      organisation: organisation.id,
      name: { en: `${organisation.name} (exercise)` },
      shortName: organisation.shortName,
      languages: ['en'],
      recordedAt: since,
      source: `${source}: ${label}`,
    },
    'members.json': delegations.map(party),
    'bodies.json': [
      body(ministers, null, 'governing'),
      body(seniorOfficials, ministers.id, 'governing'),
      body(workingGroup, seniorOfficials.id, 'subsidiary'),
    ],
    'chairs.json': Object.values(bodies).map(({ id, chair }) => ({
      holder: chair,
      bodies: [id],
      from: always,
      source,
    })),
    'parameters.json': Object.entries(parameters).map(([name, value]) => ({ name, value, since, source })),
  }
}

/** Who sits where in an exercise: the person of a capacity. */
export const personIn = (as: Capacity): string => {
  switch (as.kind) {
    case 'delegate':
      return `seat-${as.member}`
    case 'chair':
      return `chair-${as.body}`
    default:
      return as.kind
  }
}

const rights = {
  delegate: ['read', 'speak', 'propose', 'object', 'join', 'accredit'],
  chair: ['read', 'speak', 'propose'],
  secretariat: ['read', 'speak', 'propose', 'accredit'],
} as const

const seatOf = (as: Capacity & { readonly kind: keyof typeof rights }, name: string): Act =>
  ({
    id: `accredit:${personIn(as)}`,
    type: 'institution.accredit',
    by: institutionItself,
    as: { kind: 'system' },
    body: {
      credential: `credential-${personIn(as)}`,
      person: personIn(as),
      name: `Exercise: ${name}`,
      capacity: as,
      rights: rights[as.kind],
      from: `${always}T00:00:00.000Z`,
    },
  }) as unknown as Act

/** The institution's own acts that found an exercise and seat everybody. Throws when the scenario's organisation is not in order. */
export const foundingActs = (scenario: Scenario, changed: RulesChanged = {}): readonly Act[] => {
  const { acts, faults } = readOrganisation(organisationFiles(scenario, changed))
  if (faults.length > 0)
    throw new RangeError(`the organisation of the exercise: ${JSON.stringify(faults.slice(0, 5))}`)
  const seats = [
    seatOf({ kind: 'secretariat' }, 'secretariat'),
    ...Object.values(scenario.bodies).map(({ id, name }) =>
      seatOf({ kind: 'chair', body: id } as never, `chair of the ${name}`),
    ),
    ...scenario.delegations.map(({ member, name }) =>
      seatOf({ kind: 'delegate', member } as never, `delegate of ${name.en}`),
    ),
  ]
  return [...acts, ...seats]
}
