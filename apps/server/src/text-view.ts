import { texts } from '@gavel/domain'
import { entries, get, type OptionId } from '@gavel/kernel'
import type { Content, Inline, Option } from '@gavel/text'
import { escapeHtml } from './formats.ts'

/**
 * A text under negotiation as a page shows it: brackets with their depth, and under each paragraph who stands where,
 * in words and with a mark, so that nothing depends on a colour.
 */

type Words = texts.NameOf

const signs = {
  proposes: '✎',
  backs: '+',
  canLiveWith: '≈',
  reserves: '?',
  objects: '✕',
} as const
const verbs = {
  proposes: 'proposed by',
  backs: 'backed by',
  canLiveWith: 'can be lived with by',
  reserves: 'awaiting instructions:',
  objects: 'objected to by',
} as const
type Said = keyof typeof signs

/** The marks and what they mean, for the reader who meets them first. */
export const legend = `<ul class="legend" aria-label="Marks">
<li><span class="edge" aria-hidden="true">[ ]</span> words in dispute; a small number tells how deep inside other brackets</li>
${(Object.keys(signs) as Said[]).map(said => `<li><span aria-hidden="true">${signs[said]}</span> ${verbs[said].replace(':', '')}</li>`).join('\n')}</ul>`

const optionHtml = ({ label, content, join }: Option, at: number, depth: number): string => {
  const between = at === 0 ? '' : join === 'slash' ? ' / ' : '<span class="edge" aria-hidden="true">][</span>'
  const named = label === undefined ? '' : `<b>${escapeHtml(label)}:</b> `
  return `${between}<span class="spoken"> option ${at + 1}: </span>${named}${contentHtml(content, depth)}`
}

const bracketHtml = (options: readonly Option[], depth: number): string => {
  const deep = depth > 1 ? `<sub aria-hidden="true">${depth}</sub>` : ''
  const spoken = `${options.length === 1 ? 'disputed words' : `${options.length} options`}${depth > 1 ? `, ${depth} deep` : ''}`
  return (
    `<span class="bracket" role="group" aria-label="${spoken}"><span class="edge" aria-hidden="true">[${deep}</span>` +
    `${options.map((option, at) => optionHtml(option, at, depth)).join('')}<span class="edge" aria-hidden="true">]</span></span>`
  )
}

const inlineHtml = (inline: Inline, depth: number): string => {
  switch (inline.kind) {
    case 'words':
    case 'aside':
      return escapeHtml(inline.text)
    case 'noteMark':
      return `<sup>${escapeHtml(inline.mark)}</sup>`
    case 'spanOpen':
      return '<span class="edge"><span class="spoken">disputed from here </span>[</span>'
    case 'spanClose':
      return '<span class="edge">]<span class="spoken"> disputed up to here</span></span>'
    case 'bracket':
      return bracketHtml(inline.options, depth + 1)
  }
}

const contentHtml = (content: Content, depth = 0): string =>
  content.map(inline => inlineHtml(inline, depth)).join('')

const plain = (content: Content): string =>
  content
    .map(inline =>
      inline.kind === 'bracket'
        ? `[${inline.options.map(option => plain(option.content)).join('][')}]`
        : 'text' in inline
          ? inline.text
          : '',
    )
    .join('')

/** Every option of a content, those inside other options included, in the order of reading. */
const optionsIn = (content: Content): readonly Option[] =>
  content.flatMap(inline =>
    inline.kind === 'bracket' ? inline.options.flatMap(option => [option, ...optionsIn(option.content)]) : [],
  )

const saidOf = (support: texts.OpenOption | texts.NegotiatedParagraph['whole'], nameOf: Words): string => {
  const rows: (readonly [Said, readonly string[]])[] = [
    ['proposes', support.proposer === null ? [] : [nameOf(support.proposer)]],
    ...(['backs', 'canLiveWith', 'reserves', 'objects'] as const).map(
      said => [said, texts.whoSaid(support, said).map(nameOf)] as const,
    ),
  ]
  const told = rows.filter(([, who]) => who.length > 0)
  const notes = [...entries(support.stands)].flatMap(([, { note }]) => (note === undefined ? [] : [note]))
  return [
    ...told.map(
      ([said, who]) =>
        `<span class="${said}"><span aria-hidden="true">${signs[said]}</span> ${verbs[said]} ${escapeHtml(who.join(', '))}</span>`,
    ),
    ...notes.map(note => `<i>“${escapeHtml(note)}”</i>`),
  ].join('; ')
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words)

const standsHtml = (paragraph: texts.NegotiatedParagraph, content: Content, nameOf: Words): string => {
  const rows = optionsIn(content).flatMap(({ id, content: words }) => {
    const support = get(paragraph.options, id as OptionId)
    const said = support === undefined ? '' : saidOf(support, nameOf)
    return said === '' ? [] : [`<li><q>${escapeHtml(short(plain(words)))}</q> ${said}</li>`]
  })
  const whole = saidOf(paragraph.whole, nameOf)
  if (whole !== '') rows.push(`<li><b>the paragraph</b> ${whole}</li>`)
  return rows.length === 0 ? '' : `<ul class="stands" aria-label="Who stands where">${rows.join('')}</ul>`
}

const offerHtml = ({ offer }: texts.NegotiatedParagraph): string =>
  offer === null
    ? ''
    : `<div class="offer"><span class="meta">The chair offers instead:</span> ${escapeHtml(offer.wording)}</div>`

const paragraphHtml = (paragraph: texts.NegotiatedParagraph, nameOf: Words): string => {
  const { content, number, level, kind } = texts.compiledParagraph(paragraph, nameOf)
  if (kind === 'heading') return `<h3 dir="auto">${escapeHtml(plain(content))}</h3>`
  const shown = `<p dir="auto">${contentHtml(content)}</p>${standsHtml(paragraph, content, nameOf)}${offerHtml(paragraph)}`
  return `<div class="para"${level > 0 ? ` data-level="${level}"` : ''}><span class="number">${escapeHtml(number)}</span>${shown}</div>`
}

/** The whole text, paragraph by paragraph. */
export const textHtml = (text: texts.Text, nameOf: Words): string =>
  [...texts.paragraphsOf(text)].map(paragraph => paragraphHtml(paragraph, nameOf)).join('\n')
