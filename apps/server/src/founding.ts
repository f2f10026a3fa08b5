import type { Keeper } from '@gavel/api'
import { institutionItself } from '@gavel/application'
import type { Act, Capacity, institution, Organisation } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'

/** The person who owns the first sign-in of a new record: the secretariat. */
export const owner = 'secretariat' as PersonId

const rightsOf = (capacity: Capacity): readonly institution.Right[] => {
  switch (capacity.kind) {
    case 'delegate':
      return ['read', 'speak', 'propose', 'object', 'join', 'accredit']
    case 'secretariat':
      return ['read', 'speak', 'propose', 'accredit']
    case 'observer':
      return ['read', 'speak']
    default:
      return ['read', 'speak', 'propose']
  }
}

/** The institution's own act that accredits a person. */
export const accreditation = (
  credential: string,
  person: string,
  name: string,
  capacity: Capacity,
  from: string,
) =>
  ({
    id: `accredit:${credential}`,
    type: 'institution.accredit',
    by: institutionItself,
    as: { kind: 'system' },
    body: { credential, person, name, capacity, rights: rightsOf(capacity), from },
  }) as unknown as Act

/** The rules do not allow what the institution itself was about to record. */
export class NotAllowed extends Error {
  /** The rule that refused; absent when the id was taken. */
  readonly rule: string | undefined

  constructor(message: string, rule?: string) {
    super(message)
    this.rule = rule
  }
}

/** Submits acts of the institution itself. Throws NotAllowed when a rule refuses or an id is taken. */
export const submitOwn = async (keeper: Keeper, acts: readonly Act[]): Promise<void> => {
  const sent = acts.map(({ at: _at, ...act }) => act) as Parameters<Keeper['submit']>[0]
  const answer = await keeper.submit(sent, 'institution')
  if (answer.kind === 'refused')
    throw new NotAllowed(
      `refused by ${answer.refusal.rule}: ${JSON.stringify(answer.refusal.facts)}`,
      answer.refusal.rule,
    )
  if (answer.kind === 'conflict') throw new NotAllowed(answer.conflict.sentence)
}

/** Founds the organisation on an empty record, and accredits its secretariat. */
export const found = async (keeper: Keeper, profile: Organisation): Promise<void> => {
  const accredited = accreditation(
    'secretariat-1',
    owner,
    'Secretariat',
    { kind: 'secretariat' },
    '2000-01-01T00:00:00.000Z',
  )
  await submitOwn(keeper, [...profile.acts, accredited])
}
