import type { Outcome } from '@gavel/kernel'
import { expect } from 'vitest'
import { decideAsSystem, domain } from '../domain.ts'
import { type Act, type DomainEvent, type DomainState, initial } from '../state.ts'

/** A fact: an act that was accepted, an event that happened, or a list of them. */
export type Fact = Act | DomainEvent | readonly Fact[]

const isList = (fact: Fact): fact is readonly Fact[] => Array.isArray(fact)
const isAct = (fact: Act | DomainEvent): fact is Act => 'as' in fact && 'body' in fact && 'id' in fact

/** An act decided by the right entry: the institution's own from within, everybody else's at the gate. */
export const decided = (act: Act, state: DomainState): Outcome<DomainEvent> =>
  act.as.kind === 'system' ? decideAsSystem(act, state) : domain.decide(act, state)

const applied = (state: DomainState, fact: Fact): DomainState => {
  if (isList(fact)) return fact.reduce(applied, state)
  if (!isAct(fact)) return domain.evolve(state, fact)
  const outcome = decided(fact, state)
  if (outcome.kind === 'refused') {
    const { rule, facts } = outcome.refusal
    throw new Error(`given: ${fact.type} by ${fact.by} is refused by ${rule} ${JSON.stringify(facts)}`)
  }
  return outcome.events.reduce(domain.evolve, state)
}

/** The state after facts; a fact that is refused fails the test, because then the test says what never was. */
export const after = (...facts: readonly Fact[]): DomainState => facts.reduce(applied, initial)

/** What a test says of one act. Events are compared exactly and in order. */
export interface Verdict {
  readonly then: (...events: readonly object[]) => void
  /** Refused by this rule and, where facts are given, with exactly these. */
  readonly refused: (rule: string, facts?: object) => void
  /** Accepted, and nothing happens. */
  readonly nothing: () => void
  /** Accepted, whatever happens; answers the state after it, for questions. */
  readonly accepted: () => DomainState
  readonly outcome: Outcome<DomainEvent>
}

/**
 * The language of the tests: `given(assembly('AAA'), …).when(act).then(event, …)`, `.refused('D-5', facts)`,
 * `.nothing()`. Every act and event given and made is carried through JSON first, as the record would.
 */
export const given = (...facts: readonly Fact[]): { readonly when: (act: Act) => Verdict } => ({
  when: act => {
    const state = after(...facts)
    const outcome = decided(act, state)
    const events = (): readonly DomainEvent[] => {
      if (outcome.kind === 'accepted') return outcome.events
      expect.fail(
        `${act.type} is refused by ${outcome.refusal.rule} ${JSON.stringify(outcome.refusal.facts)}`,
      )
    }
    return {
      outcome,
      // biome-ignore lint/suspicious/noThenProperty: the word of the test language; a verdict is never awaited
      then: (...expected) => expect(plain(events())).toEqual(expected),
      nothing: () => expect(plain(events())).toEqual([]),
      accepted: () => events().reduce(domain.evolve, state),
      refused: (rule, why) => {
        if (outcome.kind === 'accepted')
          expect.fail(`${act.type} is accepted: ${JSON.stringify(outcome.events)}`)
        expect(outcome.refusal.rule).toBe(rule)
        if (why !== undefined) expect(plain(outcome.refusal.facts)).toEqual(why)
      },
    }
  },
})

/** As the record would give it back: no undefined, no prototypes, nothing that JSON cannot carry. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
