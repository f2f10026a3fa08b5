import { get } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import {
  adjourns,
  adopts,
  appeals,
  asks,
  closes,
  concludes,
  convenes,
  decidesAppeal,
  decidesMotion,
  ends,
  gives,
  inSession,
  moves,
  opens,
  present,
  raises,
  rules,
  suspends,
  takesUp,
  world,
} from '../../../../packages/domain/src/meetings/testing/room.ts'
import { after, delegate, type Fact } from '../../../../packages/domain/src/testing/index.ts'
import { inOtherOrder, nextStep } from './next-step.ts'

const stepAfter = (...facts: readonly Fact[]) => nextStep(get(after(...facts).meetings.meetings, 'm')!, false)
const a = delegate('AAA')

describe('what comes next for the chair', () => {
  it('opens, takes up the first item, adopts the agenda, goes on item by item, closes', () => {
    const opened: readonly Fact[] = [world, convenes(), present]
    expect(stepAfter(opened)).toEqual({ kind: 'open' })
    expect(stepAfter(opened, opens())).toEqual({ kind: 'takeUp', item: '1' })
    expect(stepAfter(opened, opens(), takesUp('1'))).toEqual({ kind: 'adoptAgenda' })
    expect(stepAfter(opened, opens(), takesUp('1'), adopts())).toEqual({ kind: 'conclude', item: '1' })
    const one: readonly Fact[] = [opened, opens(), adopts(), takesUp('1'), concludes('1')]
    expect(stepAfter(one)).toEqual({ kind: 'takeUp', item: '2' })
    const all: readonly Fact[] = [
      one,
      takesUp('2'),
      concludes('2'),
      takesUp('2(a)'),
      concludes('2(a)', 'leftOpen'),
    ]
    expect(stepAfter(all)).toEqual({ kind: 'close' })
    expect(stepAfter(all, closes())).toBeUndefined()
  })

  it('hears the list before the item ends, and who speaks before anything else', () => {
    const asked: readonly Fact[] = [inSession(), asks(a), asks(delegate('BBB'))]
    expect(stepAfter(asked)).toMatchObject({ kind: 'giveFloor', request: { request: 'r-AAA' } })
    expect(stepAfter(asked, gives('r-AAA'))).toEqual({ kind: 'endFloor' })
    expect(stepAfter(asked, gives('r-AAA'), ends())).toMatchObject({ request: { request: 'r-BBB' } })
  })

  it('rules on a point of order before the speaker goes on, then decides what is open in its order', () => {
    const raised: readonly Fact[] = [inSession(), asks(a), gives('r-AAA'), raises()]
    expect(stepAfter(raised)).toMatchObject({ kind: 'rule', point: { point: 'p1' } })
    expect(stepAfter(raised, rules(false), appeals())).toMatchObject({ kind: 'decideAppeal' })
    expect(stepAfter(raised, rules(false), appeals(), decidesAppeal())).toEqual({ kind: 'endFloor' })
    const moved: readonly Fact[] = [
      inSession(),
      moves({ kind: 'closureOfList', item: '2' }),
      moves({ kind: 'suspension' }, 'mo2'),
    ]
    expect(stepAfter(moved)).toMatchObject({ kind: 'decideMotion', motion: { motion: 'mo2' } })
    expect(stepAfter(moved, decidesMotion(true, 'mo2'))).toEqual({ kind: 'resume' })
  })

  it('asks about what is put before it hears the next speaker', () => {
    const meeting = get(after(inSession(), asks(a)).meetings.meetings, 'm')!
    expect(nextStep(meeting, true)).toEqual({ kind: 'decide' })
  })

  it('goes on after a pause', () => {
    expect(stepAfter(inSession(), suspends())).toEqual({ kind: 'resume' })
    expect(stepAfter(inSession(), adjourns())).toEqual({ kind: 'resume' })
  })
})

describe('a list in another order', () => {
  it('has one member a place earlier or later', () => {
    expect(inOtherOrder(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(inOtherOrder(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    const list = ['a', 'b']
    expect(inOtherOrder(list, 'a', -1)).toBe(list)
    expect(inOtherOrder(list, 'b', 1)).toBe(list)
    expect(inOtherOrder(list, 'x', 1)).toBe(list)
  })
})
