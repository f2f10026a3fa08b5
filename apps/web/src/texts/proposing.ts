import { type DomainState, texts } from '@gavel/domain'
import type { BracketId, OptionId, ParagraphId, Refusal, TextId } from '@gavel/kernel'
import { type Content, findOption } from '@gavel/text'
import { foreseen, freshId, type Intent, type Room } from '../live/room.ts'

/** What somebody is about to propose of a paragraph. */
export type ProposingWhat =
  | { readonly kind: 'alternative' }
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'move' }

/** What is edited: a paragraph as a whole, or the words of one of its options. */
export interface Edited {
  readonly text: TextId
  readonly paragraph: ParagraphId
  readonly within?: OptionId
}

/** The content that is edited; undefined when it is no longer there. */
export const contentOf = (state: DomainState, { text, paragraph, within }: Edited) => {
  const whole = texts.textOf(state.texts, text)
  const found = whole === undefined ? undefined : texts.paragraphOf(whole, paragraph)
  if (found === undefined) return undefined
  return within === undefined ? found.content : findOption(found.content, within)?.option.content
}

export type Proposal =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'proposal'
      readonly intents: readonly Intent[]
      /** The state as it would be, for the preview. */
      readonly after: DomainState
    }

/**
 * The acts that bring an edited wording in: one proposal for each change, each made against the revision the one before
 * it leads to, so that all are taken together or none. The rules are asked of each, here, before anything is sent.
 */
export const proposalFor = (room: Room, state: DomainState, edited: Edited, wording: string): Proposal => {
  const content = contentOf(state, edited)
  if (content === undefined) return { kind: 'nothing' }
  const changes = texts.changesToward({ content }, wording)
  if (changes.length === 0) return { kind: 'nothing' }
  let after = state
  const intents: Intent[] = []
  for (const change of changes) {
    const text = texts.textOf(after.texts, edited.text)!
    const intent: Intent = {
      type: 'texts.propose',
      body: {
        text: edited.text,
        paragraph: edited.paragraph,
        base: texts.paragraphOf(text, edited.paragraph)!.revision,
        change: edited.within === undefined ? change : { ...change, within: edited.within },
        bracket: freshId('b') as BracketId,
        option: freshId('o') as OptionId,
        retained: freshId('o') as OptionId,
      },
    }
    const next = foreseen(room, after, [intent])
    if (next.kind === 'refused') return { kind: 'refused', refusal: next.refusal }
    after = next.state
    intents.push(intent)
  }
  return { kind: 'proposal', intents, after }
}

/** The next paragraph that is disputed, from one on, forwards or backwards; undefined when there is none. */
export const nextDisputed = (
  text: texts.Text,
  from: ParagraphId | null,
  step: 1 | -1,
): ParagraphId | undefined => {
  const all = [...texts.paragraphsOf(text)]
  const at = from === null ? (step === 1 ? -1 : all.length) : all.findIndex(({ id }) => id === from)
  for (let next = at + step; next >= 0 && next < all.length; next += step)
    if (texts.isDisputed(all[next]!)) return all[next]!.id
  return undefined
}

/** One reading of a paragraph, with the first option of every bracket: words to begin an alternative from. */
export const firstReading = (content: Content): string =>
  content
    .map(inline => {
      if (inline.kind === 'bracket') return firstReading(inline.options[0]?.content ?? [])
      return 'text' in inline ? inline.text : ''
    })
    .join('')
    .replace(/ {2,}/g, ' ')
