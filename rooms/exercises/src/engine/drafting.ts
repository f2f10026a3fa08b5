import { createHash } from 'node:crypto'
import type { Capacity } from '@gavel/domain'
import type { Content, Draft } from '@gavel/text'
import type { Scenario } from '../scenario/scenario.ts'
import type { Said } from './teller.ts'

export const secretariat = { kind: 'secretariat' } as Capacity

/** SHA-256 of words as they are kept, in lower-case hex. */
export const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex')

const portionBytes = 45_000

const portionsOf = (draft: Draft): readonly Draft['paragraphs'][] => {
  const portions: Draft['paragraphs'][number][][] = []
  let room = 0
  for (const paragraph of draft.paragraphs) {
    const bytes = Buffer.byteLength(JSON.stringify(paragraph))
    if (bytes > room) {
      portions.push([])
      room = portionBytes
    }
    portions.at(-1)!.push(paragraph)
    room -= bytes
  }
  return portions
}

/** The acts that lay the draft of a scenario before the working group; it says of itself that it is fictional. */
export const draftActs = (scenario: Scenario, text: string): readonly Said[] => [
  {
    as: secretariat,
    type: 'texts.introduce',
    body: {
      text,
      title: `Exercise: ${scenario.title}`,
      body: scenario.bodies.workingGroup.id,
      audience: { kind: 'members' },
      language: 'en',
      kind: 'draft',
      document: hashOf(scenario.draftSource),
      fictional: true,
    },
  },
  ...portionsOf(scenario.draft).map(
    (paragraphs, at, all): Said => ({
      as: secretariat,
      type: 'texts.lay',
      body: {
        text,
        paragraphs,
        ...(at === all.length - 1 && scenario.draft.footnotes.length > 0
          ? { footnotes: scenario.draft.footnotes }
          : {}),
      },
    }),
  ),
  { as: secretariat, type: 'texts.open', body: { text } },
]

/** The paragraph as it reads with one option taken in each bracket; null stands for no words. */
export const wordingWith = (content: Content, taken: (bracket: string) => string | null): string =>
  content
    .map(inline => {
      if (inline.kind === 'words') return inline.text
      if (inline.kind !== 'bracket') return ''
      const option = inline.options.find(({ id }) => id === taken(inline.id))
      return option === undefined ? '' : wordingWith(option.content, () => null)
    })
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')
    .trim()
