import { expect, test } from 'vitest'
import { audienceOf } from '../audience.ts'
import { act, after, at, rule, secretariat } from '../testing/index.ts'
import { audienceOfBreak, audienceOfDecision, audienceOfInstrument } from './audience.ts'
import { bbnj } from './testing/bbnj.ts'
import { adopts, breaks, opens, proposes, puts, room } from './testing/scene.ts'

const restricted = act(
  secretariat(),
  'texts.changeAudience',
  { text: 't1', audience: { kind: 'members' } },
  at('09:20'),
)
const opened = act(
  secretariat(),
  'decisions.openInstrument',
  { instrument: 'i1', decision: 'd1', name: 'Convention', terms: bbnj },
  at('11:00'),
)

test('a decision and its instrument are for the readers of the text', () => {
  const open = after(room, puts(), adopts(), opened)
  expect(audienceOfDecision(open, 'd1' as never)).toEqual({ kind: 'public' })
  expect(audienceOfInstrument(open, 'i1' as never)).toEqual({ kind: 'public' })
  const kept = after(room, restricted, puts(), adopts(), opened)
  expect(audienceOfDecision(kept, 'd1' as never)).toEqual({ kind: 'members' })
  expect(audienceOfInstrument(kept, 'i1' as never)).toEqual({ kind: 'members' })
  expect(audienceOf(proposes(), kept)).toEqual({ kind: 'members' })
  expect(audienceOfDecision(open, 'd9' as never)).toBeUndefined()
  expect(audienceOfInstrument(open, 'i9' as never)).toBeUndefined()
})
test('words from the floor are for everyone', () => {
  const state = after(room, puts({ subject: { kind: 'wording', wording: 'The host is thanked.' } }))
  expect(audienceOfDecision(state, 'd1' as never)).toEqual({ kind: 'public' })
})
test('[D-36] who breaks a silence on a restricted text is told to no more readers than it has', () => {
  const state = after(room, restricted, opens(), breaks('BBB', at('2026-12-01 12:00')))
  expect(audienceOfBreak(state, 'd1' as never, at('2026-12-01 12:00'))).toEqual({ kind: 'members' })
  expect(audienceOfBreak(after(room, puts()), 'd1' as never, at('10:00'))).toBeUndefined()
})
test('[D-36] a name kept from the public stays kept from who reads the text of a body alone later', () => {
  const drawnBack = act(
    secretariat(),
    'texts.changeAudience',
    { text: 't1', audience: { kind: 'body', body: 'soc' } },
    at('2026-12-01 13:00'),
  )
  const broken = [
    room,
    rule('silence.namesBreaker', false),
    opens(),
    breaks('BBB', at('2026-12-01 12:00')),
  ] as const
  expect(audienceOfBreak(after(...broken), 'd1' as never, at('2026-12-01 14:00'))).toEqual({
    kind: 'members',
  })
  const state = after(...broken, drawnBack)
  expect(audienceOfDecision(state, 'd1' as never)).toEqual({ kind: 'body', body: 'soc' })
  expect(audienceOfBreak(state, 'd1' as never, at('2026-12-01 14:00'))).toEqual({ kind: 'members' })
  expect(
    audienceOfBreak(
      after(room, opens(), breaks('BBB', at('2026-12-01 12:00')), drawnBack),
      'd1' as never,
      at('2026-12-01 14:00'),
    ),
  ).toEqual({ kind: 'body', body: 'soc' })
})
