import type { PrintedParagraph, PrintedText, Revision, WhoSays } from '@gavel/text'
import { bracketsIn, type Content, type Draft } from '@gavel/text'
import fc from 'fast-check'
import { drafts } from '../../../text/src/testing/drafts.ts'

/** Texts under negotiation, invented: drafts with who proposes which option, and what is proposed of paragraphs. */

const hands: readonly Revision[] = [
  { author: 'Atlantis', at: '2026-11-20T10:00:00.000Z' },
  { author: 'Lilliput', at: '2026-11-20T11:30:00.000Z' },
  { author: 'Utopia & Sons "<x>"' },
]

const optionsIn = (content: Content) => bracketsIn(content).map(({ bracket }) => bracket.options)

/** Of each bracket, by a number: left as laid, its first option the base of proposals, or proposals beside laid ones. */
const standingsOf = (draft: Draft, choices: readonly number[]): ReadonlyMap<string, WhoSays> => {
  const standings = new Map<string, WhoSays>()
  let at = 0
  for (const { content } of draft.paragraphs)
    for (const options of optionsIn(content)) {
      const choice = choices[at++ % choices.length]!
      const by = (index: number): WhoSays => ({
        from: hands[(choice + index) % hands.length]!,
        said:
          choice % 2 === 0
            ? []
            : [{ stand: 'objects', who: ['Utopia'], notes: [{ who: 'Utopia', note: 'why?' }] }],
      })
      if (choice % 3 === 0 || options.length < 2) continue
      for (const [index, option] of options.entries())
        if (index > 0) standings.set(option.id, by(index))
        else if (choice % 3 === 1) standings.set(option.id, { from: 'base', said: [] })
    }
  return standings
}

const wholeOf = (choice: number): Partial<PrintedParagraph> => {
  const standing: WhoSays = { from: hands[choice % hands.length]!, said: [] }
  return choice % 7 === 1 ? { whole: standing } : choice % 7 === 2 ? { deletion: standing } : {}
}

const titled = { title: 'On calm', language: 'en', fictional: false } as const

/** Drafts alone, nothing proposed. */
export const plainTexts: fc.Arbitrary<PrintedText> = drafts.map(draft => ({
  ...titled,
  paragraphs: draft.paragraphs.map(paragraph => ({ paragraph, revision: 1 })),
  footnotes: draft.footnotes,
  options: new Map(),
}))

export const texts: fc.Arbitrary<PrintedText> = fc
  .tuple(drafts, fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 12 }))
  .map(([draft, choices]) => ({
    ...titled,
    paragraphs: draft.paragraphs.map((paragraph, at) => ({
      paragraph,
      revision: at + 1,
      ...wholeOf(choices[at % choices.length]!),
    })),
    footnotes: draft.footnotes,
    options: standingsOf(draft, choices),
    of: { text: 't1', form: 'compilation', asOf: '2026-11-20T12:00:00.000Z' },
  }))
