import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { type Act, audienceOf } from '../index.ts'
import { type Actor, act, after, chair, decided, delegate, given, secretariat } from '../testing/index.ts'
import { contactsFor, memberStanding, validatorsFor } from './index.ts'
import {
  commitmentIn,
  desk,
  desks,
  ground,
  joins,
  leaves,
  names,
  now,
  on,
  proof,
  recorded,
  tells,
  termsIn,
  undertakes,
  withdraws,
} from './testing/scene.ts'

const [first, second, third] = ['-1', '-2', '-3'].map(desk) as [Actor, Actor, Actor]
const head = delegate('AAA')
const one = [...ground, ...desks, undertakes()]
const due = { due: '2027-04-15' }

const releases = (person: string, role: string, more: object = {}, by = head) =>
  act(
    by,
    'commitments.releaseContact',
    { member: 'AAA', person, role, scope: { kind: 'all' }, ...more } as never,
    now,
  )
const validates = (by: Actor, report = 'p1', when = on('2027-04-12'), commitment = 'c1'): Act =>
  act(by, 'commitments.validateReport', { commitment, report, member: 'AAA' }, when)
const returns = (by: Actor, reason = 'Add the numbers.', when = on('2027-04-12')): Act =>
  act(by, 'commitments.returnReport', { commitment: 'c1', report: 'p1', member: 'AAA', reason }, when)
const revoked = (which: string, when = on('2027-01-15')): Act =>
  act(head, 'institution.revokeCredential', { credential: `cred-aaa${which}`, reason: 'moved on' }, when)

describe('parts in a delegation', () => {
  test('[C-31] the head names and releases them', () => {
    const state = given(one).when(names('aaa-1', 'focalPoint')).accepted()
    expect(get(state.commitments.contacts, 'AAA')).toEqual([
      { person: 'aaa-1', role: 'focalPoint', scope: { kind: 'all' }, since: now },
    ])
    given(one)
      .when(names('aaa-1', 'focalPoint', {}, now, first))
      .refused('I-7')
    given(one)
      .when(names('aaa-1', 'focalPoint', {}, now, delegate('BBB')))
      .refused('I-8')
    given(one)
      .when(names('aaa-1', 'focalPoint', {}, now, secretariat()))
      .refused('I-2')
    given(one)
      .when(names('aaa-1', 'focalPoint', {}, now, chair()))
      .refused('I-2')
    given(one, names('aaa-1', 'focalPoint')).when(releases('aaa-1', 'focalPoint')).accepted()
    given(one, names('aaa-1', 'focalPoint'))
      .when(releases('aaa-1', 'alternate'))
      .refused('C-31', { member: 'AAA', person: 'aaa-1', role: 'alternate', named: false })
    given(one, names('aaa-1', 'focalPoint'))
      .when(releases('aaa-1', 'focalPoint', { scope: { kind: 'area', area: 'mil' } }))
      .refused('C-31')
  })
  test('[C-31] among the persons it has accredited, for what there is, until a day to come', () => {
    const facts = {
      member: 'AAA',
      person: 'aaa-1',
      accredited: true,
      scope: 'all',
      found: true,
      until: null,
      named: 0,
    }
    given(one)
      .when(names('bbb', 'validator'))
      .refused('C-31', { ...facts, person: 'bbb', accredited: false })
    given(one, revoked('-1', now))
      .when(names('aaa-1', 'validator'))
      .refused('C-31', { ...facts, accredited: false })
    for (const until of ['2026-11-22', '2027-02-30'])
      given(one)
        .when(names('aaa-1', 'validator', { until }))
        .refused('C-31', { ...facts, until })
    given(one)
      .when(names('aaa-1', 'validator', { until: '2026-11-23' }))
      .accepted()
    given(one)
      .when(names('aaa-1', 'validator', { scope: { kind: 'area', area: 'nowhere' } }))
      .refused('C-31', { ...facts, scope: 'area:nowhere', found: false })
    given(one)
      .when(names('aaa-1', 'validator', { scope: { kind: 'commitment', commitment: 'c1' } }))
      .accepted()
  })
  test('[C-31] a part named twice is one, however its fields are ordered', () => {
    const scopes = [
      { kind: 'area', area: 'mil' },
      { area: 'mil', kind: 'area' },
    ] as const
    const twice = [...one, ...scopes.map(scope => names('aaa-1', 'validator', { scope }))]
    expect(get(after(twice).commitments.contacts, 'AAA')).toHaveLength(1)
    given(one, names('aaa-1', 'validator', { scope: scopes[0] }))
      .when(releases('aaa-1', 'validator', { scope: scopes[1] }))
      .accepted()
  })
  test('[C-31] not more of them than a list can hold', () => {
    const many = Array.from({ length: 500 }, (_, n) => ({
      type: 'commitments.contactNamed',
      at: now,
      by: 'aaa',
      member: 'AAA',
      person: `p${n}`,
      role: 'focalPoint',
      scope: { kind: 'all' },
    })) as never[]
    given(one, many).when(names('aaa-1', 'focalPoint')).refused('C-31')
    given(one, names('aaa-1', 'focalPoint'), many.slice(1)).when(names('aaa-1', 'focalPoint')).accepted()
  })
})

describe('who reports', () => {
  test('[C-23] any delegate who may propose, while nobody is named', () => {
    for (const by of [first, second, head]) given(one).when(tells(by)).accepted()
    expect(contactsFor(after(one), 'AAA' as never, commitmentIn(after(one)), ['focalPoint'], now)).toEqual([])
  })
  test('[C-23] then the focal points, their alternates, and the head', () => {
    const named = [...one, names('aaa-1', 'focalPoint'), names('aaa-2', 'alternate')]
    for (const by of [first, second, head]) given(named).when(tells(by)).accepted()
    given(named)
      .when(tells(third))
      .refused('C-23', { commitment: 'c1', focalPoints: ['aaa-1', 'aaa-2'] })
    given(named, releases('aaa-1', 'focalPoint'), releases('aaa-2', 'alternate'))
      .when(tells(third))
      .accepted()
  })
  test('[C-23] for all commitments, an area’s, or one', () => {
    const other = undertakes('AAA', 'c2', { terms: termsIn('eco') })
    const world = [
      ...one,
      other,
      names('aaa-1', 'focalPoint', { scope: { kind: 'area', area: 'mil' } }),
      names('aaa-2', 'focalPoint', { scope: { kind: 'commitment', commitment: 'c2' } }),
    ]
    given(world).when(tells(first)).accepted()
    given(world)
      .when(tells(second))
      .refused('C-23', { commitment: 'c1', focalPoints: ['aaa-1'] })
    given(world)
      .when(tells(second, { commitment: 'c2' }))
      .accepted()
    given(world)
      .when(tells(first, { commitment: 'c2' }))
      .refused('C-23')
  })
  test('[C-23, C-31] whose part has ended, or whose credential is gone, holds none: her alternate goes on', () => {
    const named = [...one, names('aaa-1', 'focalPoint'), names('aaa-2', 'alternate')]
    given(named, revoked('-1')).when(tells(first)).refused('I-4')
    given(named, revoked('-1')).when(tells(second)).accepted()
    given(named, revoked('-1'))
      .when(tells(third))
      .refused('C-23', { commitment: 'c1', focalPoints: ['aaa-2'] })
    given(named, revoked('-1'), revoked('-2')).when(tells(third)).accepted()
    const short = [...one, names('aaa-1', 'focalPoint', { until: '2027-04-09' })]
    given(short)
      .when(tells(third, {}, on('2027-04-09')))
      .refused('C-23')
    given(short)
      .when(tells(third, {}, on('2027-04-10')))
      .accepted()
  })
})

describe('who validates', () => {
  const watched = [...one, names('aaa-2', 'validator')]
  const drafted = [...watched, tells(first, due)]
  test('[C-24] a report waits inside the delegation until the authority has spoken, and is told on that day', () => {
    const waiting = after(drafted)
    expect(commitmentIn(waiting).reports).toEqual([])
    expect(get(get(waiting.commitments.waiting, 'AAA')!, 'p1')).toMatchObject({
      commitment: 'c1',
      by: 'aaa-1',
    })
    expect(memberStanding(commitmentIn(waiting), 'AAA' as never, '2027-04-20').silentSince).toBe('2027-04-15')
    for (const by of [second, head]) {
      const state = given(drafted).when(validates(by)).accepted()
      expect(commitmentIn(state).reports).toMatchObject([{ id: 'p1', on: '2027-04-12' }])
      expect(get(state.commitments.waiting, 'AAA')?.size).toBe(0)
    }
    given(drafted)
      .when(validates(first))
      .refused('C-24', { commitment: 'c1', validators: ['aaa-2'] })
    given(drafted)
      .when(validates(delegate('BBB')))
      .refused('I-8')
    given(drafted).when(validates(secretariat())).refused('I-2')
  })
  test('[C-24] what she tells herself waits for nobody, however many validate; what the head tells waits', () => {
    const two = [...watched, names('aaa-3', 'validator')]
    for (const by of [second, third])
      expect(commitmentIn(given(two).when(tells(by)).accepted()).reports).toHaveLength(1)
    for (const by of [first, head])
      expect(commitmentIn(given(two).when(tells(by)).accepted()).reports).toHaveLength(0)
  })
  test('[C-24] it is given back with a reason, and told again under its own name', () => {
    const back = [...drafted, returns(second)]
    given(drafted).when(returns(first)).refused('C-24')
    given(drafted).when(returns(second, ' ')).refused('I-12', { field: 'reason', fault: 'blank' })
    given(back).when(validates(second)).refused('C-24', { report: 'p1', waiting: false })
    given(back).when(returns(second)).refused('C-24')
    const again = tells(first, { ...due, words: 'With numbers.' }, on('2027-04-13'))
    given(drafted).when(again).refused('C-22', { report: 'p1', taken: true })
    given(back, again)
      .when(validates(second, 'p1', on('2027-04-14')))
      .accepted()
    given(drafted).when(validates(second, 'p9')).refused('C-24', { report: 'p9', waiting: false })
  })
  test('[C-24, C-22] what was told while it waited has taken its due day, or its name', () => {
    const rival = tells(second, { ...due, report: 'p2' }, on('2027-04-11'))
    given(drafted, rival).when(validates(second)).refused('C-22')
    const both = [...drafted, tells(first, { ...due, report: 'p2' }, on('2027-04-11')), validates(second)]
    given(both).when(validates(second, 'p2')).refused('C-22')
    given(both)
      .when({ ...returns(head), body: { ...returns(head).body, report: 'p2' } } as never)
      .accepted()
    const other = [...drafted, joins('BBB', 'c1', on('2027-04-11')), tells('BBB', {}, on('2027-04-11'))]
    given(other).when(validates(second)).refused('C-22', { report: 'p1', taken: true })
  })
  test('[C-24, C-26] whether it moved back is judged on the day it is told', () => {
    const far = tells(second, { report: 'p2', says: 'complete', evidence: [proof()] }, on('2027-04-11'))
    given(drafted, far).when(validates(second)).refused('C-26', { says: 'limited', movedBack: true })
    const worded = [...watched, tells(first, { words: 'A flood.' }), far, validates(second)]
    expect(commitmentIn(after(worded)).reports.at(-1)).toMatchObject({ id: 'p1', movedBack: true })
  })
  test('[C-24, C-21] nothing is validated on a commitment that has ended, or is left; a draft may be given back', () => {
    given(drafted, withdraws('AAA', 'c1', on('2027-04-11')))
      .when(validates(second))
      .refused('C-21')
    given(drafted, withdraws('AAA', 'c1', on('2027-04-11')))
      .when(returns(second))
      .accepted()
    given(drafted, joins('BBB', 'c1', on('2027-04-11')), leaves('AAA', 'c1', on('2027-04-11')))
      .when(validates(second))
      .refused('C-20')
  })
  test('[C-24] a draft on one commitment is not validated through another', () => {
    given(drafted, undertakes('AAA', 'c2'))
      .when(validates(second, 'p1', on('2027-04-12'), 'c2'))
      .refused('C-24')
    given(drafted, undertakes('AAA', 'c2'))
      .when(tells(first, { commitment: 'c2' }))
      .refused('C-22')
  })
  test('[C-24] an authority whose credential is gone holds up nothing', () => {
    const state = after([...watched, revoked('-2')])
    expect(validatorsFor(state, 'AAA' as never, commitmentIn(state), on('2027-02-01'))).toEqual([])
    given(watched, revoked('-2'), tells(first)).when(validates(head)).refused('C-24')
    given(drafted, revoked('-2', on('2027-04-11')))
      .when(validates(head))
      .accepted()
    given(drafted, revoked('-2', on('2027-04-11')))
      .when(validates(third))
      .refused('C-24')
  })
  test('[C-24] what the secretariat records from a source has been said already', () => {
    const from = { ...tells('AAA', { source: 'a letter' }), by: 'registry', as: { kind: 'secretariat' } }
    expect(
      commitmentIn(
        given(watched)
          .when(from as never)
          .accepted(),
      ).reports,
    ).toHaveLength(1)
    given(watched, recorded())
      .when(tells(first, { commitment: 'r1' }))
      .accepted()
  })
  test('[C-24] what waits, and what is given back, is read by the delegation alone', () => {
    const ours = { kind: 'delegation', member: 'AAA' }
    const read = (facts: typeof drafted, made: Act) => {
      const state = after(facts)
      const outcome = decided(made, state)
      expect(outcome.kind).toBe('accepted')
      return audienceOf(made, after(facts, made))
    }
    expect(read(watched, tells(first))).toEqual(ours)
    expect(read(drafted, returns(second))).toEqual(ours)
    expect(read(drafted, validates(second))).toEqual({ kind: 'public' })
    expect(read(watched, tells(second))).toEqual({ kind: 'public' })
    expect(read([...drafted, returns(second)], tells(second, {}, on('2027-04-13')))).toEqual({
      kind: 'public',
    })
  })
})
