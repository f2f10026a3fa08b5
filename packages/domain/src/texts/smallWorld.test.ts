import { expect, test } from 'vitest'
import { domain } from '../domain.ts'
import type { Act, DomainEvent, DomainState } from '../state.ts'
import { act, after, at, chair, decided, delegate, system } from '../testing/index.ts'
import { paragraphOf, supportOf, type TextsEvent, whoSaid } from './index.ts'
import { instead, on, onSentence, paragraphFrom, proposes, textIn } from './testing/drafts.ts'
import { expectSound } from './testing/invariants.ts'

/**
 * A small world gone through to the end of its bounds: one paragraph, three members, a bracket of two options, every
 * act anybody can do in it. Whatever order people act in, nothing that the rules promise is broken on the way.
 */
const depth = 4

const members = ['AAA', 'BBB', 'CCC']
const atOnce = act(
  system(),
  'institution.setParameter',
  { name: 'text.hearingHours', value: 0, since: '2020-01-01T00:00:00.000Z', source: 'test' },
  at('08:30'),
)

const madeFor = new Map<number, readonly Act[]>()

/** Every act on the paragraph at its revision; made once for each. */
const everyAct = (state: DomainState): readonly Act[] => {
  const base = paragraphOf(textIn(state), 'p' as never)?.revision
  if (base === undefined) return []
  const acts = madeFor.get(base) ?? actsAt(base)
  madeFor.set(base, acts)
  return acts
}

const actsAt = (base: number): readonly Act[] => {
  const p = { paragraph: 'p' }
  const byMembers = members.flatMap(member => [
    proposes(member, 1, instead('should'), base),
    ...(['backs', 'canLiveWith', 'objects', 'reserves', 'none'] as const).flatMap(stand =>
      [{ option: 'o1' }, { option: 'r1' }, {}, { on: 'deletion' as const }].map(target =>
        on(delegate(member), 'texts.takeStand', { ...p, ...target, stand } as never),
      ),
    ),
    on(delegate(member), 'texts.withdraw', { ...p, option: 'o1' }),
    on(delegate(member), 'texts.takeOver', { ...p, option: 'o1' }),
    on(delegate(member), 'texts.proposeDeletion', { ...p, base }),
    on(delegate(member), 'texts.proposeMove', { ...p, base, place: { at: 'end' } }),
    on(delegate(member), 'texts.withdraw', { ...p, on: 'move' }),
    on(delegate(member), 'texts.askToReopen', { ...p, reason: 'facts' }),
    on(delegate(member), 'texts.opposeReopening', p),
  ])
  return [
    ...byMembers,
    ...(['o1', 'r1', null] as const).map(option =>
      on(chair(), 'texts.closeBracket', { ...p, bracket: 'b1', option }),
    ),
    ...(['agreedInInformals', 'agreedAdRef', 'agreed'] as const).map(to =>
      on(chair(), 'texts.advance', { ...p, to }),
    ),
    ...[true, false].map(deleted => on(chair(), 'texts.settleDeletion', { ...p, deleted })),
    ...[true, false].map(moved => on(chair(), 'texts.settleMove', { ...p, moved })),
    on(chair(), 'texts.reopen', p),
    on(chair(), 'texts.closeBracket', { ...p, bracket: 'b9', option: null }),
  ]
}

/** What may not happen, whoever acts. */
const expectLawful = (before: DomainState, event: TextsEvent): void => {
  if (event.type === 'texts.bracketClosed') {
    const paragraph = paragraphFrom(before)
    if (event.option !== null)
      expect(whoSaid(supportOf(paragraph, { option: event.option })!, 'objects')).toEqual([])
    for (const { option } of event.leftOut) {
      const lost = supportOf(paragraph, { option })!
      const kept = event.option === null ? undefined : supportOf(paragraph, { option: event.option })
      for (const member of [...whoSaid(lost, 'backs'), ...(lost.proposer ? [lost.proposer] : [])])
        expect(kept && [...whoSaid(kept, 'backs'), ...whoSaid(kept, 'canLiveWith'), kept.proposer]).toContain(
          member,
        )
    }
  }
  if (event.type === 'texts.advanced') {
    const paragraph = paragraphFrom(before)
    expect(paragraph.brackets).toBe(0)
    expect(whoSaid(paragraph.whole, 'objects')).toEqual([])
    if (event.to === 'agreed')
      expect([paragraph.whole.reserving, paragraph.reservations.size]).toEqual([0, 0])
  }
  if (event.type === 'texts.reopened') expect(paragraphFrom(before).reopening?.opposedBy).toEqual([])
}

test(`three members, two options, every act, ${depth} acts deep`, () => {
  const start = after(onSentence(), atOnce)
  const seen = new Set([JSON.stringify(start.texts)])
  const refusals = new Map<string, number>()
  const events = new Map<string, number>()
  let frontier: readonly DomainState[] = [start]
  let tried = 0
  for (let step = 0; step < depth; step++) {
    const next: DomainState[] = []
    for (const state of frontier)
      for (const attempt of everyAct(state)) {
        tried++
        const outcome = decided(attempt, state)
        if (outcome.kind === 'refused') {
          const { rule } = outcome.refusal
          refusals.set(rule, (refusals.get(rule) ?? 0) + 1)
          continue
        }
        for (const event of outcome.events as readonly TextsEvent[]) {
          events.set(event.type, (events.get(event.type) ?? 0) + 1)
          expectLawful(state, event)
        }
        // The states behind the last act are not gone on from: it was lawful, that is all that is asked of it.
        if (step === depth - 1) continue
        const then = (outcome.events as readonly DomainEvent[]).reduce(domain.evolve, state)
        const key = JSON.stringify(then.texts)
        if (seen.has(key)) continue
        seen.add(key)
        if (seen.size % 50 === 0) expectSound(textIn(then))
        next.push(then)
      }
    frontier = next
  }
  console.log(
    `small world of texts: ${depth} acts deep, ${seen.size} states gone on from, ${tried} acts tried; events ${JSON.stringify([...events])}; refusals ${JSON.stringify([...refusals])}`,
  )
  // No rule of this world is dead, and everything that can happen in it did.
  for (const rule of [
    'T-18',
    'T-23',
    'T-24',
    'T-25',
    'T-26',
    'T-27',
    'T-29',
    'T-30',
    'T-31',
    'T-34',
    'T-35',
    'T-36',
    'T-37',
    'T-38',
  ])
    expect(refusals.has(rule), rule).toBe(true)
  for (const type of [
    'changeProposed',
    'standTaken',
    'lapsed',
    'released',
    'takenOver',
    'bracketClosed',
    'deletionSettled',
    'moveSettled',
    'advanced',
    'reopeningAsked',
    'reopeningOpposed',
    'reopened',
  ])
    expect(events.has(`texts.${type}`), type).toBe(true)
})
