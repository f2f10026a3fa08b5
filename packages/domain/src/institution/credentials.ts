import { type Check, following, get, has, type Instant, type Outcome } from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import { eventOf } from '../event.ts'
import type { Right } from './acts.ts'
import { capacityName } from './capacity.ts'
import type { InstitutionEvent } from './events.ts'
import { idFault, nameFault, noteFault, readable } from './names.ts'
import { credentialsIn, isActiveMember, partyAt, validCredential } from './questions.ts'
import { type ActNamed, isFounded } from './register.ts'
import type { Credential, InstitutionState } from './state.ts'

type Answer = Outcome<InstitutionEvent>
type Accredit = ActNamed<'institution.accredit'>
type Change = ActNamed<
  'institution.revokeCredential' | 'institution.suspendCredential' | 'institution.restoreCredential'
>

/** What a credential can give in each capacity at most. */
const most: { readonly [kind in Capacity['kind']]: readonly Right[] } = {
  delegate: ['read', 'speak', 'propose', 'object', 'join', 'accredit'],
  chair: ['read', 'speak', 'propose'],
  coordinator: ['read', 'speak', 'propose'],
  facilitator: ['read', 'speak', 'propose'],
  secretariat: ['read', 'speak', 'propose', 'accredit'],
  observer: ['read', 'speak'],
  system: [],
}

const seatExists = (own: InstitutionState, capacity: Capacity, at: Instant): boolean => {
  switch (capacity.kind) {
    case 'delegate':
      return isActiveMember(own, capacity.member, at)
    case 'chair':
      return has(own.bodies, capacity.body)
    case 'coordinator':
      return has(own.areas, capacity.area)
    case 'observer': {
      const claim = partyAt(own, capacity.observer, at)
      return claim !== undefined && claim.standing !== 'member' && claim.status === 'active'
    }
    case 'facilitator':
      return idFault(capacity.text) === null
    case 'secretariat':
      return true
    case 'system':
      return false
  }
}

/** The side a capacity is on: a delegation is its own; every other capacity is given by the secretariat. */
export const sideOf = (capacity: Capacity): string =>
  capacity.kind === 'delegate' ? capacityName(capacity) : 'secretariat'

const isHead = (rights: readonly Right[], capacity: Capacity): boolean =>
  capacity.kind === 'delegate' && rights.includes('accredit')

/** The credential of a head of the same delegation that the secretariat has suspended, if there is one. */
const suspendedHead = (own: InstitutionState, capacity: Capacity): Credential | undefined =>
  credentialsIn(own, capacity).find(
    one =>
      isHead(one.rights, one.capacity) && one.status === 'suspended' && one.suspendedBy === 'secretariat',
  )

/**
 * I-24. A head of delegation accredits for her own delegation; the secretariat accredits everybody else, and of a
 * delegation its head alone, on the instrument in which the member names her.
 */
const accreditor = ({ as, body }: Accredit): Check => {
  const { capacity, rights, instrument } = body
  const may =
    as.kind === 'system' ||
    (as.kind === 'delegate' && sideOf(capacity) === sideOf(as)) ||
    (as.kind === 'secretariat' &&
      (capacity.kind !== 'delegate' || (isHead(rights, capacity) && instrument !== undefined)))
  return [
    'I-24',
    may,
    () => ({
      by: capacityName(as),
      for: capacityName(capacity),
      head: isHead(rights, capacity),
      instrument: instrument ?? null,
    }),
  ]
}

/** I-25. Nobody gives more than she has: in her own capacity neither more rights nor a longer time. */
const withinOwn = ({ as, by, at, body }: Accredit, own: InstitutionState): Check => {
  const giver = as.kind === body.capacity.kind ? validCredential(own, by, as, 'accredit', at) : undefined
  const rights = giver?.rights ?? body.rights
  const until = giver?.until
  const tooLong = until !== undefined && (body.until === undefined || body.until > until)
  return [
    'I-25',
    body.rights.every(right => rights.includes(right)) && !tooLong,
    () => ({ rights: body.rights, own: rights, until: body.until ?? null, ownUntil: until ?? null }),
  ]
}

/**
 * I-23. Every credential has an id of its own and is for somewhere that exists.
 * I-26. A credential gives what its capacity can hold: an observer reads and speaks, a chair has no vote of her own.
 * I-27. A credential runs forward in time.
 * I-28. The secretariat may suspend the head of a delegation but never replace her.
 */
export const accredit = (act: Accredit, own: InstitutionState): Answer => {
  const { credential, capacity, rights, from, until } = act.body
  const held = act.as.kind === 'secretariat' ? suspendedHead(own, capacity) : undefined
  return following(
    [
      isFounded(own),
      readable(
        ['credential', idFault(credential)],
        ['person', idFault(act.body.person)],
        ['name', nameFault(act.body.name)],
        noteFault('instrument', act.body.instrument),
      ),
      [
        'I-23',
        !has(own.credentials, credential) && seatExists(own, capacity, act.at),
        () => ({ credential, taken: has(own.credentials, credential), capacity: capacityName(capacity) }),
      ],
      [
        'I-26',
        rights.length > 0 && rights.every(right => most[capacity.kind].includes(right)),
        () => ({ capacity: capacityName(capacity), rights, most: most[capacity.kind] }),
      ],
      [
        'I-27',
        until === undefined || (until > from && until > act.at),
        () => ({ from, until: until ?? null, at: act.at }),
      ],
      accreditor(act),
      ['I-28', held === undefined, () => ({ suspended: held!.id, capacity: capacityName(capacity) })],
      withinOwn(act, own),
    ],
    () => [eventOf(act, 'institution.accredited', act.body)],
  )
}

const unknownOr = (
  own: InstitutionState,
  id: string,
  holds: (credential: Credential) => boolean,
): boolean => {
  const credential = get(own.credentials, id)
  return credential !== undefined && holds(credential)
}

/** What every change of a credential must keep: it exists, and the status it has allows the step. */
const changeable = (
  act: Change,
  own: InstitutionState,
  from: readonly Credential['status'][],
): readonly Check[] => [
  isFounded(own),
  readable(['reason', nameFault(act.body.reason, 2_000)]),
  [
    'I-29',
    unknownOr(own, act.body.credential, credential => from.includes(credential.status)),
    () => ({
      credential: act.body.credential.slice(0, 80),
      status: get(own.credentials, act.body.credential)?.status ?? null,
      from,
    }),
  ],
]

/**
 * I-30. A delegation's credentials are revoked by the delegation, all others by the secretariat; the secretariat
 * may suspend a delegate's but not revoke it.
 */
const ownSide = (act: Change, own: InstitutionState): Check => {
  const credential = get(own.credentials, act.body.credential)
  const side = credential ? sideOf(credential.capacity) : null
  const suspends = act.type === 'institution.suspendCredential' && act.as.kind === 'secretariat'
  return [
    'I-30',
    act.as.kind === 'system' || suspends || side === sideOf(act.as),
    () => ({ credential: act.body.credential, side, by: capacityName(act.as) }),
  ]
}

/**
 * I-29. A credential is changed when it is there and its status allows it: a valid one is suspended, a suspended
 * one restored, and what was revoked stays revoked.
 */
export const revoke = (act: ActNamed<'institution.revokeCredential'>, own: InstitutionState): Answer =>
  following([...changeable(act, own, ['valid', 'suspended']), ownSide(act, own)], () => [
    eventOf(act, 'institution.credentialRevoked', act.body),
  ])

export const suspend = (act: ActNamed<'institution.suspendCredential'>, own: InstitutionState): Answer =>
  following([...changeable(act, own, ['valid']), ownSide(act, own)], () => [
    eventOf(act, 'institution.credentialSuspended', { ...act.body, side: sideOf(act.as) }),
  ])

/** I-31. A suspension is lifted by the side that imposed it. */
export const restore = (act: ActNamed<'institution.restoreCredential'>, own: InstitutionState): Answer => {
  const by = get(own.credentials, act.body.credential)?.suspendedBy
  return following(
    [
      ...changeable(act, own, ['suspended']),
      [
        'I-31',
        act.as.kind === 'system' || by === sideOf(act.as),
        () => ({ credential: act.body.credential, suspendedBy: by ?? null, by: capacityName(act.as) }),
      ],
    ],
    () => [eventOf(act, 'institution.credentialRestored', act.body)],
  )
}
