import { type BodyId, id, type MemberId, type PersonId } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import type { Audience } from './act.ts'
import { audienceOf, delegationsNamed, mayRead } from './index.ts'
import {
  type Actor,
  accredited,
  act,
  after,
  assembly,
  at,
  chair,
  delegate,
  type Fact,
  observer,
  observerParty,
  rule,
  secretariat,
  withRights,
} from './testing/index.ts'

const world = [...assembly('AAA', 'BBB'), observerParty('OBS'), accredited(observer('OBS'))]
const now = at('10:00')
const reader = ({ person, as }: Actor) => ({ person, as })
const reads = (audience: Audience, who: Actor | null, ...more: readonly Fact[]) =>
  mayRead(audience, who && reader(who), after(world, ...more), now)

const revoked = (credential: string) =>
  act(delegate('AAA'), 'institution.revokeCredential', { credential, reason: 'over' }, at('09:30'))
const members: Audience = { kind: 'members' }
const soc: Audience = { kind: 'body', body: id<BodyId>('soc') }
const ofAaa: Audience = { kind: 'delegation', member: id<MemberId>('AAA') }

describe('who may read', () => {
  test('[I-9] what is public is read by everybody, signed out too', () => {
    expect(reads({ kind: 'public' }, null)).toBe(true)
    for (const audience of [members, soc, ofAaa]) expect(reads(audience, null)).toBe(false)
  })

  test("[I-9] a delegation's own is closed to all others, the chair and the secretariat among them", () => {
    expect(reads(ofAaa, delegate('AAA'))).toBe(true)
    for (const other of [delegate('BBB'), chair(), secretariat(), observer('OBS')])
      expect(reads(ofAaa, other)).toBe(false)
  })

  test('[I-9] what is sent to delegations by name is read by those, and by the secretariat where it is said', () => {
    const named = delegationsNamed([id<MemberId>('AAA'), id<MemberId>('AAA')], false)
    expect(named).toEqual({ kind: 'delegations', members: ['AAA'], secretariat: false })
    expect(reads(named, delegate('AAA'))).toBe(true)
    for (const other of [delegate('BBB'), chair(), secretariat(), observer('OBS'), null])
      expect(reads(named, other)).toBe(false)
    expect(reads({ ...named, secretariat: true } as Audience, secretariat())).toBe(true)
    expect(reads({ ...named, secretariat: true } as Audience, chair())).toBe(false)
    expect(reads(named, delegate('AAA'), revoked('cred-aaa'))).toBe(false)
  })

  test('[I-9] what is kept to members is closed to observers unless the rules open it', () => {
    expect(reads(members, delegate('AAA'))).toBe(true)
    expect(reads(members, secretariat())).toBe(true)
    expect(reads(members, observer('OBS'))).toBe(false)
    expect(reads(members, observer('OBS'), rule('observers.readMembers', true))).toBe(true)
  })

  test('[I-9] what is kept to a body is read by those who sit in it, its own chair and the secretariat', () => {
    const composed = rule('body.composition', ['AAA'], at('08:00'), 'soc')
    expect(reads(soc, delegate('BBB'))).toBe(true)
    expect(reads(soc, delegate('AAA'), composed)).toBe(true)
    expect(reads(soc, delegate('BBB'), composed)).toBe(false)
    expect(reads(soc, chair('soc'))).toBe(true)
    expect(reads(soc, chair('mc'))).toBe(false)
    expect(reads(soc, observer('OBS'))).toBe(false)
  })

  test('[I-9] a capacity that is only claimed opens nothing', () => {
    const pretender = { person: id<PersonId>('bbb'), as: delegate('AAA').as }
    expect(mayRead(ofAaa, pretender, after(world), now)).toBe(false)
    expect(mayRead(members, { person: id<PersonId>('x'), as: { kind: 'system' } }, after(world), now)).toBe(
      false,
    )
  })

  test('[I-9] a credential that was revoked, or gives no reading, closes what it had opened', () => {
    const revoked = act(delegate('AAA'), 'institution.revokeCredential', {
      credential: 'cred-aaa',
      reason: 'x',
    })
    expect(reads(members, delegate('AAA'), revoked)).toBe(false)
    const deaf = withRights(delegate('BBB', '2'), 'speak')
    expect(reads(members, deaf, accredited(deaf))).toBe(false)
  })

  test("[I-9] what holds a person's name is kept to members; instructions and comments to the delegation", () => {
    const state = after(world)
    expect(audienceOf(accredited(delegate('AAA')), state)).toEqual(members)
    expect(
      audienceOf(act(delegate('AAA'), 'texts.instruct', { text: 't', paragraph: 'p', member: 'AAA' }), state),
    ).toEqual(ofAaa)
    const comment = { text: 't', paragraph: 'p', member: 'AAA', comment: 'c', wording: 'x' }
    expect(audienceOf(act(delegate('AAA'), 'texts.comment', comment), state)).toEqual(ofAaa)
    expect(audienceOf(rule('quorum.of', 'present'), state)).toEqual({ kind: 'public' })
  })

  test('[I-9] an act on a text nobody knows is not shown to all', () => {
    const lost = act(delegate('AAA'), 'texts.proposeDeletion', { text: 'lost', paragraph: 'p', base: 1 })
    expect(audienceOf(lost, after(world))).toEqual(members)
    const onLost = act(delegate('AAA'), 'decisions.object', { decision: 'lost', member: 'AAA' })
    expect(audienceOf(onLost, after(world))).toEqual(members)
  })
})
