import { type PrintedText, parseDraft, type WhoSays } from '@gavel/text'

/** A text of five paragraphs; in the second Atlantis proposes, in the third the draft leaves a choice. */
export const fiveParagraphs = ((): PrintedText => {
  const { draft } = parseDraft(
    '# On calm\n\n1. Members meet every year.\n\n2. The council decides.\n\n3. Members [shall][should] act.\n\n4. This text enters into force.',
  )
  const [heading, one, two, three, four] = draft.paragraphs
  const bracket = {
    kind: 'bracket',
    id: 'b' as never,
    options: [
      { id: 'base' as never, content: [{ kind: 'words', text: 'decides' }], attributions: [] },
      {
        id: 'own' as never,
        content: [{ kind: 'words', text: 'recommends strongly' }],
        attributions: [],
        join: 'slash',
      },
    ],
  } as const
  const disputed = {
    ...two!,
    content: [
      { kind: 'words', text: 'The council ' } as const,
      bracket,
      { kind: 'words', text: '.' } as const,
    ],
  }
  const atlantis: WhoSays = { from: { author: 'Atlantis', at: '2026-11-20T10:00:00.000Z' }, said: [] }
  return {
    title: 'On calm',
    language: 'en',
    fictional: false,
    paragraphs: [heading!, one!, disputed, three!, four!].map((paragraph, at) => ({
      paragraph,
      revision: at + 1,
    })),
    footnotes: [],
    options: new Map([
      ['base', { from: 'base', said: [] }],
      ['own', atlantis],
    ]),
    of: { text: 't1', form: 'compilation', asOf: '2026-11-20T10:00:00.000Z' },
  }
})()
