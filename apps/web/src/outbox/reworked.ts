import { texts } from '@gavel/domain'
import type { ParagraphId } from '@gavel/kernel'
import { type Content, plainWords, spliceContent, words } from '@gavel/text'
import type { Written, WrittenAct } from '../live/outbox.ts'
import { freshId } from '../live/room.ts'

/** The words somebody wrote in an act, wherever in it they stand. */
export const wordsIn = ({ body }: WrittenAct): readonly string[] => {
  const said = body as Readonly<Record<string, unknown>> & {
    readonly change?: { readonly wording?: string }
    readonly how?: { readonly reason?: string; readonly wording?: string }
  }
  const named = ['wording', 'note', 'reason', 'redLine', 'preferred', 'fallback', 'title', 'words'].flatMap(
    name => said[name] ?? [],
  )
  return [...named, said.change?.wording, said.how?.reason, said.how?.wording].filter(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  )
}

interface Proposed {
  readonly text: string
  readonly paragraph: ParagraphId
  readonly base: number
  readonly change: texts.WordingChange
}

/** The content a paragraph had at a revision, as far as the text still keeps it. */
const contentAt = (paragraph: texts.NegotiatedParagraph, revision: number): Content | undefined =>
  revision === paragraph.revision
    ? paragraph.content
    : paragraph.trail.find(each => each.revision === revision)?.content

/**
 * What was written against older words, as another wording of the whole paragraph: the older words with every change in
 * them. Null when it is no proposal, when the older words are gone, or when they hold a bracket (an alternative has none).
 */
export const asAlternative = (written: Written, text: texts.Text): WrittenAct | null => {
  if (written.problem?.rule !== 'T-15') return null
  const proposals = written.acts.filter(({ type }) => type === 'texts.propose')
  const first = proposals[0]
  if (first === undefined || proposals.length < written.acts.length) return null
  const { paragraph: id, base } = first.body as Proposed
  const paragraph = texts.paragraphOf(text, id)
  const old = paragraph === undefined ? undefined : contentAt(paragraph, base)
  if (paragraph === undefined || old === undefined || old.some(({ kind }) => kind === 'bracket')) return null
  let content = old
  for (const { body } of proposals) {
    const { change } = body as Proposed
    if (change.within !== undefined) return null
    content = spliceContent(
      content,
      change.at,
      change.length,
      change.wording === '' ? [] : [words(change.wording)],
    )
  }
  return {
    id: first.id,
    type: 'texts.proposeAlternative',
    as: first.as,
    body: {
      text: text.id,
      paragraph: id,
      base: paragraph.revision,
      alternative: freshId('p'),
      wording: plainWords(content),
    },
  }
}
