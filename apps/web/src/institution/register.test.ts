import { institution } from '@gavel/domain'
import { instant, put } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { byMonth, type CalendarEvent, sceneOf } from './happening.ts'
import { papersOf } from './papers.ts'
import { endOfDay, heldBy, ladderOf, partiesOf, presentTerms } from './register.ts'

const at = instant('2026-11-24T12:00:00.000Z')
const source = 'assumed, 2026-11-23'

const party = (id: string, more: object) => ({
  id,
  name: { en: id },
  claims: [{ standing: 'member', status: 'active', from: null, source, ...more }],
})

const own = {
  ...institution.initial,
  parties: [
    ['AAA', party('AAA', { from: '2004' })],
    ['BBB', party('BBB', { from: '2026-12' })],
    ['CCC', party('CCC', { status: 'left' })],
    ['DDD', party('DDD', { standing: 'partner' })],
  ].reduce((table, [id, one]) => put(table, id as string, one as never), institution.initial.parties),
  partyOrder: ['AAA', 'BBB', 'CCC', 'DDD'],
} as unknown as institution.InstitutionState

describe('the register on a day', () => {
  it('lists of a standing who belongs then, and nobody who has left or is still to come', () => {
    expect(partiesOf(own, 'member', at).map(({ party: { id } }) => id)).toEqual(['AAA'])
    expect(
      partiesOf(own, 'member', instant('2026-12-02T00:00:00.000Z')).map(({ party: { id } }) => id),
    ).toEqual(['AAA', 'BBB'])
    expect(partiesOf(own, 'member', instant('2003-12-31T23:59:59.999Z'))).toEqual([])
    expect(partiesOf(own, 'partner', at)).toHaveLength(1)
  })

  it('takes a day to its end, and nothing that is no day', () => {
    expect(endOfDay('2004-02-29')).toBe('2004-02-29T23:59:59.999Z')
    for (const none of ['', '2004', '2004-13-01', 'yesterday']) expect(endOfDay(none)).toBeUndefined()
  })
})

describe('the ladder', () => {
  it('puts each body under the one it reports to', () => {
    const body = (id: string, reportsTo: string | null) => ({ id, reportsTo, name: { en: id } })
    const bodies = [body('soc', 'mc'), body('mc', null), body('swg', 'soc'), body('fund', null)]
    const state = {
      ...own,
      bodies: bodies.reduce((table, one) => put(table, one.id, one as never), own.bodies),
      bodyOrder: bodies.map(({ id }) => id),
    } as unknown as institution.InstitutionState
    const ids = (rungs: ReturnType<typeof ladderOf>): unknown =>
      rungs.map(rung => [rung.body.id, ids(rung.below)])
    expect(ids(ladderOf(state))).toEqual([
      ['mc', [['soc', [['swg', []]]]]],
      ['fund', []],
    ])
  })
})

describe('terms', () => {
  const office = { kind: 'coordinator', area: 'water' } as const
  const term = (holder: string, from: string, until?: string) => ({ office, holder, from, until, source })
  const terms = [term('AAA', '2001', '2005'), term('BBB', '2006-01')]
  const state = {
    ...own,
    terms: put(own.terms, institution.officeKey(office), terms as never),
  } as institution.InstitutionState
  it('[I-20] are those that cover the instant', () => {
    expect(presentTerms(state, office, at).map(({ holder }) => holder)).toEqual(['BBB'])
    expect(
      presentTerms(state, office, instant('2005-12-31T10:00:00.000Z')).map(({ holder }) => holder),
    ).toEqual(['AAA'])
    expect(heldBy(state, 'AAA')).toHaveLength(1)
  })
})

describe('the calendar and the papers', () => {
  it('goes by months, and leads to the scenes', () => {
    const event = (day: string) => ({ uid: day, at: day }) as CalendarEvent
    expect(
      byMonth(['2026-11-24', '2026-11-30', '2026-12-01'].map(event)).map(({ events }) => events.length),
    ).toEqual([2, 1])
    expect(sceneOf('/api/meetings/x')).toBe('/meetings/x')
    expect(sceneOf('/api/bodies')).toBe('/organisation/bodies')
  })

  it('names a text, its versions under it, and decisions; a text without a symbol is no paper', () => {
    const text = { id: 'a b', symbol: 'ORG/1', title: 'A', body: 'soc' }
    const version = { symbol: 'ORG/1/Rev.1', at, document: 'f'.repeat(64), revision: 3 }
    const rows = [
      { ...text, versions: [version] },
      { ...text, id: 'b', symbol: null, versions: [] },
    ] as never
    const found = papersOf(rows, [
      { number: 'DEC/1', decision: 'd', body: 'mc', title: 'D', adoptedAt: at } as never,
    ])
    expect(found.map(({ kind, symbol, href }) => [kind, symbol, href])).toEqual([
      ['text', 'ORG/1', '/texts/a%20b'],
      ['version', 'ORG/1/Rev.1', '/texts/a%20b/versions'],
      ['decision', 'DEC/1', '/decisions/d'],
    ])
  })
})
