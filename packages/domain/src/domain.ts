import { type Decider, type Outcome, refused } from '@gavel/kernel'
import { unseen } from './audience.ts'
import { admit } from './authority.ts'
import type { CommitmentsAct, CommitmentsEvent } from './commitments/index.ts'
import * as commitments from './commitments/index.ts'
import type { DecisionsAct, DecisionsEvent } from './decisions/index.ts'
import * as decisions from './decisions/index.ts'
import type { InstitutionAct, InstitutionEvent } from './institution/index.ts'
import * as institution from './institution/index.ts'
import type { MeetingsAct, MeetingsEvent } from './meetings/index.ts'
import * as meetings from './meetings/index.ts'
import { type Act, type DomainEvent, type DomainState, initial } from './state.ts'
import type { TextsAct, TextsEvent } from './texts/index.ts'
import * as texts from './texts/index.ts'

/** The chapter an act or an event belongs to: what stands before the first point of its type. */
const chapterOf = (type: string): string => type.slice(0, Math.max(0, type.indexOf('.')))

const byChapter = (act: Act, state: DomainState): Outcome<DomainEvent> => {
  switch (chapterOf(act.type)) {
    case 'institution':
      return institution.decide(act as InstitutionAct, state)
    case 'meetings':
      return meetings.decide(act as MeetingsAct, state)
    case 'texts':
      return texts.decide(act as TextsAct, state)
    case 'decisions':
      return decisions.decide(act as DecisionsAct, state)
    case 'commitments':
      return commitments.decide(act as CommitmentsAct, state)
    default:
      throw new TypeError(`no chapter for the act ${act.type}`)
  }
}

/**
 * I-1. An act of the institution itself is never a person's: what comes from outside in the capacity `system` is
 * refused here, whoever sent it. Every other act passes the gate of `authority.ts` first, then I-34 (nobody acts on what
 * she may not read), then its chapter's rules.
 */
const decide = (act: Act, state: DomainState): Outcome<DomainEvent> => {
  const barred = admit(act, state.institution) ?? unseen(act, state)
  return barred === null ? byChapter(act, state) : refused(barred.rule, barred.facts)
}

/**
 * The entry for acts of the institution itself: its founding, and the reactions of one chapter to another. Only
 * the application calls it, with acts it has made; nothing that arrives from outside may reach it. Throws TypeError
 * for an act in any other capacity, because that would slip past the gate.
 */
export const decideAsSystem = (act: Act, state: DomainState): Outcome<DomainEvent> => {
  if (act.as.kind !== 'system') throw new TypeError(`not an act of the system: ${act.type} as ${act.as.kind}`)
  return byChapter(act, state)
}

/**
 * Folds an event into the state of its chapter. An event of a namespace that is no chapter belongs to a room that
 * may be absent: it stays in the record and is passed over here. An unknown event of a known chapter throws.
 */
const evolve = (state: DomainState, event: DomainEvent): DomainState => {
  // Written out: a spread costs several times as much, and this is done for every event there ever was.
  const next = {
    institution: state.institution,
    meetings: state.meetings,
    texts: state.texts,
    decisions: state.decisions,
    commitments: state.commitments,
  }
  switch (chapterOf(event.type)) {
    case 'institution':
      next.institution = institution.evolve(state.institution, event as InstitutionEvent)
      return next
    case 'meetings':
      next.meetings = meetings.evolve(state.meetings, event as MeetingsEvent)
      return next
    case 'texts':
      next.texts = texts.evolve(state.texts, event as TextsEvent)
      return next
    case 'decisions':
      next.decisions = decisions.evolve(state.decisions, event as DecisionsEvent)
      return next
    case 'commitments':
      next.commitments = commitments.evolve(state.commitments, event as CommitmentsEvent)
      return next
    default:
      // A room's namespace: nothing here to change.
      return state
  }
}

/** The law as a whole: the five chapters behind one gate. */
export const domain: Decider<DomainState, Act, DomainEvent> = { initial, decide, evolve }
