import type { texts } from '@gavel/domain'
import type { Draft } from '@gavel/text'
import { ContentShown } from '../../texts/written/content.tsx'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { Facts, PageHead, When } from '../frame/parts.tsx'
import { textAddress } from './list.tsx'

export interface VersionProps {
  readonly text: texts.Text
  readonly version: texts.Version
  readonly draft: Draft
}

const VersionBody = ({ text, version, draft }: VersionProps) => {
  const { t } = useWords()
  return (
    <>
      <PageHead
        above={
          <a href={textAddress(text.id)}>
            <bdi>{text.title}</bdi>
          </a>
        }
        title={version.symbol}
        lead={t('reading.version.lead')}
      />
      {text.fictional && <p className="r-fictional">{t('text.fictional')}</p>}
      <Facts
        facts={[
          { name: t('reading.issued'), value: <When at={version.at} /> },
          { name: 'SHA-256', value: <span className="mono r-hash">{version.document}</span> },
          {
            name: t('reading.document'),
            value: <a href={`/api/documents/${version.document}`}>{t('reading.download')}</a>,
          },
        ]}
      />
      <article lang={text.language} aria-label={version.symbol} className="r-text">
        {draft.paragraphs.map(({ id, number, kind, level, content }) => (
          <div key={id} className="r-paragraph w-paragraph" data-kind={kind} data-level={Math.min(level, 3)}>
            <p className="w-number">{kind === 'heading' ? '' : <bdi>{number}</bdi>}</p>
            <p dir="auto" className="r-words">
              {kind === 'heading' && number !== '' && <>{number} </>}
              <ContentShown content={content} />
            </p>
          </div>
        ))}
      </article>
    </>
  )
}

/** One issued version of a text, as its document has it. */
export const versionPage: PageOf<VersionProps> = {
  head: ({ text, version }) => ({
    title: `${version.symbol} ${text.title}`,
    unlisted: text.fictional,
  }),
  Body: VersionBody,
}
