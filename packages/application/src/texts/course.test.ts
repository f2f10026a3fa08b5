import type { Act, DomainEvent, DomainState } from '@gavel/domain'
import { texts } from '@gavel/domain'
import { get } from '@gavel/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, assembly, delegate, secretariat } from '../../../domain/src/testing/builders.ts'
import { domainLaw } from '../domain-law.ts'
import { course, stillIn } from './course.ts'

/** A text of five paragraphs under negotiation, and what random proposals and settlements make of it. */
const members = ['AAA', 'BBB', 'CCC']

const setting: readonly Act[] = [
  ...assembly(...members),
  act(secretariat(), 'texts.introduce', {
    text: 'T',
    title: 'Text',
    body: 'soc',
    audience: { kind: 'public' },
    language: 'en',
    kind: 'draft',
  }),
  act(secretariat(), 'texts.lay', {
    text: 'T',
    paragraphs: Array.from({ length: 5 }, (_, at) => ({
      id: `p${at}`,
      number: String(at + 1),
      level: 0,
      kind: 'operative',
      content: [{ kind: 'words', text: `The members shall meet once a year in place ${at} and again.` }],
    })),
  }),
  act(secretariat(), 'texts.open', { text: 'T' }),
] as readonly Act[]

interface Walk {
  readonly state: DomainState
  readonly value: typeof course.initial
  readonly index: number
}

const step = (walk: Walk, one: Act): Walk => {
  const outcome =
    one.as.kind === 'system' ? domainLaw.decideAsSystem(one, walk.state) : domainLaw.decide(one, walk.state)
  if (outcome.kind === 'refused') return walk
  const state = outcome.events.reduce<DomainState>(
    (s, event) => domainLaw.evolve(s, event as DomainEvent),
    walk.state,
  )
  const audience = domainLaw.audienceOf(one, walk.state)
  const entry = { index: walk.index, act: one, events: outcome.events as readonly DomainEvent[], audience }
  return { state, value: course.apply(walk.value, entry, state), index: walk.index + 1 }
}

const begun = setting.reduce(step, { state: domainLaw.initial, value: course.initial, index: 0 })

const counted = (state: DomainState): number =>
  [...texts.paragraphsOf(texts.textOf(state.texts, 'T' as never)!)].reduce(
    (sum, paragraph) => sum + texts.wordsInDispute(paragraph),
    0,
  )

const acts = fc.array(
  fc.record({ member: fc.constantFrom(...members), paragraph: fc.nat(4), at: fc.nat(8), kind: fc.nat(4) }),
  { maxLength: 25 },
)

test('the words counted entry by entry are the words in dispute, whatever happened', () => {
  fc.assert(
    fc.property(acts, list => {
      let walk = begun
      for (const [n, { member, paragraph: p, at, kind }] of list.entries()) {
        const text = texts.textOf(walk.state.texts, 'T' as never)!
        const paragraph = texts.paragraphOf(text, `p${p}` as never)
        if (paragraph === undefined) continue
        const on = { text: 'T', paragraph: paragraph.id, base: paragraph.revision }
        const ids = { bracket: `b${n}`, option: `o${n}`, retained: `r${n}` }
        const one =
          kind === 0
            ? act(delegate(member), 'texts.proposeDeletion', on)
            : kind === 1
              ? act(delegate(member), 'texts.proposeAlternative', {
                  ...on,
                  alternative: `a${n}`,
                  wording: 'Another wording.',
                })
              : act(delegate(member), 'texts.propose', {
                  ...on,
                  ...ids,
                  change: { at, length: 0, wording: ` word${n} and more ` },
                })
        walk = step(walk, one as Act)
      }
      const found = get(walk.value, 'T')!
      expect(found.words).toBe(counted(walk.state))
      const newest = found.steps.at(-1)!
      const text = texts.textOf(walk.state.texts, 'T' as never)!
      expect([newest.disputed, newest.words]).toEqual([text.disputed, found.words])
      expect(stillIn(text, found).every(({ since }, n, all) => n === 0 || all[n - 1]!.since <= since)).toBe(
        true,
      )
    }),
    { numRuns: 60 },
  )
})

test("a delegation's own papers leave no trace in the course of a text", () => {
  const before = get(begun.value, 'T')
  const after = step(
    begun,
    act(delegate('AAA'), 'texts.instruct', {
      text: 'T',
      paragraph: 'p1',
      member: 'AAA',
      redLine: 'No meetings.',
    }) as Act,
  )
  expect(after.index).toBe(begun.index + 1)
  expect(get(after.value, 'T')).toBe(before)
})
