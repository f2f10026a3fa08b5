import { type DomainState, texts } from '@gavel/domain'
import type { ParagraphId, TextId } from '@gavel/kernel'
import { ContentShown } from '../texts/written/content.tsx'
import { useWords } from '../words/use-words.tsx'

interface TextProps {
  readonly state: DomainState
  readonly text: TextId
  readonly paragraphs: readonly ParagraphId[]
}

/** Paragraphs of a text as they stand now, with every bracket. */
export const HallText = ({ state, text: id, paragraphs }: TextProps) => {
  const { t } = useWords()
  const text = texts.textOf(state.texts, id)
  if (text === undefined) return null
  const found = paragraphs.flatMap(each => texts.paragraphOf(text, each) ?? [])
  return (
    <article lang={text.language}>
      <h1 className="m-hall-source">
        {text.symbol !== null && <span className="mono">{text.symbol} </span>}
        <bdi>{text.title}</bdi>
      </h1>
      {text.fictional && <p className="m-hall-fictional">{t('text.fictional')}</p>}
      {found.map(({ id: paragraph, number, kind, level, content }) => (
        <div key={paragraph} className="m-hall-paragraph" data-kind={kind} data-level={level}>
          {kind !== 'heading' && number !== '' && <span className="m-hall-number">{number}</span>}
          <p dir="auto">
            <ContentShown content={content} />
          </p>
        </div>
      ))}
    </article>
  )
}
