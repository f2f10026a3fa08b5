import { describe, expect, test } from 'vitest'
import {
  type Actor,
  accredited,
  act,
  after,
  at,
  delegate,
  type Fact,
  given,
  secretariat,
  system,
} from '../testing/index.ts'
import type { InstrumentTerms } from './acts.ts'
import { depositaryList } from './depositary.ts'
import { bbnj } from './testing/bbnj.ts'
import { adopts, breaks, opens, puts, room } from './testing/scene.ts'

/** The officer of the secretariat who keeps the instruments. She joins nothing herself. */
const depositary: Actor = {
  person: 'depositary' as Actor['person'],
  as: { kind: 'secretariat' },
  rights: ['read'],
}

/** A small treaty: two instruments, ten days, later parties five; signature open through 2026. */
const small: InstrumentTerms = {
  ...bbnj,
  signature: { from: '2026-11-24', until: '2026-12-31' },
  accessionFrom: '2027-01-01',
  definitiveSignature: true,
  entryIntoForce: { instruments: 2, delayDays: 10, laterPartyDays: 5 },
}
const union: Fact = act(
  system(),
  'institution.recordParty',
  {
    party: 'EU',
    standing: 'observerOrganisation',
    name: { en: 'Union' },
    status: 'active',
    from: '2000',
    source: 'assumed',
  },
  at('08:00'),
)
const opensInstrument = (terms: InstrumentTerms = small, instrument = 'i1', when = at('11:00')) =>
  act(
    secretariat(),
    'decisions.openInstrument',
    { instrument, decision: 'd1', name: 'Convention', terms },
    when,
  )
/** Recorded at noon UTC of the day it happened, unless another day is given. */
const noon = (day: string) => at(`${day} 12:00`)
const signs = (
  party: string,
  on: string,
  more: {
    definitive?: boolean
    fullPowers?: string
    reservations?: readonly string[]
    declarations?: readonly string[]
  } = {},
  when = noon(on),
) =>
  act(
    depositary,
    'decisions.signInstrument',
    { instrument: 'i1', party, definitive: false, on, fullPowers: 'Letter of the minister', ...more },
    when,
  )
type Kind = 'ratification' | 'acceptance' | 'approval' | 'accession' | 'formalConfirmation'
const deposits = (
  party: string,
  on: string,
  kind: Kind = 'ratification',
  more: { countsForEntry?: boolean; reservations?: readonly string[]; declarations?: readonly string[] } = {},
  when = noon(on),
) =>
  act(
    depositary,
    'decisions.depositInstrument',
    { instrument: 'i1', party, kind, on, countsForEntry: true, ...more },
    when,
  )
const takesBack = (party: string, on: string, when = noon(on)) =>
  act(depositary, 'decisions.withdrawConsent', { instrument: 'i1', party, on }, when)
const provisional = (party: string, from: string, until?: string) =>
  act(
    delegate(party),
    'decisions.applyProvisionally',
    { instrument: 'i1', party, from, ...(until === undefined ? {} : { until }) },
    noon('2026-11-26'),
  )
const denounces = (
  party: string,
  receivedOn: string,
  more: { effectiveOn?: string } = {},
  when = noon(receivedOn),
) =>
  act(delegate(party), 'decisions.denounceInstrument', { instrument: 'i1', party, receivedOn, ...more }, when)

const open: readonly Fact[] = [room, union, accredited(depositary), puts(), adopts(), opensInstrument()]
const signed: readonly Fact[] = [...open, signs('AAA', '2026-11-24'), signs('BBB', '2026-11-25')]
/** In force on 2026-12-11: the second of two deposits on 1 December, ten days. */
const inForce: readonly Fact[] = [...signed, deposits('AAA', '2026-11-30'), deposits('BBB', '2026-12-01')]
const listAfter = (facts: readonly Fact[], day: string) => {
  const { instruments } = after(...facts).decisions
  const slot = JSON.parse(JSON.stringify(instruments.root.slots[0])) as readonly [string, never]
  return depositaryList(slot[1], day)
}

describe('an instrument is opened', () => {
  test('[D-46] once, by a decision that is adopted', () => {
    given(room, puts())
      .when(opensInstrument())
      .refused('D-46', { decision: 'd1', adopted: false, instrument: null })
    given(...open)
      .when(opensInstrument(small, 'i2'))
      .refused('D-46')
    given(room).when(opensInstrument()).refused('D-10')
    given(room, opens(), breaks('BBB', at('2026-12-01 12:00')))
      .when(opensInstrument(small, 'i1', at('2026-12-20 12:00')))
      .refused('D-46')
    given(room, opens())
      .when(opensInstrument(small, 'i1', at('2026-12-20 12:00')))
      .accepted()
    given(room, accredited(depositary), puts(), adopts())
      .when(signs('AAA', '2026-11-24'))
      .refused('D-46', { instrument: 'i1', found: false })
  })
  test('[D-47] with final clauses that can be counted', () => {
    const faulty = (terms: Partial<InstrumentTerms>, ...faults: readonly string[]) =>
      given(room, puts(), adopts())
        .when(opensInstrument({ ...small, ...terms }))
        .refused('D-47', { faults })
    faulty({ signature: { from: '2026-02-30', until: null } }, 'signature.from')
    faulty({ signature: { from: '2026-03-01', until: '2026-02-01' } }, 'signature.until')
    faulty({ accessionFrom: '2020-01-01' }, 'accessionFrom')
    faulty({ entryIntoForce: { instruments: 0, delayDays: 1, laterPartyDays: 1 } }, 'instruments')
    faulty({ entryIntoForce: { instruments: 1, delayDays: -1, laterPartyDays: 1 } }, 'periods')
    faulty({ denunciationDays: 0.5 }, 'periods')
    faulty({ languages: [], source: ' ' }, 'languages', 'source')
  })
})

describe('signature', () => {
  test('[D-49] within the window, once, with full powers', () => {
    given(...open)
      .when(signs('AAA', '2026-11-23'))
      .refused('D-49', { on: '2026-11-23', from: '2026-11-24', until: '2026-12-31' })
    given(...open)
      .when(signs('AAA', '2026-12-31'))
      .accepted()
    given(...open)
      .when(signs('AAA', '2027-01-01'))
      .refused('D-49')
    given(...signed)
      .when(signs('AAA', '2026-11-26'))
      .refused('D-49', { party: 'AAA', signed: true })
    given(...open)
      .when(signs('AAA', '2026-11-24', { fullPowers: '' }))
      .refused('D-49')
  })
  test('[D-50] definitive only where the terms provide for it; then it is consent, and counts', () => {
    const simpleOnly = [room, accredited(depositary), puts(), adopts(), opensInstrument(bbnj)]
    given(...simpleOnly)
      .when(signs('AAA', '2024-01-01', { definitive: true }))
      .refused('D-50', { definitive: true })
    expect(
      listAfter([...open, signs('AAA', '2026-11-24', { definitive: true })], '2026-11-25'),
    ).toMatchObject({
      deposited: 1,
      missing: 1,
      parties: [{ party: 'AAA', consent: 'definitiveSignature' }],
    })
    expect(listAfter(signed, '2026-11-26')).toMatchObject({ deposited: 0, missing: 2 })
  })
  test('[D-48] on a day there is, not later than its recording', () => {
    given(...open)
      .when(signs('AAA', '2026-11-31', {}, noon('2026-12-05')))
      .refused('D-48', { day: '2026-11-31', today: '2026-12-05' })
    given(...open)
      .when(signs('AAA', '2026-12-06', {}, noon('2026-12-05')))
      .refused('D-48')
    given(...signed)
      .when(deposits('AAA', '2026-12-06', 'ratification', {}, noon('2026-12-05')))
      .refused('D-48')
  })
  test('[D-58] by a party of the register', () => {
    given(...open)
      .when(signs('ZZZ', '2026-11-24'))
      .refused('D-58', { party: 'ZZZ' })
    given(...open)
      .when(deposits('ZZZ', '2027-02-01', 'accession'))
      .refused('D-58')
  })
})

describe('consent to be bound', () => {
  test('[D-51] who has signed ratifies, accepts or approves; who has not accedes from its day', () => {
    for (const kind of ['ratification', 'acceptance', 'approval'] as const)
      given(...signed)
        .when(deposits('AAA', '2026-11-30', kind))
        .accepted()
    given(...signed)
      .when(deposits('CCC', '2026-11-30'))
      .refused('D-51')
    given(...signed)
      .when(deposits('CCC', '2026-12-31', 'accession'))
      .refused('D-51')
    given(...signed)
      .when(deposits('CCC', '2027-01-01', 'accession'))
      .accepted()
    given(...signed)
      .when(deposits('AAA', '2027-01-01', 'accession'))
      .refused('D-51')
    given(...inForce)
      .when(deposits('AAA', '2026-12-05'))
      .refused('D-51', { party: 'AAA', bound: true })
    given(...signed)
      .when(deposits('AAA', '2026-11-23'))
      .refused('D-51')
  })
  test('[D-51, D-52] an organisation confirms formally, and is not counted', () => {
    const union = [...signed, signs('EU', '2026-11-25')]
    given(...signed)
      .when(deposits('AAA', '2026-11-30', 'formalConfirmation'))
      .refused('D-51')
    given(...union)
      .when(deposits('EU', '2026-11-30', 'formalConfirmation'))
      .refused('D-52', { party: 'EU', countsForEntry: true })
    const confirmed = [
      ...union,
      deposits('EU', '2026-11-30', 'formalConfirmation', { countsForEntry: false }),
    ]
    expect(listAfter([...confirmed, deposits('AAA', '2026-12-01')], '2026-12-02')).toMatchObject({
      deposited: 1,
      missing: 1,
    })
    const definitive = [...open, signs('EU', '2026-11-25', { definitive: true })]
    expect(listAfter(definitive, '2026-12-02')).toMatchObject({ deposited: 0, missing: 2 })
  })
  test('[D-41] reservations and declarations follow the terms', () => {
    given(...open)
      .when(signs('AAA', '2026-11-24', { reservations: ['Not article 3'] }))
      .refused('D-41')
    given(...open)
      .when(signs('AAA', '2026-11-24', { declarations: ['We read article 3 so'] }))
      .accepted()
    given(...signed)
      .when(deposits('AAA', '2026-11-30', 'ratification', { reservations: ['x'] }))
      .refused('D-41')
    const silent = opensInstrument({ ...small, declarations: false, reservations: 'permitted' })
    const facts = [room, accredited(depositary), puts(), adopts(), silent]
    given(...facts)
      .when(signs('AAA', '2026-11-24', { declarations: ['x'] }))
      .refused('D-41')
    given(...facts)
      .when(signs('AAA', '2026-11-24', { reservations: ['x'] }))
      .accepted()
    const statement = act(
      delegate('BBB'),
      'decisions.attachStatement',
      { decision: 'd1', statement: 's1', member: 'BBB', kind: 'reservation', wording: 'x' },
      at('11:05'),
    )
    given(...open)
      .when(statement)
      .refused('D-41', { reservations: 'none' })
    given(...facts)
      .when(statement)
      .accepted()
  })
  test('[D-53, D-54] the list of the depositary: one short, in force, later parties', () => {
    expect(listAfter([...signed, deposits('AAA', '2026-11-30')], '2026-12-01')).toMatchObject({
      needed: 2,
      deposited: 1,
      missing: 1,
      inForceOn: null,
      inForce: false,
      openForSignature: true,
      openForAccession: false,
    })
    const more = [...inForce, deposits('CCC', '2027-01-05', 'accession')]
    expect(listAfter(more, '2026-12-11')).toMatchObject({
      completedOn: '2026-12-01',
      inForceOn: '2026-12-11',
      inForce: true,
      parties: [
        { party: 'AAA', inForceOn: '2026-12-11', bound: true },
        { party: 'BBB', inForceOn: '2026-12-11', bound: true },
        { party: 'CCC', inForceOn: '2027-01-10', bound: false },
      ],
    })
  })
  test('[D-55] taken back until the treaty is in force for the party', () => {
    given(...inForce)
      .when(takesBack('AAA', '2026-12-10'))
      .accepted()
    given(...inForce)
      .when(takesBack('AAA', '2026-12-11'))
      .refused('D-55', { party: 'AAA', consentOn: '2026-11-30', inForce: '2026-12-11' })
    given(...signed)
      .when(takesBack('AAA', '2026-12-10'))
      .refused('D-55')
    expect(listAfter([...inForce, takesBack('AAA', '2026-12-10')], '2026-12-12')).toMatchObject({
      inForceOn: null,
      missing: 1,
    })
    given(...inForce, takesBack('AAA', '2026-12-10'))
      .when(deposits('AAA', '2026-12-20'))
      .accepted()
  })
})

describe('provisional application', () => {
  test('[D-56] where the terms provide for it, by who has signed, until entry into force or notice', () => {
    const none = [
      room,
      accredited(depositary),
      puts(),
      adopts(),
      opensInstrument({ ...small, provisionalApplication: false }),
      signs('AAA', '2026-11-24'),
    ]
    given(...none)
      .when(provisional('AAA', '2026-11-26'))
      .refused('D-56', { provisionalApplication: false })
    given(...signed)
      .when(provisional('CCC', '2026-11-26'))
      .refused('D-56', { party: 'CCC', linkedOn: null })
    given(...signed)
      .when(provisional('AAA', '2026-11-20'))
      .refused('D-56')
    given(...signed)
      .when(provisional('AAA', '2026-11-26', '2026-11-25'))
      .refused('D-48')
    given(...inForce)
      .when(provisional('AAA', '2026-12-11'))
      .refused('D-56', { inForce: '2026-12-11' })
    const applied = [...signed, provisional('AAA', '2026-11-26')]
    given(...applied)
      .when(provisional('AAA', '2026-11-28'))
      .refused('D-56', { party: 'AAA', applies: true })
    expect(listAfter(applied, '2026-11-25').parties[0]?.appliesProvisionally).toBe(false)
    expect(listAfter(applied, '2027-11-25').parties[0]?.appliesProvisionally).toBe(true)
    const entered = [...applied, deposits('AAA', '2026-11-30'), deposits('BBB', '2026-12-01')]
    expect(listAfter(entered, '2026-12-10').parties[0]?.appliesProvisionally).toBe(true)
    expect(listAfter(entered, '2026-12-11').parties[0]?.appliesProvisionally).toBe(false)
  })
  test('[D-56] ends on the day of the notice', () => {
    const ends = (party: string, on: string) =>
      act(delegate(party), 'decisions.endProvisional', { instrument: 'i1', party, on }, noon('2026-11-28'))
    const applied = [...signed, provisional('AAA', '2026-11-26')]
    given(...applied)
      .when(ends('BBB', '2026-12-01'))
      .refused('D-56')
    given(...applied)
      .when(ends('AAA', '2026-11-25'))
      .refused('D-56')
    given(...applied)
      .when(ends('AAA', 'soon'))
      .refused('D-48')
    const ended = [...applied, ends('AAA', '2026-12-01')]
    expect(listAfter(ended, '2026-12-01').parties[0]?.appliesProvisionally).toBe(true)
    expect(listAfter(ended, '2026-12-02').parties[0]?.appliesProvisionally).toBe(false)
  })
})

describe('denunciation', () => {
  test('[D-57] by a party for which it is in force, once; effect a year later', () => {
    given(...inForce)
      .when(denounces('AAA', '2026-12-10'))
      .refused('D-57', { party: 'AAA', inForceOn: '2026-12-11' })
    given(...inForce)
      .when(denounces('CCC', '2026-12-20'))
      .refused('D-57')
    given(...inForce)
      .when(denounces('AAA', '2026-12-11'))
      .then({
        type: 'decisions.instrumentDenounced',
        at: noon('2026-12-11'),
        by: 'aaa',
        instrument: 'i1',
        party: 'AAA',
        receivedOn: '2026-12-11',
        effectiveOn: '2027-12-11',
      })
    const denounced = [...inForce, denounces('AAA', '2026-12-11', { effectiveOn: '2028-01-01' })]
    given(...denounced)
      .when(denounces('AAA', '2026-12-12'))
      .refused('D-57')
    given(...inForce)
      .when(denounces('AAA', '2026-12-11', { effectiveOn: 'never' }))
      .refused('D-48')
    expect(listAfter(denounced, '2027-12-31').parties[0]).toMatchObject({
      bound: true,
      denunciationEffectiveOn: '2028-01-01',
    })
    expect(listAfter(denounced, '2028-01-01').parties[0]?.bound).toBe(false)
  })
})
