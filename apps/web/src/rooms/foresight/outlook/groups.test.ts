import type { ChanceShown, ItemShown, MemberShown } from '@gavel/foresight/browser'
import { describe, expect, test } from 'vitest'
import {
  bySoundingWorth,
  consensusOf,
  firstToSound,
  groupOf,
  inGroup,
  isWide,
  objectorsIn,
} from './groups.ts'

const known = (chance: number, low = chance, high = chance): ChanceShown => ({
  known: true,
  chance,
  low,
  high,
})
const unknown: ChanceShown = { known: false, why: ['wide'] }

const member = (id: string, objects: ChanceShown, event = 0): MemberShown => ({
  member: id,
  objects,
  grounds: [],
  ageDays: null,
  sounding: { event, own: 0 },
})

const item = (text: string, somebody: ChanceShown, members: readonly MemberShown[] = []): ItemShown => ({
  text,
  title: text,
  symbol: null,
  disputed: 0,
  somebody,
  members: [...members],
  nearest: null,
  heard: 0,
  ageDays: null,
})

describe('what a chair does with an item', () => {
  test('the chance that nobody objects turns the interval round', () => {
    expect(consensusOf(known(0.25, 0.125, 0.5))).toEqual(known(0.75, 0.5, 0.875))
    expect(consensusOf(unknown)).toBe(unknown)
  })

  test('is ready from the mark of the agenda on, far below the other; what is not known is for sounding', () => {
    expect([0.3, 0.31, 0.75, 0.76].map(chance => groupOf(item('t', known(chance))))).toEqual([
      'ready',
      'sound',
      'sound',
      'far',
    ])
    expect(groupOf(item('t', unknown))).toBe('sound')
  })

  test('those nearest to consensus stand first', () => {
    const items = [item('a', known(0.2)), item('b', known(0.1)), item('c', unknown)]
    expect(inGroup(items, 'ready').map(({ text }) => text)).toEqual(['b', 'a'])
    expect(inGroup(items, 'sound').map(({ text }) => text)).toEqual(['c'])
  })

  test('an interval from far to ready is wide', () => {
    expect(isWide(known(0.8, 0.1, 0.95))).toBe(true)
    expect(isWide(known(0.8, 0.3, 0.95))).toBe(false)
    expect(isWide(unknown)).toBe(false)
  })

  test('names who would object, and whom to sound, by weight', () => {
    const members = [
      member('A', known(0.04), 0.2),
      member('B', known(0.5), 0.005),
      member('C', known(0.6), 0.3),
      member('D', unknown, 0.1),
    ]
    expect(objectorsIn(item('t', known(0.5), members)).map(each => each.member)).toEqual(['C', 'B'])
    expect(bySoundingWorth(members).map(each => each.member)).toEqual(['C', 'A', 'D', 'B'])
    expect(firstToSound(item('t', known(0.5), members), 2).map(each => each.member)).toEqual(['C', 'A'])
  })
})
