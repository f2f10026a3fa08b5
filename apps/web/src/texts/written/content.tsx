import type { Content, Inline, Option } from '@gavel/text'
import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.tsx'

interface Reading {
  /** The bracket or option that is looked at, so that the page can show which. */
  readonly chosen?: string | undefined
  /** Called with the bracket somebody points at; without it brackets are plain text. */
  readonly onBracket?: ((bracket: string) => void) | undefined
}

interface BracketProps extends Reading {
  readonly id: string
  readonly options: readonly Option[]
  readonly depth: number
}

const Between = ({ option, at }: { readonly option: Option; readonly at: number }) => {
  const { t } = useWords()
  return (
    <>
      {at > 0 && (
        <span className="w-edge" aria-hidden="true">
          {option.join === 'slash'
            ? ' / '
            : option.join === 'spaced'
              ? '] ['
              : option.join === 'labelled'
                ? ' '
                : ']['}
        </span>
      )}
      <bdi className="spoken">{t('text.spoken.option', { n: at + 1 })}</bdi>
      {option.label !== undefined && <b className="w-label">{option.label}: </b>}
    </>
  )
}

/**
 * A disputed place. Its edges are the square brackets of the notation with their depth as a small number, its tint
 * deepens with each bracket inside; a screen reader is told in words where it begins, its options, where it ends.
 * What is told so is the reader's language, not the text's: isolated, it has no say in which way the paragraph runs.
 */
const BracketShown = ({ id, options, depth, chosen, onBracket }: BracketProps) => {
  const { t } = useWords()
  const deep = depth > 1 ? <sub aria-hidden="true">{depth}</sub> : null
  const spoken =
    options.length === 1
      ? t('text.spoken.words', { depth })
      : t('text.spoken.options', { n: options.length, depth })
  const shown: ReactNode = (
    <>
      <span className="w-edge" aria-hidden="true">
        [{deep}
      </span>
      <bdi className="spoken">{spoken}</bdi>
      {options.map((option, at) => (
        <span key={option.id} className="w-option" data-option={option.id}>
          <Between option={option} at={at} />
          {option.content.length === 0 ? (
            <span className="w-none">
              <span aria-hidden="true">∅</span>
              <bdi className="spoken">{t('text.noWords')}</bdi>
            </span>
          ) : (
            <ContentShown content={option.content} depth={depth} chosen={chosen} onBracket={onBracket} />
          )}
        </span>
      ))}
      <span className="w-edge" aria-hidden="true">
        {deep}]
      </span>
      <bdi className="spoken">{t('text.spoken.end')}</bdi>
    </>
  )
  const tint = Math.min(depth, 4)
  return (
    <span
      className="w-bracket"
      data-depth={tint}
      data-bracket={id}
      {...(chosen === id ? { 'data-chosen': '' } : {})}
      {...(onBracket === undefined
        ? {}
        : {
            onClick: event => {
              event.stopPropagation()
              onBracket(id)
            },
          })}
    >
      {shown}
    </span>
  )
}

const InlineShown = ({
  inline,
  depth,
  ...reading
}: Reading & { readonly inline: Inline; readonly depth: number }) => {
  const { t } = useWords()
  switch (inline.kind) {
    case 'words':
      return <>{inline.text}</>
    case 'aside':
      return <span className="w-aside">{inline.text}</span>
    case 'noteMark':
      return <sup>{inline.mark}</sup>
    case 'spanOpen':
    case 'spanClose':
      return (
        <span className="w-edge" data-span={inline.bracket}>
          <span aria-hidden="true">{inline.kind === 'spanOpen' ? '[¶' : '¶]'}</span>
          <bdi className="spoken">
            {t(inline.kind === 'spanOpen' ? 'text.spoken.spanOpen' : 'text.spoken.spanClose')}
          </bdi>
        </span>
      )
    case 'bracket':
      return <BracketShown id={inline.id} options={inline.options} depth={depth + 1} {...reading} />
  }
}

/** Words and brackets of a paragraph or an option, as they are read. */
export const ContentShown = ({
  content,
  depth = 0,
  ...reading
}: Reading & { readonly content: Content; readonly depth?: number }) => (
  <>
    {content.map((inline, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: inlines have no identity but their place
      <InlineShown key={at} inline={inline} depth={depth} {...reading} />
    ))}
  </>
)
