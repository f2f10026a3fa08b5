import { describe, test } from 'vitest'
import {
  type Actor,
  accredited,
  act,
  assembly,
  at,
  chair,
  delegate,
  given,
  observer,
  observerParty,
  secretariat,
  system,
  withRights,
} from '../testing/index.ts'
import type { Right } from './acts.ts'

const world = assembly('AAA', 'BBB')
const head = delegate('AAA')

const accredits = (giver: Actor, to: Actor, more: object = {}) =>
  act(giver, 'institution.accredit', {
    credential: 'new',
    person: to.person,
    name: 'A person',
    capacity: to.as,
    rights: to.rights,
    from: at('09:00'),
    ...more,
  } as never)

const changes = (
  giver: Actor,
  how: 'revoke' | 'suspend' | 'restore',
  credential: string,
  when = at('09:30'),
) => act(giver, `institution.${how}Credential`, { credential, reason: 'because' }, when)

describe('giving credentials', () => {
  test('[I-23] each has an id of its own', () => {
    given(world)
      .when(accredits(head, delegate('AAA', '2'), { credential: 'cred-aaa' }))
      .refused('I-23', { credential: 'cred-aaa', taken: true, capacity: 'delegate:AAA' })
  })

  test('[I-23] each is for a seat that exists', () => {
    const seats: readonly Actor['as'][] = [
      { kind: 'chair', body: 'nowhere' as never },
      { kind: 'coordinator', area: 'nothing' },
      { kind: 'observer', observer: 'nobody' },
      { kind: 'observer', observer: 'AAA' },
      { kind: 'facilitator', text: 'not an id' as never },
      { kind: 'delegate', member: 'ZZZ' as never },
    ]
    for (const as of seats)
      given(world)
        .when(accredits(system(), { ...chair(), as, rights: ['read'] }))
        .refused('I-23')
    given(world, observerParty('OBS'))
      .when(accredits(secretariat(), observer('OBS')))
      .accepted()
  })

  test('[I-24] a head of delegation accredits for her own delegation', () => {
    given(world)
      .when(accredits(head, delegate('AAA', '2')))
      .then({
        type: 'institution.accredited',
        at: at('09:00'),
        by: 'aaa',
        credential: 'new',
        person: 'aaa2',
        name: 'A person',
        capacity: { kind: 'delegate', member: 'AAA' },
        rights: head.rights,
        from: at('09:00'),
      })
    given(world)
      .when(accredits(head, delegate('BBB', '2')))
      .refused('I-24', { by: 'delegate:AAA', for: 'delegate:BBB', head: true, instrument: null })
    given(world)
      .when(accredits(head, chair('soc')))
      .refused('I-24')
  })

  test('[I-24] the secretariat accredits chairs, and heads of delegation on the instrument of the member', () => {
    const instrument = 'Note 12/2026'
    given(world)
      .when(accredits(secretariat(), chair('swg')))
      .accepted()
    given(world)
      .when(accredits(secretariat(), delegate('AAA', '2'), { instrument }))
      .accepted()
    given(world)
      .when(accredits(secretariat(), delegate('AAA', '2')))
      .refused('I-24')
    const plain = withRights(delegate('AAA', '2'), 'read', 'speak', 'object')
    given(world)
      .when(accredits(secretariat(), plain, { instrument }))
      .refused('I-24')
  })

  test('[I-25] nobody gives more rights than she has', () => {
    const junior = withRights(delegate('AAA', '2'), 'read', 'accredit')
    given(world, accredited(junior))
      .when(accredits(junior, delegate('AAA', '3')))
      .refused('I-25', {
        rights: head.rights,
        own: ['read', 'accredit'],
        until: null,
        ownUntil: null,
      })
    given(world, accredited(junior))
      .when(accredits(junior, withRights(delegate('AAA', '3'), 'read')))
      .accepted()
  })

  test('[I-25] nor for longer', () => {
    const leaving = delegate('AAA', '2')
    const facts = [...world, accredited(leaving, at('18:00'))]
    given(facts)
      .when(accredits(leaving, delegate('AAA', '3')))
      .refused('I-25')
    given(facts)
      .when(accredits(leaving, delegate('AAA', '3'), { until: at('18:01') }))
      .refused('I-25')
    given(facts)
      .when(accredits(leaving, delegate('AAA', '3'), { until: at('18:00') }))
      .accepted()
  })

  test('[I-26] a credential gives what its capacity can hold', () => {
    const wants = (actor: Actor, ...rights: readonly Right[]) =>
      given(world, observerParty('OBS')).when(accredits(system(), withRights(actor, ...rights)))
    wants(observer('OBS'), 'read', 'propose').refused('I-26', {
      capacity: 'observer:OBS',
      rights: ['read', 'propose'],
      most: ['read', 'speak'],
    })
    wants(chair(), 'object').refused('I-26')
    wants(secretariat(), 'join').refused('I-26')
    wants(delegate('AAA', '2')).refused('I-26')
  })

  test('[I-27] a credential runs forward in time', () => {
    given(world)
      .when(accredits(head, delegate('AAA', '2'), { from: at('12:00'), until: at('12:00') }))
      .refused('I-27')
    given(world)
      .when(accredits(head, delegate('AAA', '2'), { from: at('07:00'), until: at('09:00') }))
      .refused('I-27')
  })

  test('[I-28] the secretariat may suspend a head of delegation, never replace her', () => {
    const facts = [...world, changes(secretariat(), 'suspend', 'cred-aaa')]
    const another = accredits(secretariat(), delegate('AAA', '2'), { instrument: 'Note 13/2026' })
    given(facts)
      .when({ ...another, at: at('10:00') })
      .refused('I-28', { suspended: 'cred-aaa', capacity: 'delegate:AAA' })
    given(facts, changes(secretariat(), 'restore', 'cred-aaa', at('09:45')))
      .when({ ...another, at: at('10:00') })
      .accepted()
  })

  test("[I-12] a person's name is what it seems", () => {
    given(world)
      .when(accredits(head, delegate('AAA', '2'), { name: 'A\u202Eperson' }))
      .refused('I-12', { field: 'name', fault: 'hidden character' })
  })
})

describe('changing credentials', () => {
  test('[I-29] what is not there, or was revoked, is not changed', () => {
    given(world)
      .when(changes(head, 'revoke', 'nothing'))
      .refused('I-29', { credential: 'nothing', status: null, from: ['valid', 'suspended'] })
    const second = [...world, accredited(delegate('AAA', '2')), changes(head, 'revoke', 'cred-aaa2')]
    for (const how of ['revoke', 'suspend', 'restore'] as const)
      given(second)
        .when(changes(head, how, 'cred-aaa2'))
        .refused('I-29')
    given(world)
      .when(changes(secretariat(), 'restore', 'cred-aaa'))
      .refused('I-29')
  })

  test("[I-30] a delegation revokes its own, the secretariat everybody else's", () => {
    given(world)
      .when(changes(head, 'revoke', 'cred-bbb'))
      .refused('I-30', { credential: 'cred-bbb', side: 'delegate:BBB', by: 'delegate:AAA' })
    given(world)
      .when(changes(head, 'suspend', 'cred-bbb'))
      .refused('I-30')
    given(world)
      .when(changes(head, 'revoke', 'cred-chair-soc'))
      .refused('I-30')
    given(world)
      .when(changes(secretariat(), 'revoke', 'cred-chair-soc'))
      .accepted()
  })

  test('[I-30] the secretariat suspends a delegate but does not revoke her', () => {
    given(world)
      .when(changes(secretariat(), 'suspend', 'cred-aaa'))
      .then({
        type: 'institution.credentialSuspended',
        at: at('09:30'),
        by: 'registry',
        credential: 'cred-aaa',
        reason: 'because',
        side: 'secretariat',
      })
    given(world)
      .when(changes(secretariat(), 'revoke', 'cred-aaa'))
      .refused('I-30')
  })

  test('[I-31] a suspension is lifted by the side that imposed it', () => {
    const second = [...world, accredited(delegate('AAA', '2'))]
    const bySecretariat = [...second, changes(secretariat(), 'suspend', 'cred-aaa2')]
    const byHead = [...second, changes(head, 'suspend', 'cred-aaa2')]
    given(bySecretariat)
      .when(changes(head, 'restore', 'cred-aaa2'))
      .refused('I-31', { credential: 'cred-aaa2', suspendedBy: 'secretariat', by: 'delegate:AAA' })
    given(byHead)
      .when(changes(secretariat(), 'restore', 'cred-aaa2'))
      .refused('I-31')
    given(bySecretariat)
      .when(changes(secretariat(), 'restore', 'cred-aaa2'))
      .accepted()
    given(byHead)
      .when(changes(head, 'restore', 'cred-aaa2'))
      .then({
        type: 'institution.credentialRestored',
        at: at('09:30'),
        by: 'aaa',
        credential: 'cred-aaa2',
        reason: 'because',
      })
  })
})
