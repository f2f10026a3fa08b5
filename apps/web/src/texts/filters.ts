import { texts } from '@gavel/domain'
import { get, type MemberId, type OptionId } from '@gavel/kernel'
import { bracketsIn } from '@gavel/text'

export const filters = ['all', 'open', 'mine', 'blocked', 'fresh'] as const
export type Filter = (typeof filters)[number]

interface Looking {
  readonly own: MemberId | null
  /** The text's revision when this person was last here; null on the first visit. */
  readonly seen: number | null
}

const optionsOf = (paragraph: texts.NegotiatedParagraph): readonly texts.Support[] => [
  paragraph.whole,
  ...bracketsIn(paragraph.content).flatMap(({ bracket }) =>
    bracket.options.flatMap(({ id }) => get(paragraph.options, id as OptionId) ?? []),
  ),
  ...[paragraph.deletion, paragraph.move, paragraph.offer].flatMap(each => each ?? []),
]

/** Whether anything changed in a paragraph since the person was last here. */
export const isFresh = (paragraph: texts.NegotiatedParagraph, seen: number | null): boolean =>
  seen !== null && paragraph.touched > seen

const concerns = (paragraph: texts.NegotiatedParagraph, own: MemberId): boolean =>
  optionsOf(paragraph).some(support => support.proposer === own || get(support.stands, own) !== undefined)

/** Which paragraphs a filter leaves standing, by their ids. */
export const standing = (text: texts.Text, filter: Filter, { own, seen }: Looking): ReadonlySet<string> => {
  const blocked = new Set(
    filter === 'blocked' && own !== null
      ? texts.whatSeparates(text, own).map(({ paragraph }) => paragraph as string)
      : [],
  )
  const keeps = (paragraph: texts.NegotiatedParagraph): boolean => {
    switch (filter) {
      case 'all':
        return true
      case 'open':
        return texts.isDisputed(paragraph)
      case 'mine':
        return own !== null && concerns(paragraph, own)
      case 'blocked':
        return blocked.has(paragraph.id)
      case 'fresh':
        return isFresh(paragraph, seen)
    }
  }
  return new Set([...texts.paragraphsOf(text)].filter(keeps).map(({ id }) => id as string))
}
