import type { Alternative, Attribution, Content, Draft, Inline, Option, Paragraph } from '../model.ts'
import { usualAfter } from '../notation/numbering.ts'

/**
 * A draft as a fragment of HTML: semantic, readable aloud, without script or style. Brackets are nested elements that
 * say what they are to a screen reader and keep their signs for the eye; every paragraph finds its own direction
 * (`dir="auto"`); signs that would reorder or hide text are shown by their code point instead of being passed on.
 */
export const printHtml = (draft: Draft): string => {
  const out = ['<article class="draft">']
  for (const paragraph of draft.paragraphs) out.push(paragraphHtml(paragraph))
  if (draft.footnotes.length > 0) {
    out.push('<section class="footnotes" aria-label="Footnotes">', '<ol>')
    for (const { mark, content } of draft.footnotes)
      out.push(
        `<li id="note-${attribute(mark)}" dir="auto"><span class="mark">${safe(mark)}</span> ${contentHtml(content)}</li>`,
      )
    out.push('</ol>', '</section>')
  }
  out.push('</article>', '')
  return out.join('\n')
}

const paragraphHtml = (paragraph: Paragraph): string => {
  const { id, number, marks, level, kind, content, status, alternatives } = paragraph
  const heading = kind === 'heading'
  const tag = heading ? `h${Math.min(6, Math.max(2, /#+/.exec(marks?.before ?? '')?.[0].length ?? 2))}` : 'p'
  const parts: string[] = []
  const opened = alternatives?.find(({ opens }) => opens === true)
  if (number !== '' && marks?.inside !== true)
    parts.push(
      `<span class="number">${safe(number + (marks?.after ?? usualAfter(number)).replace(/[*_]/g, '').trimEnd())}</span>`,
    )
  if (opened !== undefined && opened.marks?.inside !== true) parts.push(labelHtml(opened))
  if (content.length > 0) parts.push(contentHtml(content))
  if (status !== undefined)
    parts.push(
      `<span class="status"${status.rung ? ` data-rung="${status.rung}"` : ''}>[${safe(status.text)}]</span>`,
    )
  const depth = level > 0 ? ` data-level="${level}"` : ''
  return `<${tag} id="${attribute(id)}" class="${kind}"${depth} dir="auto">${parts.join(' ')}</${tag}>`
}

const labelHtml = ({ label, group }: Alternative): string =>
  `<strong class="label" data-group="${attribute(group)}">${safe(label)}:</strong>`

const contentHtml = (content: Content): string => {
  let out = ''
  for (const inline of content) out += inlineHtml(inline)
  return out
}

const inlineHtml = (inline: Inline): string => {
  switch (inline.kind) {
    case 'words':
      return wordsHtml(inline.text)
    case 'noteMark':
      return `<sup class="note"><a href="#note-${attribute(inline.mark)}">${safe(inline.mark)}</a></sup>`
    case 'aside':
      return `<span class="aside ${inline.what}">${safe(inline.text)}</span>`
    case 'spanOpen':
      return `<span class="bracket-edge" data-bracket="${attribute(inline.bracket)}"><span class="spoken">disputed from here </span>[</span>`
    case 'spanClose':
      return `<span class="bracket-edge" data-bracket="${attribute(inline.bracket)}">]<span class="spoken"> disputed up to here</span></span>`
    case 'bracket':
      return bracketHtml(inline.id, inline.options)
  }
}

const bracketHtml = (id: string, options: readonly Option[]): string => {
  const said = options.length === 1 ? 'disputed words' : `${options.length} options`
  const parts = options.map((option, at) => {
    const sign = at === 0 ? '' : signBefore(option)
    const label = option.label === undefined ? '' : `<strong class="label">${safe(option.label)}:</strong> `
    return `${sign}<span class="option" id="${attribute(option.id)}"><span class="spoken">${options.length === 1 ? '' : `option ${at + 1}: `}</span>${label}${contentHtml(option.content)}${attributionsHtml(option.attributions)}</span>`
  })
  return `<span class="bracket" id="${attribute(id)}" role="group" aria-label="${said}">[${parts.join('')}]</span>`
}

const signBefore = ({ join }: Option): string => {
  if (join === 'slash') return ' / '
  if (join === 'labelled') return '<br>'
  return join === 'spaced' ? '] [' : ']['
}

const attributionsHtml = (attributions: readonly Attribution[]): string =>
  attributions.length === 0
    ? ''
    : ` <small class="attribution">${attributions.map(({ text }) => safe(text.trim())).join('; ')}</small>`

/** Emphasis that opens and closes within one stretch of words; emphasis across a bracket cannot nest and is dropped. */
const wordsHtml = (text: string): string => {
  const escaped = safe(text)
  if (!text.includes('*')) return escaped
  return escaped
    .replace(/\*\*(?=\S)([^*]*[^*\s])\*\*/g, '<strong>$1</strong>')
    .replace(/\*(?=[^\s*])([^*]*[^*\s])\*/g, '<em>$1</em>')
    .replace(/(^|[\s([])\*{1,3}(?=\S)|(?<=\p{L})\*{1,3}(?=\p{L})/gu, '$1')
}

const special =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[&<>"'\0-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const safe = (text: string): string =>
  text.replace(
    special,
    sign =>
      entities[sign] ??
      `<span class="control">U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}</span>`,
  )

/** An attribute's value: what is not a plain name character becomes its code, so that ids stay distinct and safe. */
const attribute = (text: string): string =>
  text.replace(/[^A-Za-z0-9._-]/gu, sign => `_${sign.codePointAt(0)!.toString(16)}_`)
