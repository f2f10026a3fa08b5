import { parseDraft } from '@gavel/text'
import { useMemo } from 'react'
import { ContentShown } from '../texts/written/content.tsx'

/** A document in the notation as it is read: paragraphs with their numbers. */
export const DraftShown = ({ source, language }: { readonly source: string; readonly language?: string }) => {
  const { paragraphs } = useMemo(() => parseDraft(source).draft, [source])
  return (
    <article className="d-words" lang={language} dir="auto">
      {paragraphs.map(({ id, number, level, kind, content }) => (
        <div key={id} className="w-paragraph" data-kind={kind} data-level={level}>
          {number !== '' && kind !== 'heading' && <span className="w-number">{number}</span>}
          <p dir="auto">
            <ContentShown content={content} />
          </p>
        </div>
      ))}
    </article>
  )
}
