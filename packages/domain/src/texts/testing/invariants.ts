import { entries, get } from '@gavel/kernel'
import { bracketsIn, type Content } from '@gavel/text'
import { expect } from 'vitest'
import { cleanText, paragraphsOf, supportOf } from '../index.ts'
import { edgesOf } from '../reading.ts'
import { disputesOf, type NegotiatedParagraph, type Support, type Text } from '../state.ts'

/** What holds of every text at every moment, whatever was done to it. */

const counted = (support: Support, stand: string): number =>
  [...entries(support.stands)].filter(([, taken]) => taken.stand === stand).length

const supportsHold = (paragraph: NegotiatedParagraph): void => {
  const options = [...entries(paragraph.options)].map(([, option]) => option)
  const matters = (['deletion', 'move', 'chairsText'] as const).map(on => supportOf(paragraph, { on }))
  for (const support of [paragraph.whole, ...options, ...matters]) {
    if (support === undefined) continue
    expect(support.backing).toBe(counted(support, 'backs'))
    expect(support.objecting).toBe(counted(support, 'objects'))
    expect(support.reserving).toBe(counted(support, 'reserves'))
    // A proposer has no second voice on its own proposal.
    if (support.proposer !== null) expect(get(support.stands, support.proposer)).toBeUndefined()
  }
}

/** A bracket that spans paragraphs is its own one option, kept where it opens. */
const spansOpenedIn = (content: Content): readonly string[] =>
  content.flatMap(inline => {
    if (inline.kind === 'spanOpen') return [inline.bracket]
    return inline.kind === 'bracket' ? inline.options.flatMap(option => spansOpenedIn(option.content)) : []
  })

/** Paragraphs found sound already: a state shares with the one before it what no act has touched. */
const sound = new WeakSet<NegotiatedParagraph>()

const paragraphHolds = (paragraph: NegotiatedParagraph): void => {
  if (sound.has(paragraph)) return
  const found = bracketsIn(paragraph.content)
  const inContent = [
    ...found.flatMap(({ bracket }) => bracket.options.map(({ id }) => id as string)),
    ...spansOpenedIn(paragraph.content),
  ].sort()
  const { edges, opening } = edgesOf(paragraph.content)
  expect([...entries(paragraph.options)].map(([id]) => id).sort()).toEqual(inContent)
  expect(paragraph.brackets).toBe(found.length + opening)
  expect(paragraph.edges).toBe(edges)
  for (const { bracket } of found)
    for (const { id } of bracket.options) expect(get(paragraph.options, id)?.bracket).toBe(bracket.id)
  // What has climbed has nothing open in it.
  if (paragraph.rung !== 'open') expect(disputesOf(paragraph) + paragraph.alternatives.length).toBe(0)
  supportsHold(paragraph)
  sound.add(paragraph)
}

export const expectSound = (text: Text): void => {
  const forwards = [...paragraphsOf(text)]
  const backwards: string[] = []
  for (let at = text.last; at !== null; at = get(text.paragraphs, at)!.previous) backwards.unshift(at)
  expect(forwards.map(({ id }) => id)).toEqual(backwards)
  expect(forwards).toHaveLength(text.paragraphs.size)
  for (const paragraph of forwards) paragraphHolds(paragraph)
  const disputed = forwards.reduce((sum, paragraph) => sum + disputesOf(paragraph), 0)
  expect(text.disputed).toBe(disputed)
  for (const [rung, count] of Object.entries(text.rungs))
    expect(count).toBe(forwards.filter(paragraph => paragraph.rung === rung).length)
  const numbers = forwards
    .filter(({ level, number }) => level === 0 && number !== '')
    .map(({ number }) => number)
  expect([...entries(text.numbers)].map(([number]) => number).sort()).toEqual([...new Set(numbers)].sort())
  expect(text.offered.every(id => get(text.paragraphs, id)?.offer !== null)).toBe(true)
  const clean = cleanText(text)
  expect(clean === null).toBe(disputed > 0)
  for (const { content } of clean?.paragraphs ?? []) expect(bracketsIn(content)).toEqual([])
}
