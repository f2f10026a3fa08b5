import { type Act, type Capacity, capacityName, type DomainState, institution, texts } from '@gavel/domain'
import { get, type Instant, type TextId, toEpochMs } from '@gavel/kernel'
import { accreditation } from './founding.ts'

type Names = institution.LocalName | null

interface OfferedSeat {
  readonly as: Capacity
  readonly name: string
  /** The name of the member, body, observer or text the seat belongs to. */
  readonly of: Names
}

const ofWhat = (state: institution.InstitutionState, as: Capacity): Names => {
  switch (as.kind) {
    case 'delegate':
      return get(state.parties, as.member)?.name ?? null
    case 'observer':
      return get(state.parties, as.observer)?.name ?? null
    case 'chair':
      return get(state.bodies, as.body)?.name ?? null
    case 'coordinator':
      return get(state.areas, as.area)?.name ?? null
    default:
      return null
  }
}

const roles: { readonly [kind in Capacity['kind']]: string } = {
  delegate: 'delegate of',
  chair: 'chair of',
  coordinator: 'coordinator of',
  facilitator: 'facilitator of',
  secretariat: 'secretariat',
  observer: 'observer of',
  system: 'the institution itself',
}

/** The person who sits in a seat of the demonstration. */
export const seatOf = (capacity: Capacity): string => `demo-${capacityName(capacity).replaceAll(':', '-')}`

/** Under which name a seat's person is on the record: `Exercise: delegate of Kazakhstan`. */
export const seatName = (state: institution.InstitutionState, as: Capacity): string => {
  const of = as.kind === 'facilitator' ? as.text : ofWhat(state, as)?.en
  return ['Exercise:', roles[as.kind], ...(of === undefined ? [] : [of])].join(' ').slice(0, 200)
}

/** The institution's act that gives a seat to its person from an instant on. */
export const seatAct = (state: institution.InstitutionState, capacity: Capacity, from: Instant): Act =>
  accreditation(
    `${seatOf(capacity)}-${toEpochMs(from)}`,
    seatOf(capacity),
    seatName(state, capacity),
    capacity,
    from,
  )

/**
 * The seats a demonstration offers: every member in the order of the record, the chair of each body, the
 * secretariat, the facilitator of the text that is negotiated, observers and observing organisations.
 */
export const offeredSeats = (
  state: DomainState,
  negotiated: TextId,
  now: Instant,
): readonly OfferedSeat[] => {
  const own = state.institution
  const text = texts.textOf(state.texts, negotiated)
  const observers = own.partyOrder.filter(id => {
    const claim = institution.partyAt(own, id, now)
    return claim !== undefined && claim.standing !== 'member' && claim.status === 'active'
  })
  const all: readonly Capacity[] = [
    ...institution.activeMembers(own, now).map((member): Capacity => ({ kind: 'delegate', member })),
    ...own.bodyOrder.map((body): Capacity => ({ kind: 'chair', body })),
    { kind: 'secretariat' },
    ...(text === undefined ? [] : [{ kind: 'facilitator', text: text.id } as const]),
    ...observers.map((observer): Capacity => ({ kind: 'observer', observer })),
  ]
  return all.map(as => ({
    as,
    name: seatName(own, as),
    of: as.kind === 'facilitator' ? { en: text!.title } : ofWhat(own, as),
  }))
}
