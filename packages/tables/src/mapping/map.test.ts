import { describe, expect, test } from 'vitest'
import { openTable } from '../read.ts'
import { sourceOfBytes } from '../source.ts'
import { type DateForm, dayIn } from './dates.ts'
import { mapTable } from './map.ts'
import { mappingOf, readMapping, readyMapping, readyMappings } from './read.ts'

const members: Readonly<Record<string, string>> = { Kazakhstan: 'KAZ', KAZ: 'KAZ' }

const mapped = async (text: string, mapping: string) => {
  const table = await openTable(sourceOfBytes('t.csv', Buffer.from(text)))
  const of = mapTable(table, readMapping(mapping), name =>
    Object.hasOwn(members, name) ? members[name] : undefined,
  )
  const rows = []
  for await (const batch of of.batches()) rows.push(...batch)
  return { rows, unused: of.unused, columnAt: of.columnAt }
}

const mapping = (acts: string, more = ''): string =>
  `name: test\ntitle: A test\nsource: "List, row {row}"\n${more}\nacts:\n${acts}`

describe('a mapping makes acts of rows', () => {
  test('columns, constants, translations, templates, days and members', async () => {
    const { rows, unused } = await mapped(
      'Who,What,When,How,Else\nKazakhstan, Two  words ,24.11.2026,Accepted,x\n',
      mapping(`
  - act: commitments.undertake
    body:
      commitment: { template: "c-{row}", as: id }
      member: { column: Who, as: member }
      source: $source
      audience: { kind: public }
      terms: { title: { column: What, as: line }, from: { column: When, as: day, dates: [iso, d.m.y] }, until: null, n: 3 }
      how: { column: How, values: { Accepted: supported } }
      left: { column: Else, values: { x: null }, optional: true }`),
    )
    expect(rows).toMatchObject([{ number: 2, faults: [] }])
    expect(rows[0]!.acts).toEqual([
      {
        type: 'commitments.undertake',
        body: {
          commitment: 'c-2',
          member: 'KAZ',
          source: 'List, row 2',
          audience: { kind: 'public' },
          terms: { title: 'Two words', from: '2026-11-24', until: null, n: 3 },
          how: 'supported',
        },
      },
    ])
    expect(unused).toEqual([])
  })

  test('what cannot be read is told with column and value; a row makes all its acts or none', async () => {
    const acts = `
  - act: commitments.undertake
    body: { member: { column: Who, as: member }, from: { column: When, as: day, dates: [iso] }, n: { column: N, as: integer } }`
    const { rows } = await mapped('Who,When,N\nMars,soon,many\nKAZ,,\n', mapping(acts))
    expect(rows.map(({ faults }) => faults.map(({ column, code, value }) => [column, code, value]))).toEqual([
      [
        ['Who', 'unknownMember', 'Mars'],
        ['When', 'day', 'soon'],
        ['N', 'integer', 'many'],
      ],
      [
        ['When', 'empty', ''],
        ['N', 'empty', ''],
      ],
    ])
    expect(rows.every(({ acts: made }) => made.length === 0)).toBe(true)
  })

  test('an unreadable value is never replaced by the next of several; an empty one is', async () => {
    const acts = `
  - act: commitments.undertake
    body: { from: { firstOf: [{ column: A, as: day, dates: [iso] }, { column: B, as: day, dates: [y] }] } }`
    const { rows } = await mapped('A,B,C\n2024-01-02,2020,1\n,2020,1\nsoon,2020,1\n,,1\n', mapping(acts))
    expect(rows.map(({ acts: made, faults }) => made[0]?.body['from'] ?? faults[0]!.code)).toEqual([
      '2024-01-02',
      '2020-01-01',
      'day',
      'empty',
    ])
  })

  test('the first row of a group and those after it, in the order asked for; equal rows are told of', async () => {
    const more = 'order: [Key, Day]'
    const acts = `
  - { act: a.open, when: { first: [Key] }, body: { key: { column: Key } } }
  - { act: a.more, when: { again: [Key] }, body: { day: { column: Day, optional: true } } }`
    const { rows } = await mapped('Key,Day\nk2,9\nk1,3\nk1,\nk1,2\nk2,9\n', mapping(acts, more))
    expect(
      rows.map(({ number, acts: made, faults }) => [number, made[0]?.type ?? faults[0]!.message]),
    ).toEqual([
      [5, 'a.open'],
      [3, 'a.more'],
      [4, 'a.more'],
      [2, 'a.open'],
      [6, 'is the same as row 2'],
    ])
  })

  test('a row the mapping refuses, or makes nothing of, is told of', async () => {
    const more = 'refuse: [{ when: { column: A, is: no }, because: is not meant }]'
    const acts = `  - { act: a.do, when: { all: [{ column: A, filled: true }, { not: { column: A, is: [odd] } }] }, body: {} }`
    const { rows } = await mapped('A,B\nno,1\nodd,2\nyes,3\n', mapping(acts, more))
    expect(rows.map(({ faults }) => faults[0]?.code ?? 'ok')).toEqual(['notMeant', 'noAct', 'ok'])
  })

  test('columns that are missing, or doubled, refuse the table with what there is', async () => {
    const acts = '  - { act: a.do, body: { a: { column: A }, b: { template: "{B} {row}" } } }'
    await expect(mapped('A,C\n1,2\n', mapping(acts))).rejects.toThrow(
      'There is no column “B”; there are “A”, “C”',
    )
    await expect(mapped('A,B,A\n1,2,3\n', mapping(acts))).rejects.toThrow('“A” names more than one column')
  })

  test('a fault is led back to its column', async () => {
    const acts =
      '  - { act: a.do, body: { terms: { title: { template: "x {T}" }, from: { column: F } }, k: 1 } }'
    const { columnAt, unused } = await mapped('T,F,U\n1,2,3\n', mapping(acts))
    expect([
      columnAt('a.do', '/terms/title'),
      columnAt('a.do', '/terms/from'),
      columnAt('a.do', '/k'),
      columnAt('a.other', '/terms'),
    ]).toEqual(['T', 'F', null, null])
    expect(unused).toEqual(['U'])
  })

  test('names that belong to objects themselves are nothing special', async () => {
    const acts = `
  - act: a.do
    body: { m: { column: A, as: member }, v: { column: B, values: { x: 1 } } }`
    const { rows } = await mapped('A,B\nconstructor,toString\n__proto__,constructor\n', mapping(acts))
    expect(rows.flatMap(({ faults }) => faults.map(({ code }) => code))).toEqual([
      'unknownMember',
      'unknownValue',
      'unknownMember',
      'unknownValue',
    ])
  })
})

describe('a mapping is checked', () => {
  test('every fault with its place', () => {
    const faultsOf = (data: unknown): readonly string[] => {
      try {
        mappingOf(data)
        return []
      } catch (error) {
        return (error as Error).message.split('\n')
      }
    }
    expect(
      faultsOf({
        name: 'Not a name',
        title: '',
        acts: [
          { act: 'no', body: { a: { column: '' }, d: { column: 'D', as: 'day' } } },
          {
            act: 'a.do',
            wen: {},
            when: { column: 'A', iss: 1 },
            body: { ['__proto__x']: { column: 'A', values: 'none' } },
          },
        ],
        extra: 1,
      }),
    ).toEqual([
      '/extra is not known here; there are name, title, source, order, values, members, refuse, acts',
      'name is 1 to 40 small letters, digits and dashes',
      'title is a line',
      'source says where the table comes from',
      'acts/0/act is the name of an act',
      'acts/0/body/a/column is the name of a column',
      'acts/0/body/d/dates says in which forms a day is written',
      'acts/1/wen is not known here; there are act, when, body',
      'acts/1/when is one of is, filled, first, again, all, any, not',
      'acts/1/body/__proto__x/values there are no values called none',
    ])
  })

  test('what is no YAML, holds a name twice, or blows up by aliases', () => {
    expect(() => readMapping('a: [')).toThrow(/line 1/)
    expect(() => readMapping('name: a\nname: b')).toThrow(/unique/)
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [at, name] of 'bcdefghi'.split('').entries())
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`)
    expect(() => readMapping(bomb.join('\n'))).toThrow(/alias/i)
    expect(() => readMapping('just words')).toThrow('not an object')
    expect(() => readMapping(JSON.stringify({ name: 'x', ['__proto__']: 1, acts: [] }))).toThrow()
  })

  test('the mappings that come with Gavel are mappings', () => {
    expect(readyMappings()).toEqual([
      'ndc-submissions',
      'ogp-commitments',
      'own-commitments',
      'un-treaty-acts',
      'un-treaty-instruments',
      'upr-pledges',
      'upr-recommendations',
    ])
    for (const name of readyMappings()) expect(readyMapping(name)!.name).toBe(name)
    expect(readyMapping('../package')).toBeUndefined()
  })
})

describe('days', () => {
  const cases: readonly (readonly [string, DateForm, string | undefined, string | undefined])[] = [
    ['2026-11-24', 'iso', '2026-11-24', '2026-11-24'],
    ['2024-11-24T12:00:00', 'iso', '2024-11-24', '2024-11-24'],
    ['2026-02-29', 'iso', undefined, undefined],
    ['2/29/2024', 'm/d/y', '2024-02-29', '2024-02-29'],
    ['9/1/18', 'm/d/y', '2018-09-01', '2018-09-01'],
    ['30/9/2014', 'm/d/y', undefined, undefined],
    ['30/9/2014', 'd/m/y', '2014-09-30', '2014-09-30'],
    ['24.11.2026', 'd.m.y', '2026-11-24', '2026-11-24'],
    ['24 November 2026', 'd month y', '2026-11-24', '2026-11-24'],
    ['Nov. 24, 2026', 'month d y', '2026-11-24', '2026-11-24'],
    ['February 2024', 'month y', '2024-02-01', '2024-02-29'],
    ['Spring 2015', 'month y', undefined, undefined],
    ['II quarter of 2021', 'quarter y', '2021-04-01', '2021-06-30'],
    ['Quarter 4 2016', 'quarter y', '2016-10-01', '2016-12-31'],
    ['2024-02', 'y-m', '2024-02-01', '2024-02-29'],
    ['2014', 'y', '2014-01-01', '2014-12-31'],
    ['43525', 'serial', '2019-03-01', '2019-03-01'],
    ['', 'y', undefined, undefined],
  ]
  test('in each form, its first and its last day', () => {
    for (const [text, form, first, last] of cases)
      expect([text, form, dayIn(text, [form], false), dayIn(text, [form], true)]).toEqual([
        text,
        form,
        first,
        last,
      ])
  })

  test('the first form that fits is taken', () => {
    expect(dayIn('1/2/2024', ['m/d/y', 'd/m/y'], false)).toBe('2024-01-02')
    expect(dayIn('13/2/2024', ['m/d/y', 'd/m/y'], false)).toBe('2024-02-13')
    expect(dayIn('1/2/2024', ['d/m/y', 'm/d/y'], false)).toBe('2024-02-01')
  })
})
