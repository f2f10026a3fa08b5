import type { FileComment } from '@gavel/text'
import { attribute, childrenOf, type Element } from '../xml/tree.ts'
import type { Story } from './model.ts'

/** The words a comment is about, and where it begins. */
interface Anchor {
  words: string
  readonly where: Story['paragraphs'][number]['where']
}

const anchorsIn = (stories: Iterable<Story>): ReadonlyMap<string, Anchor> => {
  const anchors = new Map<string, Anchor>()
  for (const { paragraphs } of stories) {
    const open = new Set<string>()
    for (const { segments, where } of paragraphs) {
      for (const segment of segments) {
        if (segment.kind === 'comment') {
          if (segment.edge === 'end') open.delete(segment.id)
          else if (!anchors.has(segment.id)) anchors.set(segment.id, { words: '', where })
          if (segment.edge === 'start') open.add(segment.id)
        } else
          for (const id of open)
            anchors.get(id)!.words += segment.kind === 'words' ? segment.text : `[^${segment.mark}]`
      }
      for (const id of open) anchors.get(id)!.words += '\n'
    }
  }
  return anchors
}

/** Which comment answers which, by the ids of their last paragraphs (MS-DOCX, commentsExtended). */
const answersIn = (extended: Element | undefined): ReadonlyMap<string, string> =>
  new Map(
    childrenOf(extended, 'w15:commentEx').flatMap(row => {
      const own = attribute(row, 'w15:paraId')
      const parent = attribute(row, 'w15:paraIdParent')
      return own === undefined || parent === undefined ? [] : [[own, parent] as const]
    }),
  )

const lastParagraphId = (comment: Element): string | undefined => {
  const last = childrenOf(comment, 'w:p').at(-1)
  return last && attribute(last, 'w14:paraId')
}

/** The comments of a file, with what each is about. `wordsOf` reads a comment's own words. */
export const commentsIn = (
  tree: Element | undefined,
  extended: Element | undefined,
  stories: Iterable<Story>,
  wordsOf: (comment: Element, id: string) => string,
): readonly FileComment[] => {
  const anchors = anchorsIn(stories)
  const answers = answersIn(extended)
  const elements = childrenOf(tree, 'w:comment')
  const byParagraph = new Map(elements.map(one => [lastParagraphId(one), attribute(one, 'w:id') ?? '']))
  return elements.map(element => {
    const id = attribute(element, 'w:id') ?? ''
    const anchor = anchors.get(id)
    const date = attribute(element, 'w:date')
    const parent = byParagraph.get(answers.get(lastParagraphId(element) ?? ''))
    return {
      id,
      author: attribute(element, 'w:author') ?? '',
      ...(date === undefined ? {} : { date }),
      words: wordsOf(element, id),
      about: (anchor?.words ?? '').trim(),
      ...(anchor === undefined ? {} : { where: anchor.where }),
      ...(parent === undefined || parent === '' ? {} : { answers: parent }),
    }
  })
}
