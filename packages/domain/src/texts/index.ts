/** Chapter 3, texts. (The interface the domain's index expects; the chapter is being written behind it.) */
import { accepted, type Outcome, type TextId } from '@gavel/kernel'
import type { Audience } from '../act.ts'
import type { EventOf } from '../event.ts'
import type { UpToMeetings } from '../meetings/state.ts'
import type { TextsAct } from './acts.ts'

export type { TextsAct } from './acts.ts'
export type TextsEvent = EventOf<'texts.introduced', { text: TextId }>
export interface TextsState {
  readonly edition: 0
}
export interface UpToTexts extends UpToMeetings {
  readonly texts: TextsState
}
export const initial: TextsState = { edition: 0 }
export const decide = (_act: TextsAct, _state: UpToTexts): Outcome<TextsEvent> => accepted([])
export const evolve = (own: TextsState, _event: TextsEvent): TextsState => own
/** The audience a text has now; undefined when there is no such text. */
export const audienceOfText = (_state: UpToTexts, _text: TextId): Audience | undefined => undefined
