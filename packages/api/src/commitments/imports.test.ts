import { createHash } from 'node:crypto'
import { memoryStore } from '@gavel/store'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld(memoryStore())
})
afterAll(() => world.close())

const put = async (person: string, bytes: string | Uint8Array): Promise<string> => {
  const payload = Buffer.from(bytes)
  const hash = createHash('sha256').update(payload).digest('hex')
  const answer = await world.app.inject({
    method: 'PUT',
    url: `/api/documents/${hash}`,
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${world.tokens[person]}` },
    payload,
  })
  expect(answer.statusCode).toBe(201)
  return hash
}

const order = (person: string | null, body: object) => world.ask(person, 'POST', '/api/imports', body)

interface Standing {
  readonly id: string
  readonly stage: string
  readonly report: { readonly [name: string]: unknown } | null
  readonly failure: { readonly code: string; readonly message: string } | null
  readonly refusedRows: readonly { readonly [name: string]: unknown }[]
}

/** Waits until an import is no longer worked on. */
const settled = async (id: string): Promise<Standing> => {
  for (;;) {
    const standing = (await world.get('sec', `/api/imports/${id}`)).json() as Standing
    if (!['waiting', 'trying', 'running'].includes(standing.stage)) return standing
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

const ordered = async (
  text: string | Uint8Array,
  mapping: unknown = 'own-commitments',
  more: object = {},
) => {
  const document = await put('sec', text)
  const answer = await order('sec', { document, file: 'list.csv', mapping, ...more })
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([202, expect.any(String)])
  const { id } = answer.json() as Standing
  expect(answer.headers['location']).toBe(`/api/imports/${id}`)
  return settled(id)
}

const head = 'Reference,Member,Title,Pledge,Area,From,Until,Says,Period from,Period until,Told on,Words'
const list = [
  head,
  'R-1,AAA,Hold a seminar,,,2020-01-01,2022,Substantial,2020,2020,2021-01-15,Two were held.',
  'R-1,AAA,Hold a seminar,,,2020-01-01,2022,limited,2021,2021,2022-01-20,One was cancelled.',
  'R-2,Mars,Share plans,,,2020-01-01,,,,,,',
  'R-3,BBB,Share plans,,,soon,,,,,,',
  'R-4,CCC,Share plans,,,2020-01-01,2019-01-01,,,,,',
  'R-1,AAA,Hold a seminar,,,2020-01-01,2022,limited,2021,2021,2022-01-20,One was cancelled.',
  'R-5,CCC,Share plans,,,2020-01-01,,perhaps,2020,2020,,',
  'R-6,CCC,"Share\u202Eplans",,,2020-01-01,,,,,,',
  '',
].join('\n')

describe('an import by the secretariat', () => {
  test('is tried, told row by row, run, and run again without a second trace', async () => {
    const before = world.keeper.head().size
    const tried = await ordered(list)
    expect(tried).toMatchObject({ stage: 'tried', failure: null })
    expect(tried.report).toMatchObject({ rows: 8, stored: 2, already: 0, refused: 6, dryRun: true })
    expect(world.keeper.head().size).toBe(before)
    expect(tried.refusedRows.map(({ row, column, rule, fault }) => [row, column, rule ?? fault])).toEqual([
      [4, 'Member', 'unknownMember'],
      [5, 'From', 'day'],
      [6, 'From', 'C-17'],
      [7, null, 'duplicate'],
      [8, 'Says', 'unknownValue'],
      [9, 'Title', 'hiddenCharacter'],
    ])
    expect(tried.report!['unknown']).toEqual({ Member: { Mars: 1 }, Says: { perhaps: 1 } })

    const begun = await world.ask('sec', 'POST', `/api/imports/${tried.id}/run`)
    expect(begun.statusCode).toBe(202)
    const run = await settled(tried.id)
    expect(run).toMatchObject({ stage: 'done', report: { rows: 8, stored: 2, refused: 6, dryRun: false } })
    expect(run.report!['acts']).toEqual({ 'commitments.undertake': 1, 'commitments.report': 2 })
    const size = world.keeper.head().size
    expect(size).toBe(before + 3)

    await world.ask('sec', 'POST', `/api/imports/${tried.id}/run`)
    expect((await settled(tried.id)).report).toMatchObject({ stored: 0, already: 2, refused: 6 })
    expect(world.keeper.head().size).toBe(size)

    const kept = world.keeper.state().commitments.commitments
    const [one] = [...(await import('@gavel/kernel')).values(kept)]
    expect(one).toMatchObject({ id: 'R-1', terms: { from: '2020-01-01', until: '2022-12-31' } })
    expect(one!.reports.map(({ says, on, movedBack }) => [says, on, movedBack])).toEqual([
      ['substantial', '2021-01-15', false],
      ['limited', '2022-01-20', true],
    ])
    expect(one!.source).toBe('List kept by the secretariat before Gavel, row 2: R-1')
  })

  test('gives refused rows back as a table that can be mended and imported', async () => {
    const tried = await ordered(list.replace('Hold a seminar,,,2020', 'Hold two seminars,,,2020'))
    const answer = await world.get('sec', `/api/imports/${tried.id}/refused.csv`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(/^attachment/)
    const mended = answer.body.replace('Mars', 'BBB').replace('R-2', 'R-22').replace(',soon,', ',2021,')
    const again = await ordered(mended)
    expect(again.report).toMatchObject({
      unusedColumns: ['refused row', 'refused column', 'refused because'],
    })
    expect(again.refusedRows.map(({ row }) => row)).not.toContain(3)
  })

  test('is nobody else’s: others are answered as if there were none', async () => {
    const tried = await ordered(`${head}\nR-9,AAA,Title,,,2020-01-01,,,,,,\n`)
    for (const person of ['aaa', 'chair']) {
      for (const path of ['', `/${tried.id}`, `/${tried.id}/refused.csv`, '/mappings'])
        expect((await world.get(person, `/api/imports${path}`)).statusCode).toBe(404)
      for (const verb of ['run', 'try', 'stop'])
        expect((await world.ask(person, 'POST', `/api/imports/${tried.id}/${verb}`)).statusCode).toBe(404)
      const document = await put(person, `${head}\nR-10,AAA,Title,,,2020-01-01,,,,,,\n`)
      expect((await order(person, { document, file: 'x', mapping: 'own-commitments' })).statusCode).toBe(404)
    }
    expect((await world.get(null, '/api/imports')).statusCode).toBe(401)
    expect((await world.get('sec', `/api/imports/${'0'.repeat(32)}`)).statusCode).toBe(404)
    // A file somebody else put is none of hers.
    const theirs = await put('aaa', 'a,b\n1,2\n')
    const answer = await order('sec', { document: theirs, file: 'x', mapping: 'own-commitments' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().faults).toEqual([{ pointer: '/document', message: 'was not put by you' }])
  })

  test('a mapping of one’s own is checked, and makes only acts a table may be made of', async () => {
    const document = await put('sec', 'a,b\n1,2\n')
    const faults = async (mapping: unknown) => {
      const answer = await order('sec', { document, file: 'x', mapping })
      expect(answer.statusCode).toBe(400)
      return (answer.json() as { faults: { pointer: string; message: string }[] }).faults
    }
    expect(await faults('nothing')).toMatchObject([{ pointer: '/mapping' }])
    expect(await faults({ name: 'x' })).toMatchObject([
      { pointer: '/mapping/title' },
      { pointer: '/mapping/source' },
      { pointer: '/mapping/acts' },
    ])
    const mapping = { name: 'x', title: 'X', source: 'S', acts: [{ act: 'institution.accredit', body: {} }] }
    expect(await faults(mapping)).toMatchObject([{ pointer: '/mapping/acts/0/act' }])
  })

  test('shapes are those of the wire: what no act may carry is told by its column', async () => {
    const mapping = {
      name: 'wire',
      title: 'Wire',
      source: 'A list',
      acts: [
        {
          act: 'commitments.assess',
          body: {
            commitment: { column: 'a' },
            finds: { column: 'b' },
            words: { column: 'c' },
            source: '$source',
          },
        },
      ],
    }
    const text = `a,b,c\nR-1,great,words\nR-1,limited,${'x'.repeat(30_000)}\nR-1,limited,it went well\nnone,limited,w\n`
    const { refusedRows, report } = await ordered(text, mapping)
    expect(report).toMatchObject({ stored: 1, refused: 3 })
    expect(refusedRows.map(({ row, column, fault, rule }) => [row, column, rule ?? fault])).toEqual([
      [2, 'b', 'shape'],
      [3, 'c', 'shape'],
      [5, 'a', 'C-15'],
    ])
  })

  test('a file that is no table fails as a whole, with what and where, and nothing is recorded', async () => {
    const before = world.keeper.head().size
    const failures: string[] = []
    for (const [text, more] of [
      ['', {}],
      ['%PDF-1.7', {}],
      ['Reference,Member\n1,"2\n', {}],
      [Buffer.from('Reference,Member\n1,M\u00fcnchen\n', 'latin1'), {}],
      ['Reference,Member\n1,2\n', {}],
      [`${head}\nR-90,AAA,Title,,,2020-01-01,,,,,,\nR-91,"AAA`, {}],
      [zipSync({ 'xl/workbook.xml': Buffer.from('<workbook') }), {}],
    ] as const) {
      const { stage, failure } = await ordered(text, 'own-commitments', more)
      expect(stage).toBe('failed')
      failures.push(failure!.code)
    }
    expect(failures).toEqual(['empty', 'otherKind', 'broken', 'encoding', 'columns', 'broken', 'broken'])
    expect(world.keeper.head().size).toBe(before)
  })

  test('what comes with Gavel is listed, and so is what was ordered', async () => {
    const { mappings } = (await world.get('sec', '/api/imports/mappings')).json()
    expect(mappings.map(({ name }: { name: string }) => name)).toContain('upr-recommendations')
    const { imports } = (await world.get('sec', '/api/imports')).json()
    expect(imports.length).toBeGreaterThan(5)
    expect(imports[0]).toMatchObject({ file: 'list.csv', person: 'sec' })
  })

  test('a server that ends calls its import off, and another goes on from there', async () => {
    const store = memoryStore()
    const first = await newWorld(store)
    const rows = Array.from({ length: 3_000 }, (_, at) => `L-${at},AAA,Title ${at},,,2020-01-01,,,,,,`)
    const text = `${[head, ...rows].join('\n')}\n`
    const hash = createHash('sha256').update(text).digest('hex')
    await first.keeper.putDocument('text/csv', Buffer.from(text))
    await store.swapRow('document', `${hash}/sec`, null, 'x')
    const asked = { document: hash, file: 'long.csv', mapping: 'own-commitments' }
    const { id } = (await first.ask('sec', 'POST', '/api/imports', asked)).json() as Standing
    const stage = async () => ((await first.get('sec', `/api/imports/${id}`)).json() as Standing).stage
    while ((await stage()) !== 'tried') await new Promise(resolve => setTimeout(resolve, 20))
    expect((await first.ask('sec', 'POST', `/api/imports/${id}/run`)).statusCode).toBe(202)
    expect((await first.ask('sec', 'POST', `/api/imports/${id}/run`)).statusCode).toBe(503)
    await first.ask('sec', 'POST', `/api/imports/${id}/stop`)
    while ((await stage()) === 'running') await new Promise(resolve => setTimeout(resolve, 20))
    expect(['stopped', 'done']).toContain(await stage())
    const part = first.keeper.head().size
    await first.ask('sec', 'POST', `/api/imports/${id}/run`)
    while ((await stage()) === 'running') await new Promise(resolve => setTimeout(resolve, 20))
    const standing = (await first.get('sec', `/api/imports/${id}`)).json() as Standing
    expect(standing.stage).toBe('done')
    const { stored, already } = standing.report as { stored: number; already: number }
    expect([stored + already, first.keeper.head().size - part]).toEqual([3_000, stored])
    await first.close()
  })
})
