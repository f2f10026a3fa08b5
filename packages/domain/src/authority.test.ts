import { id, type PersonId } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { authority, decideAsSystem, domain, initial, rightFor, standing } from './index.ts'
import {
  accredited,
  act,
  after,
  assembly,
  at,
  body,
  chair,
  delegate,
  founded,
  given,
  member,
  observer,
  observerParty,
  rule,
  secretariat,
  sitting,
  system,
  term,
  withRights,
} from './testing/index.ts'

const world = [...assembly('AAA', 'BBB'), ...sitting('m', 'soc', ['AAA', 'BBB'])]
const present = (who = delegate('AAA'), of = 'AAA', when = at('10:00')) =>
  act(who, 'meetings.recordPresence', { meeting: 'm', member: of, present: false }, when)

describe('the gate', () => {
  test('[I-1] an act in the capacity of the institution is refused when it comes from outside', () => {
    const forged = act(system(), 'institution.recordArea', {
      area: 'a',
      dimension: 'd',
      name: { en: 'A' },
      source: 'x',
    })
    const outcome = domain.decide(forged, after(founded()))
    expect(outcome).toEqual({
      kind: 'refused',
      refusal: { rule: 'I-1', facts: { act: 'institution.recordArea' } },
    })
    expect(decideAsSystem(forged, after(founded())).kind).toBe('accepted')
  })

  test('[I-1] what is not of the system cannot take the entry of the system', () => {
    expect(() => decideAsSystem(present(), after(world))).toThrow('not an act of the system')
  })

  test('[I-2] an act is open in certain capacities only', () => {
    given(world)
      .when(act(delegate('AAA'), 'meetings.close', { meeting: 'm' }))
      .refused('I-2', { act: 'meetings.close', capacity: 'delegate:AAA', openTo: ['chair'] })
    given(world)
      .when(act(secretariat(), 'institution.found', { ...founding }))
      .refused('I-2')
  })

  test('[I-2] an observer proposes nothing, objects to nothing, joins nothing', () => {
    const facts = [...world, observerParty('OBS'), accredited(observer('OBS'))]
    const attempts = [
      act(observer('OBS'), 'texts.takeStand', { text: 't', paragraph: 'p', stand: 'objects' }),
      act(observer('OBS'), 'texts.proposeDeletion', { text: 't', paragraph: 'p', base: 1 }),
      act(observer('OBS'), 'decisions.object', { decision: 'd', member: 'AAA' }),
    ]
    for (const attempt of attempts) given(facts).when(attempt).refused('I-2')
  })

  test('[I-3] who has no credential for the capacity is refused', () => {
    const stranger = { ...delegate('AAA'), person: id<PersonId>('stranger') }
    given(world).when(present(stranger)).refused('I-3', { person: 'stranger', capacity: 'delegate:AAA' })
    const bbbAsAaa = { ...delegate('BBB'), as: delegate('AAA').as }
    given(world).when(present(bbbAsAaa)).refused('I-3', { person: 'bbb', capacity: 'delegate:AAA' })
  })

  test('[I-4] a suspended or revoked credential gives nothing', () => {
    const suspend = act(
      secretariat(),
      'institution.suspendCredential',
      { credential: 'cred-aaa', reason: 'lost phone' },
      at('09:30'),
    )
    const revoke = act(
      delegate('AAA'),
      'institution.revokeCredential',
      { credential: 'cred-aaa', reason: 'leaves' },
      at('09:30'),
    )
    given(world, suspend).when(present()).refused('I-4', { credential: 'cred-aaa', status: 'suspended' })
    given(world, revoke).when(present()).refused('I-4', { credential: 'cred-aaa', status: 'revoked' })
  })

  test('[I-5] a credential gives nothing from its last instant on, nor before its first', () => {
    const facts = [...world, accredited(delegate('AAA', '2'), at('10:00'))]
    given(facts)
      .when(present(delegate('AAA', '2'), 'AAA', at('09:59:59.999')))
      .accepted()
    given(facts)
      .when(present(delegate('AAA', '2')))
      .refused('I-5', {
        credential: 'cred-aaa2',
        from: '2020-01-01T00:00:00.000Z',
        until: at('10:00'),
        at: at('10:00'),
      })
    given(facts)
      .when(present(delegate('AAA', '2'), 'AAA', at('2019-12-31 23:59')))
      .refused('I-5')
  })

  test('[I-6] a delegate of a member that is suspended or has left has no voice', () => {
    const left = act(
      secretariat(),
      'institution.recordParty',
      {
        party: 'AAA',
        standing: 'member',
        name: { en: 'AAA' },
        status: 'left',
        from: '2026-11-23',
        source: 'x',
      },
      at('09:30'),
    )
    given(world, left).when(present()).refused('I-6', { member: 'AAA' })
  })

  test('[I-7] the credential must give the right the act needs', () => {
    const quiet = withRights(delegate('AAA', '2'), 'read', 'join')
    const facts = [...world, accredited(quiet)]
    given(facts)
      .when(present(quiet))
      .refused('I-7', { credential: 'cred-aaa2', needs: 'speak', gives: ['read', 'join'] })
    given(facts)
      .when(act(quiet, 'texts.takeStand', { text: 't', paragraph: 'p', stand: 'objects' }))
      .refused('I-7', { credential: 'cred-aaa2', needs: 'object', gives: ['read', 'join'] })
    expect(rightFor(act(quiet, 'texts.takeStand', { text: 't', paragraph: 'p', stand: 'backs' }))).toBe(
      'join',
    )
  })

  test('[I-7] of two credentials the one that serves is used', () => {
    const quiet = withRights(delegate('AAA'), 'read')
    const second = { ...accredited(quiet), body: { ...accredited(quiet).body, credential: 'second' } }
    given(world, second as never)
      .when(present())
      .accepted()
  })

  test('[I-8] a delegate speaks for her own delegation', () => {
    given(world)
      .when(present(delegate('AAA'), 'BBB'))
      .refused('I-8', { own: 'AAA', named: 'BBB' })
    given(world).when(present(secretariat(), 'BBB')).accepted()
  })

  test('[I-33] the credential of a chair ends with her term', () => {
    const handedOver = act(
      secretariat(),
      'institution.recordTerm',
      { office: { kind: 'chair', body: 'soc' }, holder: 'BBB', from: '2026-11-24', source: 'x' },
      at('09:20'),
    )
    const suspends = act(chair('soc'), 'meetings.suspend', { meeting: 'm' }, at('2026-11-24 10:00'))
    given(world).when(suspends).accepted()
    given(world, handedOver)
      .when(suspends)
      .refused('I-33', {
        credential: 'cred-chair-soc',
        from: '2020-01-01T00:00:00.000Z',
        givenAt: at('08:00'),
        capacity: 'chair:soc',
      })
    const next = { ...chair('soc'), person: id<PersonId>('next-chair') }
    const accredits = act(
      secretariat(),
      'institution.accredit',
      {
        credential: 'next',
        person: 'next-chair',
        name: 'Next chair',
        capacity: { kind: 'chair', body: 'soc' },
        rights: ['read', 'speak'],
        from: at('2026-11-24 00:00'),
      },
      at('09:30'),
    )
    given(world, handedOver, accredits)
      .when(act(next, 'meetings.suspend', { meeting: 'm' }, at('2026-11-24 10:00')))
      .accepted()
  })

  test('[I-33] while nobody holds the chair nobody acts in it', () => {
    const ended = [
      ...assembly().slice(0, 1),
      member('AAA'),
      body('soc'),
      rule('chair.continues', false),
      accredited(chair('soc')),
    ]
    const convenes = act(chair('soc'), 'meetings.convene', {
      meeting: 'm',
      body: 'soc',
      title: 'Meeting',
      opensAt: at('10:00'),
      place: 'Hall',
      timeZone: 'UTC',
      agenda: [{ number: '1', title: 'Item' }],
    })
    given(ended).when(convenes).accepted()
    given(ended, term('soc', 'AAA', '2019', '2025'))
      .when(convenes)
      .refused('I-33')
    given(ended, term('soc', 'AAA', '2019', '2026'))
      .when(convenes)
      .accepted()
  })

  test('every act has its line, and none asks what no credential gives', () => {
    for (const [type, needs] of Object.entries(authority)) {
      expect(needs.capacities.length, type).toBeGreaterThan(0)
      if (needs.right === 'object' || needs.right === 'join')
        expect(needs.capacities, type).toContain('delegate')
    }
  })

  test('standing says in advance what the gate would say', () => {
    const state = after(world).institution
    const { person, as } = delegate('AAA')
    expect(standing(state, person, as, 'object', at('10:00'))).toBeNull()
    expect(standing(state, person, chair().as, null, at('10:00'))?.rule).toBe('I-3')
  })
})

describe('the composite', () => {
  test('an event of a room that is absent is passed over, by its namespace', () => {
    const state = after(founded(), member('AAA'), body('soc'))
    const foreign = { type: 'forum.callOpened', at: at('10:00'), by: 'x' } as never
    expect(domain.evolve(state, foreign)).toBe(state)
  })

  test.each([
    'institution.unheardOf',
    'meetings.unheardOf',
    'texts.unheardOf',
    'decisions.unheardOf',
    'commitments.x',
  ])('an unknown event of a known chapter throws: %s', type => {
    expect(() => domain.evolve(initial, { type, at: at('10:00'), by: 'x' } as never)).toThrow()
  })

  test('an act of no chapter throws', () => {
    const act = { type: 'nowhere.go', as: { kind: 'system' }, body: {} } as never
    expect(() => decideAsSystem(act, initial)).toThrow('no chapter')
  })
})

const founding = {
  organisation: 'x',
  name: { en: 'X' },
  shortName: 'X',
  languages: ['en'],
  source: 'x',
} as const
