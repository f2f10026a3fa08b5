import { texts } from '@gavel/domain'
import type { Content } from '@gavel/text'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/use-words.tsx'
import type { Piece } from './kept-draft.ts'

interface EditorProps {
  readonly content: Content
  /** What stands in the editor at first; the content as it is when null. */
  readonly first: readonly Piece[] | null
  readonly label: string
  /** The wording with one sign for each chip, and the same as pieces, to be kept. */
  readonly onChange: (wording: string, pieces: readonly Piece[]) => void
}

const chipMark = 'data-chip'

/** How a bracket or note reads inside the editor, shortened. */
const chipWords = (inline: Content[number]): string => {
  if (inline.kind === 'bracket')
    return `[${inline.options.map(({ content }) => shortened(content.map(chipWords).join(''))).join(' / ')}]`
  if (inline.kind === 'words' || inline.kind === 'aside') return inline.text
  if (inline.kind === 'noteMark') return `[${inline.mark}]`
  return inline.kind === 'spanOpen' ? '[¶' : '¶]'
}

const shortened = (words: string): string => (words.length > 28 ? `${words.slice(0, 27).trimEnd()}…` : words)

/** What stands in the editor: words, and chips by the place of their inline. */
const piecesIn = (node: Node): readonly Piece[] => {
  if (node.nodeType === Node.TEXT_NODE) return [(node.nodeValue ?? '').replaceAll(texts.inlineSign, '')]
  if (!(node instanceof HTMLElement)) return []
  const chip = node.getAttribute(chipMark)
  if (chip !== null) return [Number(chip)]
  if (node.tagName === 'BR') return []
  return [...node.childNodes].flatMap(piecesIn)
}

/** Pieces as a wording: a sign for each chip. */
export const wordingOf = (pieces: readonly Piece[]): string =>
  pieces.map(piece => (typeof piece === 'number' ? texts.inlineSign : piece)).join('')

const chipFor = (content: Content, at: number): Node => {
  const inline = content[at]
  if (inline === undefined) return document.createTextNode('')
  const chip = document.createElement('span')
  chip.setAttribute(chipMark, String(at))
  chip.contentEditable = 'false'
  chip.className = 'e-chip'
  chip.textContent = chipWords(inline)
  return chip
}

const piecesOf = (content: Content): readonly Piece[] =>
  content.map((inline, at) => (inline.kind === 'words' ? inline.text : at))

const fill = (box: HTMLElement, content: Content, pieces: readonly Piece[]): void =>
  box.replaceChildren(
    ...pieces.map(piece =>
      typeof piece === 'number' ? chipFor(content, piece) : document.createTextNode(piece),
    ),
  )

const toEnd = (box: HTMLElement): void => {
  const range = document.createRange()
  range.selectNodeContents(box)
  range.collapse(false)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

/**
 * A paragraph (or an option) opened for editing, as it stands on the page. Brackets, note marks and citations are chips:
 * they can be passed over or taken out, not typed into. What is pasted comes as plain words.
 */
export const Editor = ({ content, first, label, onChange }: EditorProps) => {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const opened = useRef({ content, pieces: first ?? piecesOf(content) })
  useEffect(() => {
    const element = box.current!
    fill(element, opened.current.content, opened.current.pieces)
    element.focus()
    toEnd(element)
  }, [])
  const tell = (): void => {
    const pieces = piecesIn(box.current!)
    onChange(wordingOf(pieces), pieces)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text area cannot hold the chips that brackets are shown as
    <div
      ref={box}
      className="e-box"
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      aria-description={t('text.edit.chips')}
      contentEditable
      suppressContentEditableWarning
      spellCheck
      dir="auto"
      onInput={tell}
      onPaste={event => {
        event.preventDefault()
        const words = event.clipboardData.getData('text/plain').replace(/\s*\n\s*/g, ' ')
        document.execCommand('insertText', false, words)
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') event.preventDefault()
      }}
      onDrop={event => event.preventDefault()}
    />
  )
}
