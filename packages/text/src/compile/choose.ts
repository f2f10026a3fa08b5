import type { OptionId } from '@gavel/kernel'
import type { Bracket, Content, Draft, Inline, Option } from '../model.ts'

const speaks = (option: Option, delegation: string, verb: string): boolean =>
  option.attributions.some(each => each.verb === verb && each.parties.includes(delegation))

const isProposed = (option: Option): boolean => option.attributions.some(each => each.verb === 'proposes')

/** The option a delegation would close a bracket on: its own, none if it strikes the words out, else the base's. */
const choiceOf = ({ options }: Bracket, delegation: string): OptionId | null => {
  const own = options.find(option => speaks(option, delegation, 'proposes'))
  if (own !== undefined) return own.id
  if (options.some(option => speaks(option, delegation, 'deletes'))) return null
  return options.find(option => !isProposed(option))?.id ?? null
}

const wordsOf = (content: Content): string => {
  let text = ''
  for (const inline of content) if ('text' in inline) text += inline.text
  return text
}

/**
 * What `closeBracket` leaves of two stretches of words that meet: no blank doubled, none before a stop, none at
 * the edge of the paragraph.
 */
const meeting = (left: string, right: string): string => {
  if (left === '') return right.startsWith(' ') ? right.slice(1) : right
  if (right === '') return left.endsWith(' ') ? left.slice(0, -1) : left
  if (!left.endsWith(' ')) return left + right
  if (right.startsWith(' ')) return left + right.slice(1)
  return /^[,.;:)]/.test(right) ? left.slice(0, -1) + right : left + right
}

/**
 * The words of a paragraph of a compilation when every bracket is closed as a delegation proposed: the same as
 * `closeBracket` bracket by bracket, in one walk, for brackets that hold words alone.
 */
export const wordsChosenBy = (content: Content, delegation: string): string => {
  let text = ''
  for (let at = 0; at < content.length; at++) {
    const inline = content[at]!
    if (inline.kind !== 'bracket') {
      text += 'text' in inline ? inline.text : ''
      continue
    }
    const choice = choiceOf(inline, delegation)
    const middle = wordsOf(inline.options.find(option => option.id === choice)?.content ?? [])
    const next = content[at + 1]
    const after = next !== undefined && 'text' in next ? next.text : ''
    if (after !== '') at++
    if (middle === '') text = meeting(text, after)
    else {
      const left = text === '' ? middle : meeting(text, middle)
      text = after === '' ? left : meeting(left, after)
    }
  }
  return text
}

/** The bracket round a whole paragraph somebody would delete or move away. */
const departure = (content: Content): Option | undefined => {
  const only: Inline | undefined = content.length === 1 ? content[0] : undefined
  const option = only?.kind === 'bracket' && only.options.length === 1 ? only.options[0] : undefined
  const gone = option?.attributions.every(each => each.verb === 'deletes' || each.verb === 'other')
  return gone === true && option!.attributions.length > 0 ? option : undefined
}

/** The bracket round a paragraph that is not in the base. */
const arrival = (content: Content): Option | undefined => {
  const only: Inline | undefined = content.length === 1 ? content[0] : undefined
  const option = only?.kind === 'bracket' && only.options.length === 1 ? only.options[0] : undefined
  return option !== undefined && isProposed(option) ? option : undefined
}

/**
 * The text as one delegation proposed it, paragraph by paragraph, got from the bracketed compilation alone by
 * choosing its options. A delegation that proposed nothing gets the base.
 */
export const textProposedBy = (draft: Draft, delegation: string): readonly string[] => {
  const texts: string[] = []
  for (const { content } of draft.paragraphs) {
    const arriving = arrival(content)
    if (arriving !== undefined && !speaks(arriving, delegation, 'proposes')) continue
    const leaving = departure(content)
    if (leaving?.attributions.some(each => each.parties.includes(delegation)) === true) continue
    texts.push(wordsChosenBy(leaving?.content ?? content, delegation))
  }
  return texts
}
