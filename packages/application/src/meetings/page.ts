/** A printed page as data, so that every form of it says the same. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  /** What was said, word for word; may have several lines. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

export type PageForm = 'text' | 'markdown' | 'html'

const asText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? `${block.text}\n${'='.repeat(block.text.length)}` : `${block.text}`
    case 'line':
      return block.text
    case 'quote':
      return block.text
        .split('\n')
        .map(line => `    ${line}`)
        .join('\n')
    case 'list':
      return block.items.map(item => `  - ${item}`).join('\n')
  }
}

/** Signs that mean something to Markdown stand for themselves. */
const plainMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, sign => `\\${sign}`)
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/,
      (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    )

const asMarkdown = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plainMarkdown(block.text)}`
    case 'line':
      return plainMarkdown(block.text)
    case 'quote':
      return block.text
        .split('\n')
        .map(line => `> ${plainMarkdown(line)}`.trimEnd())
        .join('\n')
    case 'list':
      return block.items.map(item => `- ${plainMarkdown(item)}`).join('\n')
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const plainHtml = (text: string): string => text.replace(/[&<>"']/g, sign => entities[sign]!)

const asHtml = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} dir="auto">${plainHtml(block.text)}</h${block.level}>`
    case 'line':
      return `<p dir="auto">${plainHtml(block.text)}</p>`
    case 'quote':
      return `<blockquote dir="auto">${plainHtml(block.text).replaceAll('\n', '<br>')}</blockquote>`
    case 'list':
      return `<ul>\n${block.items.map(item => `<li dir="auto">${plainHtml(item)}</li>`).join('\n')}\n</ul>`
  }
}

/** A page as plain text, Markdown or a whole HTML document without script or style. Ends with a line end. */
export const printPage = (title: string, blocks: readonly Block[], form: PageForm): string => {
  if (form === 'text') return `${blocks.map(asText).join('\n\n')}\n`
  if (form === 'markdown') return `${blocks.map(asMarkdown).join('\n\n')}\n`
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${plainHtml(title)}</title></head><body>`,
    ...blocks.map(asHtml),
    '</body></html>',
    '',
  ].join('\n')
}
