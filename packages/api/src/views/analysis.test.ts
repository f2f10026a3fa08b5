import { views } from '@gavel/contract'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOf, loadCompiler } from '../http/validation.ts'
import { delegate, newWorld, secretariat, type World } from '../testing/world.ts'

let world: World

const say = async (...act: Parameters<World['act']>) => {
  const answer = await world.act(...act)
  if (answer.statusCode !== 201) throw new Error(`${act[2]}: ${answer.body}`)
}

const terms = (title: string) => ({
  title,
  pledge: 'We do it.',
  area: 'EC-1',
  from: '2026-11-23',
  until: null,
  evidence: [{ kind: 'document', what: 'A paper' }],
  reporting: { first: '2026-12-01', everyMonths: 12 },
})

const undertake = (commitment: string, audience: object, title = commitment) =>
  say('aaa', delegate('AAA'), 'commitments.undertake', {
    commitment,
    member: 'AAA',
    terms: terms(title),
    audience,
  })

const report = (commitment: string, id: string, says: string) =>
  say('aaa', delegate('AAA'), 'commitments.report', {
    commitment,
    report: id,
    member: 'AAA',
    period: { from: '2026-11-23', until: '2026-11-23' },
    says,
    words: 'So it is.',
    evidence: [{ evidence: `e-${id}`, title: 'Paper', on: '2026-11-23', address: 'https://example.org/p' }],
  })

const founding = (type: string, body: object) => ({
  id: `founding-${type}-${JSON.stringify(body)}`.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80),
  type,
  by: 'institution',
  as: { kind: 'system' },
  body,
})

beforeAll(async () => {
  await loadCompiler()
  world = await newWorld(memoryStore())
  const source = 'invented for a test'
  const more = [
    founding('institution.recordArea', {
      area: 'EC-1',
      dimension: 'economic',
      name: { en: 'Trade' },
      source,
    }),
    founding('institution.recordArea', { area: 'HU-1', dimension: 'human', name: { en: 'Youth' }, source }),
  ]
  const answer = await world.keeper.submit(more as never, 'institution')
  if (answer.kind !== 'recorded') throw new Error(JSON.stringify(answer))
  await undertake('open', { kind: 'public' }, '=HYPERLINK("https://evil.example";"x"), "quoted"')
  await undertake('inside', { kind: 'members' })
  await report('open', 'r1', 'substantial')
})
afterAll(() => world.close())

interface Table {
  readonly name: string
  readonly since: string | null
  readonly columns: readonly { readonly name: string }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The rows of a table as objects. */
const table = async (person: string | null, name: string, query = '') => {
  const answer = await world.get(person, `/api/analysis/${name}${query}`)
  expect(answer.statusCode).toBe(200)
  const { columns, rows } = answer.json() as Table
  return rows.map(row => Object.fromEntries(row.map((cell, at) => [columns[at]!.name, cell])))
}

const standing = async (person: string | null) => (await table(person, 'standing', '?by=member'))[0]

describe('[C-45] sums are counted for each reader from what she may read', () => {
  it('the public is told of what is public alone, a member of what is the members’ besides', async () => {
    expect(await standing(null)).toMatchObject({ member: 'AAA', substantial: 1, notYetReported: 0 })
    expect(await standing('ccc')).toMatchObject({ member: 'AAA', substantial: 1, notYetReported: 1 })
    expect((await table(null, 'delegations'))[0]).toMatchObject({ member: 'AAA', size: null })
    expect((await table('ccc', 'delegations'))[0]).toMatchObject({ member: 'AAA', size: 1 })
    expect(await table(null, 'sizes')).toEqual([])
  })

  it('what is kept to a body changes nothing at all that others are answered, not one byte', async () => {
    const paths = ['/api/analysis', '/api/analysis?by=area', '/api/analysis/reports.csv', '/api/open-data']
    const files = ['commitments.csv', 'reports.csv', 'commitments.json'].map(name => `/api/open-data/${name}`)
    const answers = (person: string | null) =>
      Promise.all([...paths, ...files].map(async path => (await world.get(person, path)).body))
    const before = [await answers(null), await answers('ccc')]
    const own = await standing('bbb')
    await undertake('secret', { kind: 'body', body: 'wg' })
    await report('secret', 'r-secret', 'limited')
    await report('secret', 'r-secret-2', 'notStarted')
    expect([await answers(null), await answers('ccc')]).toEqual(before)
    const after = await standing('bbb')
    expect([own?.['notStarted'], after?.['notStarted']]).toEqual([0, 1])
    expect(JSON.stringify(await table('ccc', 'moves'))).not.toContain('secret')
    expect(JSON.stringify(await table('bbb', 'moves'))).toContain('secret')
  })

  it('open data holds the same for everybody: what is public', async () => {
    const whole = await world.get('sec', '/api/open-data/commitments.csv')
    expect(whole.body).toBe((await world.get(null, '/api/open-data/commitments.csv')).body)
    expect(whole.body).not.toMatch(/inside|secret/)
    expect(whole.headers['content-type']).toMatch(/^text\/csv/)
  })

  it('what a spreadsheet would take for a formula is words, and quotes are doubled', async () => {
    const { body } = await world.get(null, '/api/open-data/commitments.csv')
    expect(body).toContain(`"'=HYPERLINK(""https://evil.example"";""x""), ""quoted"""`)
    expect(body.split('\r\n')[1]).toContain('open,AAA,')
  })

  it('members stand in the order of the register, whatever they have done', async () => {
    const order = (await table(null, 'delegations')).map(({ member }) => member)
    expect(order).toEqual(['AAA', 'BBB', 'CCC'])
  })
})

describe('the analysis is asked', () => {
  it('answers in the shape its document gives', async () => {
    for (const path of [
      '/api/analysis',
      '/api/analysis?by=area,year&dimension=economic&from=2020&until=2030',
    ])
      expect(checkOf(views.analysis)((await world.get('aaa', path)).json())).toEqual([])
    const one = (await world.get('aaa', '/api/analysis/reports')).json()
    expect(checkOf(views.analysisTable)(one)).toEqual([])
    expect(one).toMatchObject({ name: 'reports', since: '2026', heeds: expect.arrayContaining(['member']) })
  })

  it('for a member, an area, a dimension and years; with nothing else in the answer', async () => {
    expect(await table('aaa', 'standing', '?member=BBB')).toEqual([])
    expect(await table('aaa', 'standing', '?area=HU-1')).toEqual([])
    expect(await table('aaa', 'standing', '?dimension=economic&by=dimension')).toMatchObject([
      { dimension: 'economic' },
    ])
    expect(await table('aaa', 'reports', '?until=2025')).toEqual([])
    expect(await table('aaa', 'reports', '?by=year')).toMatchObject([{ year: '2026' }, { year: '2027' }])
  })

  it.each([
    ['member=ZZZ', '#querystring/member'],
    ['area=XX-9', '#querystring/area'],
    ['dimension=nothing', '#querystring/dimension'],
    ['from=2030&until=2020', '#querystring/until'],
    ['from=26', '#querystring/from'],
    ['by=rank', '#querystring/by'],
    ['by=member,', '#querystring/by'],
    ['order=best', '#querystring'],
    ['member=A%20B', '#querystring/member'],
    ['member=AAA&member=BBB', '#querystring/member'],
    ['member=__proto__', '#querystring/member'],
  ])('%s is refused with what is wrong and where', async (query, pointer) => {
    const answer = await world.get('aaa', `/api/analysis?${query}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().faults[0].pointer).toContain(pointer)
  })

  it.each([
    '/api/analysis/ranking',
    '/api/analysis/constructor',
    '/api/analysis/__proto__.csv',
    '/api/open-data/persons.csv',
    '/api/open-data/commitments.xml',
  ])('%s is not there', async path => {
    expect((await world.get('aaa', path)).statusCode).toBe(404)
  })

  it('the file of a table says what the table says', async () => {
    const rows = (await world.get('aaa', '/api/analysis/told?by=member,year')).json() as Table
    const file = await world.get('aaa', '/api/analysis/told.csv?by=member,year')
    expect(file.headers['content-disposition']).toBe('attachment; filename="told.csv"')
    expect(file.headers['cache-control']).toBe('no-store')
    const lines = file.body.trimEnd().split('\r\n')
    expect(lines[0]).toBe(rows.columns.map(({ name }) => name).join(','))
    expect(lines.slice(1)).toEqual(rows.rows.map(row => row.map(cell => cell ?? '').join(',')))
  })
})

describe('open data is described', () => {
  it('as DCAT-AP wants it, with a licence once the organisation has named one', async () => {
    const before = (await world.get(null, '/api/open-data')).json()
    expect(before).toMatchObject({ '@type': 'dcat:Catalog', 'dct:modified': { '@type': 'xsd:dateTime' } })
    expect(JSON.stringify(before)).not.toContain('dct:license')
    const licence = 'https://creativecommons.org/licenses/by/4.0/'
    await world.keeper.submit(
      founding('institution.setParameter', {
        name: 'openData.licence',
        value: licence,
        since: world.keeper.now(),
        source: 'invented for a test',
      }) as never,
      'institution',
    )
    const told = (await world.get(null, '/api/open-data')).json()
    for (const set of told['dcat:dataset']) {
      expect(set).toMatchObject({ '@type': 'dcat:Dataset' })
      for (const name of ['dct:title', 'dct:description', 'dct:publisher']) expect(set).toHaveProperty([name])
      for (const file of set['dcat:distribution']) {
        expect(file).toMatchObject({ '@type': 'dcat:Distribution', 'dct:license': { '@id': licence } })
        const { pathname } = new URL(file['dcat:accessURL']['@id'])
        const answer = await world.get(null, pathname)
        expect(answer.statusCode).toBe(200)
        expect(answer.headers['content-type']).toContain(
          file['dcat:mediaType']['@id'].split('media-types/')[1],
        )
      }
    }
    const json = (await world.get(null, '/api/open-data/commitments.json')).json()
    expect(json).toMatchObject({ dataset: 'commitments', licence })
    for (const row of json.rows) expect(row).toHaveLength(json.columns.length)
  })

  it('[C-45] a licence is an address, or not stated', async () => {
    const answer = await world.act('sec', secretariat, 'institution.setParameter', {
      name: 'openData.licence',
      value: 'javascript:alert(1)',
      since: world.keeper.now(),
      source: 'invented',
    })
    expect([answer.statusCode, answer.json().rule]).toEqual([409, 'I-21'])
  })
})
