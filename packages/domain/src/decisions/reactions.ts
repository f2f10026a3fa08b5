import type { TextId } from '@gavel/kernel'
import type { TextsAct } from '../texts/acts.ts'
import type { Subject } from './acts.ts'
import type { DecisionsEvent } from './events.ts'

type Reaction = {
  [Type in 'texts.freeze' | 'texts.unfreeze' | 'texts.recordAdoption']: {
    readonly type: Type
    readonly body: Extract<TextsAct, { type: Type }>['body']
  }
}['texts.freeze' | 'texts.unfreeze' | 'texts.recordAdoption']

const freeze = (subject: Subject, decision: string): readonly Reaction[] =>
  subject.kind === 'text'
    ? [{ type: 'texts.freeze', body: { text: subject.text, reason: `decision:${decision}` } }]
    : []

const unfreeze = (text: TextId | undefined): readonly Reaction[] =>
  text === undefined ? [] : [{ type: 'texts.unfreeze', body: { text } }]

const recordAdoption = (text: TextId | undefined, decision: string): readonly Reaction[] =>
  text === undefined ? [] : [{ type: 'texts.recordAdoption', body: { text, decision } }]

/**
 * D-37. While a decision is before the delegations its text stands still: what this chapter asks of the texts after
 * an event, as acts the application submits for the institution itself, in the same commit.
 *
 * A kept silence needs no act at its expiry, so the text is recorded as adopted with the notice of it; until then it
 * stands still, as it must.
 */
export const reactionsTo = (event: DecisionsEvent): readonly Reaction[] => {
  switch (event.type) {
    case 'decisions.decisionPut':
    case 'decisions.silenceProposed':
      return freeze(event.subject, event.decision)
    case 'decisions.silenceOpened':
      // Opened in a meeting, it was proposed there, and its text has stood still since.
      return event.meeting === undefined ? freeze(event.subject, event.decision) : []
    case 'decisions.decisionAdopted':
      return recordAdoption(event.subject.kind === 'text' ? event.subject.text : undefined, event.decision)
    case 'decisions.consensusNotReached':
    case 'decisions.putWithdrawn':
    case 'decisions.silenceBroken':
    case 'decisions.silenceWithdrawn':
      return unfreeze(event.text)
    case 'decisions.noticeGiven':
      return event.outcome === 'kept' ? recordAdoption(event.text, event.decision) : []
    default:
      return []
  }
}
