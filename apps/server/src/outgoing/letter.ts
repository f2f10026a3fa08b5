import type { Letter } from '@gavel/api'

/** A letter as text, and as a page that asks for nothing from anywhere: no image, no style sheet, no script. */

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

const directionOf = (language: string): 'ltr' | 'rtl' => (/^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr')

export const letterText = ({ paragraphs, link, subject }: Letter): string =>
  [subject, ...paragraphs, ...(link === undefined ? [] : [`${link.words}: ${link.url}`])].join('\n\n')

export const letterPage = ({ language, subject, paragraphs, link }: Letter): string => {
  const lines = [
    `<p><b>${escaped(subject)}</b></p>`,
    ...paragraphs.map(paragraph => `<p>${escaped(paragraph)}</p>`),
    ...(link === undefined ? [] : [`<p><a href="${escaped(link.url)}">${escaped(link.words)}</a></p>`]),
  ]
  const head = `<meta charset="utf-8"><title>${escaped(subject)}</title>`
  return `<!doctype html><html lang="${escaped(language)}" dir="${directionOf(language)}"><head>${head}</head><body>${lines.join('')}</body></html>`
}
