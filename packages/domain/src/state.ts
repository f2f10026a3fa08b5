import {
  type CommitmentsAct,
  type CommitmentsEvent,
  initial as commitments,
  type UpToCommitments,
} from './commitments/index.ts'
import { type DecisionsAct, type DecisionsEvent, initial as decisions } from './decisions/index.ts'
import { type InstitutionAct, type InstitutionEvent, initial as institution } from './institution/index.ts'
import { type MeetingsAct, type MeetingsEvent, initial as meetings } from './meetings/index.ts'
import { type TextsAct, type TextsEvent, initial as texts } from './texts/index.ts'

/** Everything the rules may look at: the five chapters, each with its own state. */
export interface DomainState extends UpToCommitments {}

export type Act = InstitutionAct | MeetingsAct | TextsAct | DecisionsAct | CommitmentsAct
export type ActType = Act['type']

export type DomainEvent = InstitutionEvent | MeetingsEvent | TextsEvent | DecisionsEvent | CommitmentsEvent

export const initial: DomainState = { institution, meetings, texts, decisions, commitments }

/**
 * Which shape of state this is. A snapshot of another edition is not read but made again from the record; raise it
 * whenever a chapter's state changes its shape or an event is folded differently.
 */
export const stateEdition = '8'
