import { describe, expect, test } from 'vitest'
import { parameter } from '../rules.ts'
import {
  accredited,
  act,
  after,
  assembly,
  at,
  body,
  type Fact,
  founded,
  given,
  member,
  rule,
  secretariat,
  system,
  term,
} from '../testing/index.ts'
import { activeMembers, chairOf, isActiveMember, ladderFrom, membersOf, partyAt } from './index.ts'

const party = (code: string, more: object = {}) =>
  act(system(), 'institution.recordParty', {
    party: code,
    standing: 'member',
    name: { en: code },
    status: 'active',
    from: '2004-10-22',
    source: 'https://example.org/a',
    ...more,
  })
const bodyNamed = (id: string, more: object = {}) =>
  act(system(), 'institution.recordBody', {
    body: id,
    name: { en: id },
    reportsTo: null,
    kind: 'governing',
    code: id.toUpperCase(),
    source: 'x',
    ...more,
  })

describe('founding and the register of parties', () => {
  test('[I-10] an organisation is founded once', () => {
    given(founded()).when(founded()).refused('I-10', { organisation: 'org' })
  })

  test('[I-11] nothing is recorded before it', () => {
    for (const first of [member('AAA'), body('soc'), term('soc', 'AAA'), rule('consensus.minusOneCases', [])])
      given().when(first).refused('I-11')
  })

  test.each([
    ['blank', '   '],
    ['longer than 300', 'x'.repeat(301)],
    ['hidden character', 'Aaa\u202Ebbb'],
    ['hidden character', 'Aaa\u2066bbb'],
    ['hidden character', 'Aaa\u0007'],
    ['hidden character', 'Aaa\nbbb'],
  ])('[I-12] a name is what it seems: %s', (fault, name) => {
    given(founded())
      .when(party('AAA', { name: { en: name } }))
      .refused('I-12', { field: 'name.en', fault })
  })

  test('[I-12] half of a surrogate pair is no character', () => {
    const broken = party('AAA')
    given(founded())
      .when({ ...broken, body: { ...broken.body, name: { en: 'Aaa\uD800' } } })
      .refused('I-12', { field: 'name.en', fault: 'hidden character' })
  })

  test('[I-12] names in every script pass, joiners too; identifiers are plain', () => {
    for (const name of ['Қазақстан', 'جمهوری اسلامی ایران', 'नेपाल', 'می\u200Cخواهم', '대한민국'])
      given(founded())
        .when(party('AAA', { name: { en: name } }))
        .accepted()
    for (const id of ['', 'a b', '../a', '-a', 'a'.repeat(65), 'É', 'a\u202E'])
      given(founded()).when(party(id)).refused('I-12')
    given(founded()).when(party('__proto__')).refused('I-12')
    given(founded()).when(party('constructor')).accepted()
  })

  test.each([
    ['2004-13', undefined],
    ['2004-02-30', undefined],
    ['20041022', undefined],
    ['yesterday', undefined],
    ['2004', '2003'],
    ['2004-10-22', '2004-09'],
  ])('[I-13] dates exist and periods run forward: %s to %s', (from, until) => {
    given(founded())
      .when(party('AAA', { from, ...(until ? { until } : {}) }))
      .refused('I-13', { from, until: until ?? null })
  })

  test('[I-13] a date may be as rough as its source', () => {
    for (const from of ['2004', '2004-10', '2004-10-22', null])
      given(founded()).when(party('AAA', { from })).accepted()
    given(founded())
      .when(party('AAA', { from: '2004-10-22', until: '2004' }))
      .accepted()
  })

  test('[I-14] every fact names its source', () => {
    given(founded())
      .when(party('AAA', { source: '' }))
      .refused('I-14', { source: '' })
    given(founded())
      .when(bodyNamed('soc', { source: ' ' }))
      .refused('I-14')
  })

  test('[I-15] sources that differ are kept side by side', () => {
    const other = party('AAA', { from: '2006', source: 'https://example.org/b' })
    given(founded(), party('AAA'))
      .when(other)
      .then({
        type: 'institution.partyRecorded',
        at: at('09:00'),
        by: 'system',
        party: 'AAA',
        name: { en: 'AAA' },
        claim: { standing: 'member', status: 'active', from: '2006', source: 'https://example.org/b' },
      })
    const { institution } = after(founded(), party('AAA'), other)
    expect(partyAt(institution, 'AAA', at('2005-01-01 00:00'))?.source).toBe('https://example.org/a')
    expect(partyAt(institution, 'AAA', at('2007-01-01 00:00'))?.source).toBe('https://example.org/b')
    expect(partyAt(institution, 'AAA', at('2004-10-21 23:59'))).toBeUndefined()
  })

  test('[I-15] the same claim said again changes nothing', () => {
    given(founded(), party('AAA')).when(party('AAA')).nothing()
  })

  test('[I-15] what a party is follows the latest claim that covers the instant', () => {
    const facts = after(
      founded(),
      party('AAA', { standing: 'observerState', from: '2001', until: '2003' }),
      party('AAA'),
      party('AAA', { status: 'suspended', from: '2010', until: '2011' }),
      party('BBB', { from: null }),
    ).institution
    expect(partyAt(facts, 'AAA', at('2002-06-01 00:00'))?.standing).toBe('observerState')
    expect(isActiveMember(facts, 'AAA', at('2009-12-31 23:59'))).toBe(true)
    expect(isActiveMember(facts, 'AAA', at('2010-01-01 00:00'))).toBe(false)
    expect(isActiveMember(facts, 'AAA', at('2011-12-31 23:59'))).toBe(false)
    expect(isActiveMember(facts, 'AAA', at('2012-01-01 00:00'))).toBe(true)
    expect(activeMembers(facts, at('2010-06-01 00:00'))).toEqual(['BBB'])
  })
})

describe('bodies, areas and offices', () => {
  test('[I-16] a body reports to a body on the register, and never to itself', () => {
    given(founded())
      .when(bodyNamed('soc', { reportsTo: 'mc' }))
      .refused('I-16', { body: 'soc', reportsTo: 'mc' })
    const ladder = [founded(), body('mc'), body('soc', 'mc'), body('swg', 'soc')]
    given(ladder)
      .when(bodyNamed('mc', { reportsTo: 'swg' }))
      .refused('I-16', { body: 'mc', reportsTo: 'swg' })
    given(ladder)
      .when(bodyNamed('mc', { reportsTo: 'mc' }))
      .refused('I-16')
    expect(ladderFrom(after(ladder).institution, 'swg' as never)).toEqual(['swg', 'soc', 'mc'])
  })

  test('[I-17] no two bodies have one code', () => {
    given(founded(), body('soc'))
      .when(bodyNamed('soc2', { code: 'SOC' }))
      .refused('I-17', { code: 'SOC', body: 'soc' })
    given(founded(), body('soc'))
      .when(bodyNamed('soc', { name: { en: 'Senior Officials' } }))
      .accepted()
  })

  test('[I-18] an office is of a body or area on the register, and its holder is known', () => {
    const facts = [founded(), member('AAA'), body('soc')]
    given(facts).when(term('swg', 'AAA')).refused('I-18', { office: 'chair:swg', holder: 'AAA' })
    given(facts).when(term('soc', 'ZZZ')).refused('I-18', { office: 'chair:soc', holder: 'ZZZ' })
    const coordinates = act(system(), 'institution.recordTerm', {
      office: { kind: 'coordinator', area: 'trade' },
      holder: 'AAA',
      from: '2024',
      source: 'x',
    })
    given(facts).when(coordinates).refused('I-18', { office: 'coordinator:trade', holder: 'AAA' })
    const trade = act(system(), 'institution.recordArea', {
      area: 'trade',
      dimension: 'economic',
      name: { en: 'Trade' },
      source: 'x',
    })
    given(facts, trade).when(coordinates).accepted()
    const unnamed = { ...trade, body: { ...trade.body, dimensionName: { en: ' ' } } }
    given(facts).when(unnamed).refused('I-12')
  })

  test('[I-19] two do not chair one body at a time; the day of handing over is shared', () => {
    const facts = [
      founded(),
      member('AAA'),
      member('BBB'),
      body('soc'),
      term('soc', 'AAA', '2020-09-24', '2024-12-17'),
    ]
    given(facts)
      .when(term('soc', 'BBB', '2024-12-16'))
      .refused('I-19', { office: 'chair:soc', holder: 'AAA', from: '2020-09-24', until: '2024-12-17' })
    given(facts)
      .when(term('soc', 'BBB', '2018', '2022'))
      .refused('I-19')
    given(facts)
      .when(term('soc', 'BBB', '2024-12-17'))
      .accepted()
    given(facts)
      .when(term('soc', 'BBB', '2024-12'))
      .accepted()
    given(facts)
      .when(term('soc', 'BBB', '2018', '2020'))
      .accepted()
  })

  test('[I-19] a term without an end is ended by the next; coordinators may be several', () => {
    const open = [founded(), member('AAA'), member('BBB'), body('soc'), term('soc', 'AAA', '2020')]
    const next = [...open, term('soc', 'BBB', '2024')]
    expect(chairOf(after(next).institution, 'soc' as never, at('10:00'))?.term.holder).toBe('BBB')
    given(open)
      .when(term('soc', 'BBB', '2018'))
      .refused('I-19')
  })

  test('[I-20] who chairs a body at an instant, between terms too', () => {
    const facts = [
      founded(),
      member('AAA'),
      member('BBB'),
      body('soc'),
      term('soc', 'AAA', '2020', '2021-06'),
      term('soc', 'BBB', '2023', '2024'),
    ]
    const chairAt = (when: string, ...more: readonly Fact[]) => {
      const found = chairOf(after(...facts, ...more).institution, 'soc' as never, at(when))
      return found && [found.term.holder, found.continuing]
    }
    expect(chairAt('2019-12-31 00:00')).toBeUndefined()
    expect(chairAt('2021-06-30 23:59')).toEqual(['AAA', false])
    expect(chairAt('2022-01-01 00:00')).toEqual(['AAA', true])
    expect(chairAt('2023-01-01 00:00')).toEqual(['BBB', false])
    expect(chairAt('2026-01-01 00:00')).toEqual(['BBB', true])
    const ends = rule('chair.continues', false, at('2020-01-01 00:00'))
    expect(chairAt('2022-01-01 00:00', ends)).toBeUndefined()
  })
})

describe('dated parameters', () => {
  const set = (name: string, value: never, more: object = {}) =>
    act(system(), 'institution.setParameter', {
      name,
      value,
      since: at('08:00'),
      source: 'x',
      ...more,
    } as never)

  test('[I-21] a parameter is one the rules know, with a value of its kind', () => {
    const facts = [founded(), body('soc')]
    for (const [name, value] of [
      ['quorum.maximum', 3],
      ['toString', 3],
      ['silence.minimumHours', '72'],
      ['silence.minimumHours', -1],
      ['silence.minimumHours', 0.5],
      ['quorum.opens', '2/0'],
      ['quorum.opens', '4/3'],
      ['quorum.opens', 'most'],
      ['quorum.decides', '>1/1'],
      ['quorum.of', 'everybody'],
      ['silence.brokenBy', []],
      ['silence.brokenBy', ['amendment']],
      ['silence.brokenBy', ['objection', 'rumour']],
      ['consensus.minusOneCases', ['a', 'a']],
      ['body.composition', ['ZZZ']],
      ['calendar.utcOffset', '+5'],
      ['silence.mayExtend', 1],
      ['silence.minimumHours', 1e300],
      ['silence.brokenBy', 'objection'],
      ['text.symbolPattern', 'A\u202EB'],
    ])
      given(facts)
        .when(set(name as string, value as never))
        .refused('I-21')
    given(facts)
      .when(set('quorum.opens', '>1/2' as never, { body: 'soc' }))
      .accepted()
    given(facts)
      .when(set('quorum.opens', '1/2' as never, { body: 'swg' }))
      .refused('I-21', { name: 'quorum.opens', value: '1/2', body: 'swg' })
  })

  test('[I-22] a person sets a parameter from now on, the founding for the past as well', () => {
    const facts = assembly('AAA')
    const backwards = act(secretariat(), 'institution.setParameter', {
      name: 'meeting.noticeDays',
      value: 3,
      since: at('08:59'),
      source: 'x',
    })
    given(facts)
      .when(backwards)
      .refused('I-22', { name: 'meeting.noticeDays', since: at('08:59'), at: at('09:00') })
    given(facts)
      .when({ ...backwards, body: { ...backwards.body, since: at('09:00') } })
      .accepted()
  })

  test("[I-32] the value in force is the body's, else the organisation's, else what is assumed", () => {
    const { institution } = after(
      founded(),
      body('soc'),
      rule('silence.minimumHours', 48, at('2020-01-01 00:00')),
      rule('silence.minimumHours', 24, at('2022-01-01 00:00')),
      rule('silence.minimumHours', 12, at('2023-01-01 00:00'), 'soc'),
    )
    const hours = (when: string, of?: string) =>
      parameter(institution, 'silence.minimumHours', at(when), of as never)
    expect(hours('2019-01-01 00:00')).toEqual({
      value: 72,
      since: '1900-01-01T00:00:00.000Z',
      source: 'assumed, 2026-11-23',
    })
    expect(hours('2021-12-31 23:59').value).toBe(48)
    expect(hours('2022-01-01 00:00').value).toBe(24)
    expect(hours('2022-06-01 00:00', 'soc').value).toBe(24)
    expect(hours('2023-01-01 00:00', 'soc').value).toBe(12)
    expect(hours('2023-01-01 00:00').value).toBe(24)
  })

  test('[I-32] a body is composed of all members, or of those named', () => {
    const { institution } = after(
      ...assembly('AAA', 'BBB', 'CCC'),
      rule('body.composition', ['CCC', 'AAA'], at('2025-01-01 00:00'), 'swg'),
    )
    expect(membersOf(institution, 'soc' as never, at('10:00'))).toEqual(['AAA', 'BBB', 'CCC'])
    expect(membersOf(institution, 'swg' as never, at('10:00'))).toEqual(['AAA', 'CCC'])
  })
})

test('a person with a credential may hold an office', () => {
  const facts = [founded(), member('AAA'), body('soc'), accredited(secretariat())]
  given(facts).when(term('soc', 'registry')).accepted()
})
