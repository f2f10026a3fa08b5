import type { Attribution, Content, Draft, Option, PrintedText, Said, WhoSays } from '@gavel/text'

/** A draft from a file on its way to paper: who is named in it as proposing becomes the author of a tracked change. */

const standsBy: Readonly<Record<Exclude<Attribution['verb'], 'proposes' | 'other'>, Said['stand']>> = {
  backs: 'backs',
  retains: 'backs',
  reserves: 'reserves',
  deletes: 'objects',
}

const saidIn = (attributions: readonly Attribution[]): readonly Said[] =>
  attributions.flatMap(({ verb, parties }) =>
    verb === 'proposes' || verb === 'other' ? [] : [{ stand: standsBy[verb], who: parties }],
  )

const whoSays = ({ attributions }: Option): WhoSays => {
  const proposers = attributions.flatMap(({ verb, parties }) => (verb === 'proposes' ? parties : []))
  return {
    from: proposers.length === 0 ? 'laid' : { author: proposers.join(', ') },
    said: saidIn(attributions),
  }
}

/** Content whose attributions have gone into `into`; those that say something else stay in the words. */
const unattributed = (content: Content, into: Map<string, WhoSays>): Content =>
  content.map(inline => {
    if (inline.kind !== 'bracket') return inline
    const options = inline.options.map(option => {
      if (option.attributions.length > 0) into.set(option.id, whoSays(option))
      return {
        ...option,
        content: unattributed(option.content, into),
        attributions: option.attributions.filter(({ verb }) => verb === 'other'),
      }
    })
    return { ...inline, options }
  })

/** A draft as a text to be printed. */
export const printedDraft = (
  draft: Draft,
  front: Pick<PrintedText, 'title' | 'language' | 'fictional'>,
): PrintedText => {
  const options = new Map<string, WhoSays>()
  const paragraphs = draft.paragraphs.map(paragraph => ({
    paragraph: { ...paragraph, content: unattributed(paragraph.content, options) },
  }))
  return { ...front, paragraphs, footnotes: draft.footnotes, options }
}
