import type { Content, Draft, Inline, Option } from '../model.ts'

/** A paragraph as comparison and compilation see it: printed words, with its identity and number where it has them. */
export interface PlainParagraph {
  /** Stable identity. Where both versions have it, it decides which paragraph is which; otherwise content does. */
  readonly id?: string
  /** The display number, without its closing dot. It never decides anything. */
  readonly number?: string
  readonly text: string
}

const printedOption = (option: Option): string => {
  const said = option.attributions.map(each => each.text).filter(text => text !== '')
  const label = option.label === undefined ? [] : [option.label]
  return [...label, printedWords(option.content), ...said].filter(part => part !== '').join(' ')
}

const printedInline = (inline: Inline): string => {
  switch (inline.kind) {
    case 'words':
    case 'noteMark':
    case 'aside':
      return inline.text
    case 'spanOpen':
      return '['
    case 'spanClose':
      return ']'
    case 'bracket':
      return inline.options.map(option => `[${printedOption(option)}]`).join('')
  }
}

/** Content as printed words: options stand side by side in square brackets with what is said of them. */
export const printedWords = (content: Content): string => content.map(printedInline).join('')

/** A draft as plain paragraphs, in order, by their printed words. */
export const paragraphsOf = (draft: Draft): readonly PlainParagraph[] =>
  draft.paragraphs.map(paragraph => ({
    id: paragraph.id,
    ...(paragraph.number === '' ? {} : { number: paragraph.number }),
    text: printedWords(paragraph.content),
  }))
