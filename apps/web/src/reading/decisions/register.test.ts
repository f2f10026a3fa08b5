import type { decisions } from '@gavel/domain'
import { emptyTable, type Instant, tableOf } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { folded, found, isOpen, runningSilences, unnumbered, wanted } from './register.ts'

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z` as Instant
const now = at(20)

const decision = (id: string, more: object): decisions.Decision =>
  ({
    id,
    body: 'soc',
    title: id,
    subject: { kind: 'wording', wording: `The words of ${id}.` },
    round: 1,
    objections: [],
    statements: [],
    ...more,
  }) as unknown as decisions.Decision

const adopted = (id: string, day: number, n: number, more: object = {}) =>
  decision(id, {
    course: { stage: 'adopted', at: at(day), meeting: 'm' },
    number: { symbol: `X/DEC/${n}`, series: 'X', n, at: at(day) },
    ...more,
  })
const silent = (id: string, expiresAt: Instant, entries: readonly object[] = []) =>
  decision(id, {
    course: {
      stage: 'silence',
      silence: {
        entries: [{ kind: 'opened', at: at(1), expiresAt }, ...entries],
        timeZone: 'UTC',
        announcedAs: '',
        requests: [],
        comments: [],
      },
    },
  })

const state = (...all: readonly decisions.Decision[]): decisions.DecisionsState => ({
  decisions: tableOf(all.map(each => [each.id, each])),
  onText: emptyTable(),
  series: emptyTable(),
  bySymbol: emptyTable(),
  instruments: emptyTable(),
  instrumentOf: emptyTable(),
})

describe('a search', () => {
  it.each([
    ['ÉLÉPHANT', 'elephant'],
    ['Ёлка', 'елка'],
    ['Тюркий', 'тюркии'],
    ['İstanbul', 'istanbul'],
    ['ﬁnance', 'finance'],
  ])('%s is folded to %s', (words, plain) => expect(folded(words)).toBe(plain))

  it('looks for every word, eight at most', () => {
    expect(wanted('  Charter   ÉTAT ')).toEqual(['charter', 'etat'])
    expect(wanted('a b c d e f g h i j')).toHaveLength(8)
    expect(wanted('   ')).toEqual([])
  })

  it('finds by number, title, words and statements that stand, the latest first', () => {
    const own = state(
      adopted('water', 1, 1),
      adopted('trade', 5, 2, {
        statements: [
          { wording: 'Réserve on water', at: at(5) },
          { wording: 'withdrawn words', at: at(5), withdrawnAt: at(6) },
        ],
      }),
    )
    const names = (query: string) => found(own, now, query).map(({ title }) => title)
    expect(names('')).toEqual(['trade', 'water'])
    expect(names('WATER')).toEqual(['trade', 'water'])
    expect(names('reserve water')).toEqual(['trade'])
    expect(names('dec/1')).toEqual(['water'])
    expect(names('withdrawn')).toEqual([])
    expect(names('water fire')).toEqual([])
  })
})

describe('what bears no number', () => {
  const own = state(
    adopted('numbered', 1, 1),
    silent('late', at(28)),
    silent('soon', at(22)),
    silent('over', at(10)),
    silent('broken', at(28), [{ kind: 'broken', at: at(3), member: 'A', how: { kind: 'objection' } }]),
    decision('put', { course: { stage: 'put', meeting: 'm', item: '1', at: at(2) } }),
  )

  it('is before the delegations while nothing has ended it: an instant that has passed has', () => {
    const all = unnumbered(own, now)
    expect(all.map(each => each.decision.id)).not.toContain('numbered')
    expect(
      all
        .filter(isOpen)
        .map(each => each.decision.id as string)
        .sort(),
    ).toEqual(['late', 'put', 'soon'])
  })

  it('[D-27] runs out in the order of the clock', () => {
    expect(runningSilences(own, now).map(each => each.decision.id)).toEqual(['soon', 'late'])
    expect(runningSilences(own, at(28))).toEqual([])
  })
})
