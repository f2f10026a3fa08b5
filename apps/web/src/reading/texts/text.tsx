import { texts } from '@gavel/domain'
import { get, type ParagraphId } from '@gavel/kernel'
import type { Footnote } from '@gavel/text'
import { Badge } from '../../kit/notice.tsx'
import { ContentShown } from '../../texts/written/content.tsx'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { BodyName, type Fact, Facts, PageHead, Party, When } from '../frame/parts.tsx'
import { Legend } from './legend.tsx'
import { textAddress } from './list.tsx'
import { ParagraphShown, plainOf } from './paragraph.tsx'
import { Progress } from './progress.tsx'

export interface TextProps {
  readonly text: texts.Text
}

const Versions = ({ text }: TextProps) => {
  const { t } = useWords()
  return (
    <ol className="r-plain">
      {text.versions.toReversed().map(({ symbol, at }) => (
        <li key={symbol}>
          <a href={`${textAddress(text.id)}/versions/${encodeURIComponent(symbol)}`} className="mono">
            {symbol}
          </a>{' '}
          <span className="soft">
            <When at={at} style="date" />
          </span>
        </li>
      ))}
      <li aria-current="page">{t('text.version.current')}</li>
    </ol>
  )
}

/** The same text in other forms, each under its own address. */
const Forms = ({ text }: TextProps) => {
  const { t } = useWords()
  const address = `/api/texts/${encodeURIComponent(text.id)}`
  return (
    <ul className="r-inline">
      <li>
        <a href={`${textAddress(text.id)}/print.txt`}>{t('reading.form.text')}</a>
      </li>
      <li>
        <a href={`${textAddress(text.id)}/print.md`}>{t('reading.form.markdown')}</a>
      </li>
      <li>
        <a href={`${address}/document.pdf`} rel="nofollow">
          PDF
        </a>
      </li>
      <li>
        <a href={`${address}/document.docx`} rel="nofollow">
          {t('reading.form.word')}
        </a>
      </li>
      <li>
        <a href={address} rel="nofollow">
          {t('reading.form.data')}
        </a>
      </li>
    </ul>
  )
}

const useFacts = (text: texts.Text): readonly Fact[] => {
  const { t, number } = useWords()
  return [
    { name: t('reading.symbol'), value: text.symbol && <span className="mono">{text.symbol}</span> },
    { name: t('reading.body'), value: <BodyName id={text.body} /> },
    {
      name: t('reading.status'),
      value: (
        <Badge tone={text.stage === 'adopted' ? 'good' : 'plain'}>{t(`texts.stage.${text.stage}`)}</Badge>
      ),
    },
    { name: t('reading.frozen'), value: text.frozen && <bdi>{text.frozen}</bdi> },
    { name: t('reading.kind'), value: t(`texts.kind.${text.kind}`) },
    { name: t('reading.sponsor'), value: text.sponsor && <Party id={text.sponsor} /> },
    { name: t('reading.introduced'), value: <When at={text.introducedAt} style="date" /> },
    { name: t('reading.paragraphs'), value: number(text.paragraphs.size) },
    { name: t('reading.versions'), value: <Versions text={text} /> },
    { name: t('reading.forms'), value: <Forms text={text} /> },
  ]
}

/** What the text is at a glance: how much is in dispute, how far it has come, and the facts about it. */
const Summary = ({ text }: TextProps) => {
  const { t } = useWords()
  return (
    <aside className="r-summary" aria-label={t('reading.summary')}>
      <p className="r-figure">{t('texts.inDispute', { n: text.disputed })}</p>
      <Progress text={text} />
      <Facts facts={useFacts(text)} />
    </aside>
  )
}

const Contents = ({ headings }: { readonly headings: readonly texts.NegotiatedParagraph[] }) => {
  const { t } = useWords()
  return (
    <nav className="r-contents no-print" aria-labelledby="contents">
      <h2 id="contents">{t('reading.contents')}</h2>
      <ol>
        {headings.map(({ id, number, content }) => (
          <li key={id}>
            <a href={`#p-${id}`}>
              <bdi>{`${number} ${plainOf(content)}`.trim()}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const Footnotes = ({ notes }: { readonly notes: readonly Footnote[] }) => {
  const { t } = useWords()
  return (
    <section aria-labelledby="notes" className="r-notes">
      <h2 id="notes">{t('reading.notes')}</h2>
      <ul className="r-plain">
        {notes.map(({ mark, content }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draft may use a mark twice
          <li key={at} dir="auto">
            <sup>{mark}</sup> <ContentShown content={content} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where one paragraph of the chair's text is, for whoever looks for her way out. */
const Offers = ({ text }: TextProps) => {
  const { t } = useWords()
  if (text.offered.length === 0) return null
  return (
    <p className="r-offers no-print">
      {t('reading.offers', { n: text.offered.length })}{' '}
      {text.offered.map((id: ParagraphId) => (
        <a key={id} href={`#p-${id}`}>
          <bdi>{texts.paragraphOf(text, id)?.number || '¶'}</bdi>
        </a>
      ))}
    </p>
  )
}

const TextBody = ({ text }: TextProps) => {
  const { t } = useWords()
  const paragraphs = [...texts.paragraphsOf(text)]
  const headings = paragraphs.filter(({ kind, brackets }) => kind === 'heading' && brackets === 0)
  const notes = text.footnoteOrder.map(mark => get(text.footnotes, mark)!)
  return (
    <>
      <p className="r-running" aria-hidden="true">
        <span className="mono">{text.symbol}</span> {text.title}
      </p>
      <PageHead above={<a href="/texts">{t('texts.title')}</a>} title={text.title} />
      {text.fictional && <p className="r-fictional">{t('text.fictional')}</p>}
      <div className="r-columns">
        <Summary text={text} />
        <div className="r-body">
          <Legend />
          <Offers text={text} />
          {headings.length > 2 && <Contents headings={headings} />}
          <article lang={text.language} aria-label={text.title} className="r-text">
            <h2 className="spoken">{t('reading.compilation')}</h2>
            {paragraphs.map(paragraph => (
              <ParagraphShown key={paragraph.id} text={text} paragraph={paragraph} />
            ))}
          </article>
          {notes.length > 0 && <Footnotes notes={notes} />}
        </div>
      </div>
    </>
  )
}

/** A text as it stands: its brackets with their depth, who stands where, and the chair's text beside it. */
export const textPage: PageOf<TextProps> = {
  head: ({ text }, _reading, { t }) => ({
    title: `${text.symbol ?? ''} ${text.title}`.trim(),
    description: `${text.title}. ${t('texts.inDispute', { n: text.disputed })}.`,
    unlisted: text.fictional,
  }),
  Body: TextBody,
}
