import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import {
  type Actor,
  accredited,
  act,
  after,
  chair,
  coordinator,
  delegate,
  given,
  observer,
  secretariat,
  withRights,
} from '../testing/index.ts'
import { ownersOf } from './index.ts'
import {
  adoptedPlan,
  changes,
  commitmentIn,
  forwards,
  ground,
  joins,
  leaves,
  now,
  on,
  proof,
  recorded,
  tells,
  terms,
  termsIn,
  undertakes,
  withdraws,
} from './testing/scene.ts'

const one = [...ground, undertakes()]
const group = { kind: 'body', body: 'swg' } as const
const bySecretariat = (
  type: 'join' | 'leave' | 'change' | 'withdraw' | 'carryForward',
  more: object,
  source?: string,
) =>
  act(
    secretariat(),
    `commitments.${type}`,
    { commitment: 'c1', member: 'AAA', ...more, ...(source === undefined ? {} : { source }) } as never,
    now,
  )

describe('what a member undertakes', () => {
  test('[C-15] under a name used once; and an act on it names one there is', () => {
    given(one).when(undertakes('BBB')).refused('C-15', { commitment: 'c1', taken: true })
    const unknown = { commitment: 'c1', found: false }
    for (const on of [
      joins('BBB'),
      leaves('AAA'),
      changes('AAA'),
      withdraws('AAA'),
      forwards('AAA'),
      tells(),
      act(secretariat(), 'commitments.assess', { commitment: 'c1', finds: 'limited', words: 'w' }, now),
      act(
        delegate('AAA'),
        'commitments.addEvidence',
        { commitment: 'c1', member: 'AAA', evidence: proof(), audience: { kind: 'public' } },
        now,
      ),
      act(
        delegate('AAA'),
        'commitments.validateReport',
        { commitment: 'c1', report: 'p1', member: 'AAA' },
        now,
      ),
      act(
        delegate('AAA'),
        'commitments.returnReport',
        { commitment: 'c1', report: 'p1', member: 'AAA', reason: 'r' },
        now,
      ),
    ])
      given(ground).when(on).refused('C-15', unknown)
    given(one)
      .when(forwards('AAA', { into: 'c1' }))
      .refused('C-15', { commitment: 'c1', taken: true })
    given(ground).when(undertakes('AAA', 'a/b')).refused('I-12')
  })

  test('[C-16] a delegation undertakes for itself, the secretariat records from a source', () => {
    given(ground)
      .when(undertakes())
      .then({
        type: 'commitments.undertaken',
        at: now,
        by: 'aaa',
        commitment: 'c1',
        member: 'AAA',
        terms: terms(),
        audience: { kind: 'public' },
      })
    given(ground).when(recorded()).accepted()
    given(ground)
      .when(recorded('AAA', 'r1', { source: ' ' }))
      .refused('C-16', { capacity: 'secretariat', source: ' ' })
    given(ground)
      .when(undertakes('AAA', 'c1', { source: 'our own' }))
      .refused('C-16', { capacity: 'delegate', source: 'our own' })
    given(ground).when(recorded('OBS')).refused('C-16', { member: 'OBS', capacity: 'secretariat' })
  })
  test('[C-16] nobody undertakes for another', () => {
    const wrongly: readonly [Actor, string][] = [
      [delegate('BBB'), 'I-8'],
      [chair(), 'I-2'],
      [coordinator('mil'), 'I-2'],
      [observer('OBS'), 'I-2'],
    ]
    for (const [by, rule] of wrongly)
      given(ground)
        .when({ ...undertakes(), by: by.person, as: by.as })
        .refused(rule)
    const mute = withRights(delegate('AAA', '-mute'), 'read', 'speak', 'propose')
    given(ground, accredited(mute))
      .when({ ...undertakes(), by: mute.person })
      .refused('I-7')
  })
  test('[C-16] every act the secretariat does in a member’s place has its source, and the event keeps it', () => {
    const acts = [
      ['join', { member: 'BBB' }],
      ['change', { terms: terms(), reason: 'r' }],
      ['withdraw', { reason: 'r' }],
      ['carryForward', { into: 'c2', terms: terms(), reason: 'r' }],
    ] as const
    for (const [type, body] of acts) {
      given(one).when(bySecretariat(type, body)).refused('C-16', { capacity: 'secretariat', source: null })
      const { outcome } = given(one).when(bySecretariat(type, body, 'a note'))
      for (const event of outcome.kind === 'accepted' ? outcome.events : [{}])
        expect(event).toMatchObject({ source: 'a note' })
    }
    given(one, joins('BBB'))
      .when(bySecretariat('leave', { reason: 'r' }))
      .refused('C-16')
    const left = commitmentIn(after(one, joins('BBB'), bySecretariat('leave', { reason: 'r' }, 'a note')))
    expect(ownersOf(left)).toEqual(['BBB'])
    const joined = commitmentIn(after(one, bySecretariat('join', { member: 'BBB' }, 'a note')))
    expect(joined.owners[1]).toEqual({ member: 'BBB', since: now, source: 'a note' })
    expect(
      commitmentIn(after(one, bySecretariat('withdraw', { reason: 'r' }, 'a note'))).ended,
    ).toMatchObject({
      source: 'a note',
    })
  })

  test('[C-17] it says until when, when it is reported on, and what would show it', () => {
    const facts = { evidence: 1, from: '2026-01-01', until: '2028-12-31', reporting: '2027-04-15' }
    const trying = (more: Parameters<typeof terms>[0]) =>
      given(ground).when(undertakes('AAA', 'c1', { terms: terms(more) }))
    trying({ until: null }).accepted()
    trying({ reporting: { first: '2029-01-31', everyMonths: 0 } }).accepted()
    trying({ evidence: [] }).refused('C-17', { ...facts, evidence: 0 })
    trying({ reporting: null }).refused('C-17', { ...facts, reporting: null })
    trying({ from: '2026-02-30' }).refused('C-17', { ...facts, from: '2026-02-30' })
    trying({ until: '2026-02-30' }).refused('C-17', { ...facts, until: '2026-02-30' })
    trying({ until: '2025-12-31' }).refused('C-17', { ...facts, until: '2025-12-31' })
    trying({ reporting: { first: '2027-02-29', everyMonths: 12 } }).refused('C-17')
    trying({ reporting: { first: '2025-12-31', everyMonths: 12 } }).refused('C-17')
    for (const everyMonths of [-1, 0.5, 121])
      trying({ reporting: { first: '2027-04-15', everyMonths } }).refused('C-17')
    trying({ until: null, reporting: { first: '2027-04-15', everyMonths: 0 } }).refused('C-17')
    trying({ evidence: Array(20).fill(terms().evidence[0]) }).accepted()
    trying({ evidence: Array(21).fill(terms().evidence[0]) }).refused('C-17', { ...facts, evidence: 21 })
  })
  test('[C-17] what is recorded from elsewhere may lack what would show it, and no more', () => {
    const bare = (more: object) =>
      given(ground).when(recorded('AAA', 'r1', { terms: terms({ evidence: [], reporting: null, ...more }) }))
    bare({}).accepted()
    bare({ until: '2025-12-31' }).refused('C-17')
    bare({ from: '2026-02-30' }).refused('C-17')
  })
  test('[I-12] its words are what they seem', () => {
    for (const more of [
      { title: ' ' },
      { title: 'x'.repeat(301) },
      { pledge: '' },
      { pledge: 'x'.repeat(20_001) },
      { pledge: 'left \u202e right' },
      { evidence: [{ kind: 'law' as const, what: '' }] },
    ])
      given(ground)
        .when(undertakes('AAA', 'c1', { terms: terms(more) }))
        .refused('I-12')
    given(one)
      .when(changes('AAA', { terms: terms({ title: '' }) }))
      .refused('I-12')
    given(one)
      .when(changes('AAA', { reason: '' }))
      .refused('I-12')
    given(one)
      .when(forwards('AAA', { into: 'c 2' }))
      .refused('I-12')
    given(one)
      .when(forwards('AAA', { terms: terms({ pledge: '' }) }))
      .refused('I-12')
  })

  test('[C-18] what it leans on is there', () => {
    const trying = (body: Parameters<typeof undertakes>[2]) =>
      given(ground).when(undertakes('AAA', 'c1', body))
    trying({ terms: termsIn('mil') }).accepted()
    trying({ terms: terms({ decision: 'd1' }) }).accepted()
    trying({ audience: group }).accepted()
    const facts = { missing: ['m9'], measure: 'm9', area: null }
    trying({ terms: terms({ measure: { catalogue: '2021', measure: 'm9' } }) }).refused('C-18', facts)
    trying({ terms: terms({ measure: { catalogue: '1999', measure: 'm1' } }) }).refused('C-18')
    trying({ terms: termsIn('nowhere') }).refused('C-18')
    trying({ terms: terms({ area: 'mil' }) }).refused('C-18', { missing: [], measure: 'm1', area: 'mil' })
    trying({ terms: terms({ activity: 'a1' }) }).refused('C-18')
    given(adoptedPlan)
      .when(undertakes('AAA', 'c1', { terms: terms({ activity: 'a1' }) }))
      .accepted()
    trying({ audience: { kind: 'body', body: 'nowhere' } }).refused('C-18')
    given(one)
      .when(changes('AAA', { terms: termsIn('nowhere') }))
      .refused('C-18')
    given(one)
      .when(forwards('AAA', { terms: termsIn('nowhere') }))
      .refused('C-18')
  })
  test('[C-18] a decision that is only under silence carries nothing yet', () => {
    const opens = act(
      chair(),
      'decisions.openSilence',
      {
        decision: 's1',
        body: 'soc',
        title: 'T',
        subject: { kind: 'wording', wording: 'W' },
        expiresAt: on('2026-12-07'),
        timeZone: 'UTC',
        announcedAs: 'then',
      },
      now,
    )
    const leaning = (when: typeof now) => undertakes('AAA', 'c1', { terms: terms({ decision: 's1' }) }, when)
    given(ground, opens)
      .when(leaning(on('2026-12-01')))
      .refused('C-18')
    given(ground, opens)
      .when(leaning(on('2026-12-08')))
      .accepted()
  })
  test('[C-18] nobody owns what it may not read', () => {
    const facts = { member: 'CCC', audience: 'body', reads: false }
    given(ground)
      .when(undertakes('CCC', 'c1', { audience: group }))
      .refused('C-18', facts)
    given(ground)
      .when(recorded('CCC', 'r1', { audience: group }))
      .refused('C-18', facts)
  })
})

describe('several owners', () => {
  const two = [...one, joins('BBB')]
  test('[C-19] others join, each for itself, and leave again', () => {
    expect(ownersOf(commitmentIn(after(two)))).toEqual(['AAA', 'BBB'])
    given(two)
      .when(joins('BBB'))
      .refused('C-19', { commitment: 'c1', member: 'BBB', owners: ['AAA', 'BBB'] })
    given(one).when(joins('AAA')).refused('C-19')
    given(one)
      .when(bySecretariat('join', { member: 'OBS' }, 's'))
      .refused('C-19', { commitment: 'c1', member: 'OBS', owners: ['AAA'] })
    expect(ownersOf(commitmentIn(after(two, leaves('AAA'), joins('CCC'))))).toEqual(['BBB', 'CCC'])
    given(two, leaves('BBB')).when(joins('BBB')).accepted()
    given(two)
      .when(leaves('CCC'))
      .refused('C-20', { commitment: 'c1', member: 'CCC', owners: ['AAA', 'BBB'] })
    given(one)
      .when({ ...joins('BBB'), body: { ...joins('BBB').body, member: 'CCC' } } as never)
      .refused('I-8')
    given(two)
      .when({ ...leaves('BBB'), body: { ...leaves('BBB').body, reason: '' } } as never)
      .refused('I-12')
  })
  test('[C-19] the last owner does not leave: it withdraws', () => {
    given(one)
      .when(leaves('AAA'))
      .refused('C-19', { commitment: 'c1', member: 'AAA', owners: ['AAA'] })
    given(two, leaves('AAA')).when(leaves('BBB')).refused('C-19')
  })
  test('[C-19] the secretariat makes nobody an owner of what is closed to it', () => {
    const closed = [...ground, undertakes('AAA', 'c1', { audience: group })]
    given(closed).when(joins('BBB')).accepted()
    given(closed).when(joins('CCC')).refused('C-15', { commitment: 'c1', found: false })
    given(closed)
      .when(bySecretariat('join', { member: 'CCC' }, 's'))
      .refused('C-19')
  })
  test('[C-20] who joins does not rewrite what others have undertaken, and nobody rewrites it for who joined', () => {
    const facts = { commitment: 'c1', owners: ['AAA', 'BBB'] }
    for (const member of ['AAA', 'BBB']) given(two).when(changes(member)).refused('C-20', facts)
    given(two)
      .when(bySecretariat('change', { terms: terms(), reason: 'r' }, 's'))
      .refused('C-20', facts)
    given(two, leaves('AAA')).when(changes('BBB')).accepted()
  })
  test('[C-30] nor ends it', () => {
    const facts = { commitment: 'c1', owners: ['AAA', 'BBB'] }
    given(two).when(withdraws('BBB')).refused('C-30', facts)
    given(two).when(forwards('AAA')).refused('C-30', facts)
    given(two, leaves('BBB')).when(withdraws('AAA')).accepted()
  })
})

describe('a commitment changes and ends', () => {
  test('[C-20] its owner changes the terms; what they said stays to be seen', () => {
    const changed = commitmentIn(after(one, changes('AAA')))
    expect(changed.terms.title).toBe('More visits')
    expect(changed.before).toEqual([{ terms: terms(), until: now, reason: 'more money' }])
    const facts = { commitment: 'c1', member: 'BBB', owners: ['AAA'] }
    given(one).when(changes('BBB')).refused('C-20', facts)
    given(one).when(withdraws('BBB')).refused('C-20', facts)
    given(one).when(forwards('BBB')).refused('C-20', facts)
    given(one).when(tells('BBB')).refused('C-20', facts)
    given(one)
      .when(changes('AAA', { terms: terms({ evidence: [] }) }))
      .refused('C-17')
  })
  test('[C-30] withdrawn or carried forward, it stays on the register as what it has become', () => {
    expect(commitmentIn(after(one, withdraws('AAA'))).ended).toEqual({
      kind: 'withdrawn',
      at: now,
      reason: 'budget',
    })
    const state = after(one, forwards('AAA', { terms: terms({ title: 'Anew' }) }))
    expect(commitmentIn(state).ended).toEqual({
      kind: 'carriedForward',
      at: now,
      reason: 'a new plan',
      into: 'c2',
    })
    expect(commitmentIn(state, 'c2')).toMatchObject({ carriedFrom: 'c1', owners: [{ member: 'AAA' }] })
    expect(get(state.commitments.ofMember, 'AAA')?.size).toBe(2)
    given(one)
      .when(forwards('AAA', { terms: terms({ reporting: null }) }))
      .refused('C-17')
  })
  test('[C-21] and takes nothing more, but evidence and findings', () => {
    for (const end of [withdraws('AAA'), forwards('AAA')]) {
      const ended = [...one, end]
      const kind = end.type === 'commitments.withdraw' ? 'withdrawn' : 'carriedForward'
      const facts = { commitment: 'c1', ended: kind, at: now }
      for (const late of [
        joins('BBB'),
        leaves('AAA'),
        changes('AAA'),
        withdraws('AAA'),
        forwards('AAA', { into: 'c3' }),
        tells(),
      ])
        given(ended).when(late).refused('C-21', facts)
      given(ended)
        .when(
          act(secretariat(), 'commitments.assess', { commitment: 'c1', finds: 'limited', words: 'w' }, now),
        )
        .accepted()
      given(ended)
        .when(
          act(
            delegate('AAA'),
            'commitments.addEvidence',
            { commitment: 'c1', member: 'AAA', evidence: proof(), audience: { kind: 'public' } },
            now,
          ),
        )
        .accepted()
    }
  })
  test('[C-16] what is carried forward is undertaken: only by an active member', () => {
    const left = act(
      secretariat(),
      'institution.recordParty',
      {
        party: 'AAA',
        standing: 'member',
        name: { en: 'AAA' },
        status: 'left',
        from: '2026-11-01',
        source: 's',
      },
      now,
    )
    const body = { into: 'c2', terms: terms(), reason: 'r' }
    given(one, left)
      .when(bySecretariat('carryForward', body, 's'))
      .refused('C-16', { member: 'AAA', capacity: 'secretariat' })
    given(one, left)
      .when(bySecretariat('withdraw', { reason: 'it left' }, 's'))
      .accepted()
    given(one, left).when(changes('AAA')).refused('I-6')
  })
})
