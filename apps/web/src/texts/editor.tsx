import { texts } from '@gavel/domain'
import type { Content } from '@gavel/text'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/use-words.tsx'

interface EditorProps {
  readonly content: Content
  readonly label: string
  readonly onChange: (wording: string) => void
}

const chipMark = 'data-chip'

/** How a bracket or note reads inside the editor, shortened. */
const chipWords = (inline: Content[number]): string => {
  if (inline.kind === 'bracket')
    return `[${inline.options.map(({ content }) => content.map(chipWords).join('').slice(0, 24)).join(' / ')}]`
  if (inline.kind === 'words' || inline.kind === 'aside') return inline.text
  if (inline.kind === 'noteMark') return `[${inline.mark}]`
  return inline.kind === 'spanOpen' ? '[¶' : '¶]'
}

/** The wording in the editor: its words, and one sign for each chip that still stands in it. */
const wordingIn = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replaceAll(texts.inlineSign, '')
  if (!(node instanceof HTMLElement)) return ''
  if (node.hasAttribute(chipMark)) return texts.inlineSign
  if (node.tagName === 'BR') return '\n'
  return [...node.childNodes].map(wordingIn).join('')
}

const fill = (box: HTMLElement, content: Content): void => {
  box.replaceChildren(
    ...content.map(inline => {
      if (inline.kind === 'words') return document.createTextNode(inline.text)
      const chip = document.createElement('span')
      chip.setAttribute(chipMark, '')
      chip.contentEditable = 'false'
      chip.className = 'e-chip'
      chip.textContent = chipWords(inline)
      return chip
    }),
  )
}

/**
 * A paragraph (or an option) opened for editing, as it stands on the page. Brackets, note marks and citations are chips:
 * they can be passed over or taken out, not typed into. What is pasted comes as plain words.
 */
export const Editor = ({ content, label, onChange }: EditorProps) => {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const first = useRef(content)
  useEffect(() => {
    const element = box.current!
    fill(element, first.current)
    element.focus()
    const range = document.createRange()
    range.selectNodeContents(element)
    range.collapse(false)
    const selection = getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, [])
  const tell = (): void => onChange(wordingIn(box.current!))
  return (
    <div className="e-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a text area cannot hold the chips that brackets are shown as */}
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
    </div>
  )
}
