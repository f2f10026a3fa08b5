import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import type { Act, DomainEvent, DomainState } from '../state.ts'
import { act, after, at, chair, delegate, type Fact, given, system } from '../testing/index.ts'
import type { DecisionsEvent } from './events.ts'
import { reactionsTo } from './reactions.ts'
import { adopts, breaks, expiry, notice, objects, opens, puts, room } from './testing/scene.ts'

const isOurs = (event: DomainEvent): event is DecisionsEvent => event.type.startsWith('decisions.')

/** Facts with what the institution itself does about each act of this chapter, as the application would add it. */
const withReactions = (facts: readonly Fact[], ...acts: readonly Act[]): readonly Fact[] => {
  const so: Fact[] = [...facts]
  for (const one of acts) {
    const { outcome } = given(...so).when(one)
    const events = outcome.kind === 'accepted' ? outcome.events : []
    const reactions = events.filter(isOurs).flatMap(reactionsTo)
    so.push(one, ...reactions.map(({ type, body }) => act(system(), type, body as never, one.at) as Act))
  }
  return so
}

const change = (when = at('10:02')) =>
  act(
    delegate('BBB'),
    'texts.propose',
    {
      text: 't1',
      paragraph: 't1-1',
      base: 1,
      change: { at: 0, length: 7, wording: 'States' },
      bracket: 'k1',
      option: 'o1',
      retained: 'o0',
    },
    when,
  )
const textIn = (state: DomainState) => get(state.texts.texts, 't1')

describe('[D-37] decisions and texts together', () => {
  test('[D-37] what is put stands still; what is adopted is adopted in both chapters', () => {
    const put = withReactions([room], puts())
    expect(textIn(after(...put))?.frozen).toBe('decision:d1')
    expect(given(...put).when(change()).outcome.kind).toBe('refused')
    const adopted = after(...withReactions([room], puts(), adopts()))
    expect(textIn(adopted)).toMatchObject({ stage: 'adopted', decision: 'd1' })
  })
  test('[D-37] no consensus lets it move again', () => {
    const no = act(
      chair(),
      'decisions.declareNoConsensus',
      { decision: 'd1', next: 'carriedOver' },
      at('10:20'),
    )
    given(...withReactions([room], puts(), objects('BBB'), no))
      .when(change(at('10:30')))
      .accepted()
  })
  test('[D-37] under silence it stands still until it is broken, or adopted with the notice', () => {
    const running = withReactions([room], opens())
    expect(given(...running).when(change(at('2026-12-01 12:00'))).outcome.kind).toBe('refused')
    const broken = withReactions([room], opens(), breaks('BBB', at('2026-12-01 12:00')))
    given(...broken)
      .when(change(at('2026-12-01 12:01')))
      .accepted()
    const kept = withReactions([room], opens(), notice(expiry))
    expect(textIn(after(...kept))).toMatchObject({ stage: 'adopted', decision: 'd1' })
  })
})
