import { attribute, childOf, childrenOf, type Element, isElement } from '../xml/tree.ts'
import { endStory, readBlocks } from './blocks.ts'
import { commentsIn } from './comments.ts'
import type { ReadDocument, ReadInk, ReadParagraph, Story, StoryKind } from './model.ts'
import { listCounter, readLists } from './numbering.ts'
import { openPackage, type Package } from './package.ts'
import { readStyles } from './styles.ts'
import { addWords, type Gathered, newWalk, unread, type Walk, whereIn } from './walk.ts'

/** The reading of a whole file: what is gathered, and its stories as they are found. */
interface Reading {
  readonly file: Package
  readonly gathered: Gathered
  readonly stories: Map<string, Story>
}

const partOf = ({ relationships }: Package, type: string): string | undefined =>
  [...relationships.values()].find(row => row.type === type && !row.external)?.target

const treeOf = (file: Package, type: string): Element | undefined => {
  const part = partOf(file, type)
  return part === undefined ? undefined : file.tree(part)
}

const storyOf = (
  { gathered }: Reading,
  kind: StoryKind,
  key: string,
  part: string,
  content: Element,
): Story => {
  const walk = newWalk(part, key, gathered)
  readBlocks(walk, content.children)
  endStory(walk)
  return { kind, key, paragraphs: walk.paragraphs }
}

/** Text boxes hang on a paragraph of the story they stand in, and are stories of their own. */
const boxes = (stories: Map<string, Story>) => {
  let count = 0
  const keep = (walk: Walk, paragraphs: readonly ReadParagraph[]): void => {
    const key = `text box ${++count}`
    stories.set(key, { kind: 'textBox', key, paragraphs, at: whereIn(walk) })
  }
  const readBox = (walk: Walk, content: readonly Element[], ink: ReadInk): void => {
    const inner = newWalk(
      `${walk.part}, text box in paragraph ${walk.paragraphs.length + 1}`,
      'text box',
      walk.gathered,
    )
    readBlocks(inner, content, ink)
    endStory(inner)
    if (inner.paragraphs.some(({ segments }) => segments.length > 0)) keep(walk, inner.paragraphs)
  }
  const addBox = (walk: Walk, words: string, ink: ReadInk): void => {
    if (words.trim() === '') return
    const inner = newWalk(walk.part, 'text box', walk.gathered)
    addWords(inner, words, ink)
    keep(walk, [
      { where: whereIn(walk), bookmarks: [], level: 0, isRow: false, segments: inner.segments, mark: ink },
    ])
  }
  return { readBox, addBox }
}

const readNotes = (reading: Reading, kind: 'footnote' | 'endnote'): void => {
  const part = partOf(reading.file, `${kind}s`)
  const tree = part === undefined ? undefined : reading.file.tree(part)
  for (const note of childrenOf(tree, `w:${kind}`)) {
    const type = attribute(note, 'w:type') ?? 'normal'
    if (type !== 'normal') continue
    const key = `${kind} ${attribute(note, 'w:id') ?? ''}`
    reading.stories.set(key, storyOf(reading, kind, key, part!, note))
  }
}

const readMargins = (reading: Reading): void => {
  for (const { type, target } of reading.file.relationships.values()) {
    if (type !== 'header' && type !== 'footer') continue
    const tree = reading.file.tree(target)
    if (tree !== undefined) reading.stories.set(target, storyOf(reading, type, target, target, tree))
  }
}

/** Puts automatic numbers to the paragraphs of lists: counted over what stood before the changes, and after them. */
const numbered = ({ file, gathered }: Reading, story: Story): Story => {
  if (gathered.listed.size === 0) return story
  const lists = readLists(treeOf(file, 'numbering'))
  const pass = (counts: (paragraph: ReadParagraph) => boolean): ReadonlyMap<ReadParagraph, string> => {
    const next = listCounter(lists)
    const numbers = new Map<ReadParagraph, string>()
    for (const paragraph of story.paragraphs) {
      const place = gathered.listed.get(paragraph)
      if (place === undefined || !counts(paragraph)) continue
      const number = next(place, paragraph.where)
      if (number !== undefined && number !== '') numbers.set(paragraph, number)
    }
    return numbers
  }
  const before = pass(({ mark }) => mark.inserted === undefined)
  const after = pass(({ mark }) => mark.deleted === undefined)
  const withNumber = (paragraph: ReadParagraph): ReadParagraph => {
    const [was, is] = [before.get(paragraph), after.get(paragraph)]
    if (was === undefined && is === undefined) return paragraph
    return { ...paragraph, number: { ...(was && { before: was }), ...(is && { after: is }) } }
  }
  return { ...story, paragraphs: story.paragraphs.map(withNumber) }
}

const plainWords = ({ paragraphs }: Story): string =>
  paragraphs
    .map(({ segments }) => segments.map(segment => (segment.kind === 'words' ? segment.text : '')).join(''))
    .join('\n')
    .trim()

const readComments = (reading: Reading, all: readonly Story[]) => {
  const part = partOf(reading.file, 'comments')
  if (part === undefined) return []
  return commentsIn(reading.file.tree(part), treeOf(reading.file, 'commentsExtended'), all, (element, id) =>
    plainWords(storyOf(reading, 'comment', `comment ${id}`, part, element)),
  )
}

const propertiesOf = ({ tree }: Package): ReadonlyMap<string, string> =>
  new Map(
    (tree('docProps/custom.xml')?.children ?? []).flatMap(node => {
      if (!isElement(node)) return []
      const value = node.children
        .find(isElement)
        ?.children.filter(child => typeof child === 'string')
        .join('')
      return [[attribute(node, 'name') ?? '', value ?? ''] as const]
    }),
  )

/**
 * Reads a DOCX file with everything tracked in it. Nothing that may carry words or a revision is passed over: what is
 * not known stops the reading. Throws DocumentFault with what, where and why.
 */
export const readDocument = (bytes: Uint8Array): ReadDocument => {
  const file = openPackage(bytes)
  const stories = new Map<string, Story>()
  const gathered: Gathered = {
    styles: readStyles(treeOf(file, 'styles')),
    formatting: [],
    notices: [],
    noteCount: { footnote: 0, endnote: 0 },
    listed: new Map(),
    ...boxes(stories),
  }
  const reading: Reading = { file, gathered, stories }
  const body = childOf(file.tree(file.main), 'w:body')
  if (body === undefined) unread(newWalk(file.main, 'body', gathered), 'a document without a body')
  const main = numbered(reading, storyOf(reading, 'body', 'body', file.main, body!))
  readNotes(reading, 'footnote')
  readNotes(reading, 'endnote')
  readMargins(reading)
  const comments = readComments(reading, [main, ...stories.values()])
  return {
    body: main,
    stories,
    comments,
    formatting: gathered.formatting,
    notices: gathered.notices,
    properties: propertiesOf(file),
  }
}
