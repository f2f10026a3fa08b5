import { texts } from '@gavel/domain'
import type { MemberId, ParagraphId, TextId } from '@gavel/kernel'
import type { Intent } from '../live/room.ts'

/** What a delegation notes for itself of a paragraph, in the order in which it is read: from what cannot be given up. */
export const instructionParts = ['redLine', 'preferred', 'fallback', 'note'] as const
export type InstructionPart = (typeof instructionParts)[number]
export type Instructing = { readonly [part in InstructionPart]: string }

/** A delegation's instructions as they stand, a blank for each part that is not given. */
export const instructingOf = (
  state: texts.TextsState,
  member: MemberId,
  text: TextId,
  paragraph: ParagraphId,
): Instructing => {
  const given = texts.instructionsOf(state, member, text, paragraph)
  return {
    redLine: given?.redLine ?? '',
    preferred: given?.preferred ?? '',
    fallback: given?.fallback ?? '',
    note: given?.note ?? '',
  }
}

export const isBlank = (given: Instructing): boolean => instructionParts.every(part => given[part] === '')

/** T-50. The act that puts instructions in the place of those given before; a blank part is left out. */
export const instructIntent = (
  member: MemberId,
  text: TextId,
  paragraph: ParagraphId,
  given: Instructing,
): Intent => {
  const said = instructionParts.flatMap(part => {
    const words = given[part].trim()
    return words === '' ? [] : [[part, words] as const]
  })
  return { type: 'texts.instruct', body: { text, paragraph, member, ...Object.fromEntries(said) } }
}
