import { type Act, decisions } from '@gavel/domain'
import { entries, get, type Instant } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { yearsAhead } from './ahead.ts'
import { narrower } from './circle.ts'
import { analysisTable, analysisTables } from './read.ts'
import type { Asked } from './table.ts'
import {
  accredited,
  act,
  at,
  delegate,
  done,
  folded,
  founded,
  happened,
  members,
  readers,
  secretariat,
  seeing,
  type Walk,
} from './testing/walk.ts'

const [publicly, , inBody] = readers.map(([, as]) => as)
const when = at('10:00')

/** A table as one object a row, for somebody. */
const rowsOf = (walk: Walk, name: string, as = publicly!, asked: Asked = {}, now: Instant = when) => {
  const { columns, rows } = analysisTable(name, walk.value, asked, {
    state: walk.state,
    now,
    sees: seeing(walk.state, as, now),
  })!
  return rows.map(row => Object.fromEntries(row.map((cell, place) => [columns[place]!.name, cell])))
}

const all = (walk: Walk, ...acts: readonly Act[]): Walk => {
  const next = acts.reduce(done, walk)
  expect(next.refused).toEqual([])
  return next
}

const planned = (host: string | null, area = 'EC-1') => ({
  title: 'Seminar',
  area,
  measures: [{ catalogue: '2021', measure: 'm1' }],
  host,
  format: 'inPerson' as const,
  from: '2027-03-01',
  until: '2027-03-02',
  aim: 'To learn.',
})

describe('plans and activities', () => {
  const proposed = all(
    founded,
    act(
      secretariat(),
      'commitments.openPlan',
      { plan: 'p27', body: 'soc', year: '2027', title: 'Plan' },
      when,
    ),
    act(
      secretariat(),
      'commitments.proposeActivity',
      { activity: 'a1', plan: 'p27', planned: planned('AAA') },
      when,
    ),
    act(
      secretariat(),
      'commitments.proposeActivity',
      { activity: 'a2', plan: 'p27', planned: planned(null, 'HU-1') },
      when,
    ),
  )
  const adopted = happened(proposed, { type: 'commitments.planAdopted', plan: 'p27', decision: 'd1' }, when)

  test('[C-45] a plan is the members’ until it is adopted; then it counts for everybody', () => {
    expect(rowsOf(proposed, 'activities')).toEqual([])
    expect(rowsOf(proposed, 'activities', inBody!, { by: ['year'] })).toMatchObject([
      { year: '2027', planned: 2 },
    ])
    expect(rowsOf(adopted, 'activities', publicly!, { by: ['year'] })).toMatchObject([{ planned: 2 }])
    expect(rowsOf(adopted, 'coverage')[0]).toMatchObject({ measure: 'm1', agreed: 0, planned: 2, held: 0 })
  })

  test('who hosted and who took part is counted when it was held, and only then', () => {
    const told = (status: string, more = {}) => ({
      type: 'commitments.activityRecorded',
      activity: 'a1',
      area: 'EC-1',
      happened: { status, participants: ['AAA', 'CCC'], outcome: 'Done.', documents: [], ...more },
    })
    const postponed = happened(adopted, told('postponed', { from: '2028-01-10' }), when)
    expect(rowsOf(postponed, 'participation')).toEqual([])
    expect(rowsOf(postponed, 'activities', publicly!, { area: 'EC-1' })).toMatchObject([
      { year: '2028', postponed: 1, planned: 0 },
    ])
    const held = happened(postponed, told('held', { from: '2028-02-10' }), when)
    expect(rowsOf(held, 'participation')).toEqual([
      { member: 'AAA', area: 'EC-1', year: '2028', hosted: 1, tookPart: 1 },
      { member: 'CCC', area: 'EC-1', year: '2028', hosted: 0, tookPart: 1 },
    ])
    expect(rowsOf(held, 'coverage')[0]).toMatchObject({ planned: 1, held: 1 })
  })
})

describe('recommendations', () => {
  test('wait for a response, and count under the last one; those of a review are the members’', () => {
    const said = { member: 'AAA', to: 'BBB', wording: 'Do.', on: '2026-11-23' }
    const recommend = (id: string, more = {}) => ({
      type: 'commitments.recommended',
      recommendation: id,
      said: { ...said, ...more },
    })
    const answer = (response: string) => ({
      type: 'commitments.responded',
      recommendation: 'r1',
      response: { response, words: 'Well.', on: '2026-11-24' },
    })
    const two = [recommend('r1', { area: 'EC-1' }), recommend('r2', { review: 'v1' })].reduce(
      (walk, event) => happened(walk, event, when),
      founded,
    )
    const counts = { awaiting: 1, supported: 0, partlySupported: 0, noted: 0, pending: 0 }
    expect(rowsOf(two, 'recommendations')).toEqual([{ member: 'BBB', area: 'EC-1', year: '2026', ...counts }])
    expect(rowsOf(two, 'recommendations', inBody!)).toHaveLength(2)
    const answered = [answer('noted'), answer('supported')].reduce(
      (walk, event) => happened(walk, event, when),
      two,
    )
    expect(rowsOf(answered, 'recommendations')).toMatchObject([{ awaiting: 0, supported: 1, noted: 0 }])
  })
})

describe('voice', () => {
  const toMembers = { kind: 'members' } as const
  const propose = (
    option: string,
    member: string,
    audience: Parameters<typeof happened>[3] = { kind: 'public' },
  ) =>
    [
      {
        type: 'texts.changeProposed',
        text: 'T',
        paragraph: 'p',
        option,
        member,
        into: null,
        bracket: 'b',
        retained: 'r',
      },
      audience,
    ] as const
  const close = (option: string | null, ...leftOut: readonly string[]) =>
    ({
      type: 'texts.bracketClosed',
      text: 'T',
      paragraph: 'p',
      bracket: 'b',
      option,
      leftOut: leftOut.map(one => ({ option: one, wording: '' })),
      reservations: [],
    }) as const
  const fold = (list: readonly (readonly [object, Parameters<typeof happened>[3]?])[]): Walk =>
    list.reduce<Walk>(
      (walk, [event, audience = { kind: 'public' }]) => folded(walk, event, audience),
      founded,
    )

  test('whose options win, whose are left out, and whose words so end in an adopted text', () => {
    const walk = fold([
      propose('o1', 'AAA'),
      propose('o2', 'BBB'),
      [close('o1', 'o2', 'r')],
      [{ type: 'texts.adopted', text: 'T', decision: 'd1' }],
    ])
    expect(rowsOf(walk, 'voice')).toMatchObject([
      { member: 'AAA', proposed: 1, won: 1, leftOut: 0, adopted: 1 },
      { member: 'BBB', proposed: 1, won: 0, leftOut: 1, adopted: 0 },
    ])
  })

  test('[C-45] what was proposed among the members is not told to the public when the bracket closes in public', () => {
    const walk = fold([
      propose('o1', 'AAA', toMembers),
      [close('o1', 'r')],
      [{ type: 'texts.adopted', text: 'T', decision: 'd1' }],
    ])
    expect(rowsOf(walk, 'voice')).toEqual([])
    expect(rowsOf(walk, 'voice', inBody!)).toMatchObject([{ member: 'AAA', won: 1, adopted: 1 }])
  })

  test('what is withdrawn counts for nobody, what is taken over for whoever took it over', () => {
    const target = { option: 'o1' }
    const lapsed = {
      type: 'texts.lapsed',
      text: 'T',
      paragraph: 'p',
      target,
      member: 'AAA',
      wording: '',
      dissolves: null,
    }
    expect(rowsOf(fold([propose('o1', 'AAA'), [lapsed], [close('o1', 'r')]]), 'voice')).toMatchObject([
      { member: 'AAA', won: 0 },
    ])
    const taken = [
      [{ type: 'texts.released', text: 'T', paragraph: 'p', target, member: 'AAA' }],
      [{ type: 'texts.takenOver', text: 'T', paragraph: 'p', target, member: 'CCC' }],
    ] as const
    const walk = fold([propose('o1', 'AAA'), ...taken, [close('o1', 'r')]])
    expect(rowsOf(walk, 'voice')).toMatchObject([
      { member: 'AAA', won: 0 },
      { member: 'CCC', proposed: 0, won: 1 },
    ])
  })

  test('who had the floor, how often and for how long; behind closed doors for the body alone', () => {
    const ended = (member: string, usedMs: number) => ({
      type: 'meetings.floorEnded',
      speaker: { kind: 'member', member },
      usedMs,
    })
    const walk = fold([
      [ended('AAA', 61_400)],
      [ended('AAA', 600)],
      [ended('BBB', 5_000), { kind: 'body', body: 'swg' as never }],
    ])
    expect(rowsOf(walk, 'voice')).toMatchObject([{ member: 'AAA', floor: 2, floorSeconds: 62 }])
    expect(rowsOf(walk, 'voice', inBody!)).toHaveLength(2)
  })
})

describe('small and large delegations', () => {
  test('stand side by side by persons accredited now; the same person counts once', () => {
    const more = ['x', 'y', 'z'].map(which => accredited(delegate('BBB', which)))
    const walk = all(founded, ...more)
    expect(rowsOf(walk, 'delegations', inBody!).map(({ member, size }) => [member, size])).toEqual([
      ['AAA', 1],
      ['BBB', 4],
      ['CCC', 1],
    ])
    expect(
      rowsOf(walk, 'sizes', inBody!, { member: 'BBB' }).map(({ size, members: n }) => [size, n]),
    ).toEqual([
      ['1–2', 2],
      ['3–5', 1],
    ])
  })
})

describe('commitments without an end', () => {
  const undertake = (n: number) =>
    act(
      delegate(members[n % 3]!),
      'commitments.undertake',
      {
        commitment: `c${n}`,
        member: members[n % 3]!,
        terms: {
          title: 'Title',
          pledge: 'Pledge',
          from: '2026-11-23',
          until: null,
          evidence: [{ kind: 'document', what: 'A paper' }],
          reporting: { first: '2027-04-15', everyMonths: 12 },
        },
        audience: { kind: 'public' },
      },
      when,
    )
  const many = all(founded, ...Array.from({ length: 100 }, (_, n) => undertake(n)))
  const later = (year: number): Instant => `${year}-06-01T10:00:00.000Z` as Instant
  const due = (walk: Walk, year: number) =>
    rowsOf(walk, 'reports', publicly!, { by: ['year'] }, later(year)).map(row => [
      row['year'],
      row['due'],
      row['ahead'],
    ])

  test('are counted to the end of the fifth year, and further on when that comes near, entry by entry', () => {
    const counted = (walk: Walk) => [...new Set([...entries(walk.value.ahead)].map(([, year]) => year))]
    expect(counted(many)).toEqual([2026 + yearsAhead])
    let walk = many
    const year = 2026 + yearsAhead
    const told = (n: number) =>
      act(
        secretariat(),
        'commitments.openPlan',
        { plan: `p${n}`, body: 'soc', year: String(2000 + n), title: 'Plan' },
        later(year),
      )
    for (let n = 0; n < 3; n++) walk = all(walk, told(n))
    // Four pages, of which the newest was not full: three entries leave one.
    expect([...entries(walk.value.ahead)].filter(([, to]) => to === year)).toHaveLength(32)
    for (let n = 3; n < 6; n++) walk = all(walk, told(n))
    expect(counted(walk)).toEqual([year + yearsAhead])
    expect([walk.value.queues, walk.value.pages.size]).toMatchObject([{ [year + yearsAhead]: {} }, 3])
  })

  test('what was told first and is revised moves once, by the words that stand', () => {
    const told = (report: string, says: string, more = {}) =>
      act(
        secretariat(),
        'commitments.report',
        {
          commitment: 'c0',
          report,
          member: 'AAA',
          period: { from: '2026-11-23', until: '2026-11-23' },
          says: says as 'limited',
          words: 'Words.',
          evidence: [],
          source: 'elsewhere',
          ...more,
        },
        when,
      )
    const walk = all(
      many,
      told('r1', 'complete'),
      told('r2', 'nothingNew'),
      told('r3', 'limited', { revises: 'r1' }),
    )
    expect(rowsOf(walk, 'moves')).toMatchObject([
      { member: 'AAA', commitment: 'c0', from: null, says: 'limited', move: 'forward' },
    ])
    expect(rowsOf(walk, 'told')).toMatchObject([{ complete: 0, limited: 1, nothingNew: 1, forward: 1 }])
  })

  test('and whoever asks after a long silence is answered in full all the same', () => {
    const year = 2050
    const rows = due(many, year)
    expect(rows[0]).toEqual(['2027', 100, 0])
    expect(rows.at(-2)).toEqual([String(year), 100, 0])
    expect(rows.at(-1)).toEqual([String(year + 1), 0, 100])
    expect(rows).toHaveLength(year + 1 - 2027 + 1)
  })

  test('a report due today is not late today, and is tomorrow', () => {
    const on = (day: string) => `${day}T10:00:00.000Z` as Instant
    const word = (day: string) => rowsOf(many, 'standing', publicly!, { by: [] }, on(day))[0]
    expect(word('2027-04-15')).toMatchObject({ notYetReported: 100, silent: 0 })
    expect(word(decisions.addDays('2027-04-15', 1))).toMatchObject({ notYetReported: 0, silent: 100 })
    expect(rowsOf(many, 'silence', publicly!, { by: ['year'] }, on('2028-01-01'))).toEqual([
      { year: '2027', silent: 100 },
    ])
    expect(rowsOf(many, 'unmoved', publicly!, { by: ['year'] }, on('2028-01-01'))).toEqual([])
    expect(rowsOf(many, 'unmoved', publicly!, { by: ['year'] })).toEqual([{ year: '2026', unmoved: 100 }])
  })
})

test('every table says what it counts, whole', () => {
  for (const name of analysisTables) {
    const table = analysisTable(
      name,
      founded.value,
      {},
      { state: founded.state, now: when, sees: () => true },
    )!
    expect(table.name).toBe(name)
    expect(table.counts).toMatch(/^[A-Z].{40,}\.$/s)
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  }
  expect(get(founded.state.decisions.decisions, 'd1')).toBeDefined()
})

test('the narrower of two audiences is that of those who are of both', () => {
  expect(narrower('public', 'members')).toBe('members')
  expect(narrower('body:a', 'members')).toBe('body:a')
  expect(narrower('body:b', 'body:a')).toBe('body:a+body:b')
  expect(narrower('body:a+body:b', 'body:a')).toBe('body:a+body:b')
})
