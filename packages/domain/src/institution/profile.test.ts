import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { parameter, parameterNames } from '../rules.ts'
import { after, at } from '../testing/index.ts'
import { activeMembers, chairOf, ladderFrom, membersOf, partyAt, readProfile } from './index.ts'

const organisations = fileURLToPath(new URL('../../../../organisations/', import.meta.url))
const filesOf = (which: string): { readonly [file: string]: unknown } =>
  Object.fromEntries(
    readdirSync(`${organisations}${which}`)
      .filter(file => file.endsWith('.json'))
      .map(file => [file, JSON.parse(readFileSync(`${organisations}${which}/${file}`, 'utf8'))]),
  )

const cica = filesOf('cica')
const other = filesOf('osce-like')
const now = at('10:00')

describe('the reference organisation', () => {
  const profile = readProfile(cica)
  const { institution } = after(...profile.acts)

  test('loads without a fault, with all that is known of it', () => {
    expect(profile.faults).toEqual([])
    expect(profile.counts).toMatchObject({ members: 28, observers: 15, partners: 7, bodies: 17, areas: 18 })
    expect(activeMembers(institution, now)).toHaveLength(28)
    expect(institution.partyOrder).toHaveLength(50)
    expect(new Set(profile.acts.map(act => act.id)).size).toBe(profile.acts.length)
  })

  test('[I-14] every fact in it names a source', () => {
    for (const act of profile.acts)
      expect('source' in act.body && act.body.source.length, act.id).toBeGreaterThan(5)
  })

  test('[I-15] the sources that differ on when members joined are both kept', () => {
    const claims = (code: string) =>
      [...(get(institution.parties, code)?.claims ?? [])]
        .filter(claim => claim.standing === 'member')
        .map(claim => claim.from)
    expect(claims('THA')).toEqual(['2004-10-22', '2006'])
    expect(claims('BHR')).toEqual(['2011', '2010'])
    expect(partyAt(institution, 'LKA', at('2015-01-01 00:00'))?.standing).toBe('observerState')
    expect(partyAt(institution, 'LKA', at('2018-08-16 00:00'))?.standing).toBe('member')
  })

  test('[I-20] its chairs follow each other without an overlap, and the last goes on', () => {
    const chair = (when: string) => chairOf(institution, 'soc' as never, at(when))
    expect(chair('2012-01-01 00:00')?.term.holder).toBe('TUR')
    expect(chair('2020-09-24 12:00')?.term.holder).toBe('KAZ')
    expect(chair('2026-10-31 12:00')).toMatchObject({ continuing: false, term: { holder: 'AZE' } })
    expect(chair('2026-11-23 12:00')).toMatchObject({ continuing: true, term: { holder: 'AZE' } })
  })

  test('[I-16] a text climbs from the working group to the summit', () => {
    expect(ladderFrom(institution, 'swg' as never)).toEqual(['swg', 'soc', 'mc', 'summit'])
  })

  test('[I-32] it says of every parameter what holds, so that each assumption can be seen and decided', () => {
    const set = profile.acts.flatMap(act => (act.type === 'institution.setParameter' ? [act.body.name] : []))
    const silent = parameterNames.filter(name => name !== 'body.composition' && !set.includes(name))
    expect(silent).toEqual([])
  })

  test('members have names in both languages', () => {
    for (const id of activeMembers(institution, now)) {
      const name = get(institution.parties, id)!.name
      expect(name.en && name.ru, id).toMatch(/^[А-Я]/)
    }
  })
})

describe('an organisation of another kind', () => {
  const profile = readProfile(other)
  const { institution } = after(...profile.acts)

  test('loads by the same code, with other bodies, members and rules', () => {
    expect(profile.faults).toEqual([])
    expect(profile.counts).toMatchObject({ members: 57, partners: 11, bodies: 8 })
    expect(ladderFrom(institution, 'prep' as never)).toEqual(['prep', 'pc', 'mc'])
    expect(membersOf(institution, 'wga' as never, now)).toHaveLength(8)
    expect(membersOf(institution, 'pc' as never, now)).toHaveLength(57)
  })

  test('[I-32] its parameters differ from the assumed ones, and between its bodies', () => {
    const value = (name: Parameters<typeof parameter>[1], body?: string) =>
      parameter(institution, name, now, body as never).value
    expect(value('silence.opensInMeeting')).toBe(true)
    expect(value('consensus.minusOneCases')).toEqual(['grossViolation'])
    expect([value('quorum.opens', 'mc'), value('quorum.opens', 'pc')]).toEqual(['1/3', '0'])
    expect(value('meeting.noticeDays', 'mc')).toBe(60)
  })

  test('[I-20] here no chair goes on by herself, and the forum has one of its own', () => {
    expect(chairOf(institution, 'pc' as never, at('2028-01-01 00:00'))).toBeUndefined()
    expect(chairOf(institution, 'pc' as never, now)?.term.holder).toBe('P03')
    expect(chairOf(institution, 'fsc' as never, now)?.term.holder).toBe('P13')
  })
})

describe('faults are told with file, place and reason', () => {
  const small = {
    'organisation.json': {
      organisation: 'org',
      name: { en: 'Org' },
      shortName: 'ORG',
      languages: ['en'],
      recordedAt: '2026-11-23T00:00:00.000Z',
      source: 'assumed',
    },
    'members.json': [
      {
        party: 'AAA',
        name: { en: 'Aaa' },
        claims: [{ standing: 'member', status: 'active', from: '2004', source: 'assumed' }],
      },
    ],
    'bodies.json': [
      {
        body: 'soc',
        name: { en: 'Soc' },
        reportsTo: null,
        kind: 'governing',
        code: 'SOC',
        source: 'assumed',
      },
    ],
  }
  const with_ = (file: string, value: unknown) => readProfile({ ...small, [file]: value }).faults
  const aaa = small['members.json'][0]!
  const claim = aaa.claims[0]!

  test('a sound small one has none', () => {
    expect(readProfile(small)).toMatchObject({ faults: [], counts: { members: 1, bodies: 1, acts: 3 } })
  })

  test('a missing file, a wrong kind of file', () => {
    expect(readProfile({}).faults.map(found => `${found.file} ${found.path}: ${found.why}`)).toEqual([
      'organisation.json (whole file): the file is missing',
      'members.json (whole file): the file is missing',
      'bodies.json (whole file): the file is missing',
      'organisation.json recordedAt: a text is wanted, nothing found',
    ])
    for (const wrong of [null, 7, 'text', {}, true])
      expect(with_('members.json', wrong)[0]?.why, String(wrong)).toMatch('a list is wanted')
    expect(with_('members.json', [null])[0]).toEqual({
      file: 'members.json',
      path: '[0]',
      why: 'an object is wanted, null found',
    })
  })

  test('a fact without a source, wherever it stands', () => {
    const { source: _source, ...unsourced } = claim
    expect(with_('members.json', [{ ...aaa, claims: [unsourced] }])[0]).toMatchObject({
      path: '[0].claims[0].source',
      why: expect.stringMatching('names its source'),
    })
    expect(with_('catalogue.json', { measures: [{ measure: '1' }] })[0]).toMatchObject({
      file: 'catalogue.json',
      path: 'measures[0].source',
    })
  })

  test('a word that is none of the choices, an instant that is none, a list of the wrong things', () => {
    expect(with_('members.json', [{ ...aaa, claims: [{ ...claim, standing: 'friend' }] }])[0]?.why).toMatch(
      'one of member, observerState, observerOrganisation, partner is wanted, found "friend"',
    )
    const parameters = [{ name: 'quorum.opens', value: '1/3', since: 'yesterday', source: 'assumed' }]
    expect(with_('parameters.json', parameters)[0]).toMatchObject({ path: '[0].since' })
    expect(with_('members.json', [{ ...aaa, claims: [] }])[0]?.why).toBe('at least one claim is wanted')
    expect(with_('organisation.json', { ...small['organisation.json'], languages: [7] })[0]?.path).toBe(
      'languages[0]',
    )
  })

  test('what a rule refuses is told at the place it was read from', () => {
    expect(with_('members.json', [{ ...aaa, claims: [{ ...claim, from: '2004-13' }] }])).toEqual([
      { file: 'members.json', path: '[0].claims[0]', why: 'I-13: {"from":"2004-13","until":null}' },
    ])
    expect(with_('members.json', [{ ...aaa, name: { en: 'A\u202Ea' } }])[0]?.why).toMatch('I-12')
    expect(
      with_('chairs.json', [{ holder: 'ZZZ', bodies: ['soc'], from: '2024', source: 'assumed' }])[0]?.why,
    ).toMatch('I-18')
    expect(
      with_('parameters.json', [
        { name: 'quorum.maximum', value: 1, since: '2000-01-01T00:00:00.000Z', source: 'assumed' },
      ])[0]?.why,
    ).toMatch('I-21')
  })

  test('all faults are told at once, and with a fault there are no acts', () => {
    const many = readProfile({
      ...small,
      'members.json': [{}, {}, aaa],
      'bodies.json': [{ ...small['bodies.json'][0], kind: 1 }],
    })
    expect(many.acts).toEqual([])
    expect(new Set(many.faults.map(found => found.file))).toEqual(new Set(['members.json', 'bodies.json']))
    expect(many.faults.length).toBeGreaterThan(5)
  })
})

test('no code of the domain knows the name of an organisation', () => {
  const sources = fileURLToPath(new URL('../', import.meta.url))
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  expect(files.length).toBeGreaterThan(20)
  for (const file of files)
    expect(readFileSync(`${sources}${file}`, 'utf8'), file).not.toMatch(/\b(CICA|OSCE)\b/i)
})
