import { get, type MemberId, type ParagraphId } from '@gavel/kernel'
import {
  type Attribution,
  type Content,
  type Draft,
  type Option,
  type Paragraph,
  tidyContent,
} from '@gavel/text'
import { asContent, hasDisputeBrackets } from './reading.ts'
import { type NegotiatedParagraph, type OpenOption, paragraphsOf, type Support, type Text } from './state.ts'
import { whoSaid } from './support.ts'

/** How delegations are called on paper: their names, where the caller knows them; else their codes. */
export type NameOf = (member: MemberId) => string

const asCode: NameOf = member => member

const attribution = (
  members: readonly MemberId[],
  verb: Attribution['verb'],
  word: string,
  nameOf: NameOf,
): readonly Attribution[] => {
  if (members.length === 0) return []
  const parties = members.map(nameOf)
  return [{ parties, verb, text: `${parties.join(', ')}${word}` }]
}

/** Who says what of an option, in the words of the notation: `A, B`, `C reserve`, `D delete`. */
const attributionsOf = (support: Support, nameOf: NameOf): readonly Attribution[] => {
  const proposer = support.proposer === null ? [] : [support.proposer]
  return [
    ...attribution(proposer, 'proposes', '', nameOf),
    ...attribution(
      whoSaid(support, 'backs'),
      support.proposer === null ? 'retains' : 'backs',
      support.proposer === null ? ' retain' : '',
      nameOf,
    ),
    ...attribution(whoSaid(support, 'reserves'), 'reserves', ' reserve', nameOf),
    ...attribution(whoSaid(support, 'objects'), 'deletes', ' delete', nameOf),
  ]
}

/** Who would have no words at all: proposers and backers of the option without words. */
const deleters = (support: Support | undefined): readonly MemberId[] =>
  support === undefined
    ? []
    : [...(support.proposer === null ? [] : [support.proposer]), ...whoSaid(support, 'backs')]

/** One attribution for all who would delete, however they came to it. */
const withDeleters = (
  attributions: readonly Attribution[],
  members: readonly MemberId[],
  nameOf: NameOf,
): readonly Attribution[] => {
  if (members.length === 0) return attributions
  const names = members.map(nameOf)
  const before = attributions.find(({ verb }) => verb === 'deletes')?.parties ?? []
  const parties = [...new Set([...before, ...names])]
  return [
    ...attributions.filter(({ verb }) => verb !== 'deletes'),
    { parties, verb: 'deletes', text: `${parties.join(', ')} delete` },
  ]
}

const compiledOption = (
  option: Option,
  at: number,
  paragraph: NegotiatedParagraph,
  nameOf: NameOf,
): Option => {
  const support = get(paragraph.options, option.id)
  const { join, ...bare } = option
  return {
    ...bare,
    content: compiledContent(option.content, paragraph, nameOf),
    attributions: [...option.attributions, ...(support ? attributionsOf(support, nameOf) : [])],
    ...(at === 0 ? {} : { join: join ?? 'slash' }),
  }
}

/**
 * Content with the stands of the moment beside each option. The option without words is not printed as one: "these
 * words, or none" is a bracket of one option, and who would delete is said beside the first that has words.
 */
const compiledContent = (content: Content, paragraph: NegotiatedParagraph, nameOf: NameOf): Content =>
  content.map(inline => {
    if (inline.kind !== 'bracket') return inline
    const worded = inline.options.filter(option => option.content.length > 0)
    const silent = inline.options.filter(option => option.content.length === 0)
    const delete_ = silent.flatMap(({ id }) => deleters(get<OpenOption>(paragraph.options, id)))
    const options = worded
      .map((option, at) => compiledOption(option, at, paragraph, nameOf))
      .map((option, at) =>
        at === 0 ? { ...option, attributions: withDeleters(option.attributions, delete_, nameOf) } : option,
      )
    return { ...inline, options }
  })

/** The word printed for a rung that was given here. */
const rungWords = {
  agreedInInformals: 'Agreed in informals',
  agreedAdRef: 'Agreed ad ref',
  agreed: 'Agreed',
} as const

/** What is printed of how far a paragraph has come: the draft's own word for it, else ours for its rung; none when open. */
export const printedStatus = ({ printed, rung }: NegotiatedParagraph): Paragraph['status'] =>
  printed.status ?? (rung === 'open' ? undefined : { text: rungWords[rung], rung })

/** A whole paragraph that is itself in dispute stands in a bracket of its own. */
const wrapped = (paragraph: NegotiatedParagraph, content: Content, nameOf: NameOf): Content => {
  const { whole, deletion } = paragraph
  const disputed = paragraph.proposed || paragraph.alternativeOf !== null || deletion !== null
  if (!disputed || paragraph.printed.alternatives !== undefined) return content
  const attributions = attributionsOf(whole, nameOf)
  return [
    {
      kind: 'bracket',
      id: `${paragraph.id}~whole` as never,
      options: [
        {
          id: `${paragraph.id}~words` as never,
          content,
          attributions: withDeleters(attributions, deleters(deletion ?? undefined), nameOf),
        },
      ],
    },
  ]
}

const compiled = (paragraph: NegotiatedParagraph, nameOf: NameOf): Paragraph => {
  const { id, number, level, kind, printed } = paragraph
  const words = compiledContent(paragraph.content, paragraph, nameOf)
  const { status: _laid, ...signs } = printed
  const status = printedStatus(paragraph)
  return {
    id,
    number,
    level,
    kind,
    content: wrapped(paragraph, words, nameOf),
    ...signs,
    ...(status === undefined ? {} : { status }),
  }
}

/**
 * The text as it stands, for printing: every option with its proposer, backers, those who reserve and those who would
 * delete it. Two brackets that touch print as `][` and read on paper as one with more options. `nameOf` gives the names to print; without it delegations go by their codes.
 */
export const compilationOf = (text: Text, nameOf: NameOf = asCode): Draft => ({
  paragraphs: [...paragraphsOf(text)].map(paragraph => compiled(paragraph, nameOf)),
  footnotes: text.footnoteOrder.map(mark => get(text.footnotes, mark)!),
})

/** One paragraph as it is printed in the compilation. */
export const compiledParagraph = (paragraph: NegotiatedParagraph, nameOf: NameOf = asCode): Paragraph =>
  compiled(paragraph, nameOf)

/**
 * Paragraphs with a square bracket among their words that is no note mark or symbol: one that was never closed, or
 * never opened, in the draft that came in. No act settles such a bracket; the pen takes it out (`texts.edit`).
 */
export const strayBrackets = (text: Text): readonly ParagraphId[] =>
  [...paragraphsOf(text)]
    .filter(({ content }) =>
      hasDisputeBrackets(content.map(inline => (inline.kind === 'words' ? inline.text : '')).join('')),
    )
    .map(({ id }) => id)

/**
 * The text without a bracket, as it could be put; null while anything in it is disputed or a stray bracket is left.
 * Paragraphs keep their numbers and identities; marks of status are left away.
 */
export const cleanText = (text: Text): Draft | null => {
  if (text.disputed > 0 || strayBrackets(text).length > 0) return null
  const draft = compilationOf(text)
  return {
    ...draft,
    paragraphs: draft.paragraphs.map(({ status: _status, ...paragraph }) => paragraph),
  }
}

/** A paragraph's words with the chair's in their place, where the chair has offered some. */
export const chairsTextOf = (text: Text, nameOf: NameOf = asCode): Draft => {
  const { paragraphs, footnotes } = compilationOf(text, nameOf)
  return {
    footnotes,
    paragraphs: paragraphs.map(paragraph => {
      const offer = get(text.paragraphs, paragraph.id)?.offer
      return offer ? { ...paragraph, content: tidyContent(asContent(offer.wording)) } : paragraph
    }),
  }
}
