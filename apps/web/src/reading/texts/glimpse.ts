import { texts } from '@gavel/domain'
import { entries, get, type OptionId, values } from '@gavel/kernel'
import { bracketsIn, type Content } from '@gavel/text'

/** Every delegation that has said something of anything in a paragraph. */
const voicesOf = (paragraph: texts.NegotiatedParagraph): ReadonlySet<string> => {
  const supports: readonly texts.Support[] = [
    paragraph.whole,
    ...bracketsIn(paragraph.content).flatMap(({ bracket }) =>
      bracket.options.flatMap(({ id }) => get(paragraph.options, id as OptionId) ?? []),
    ),
    ...(paragraph.offer === null ? [] : [paragraph.offer]),
  ]
  return new Set(
    supports.flatMap(({ proposer, stands }) => [
      ...(proposer === null ? [] : [proposer as string]),
      ...[...entries(stands)].map(([member]) => member),
    ]),
  )
}

/** How many characters a content takes up on the page, words inside brackets included. */
const lengthShown = (content: Content): number =>
  content.reduce(
    (sum, inline) =>
      sum +
      (inline.kind === 'bracket'
        ? inline.options.reduce((inner, option) => inner + 2 + lengthShown(option.content), 0)
        : 'text' in inline
          ? inline.text.length
          : 1),
    0,
  )

const mostShown = 420

/**
 * The paragraph that shows best what is in dispute: short enough to be read at a glance, with the most delegations
 * heard on it, then with the most brackets, then the first. Undefined when nothing short is disputed.
 */
export const glimpseOf = (text: texts.Text): texts.NegotiatedParagraph | undefined => {
  let best: { readonly paragraph: texts.NegotiatedParagraph; readonly weight: number } | undefined
  for (const paragraph of texts.paragraphsOf(text)) {
    if (paragraph.brackets === 0 || lengthShown(paragraph.content) > mostShown) continue
    const weight = voicesOf(paragraph).size * 100 + Math.min(paragraph.brackets, 99)
    if (best === undefined || weight > best.weight) best = { paragraph, weight }
  }
  return best?.paragraph
}

/** That paragraph, and beside it one for which the chair offers a way out, where there is another; in the order of the text. */
export const glimpsesOf = (text: texts.Text): readonly texts.NegotiatedParagraph[] => {
  const first = glimpseOf(text)
  if (first === undefined) return []
  const offered = text.offered
    .map(id => texts.paragraphOf(text, id)!)
    .find(paragraph => paragraph.id !== first.id && lengthShown(paragraph.content) <= mostShown)
  const shown = new Set([first.id, offered?.id])
  return [...texts.paragraphsOf(text)].filter(({ id }) => shown.has(id))
}

/** Of the texts under negotiation the one with most in dispute; the first introduced among equals. */
export const mostDisputed = (own: texts.TextsState): texts.Text | undefined => {
  let most: texts.Text | undefined
  for (const id of own.order) {
    const text = texts.textOf(own, id)
    if (text?.stage !== 'open') continue
    if (most === undefined || text.disputed > most.disputed) most = text
  }
  return most
}

/** How many texts are under negotiation, and how many places in them are in dispute. */
export const inDispute = (own: texts.TextsState): { readonly texts: number; readonly places: number } => {
  const open = [...values(own.texts)].filter(({ stage }) => stage === 'open')
  return { texts: open.length, places: open.reduce((sum, { disputed }) => sum + disputed, 0) }
}
