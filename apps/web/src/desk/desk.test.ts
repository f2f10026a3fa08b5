import { type DomainState, institution } from '@gavel/domain'
import { dayMs, emptyTable, instant, later, put } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { duesOf, lastDay } from './deadlines.ts'
import { toExamine } from './examined.ts'
import { handsFor, penRuns } from './pens.ts'
import { sentOf } from './sent.ts'

const now = instant('2026-11-24T12:00:00.000Z')
const source = 'assumed, 2026-11-23'

interface Told {
  readonly terms?: readonly object[]
  readonly meetings?: readonly object[]
  readonly credentials?: readonly object[]
}

const table = (all: readonly (readonly [string, object])[]) =>
  all.reduce((before, [key, one]) => put(before, key, one), emptyTable<object>())

const state = ({ terms = [], meetings = [], credentials = [] }: Told): DomainState =>
  ({
    institution: {
      ...institution.initial,
      terms: table(terms.map(term => [institution.officeKey((term as institution.Term).office), [term]])),
      credentials: table(credentials.map(one => [(one as { id: string }).id, one])),
      credentialsOf: table(
        credentials.map(one => [(one as { person: string }).person, [(one as { id: string }).id]]),
      ),
    },
    meetings: { meetings: table(meetings.map(one => [(one as { id: string }).id, one])) },
    decisions: { decisions: emptyTable() },
  }) as unknown as DomainState

const chair = (body: string, holder: string, until: string) => ({
  office: { kind: 'chair', body },
  holder,
  from: '2024',
  until,
  source,
})

const meeting = (id: string, more: object = {}) => ({
  id,
  body: 'soc',
  title: id,
  timeZone: 'Asia/Almaty',
  opensAt: later(now, dayMs),
  status: 'convened',
  convenedAt: later(now, -dayMs),
  journals: [],
  ...more,
})

describe('what is due', () => {
  it('[I-20] a term ends with the last day its date covers', () => {
    expect(['2026-10-05', '2026-02', '2028-02', '2026'].map(lastDay)).toEqual([
      '2026-10-05',
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ])
  })

  it('is sorted by its instant, and terms that ended and go on come last', () => {
    const found = duesOf(
      state({
        terms: [
          chair('mc', 'AAA', '2026-10'),
          chair('soc', 'AAA', '2026-10'),
          chair('swg', 'BBB', '2026-12'),
        ],
        meetings: [meeting('late'), meeting('soon', { opensAt: later(now, 3_600_000) })],
        credentials: [
          { id: 'c', person: 'p', name: 'P', status: 'valid', until: later(now, 5 * dayMs), from: now },
          { id: 'd', person: 'q', name: 'Q', status: 'valid', until: later(now, 90 * dayMs), from: now },
        ],
      }),
      null,
      now,
    )
    expect(found.map(({ kind, title, bodies }) => [kind, title, bodies.length])).toEqual([
      ['opens', 'soon', 1],
      ['opens', 'late', 1],
      ['credentialEnds', 'P', 0],
      ['termEnds', 'BBB', 1],
      ['termEnded', 'AAA', 2],
    ])
  })

  it('[M-57] [M-59] tells of a journal first its corrections, then that it may be approved', () => {
    const journal = (correctionsUntil: string) =>
      duesOf(
        state({
          meetings: [meeting('m', { status: 'closed', journals: [{ sitting: null, correctionsUntil }] })],
        }),
        null,
        now,
      ).map(({ kind, overdue, rule }) => [kind, overdue, rule])
    expect(journal(later(now, dayMs))).toEqual([['correctionsEnd', false, 'M-57']])
    expect(journal(now)).toEqual([['approveJournal', true, 'M-59']])
  })

  it('is for a chair what is of her body, and no credential', () => {
    const all = state({
      terms: [chair('mc', 'AAA', '2026-12'), chair('soc', 'AAA', '2026-12')],
      meetings: [meeting('hers'), meeting('other', { body: 'mc' })],
      credentials: [
        { id: 'c', person: 'p', name: 'P', status: 'valid', until: later(now, dayMs), from: now },
      ],
    })
    expect(duesOf(all, 'soc', now).map(({ kind, title, bodies }) => [kind, title, bodies])).toEqual([
      ['opens', 'hers', ['soc']],
      ['termEnds', 'AAA', ['soc']],
    ])
  })

  it('says nothing of a meeting that was called off', () => {
    expect(
      duesOf(state({ meetings: [meeting('m', { calledOff: { at: now, reason: 'x' } })] }), null, now),
    ).toEqual([])
  })
})

describe('what was circulated', () => {
  it('is told newest first, with before whom', () => {
    const texts = [
      {
        id: 't',
        title: 'T',
        body: 'soc',
        audience: { kind: 'delegation', member: 'AAA' },
        versions: [{ symbol: 'T/Rev.1', at: now, document: 'f'.repeat(64), revision: 1 }],
      },
    ] as never
    const journals = [{ sitting: 1, circulatedAt: later(now, -1), document: 'e'.repeat(64) }]
    const all = sentOf(state({ meetings: [meeting('m', { journals })] }), texts, null)
    expect(all.map(({ kind, to, members }) => [kind, to, members])).toEqual([
      ['version', 'delegation', 1],
      ['journal', 'body', 0],
      ['notice', 'body', 0],
    ])
    expect(sentOf(state({}), texts, 'mc')).toEqual([])
  })
})

describe('credentials to examine', () => {
  const given = (id: string, more: object) => ({
    id,
    person: id,
    name: id,
    capacity: { kind: 'delegate', member: 'AAA' },
    rights: ['read'],
    from: now,
    givenBy: 'head',
    givenAt: later(now, -dayMs),
    status: 'valid',
    ...more,
  })
  it('[I-30] are those a delegation gave of late, and the suspended', () => {
    const all = state({
      credentials: [
        given('head', { givenBy: 'secretary', givenAt: later(now, -90 * dayMs) }),
        given('fresh', {}),
        given('old', { givenAt: later(now, -40 * dayMs) }),
        given('ours', { givenBy: 'secretary' }),
        given('held', { givenBy: 'secretary', status: 'suspended', givenAt: later(now, -80 * dayMs) }),
        given('gone', { status: 'revoked' }),
        given('chair', { capacity: { kind: 'chair', body: 'soc' } }),
      ],
    })
    expect(toExamine(all, now).map(({ id }) => id)).toEqual(['fresh', 'held'])
  })

  it('[T-42] the pen is handed to whoever serves this text, with a valid credential', () => {
    const text = { id: 't', body: 'soc' } as never
    const as = (id: string, capacity: object, more: object = {}) => given(id, { capacity, ...more })
    const all = state({
      credentials: [
        as('secretary', { kind: 'secretariat' }),
        as('chair', { kind: 'chair', body: 'soc' }),
        as('otherChair', { kind: 'chair', body: 'mc' }),
        as('facilitator', { kind: 'facilitator', text: 't' }),
        as('otherFacilitator', { kind: 'facilitator', text: 'u' }),
        as('suspended', { kind: 'secretariat' }, { status: 'suspended' }),
        as('delegate', { kind: 'delegate', member: 'AAA' }),
      ],
    })
    expect(handsFor(all, text, now).map(({ person }) => person)).toEqual([
      'facilitator',
      'chair',
      'secretary',
    ])
  })
})

describe('pens apart from the pen of the text', () => {
  it('are told in runs of neighbours', () => {
    const pens = [null, 'a', 'a', 'b', null, 'a', 'text']
    const paragraphs = pens.map((holder, at) => ({
      id: `p${at}`,
      number: String(at),
      next: at === pens.length - 1 ? null : `p${at + 1}`,
      pen: holder === null ? null : { holder, epoch: 2 },
    }))
    const text = {
      first: 'p0',
      pen: { holder: 'text', epoch: 1 },
      paragraphs: table(paragraphs.map(one => [one.id, one])),
    } as never
    expect(penRuns(text)).toEqual([
      { holder: 'a', from: '1', to: '2' },
      { holder: 'b', from: '3', to: '3' },
      { holder: 'a', from: '5', to: '5' },
    ])
  })
})
