import type { DomainState, texts } from '@gavel/domain'

/** What everything on the desk about one text is given: the text, and the slice it is in. */
export interface OfText {
  readonly state: DomainState
  readonly text: texts.Text
}
