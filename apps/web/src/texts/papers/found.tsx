import type { Paragraph } from '@gavel/text'
import type { ReactNode } from 'react'
import { Badge, Notice } from '../../kit/notice.tsx'
import { useWords } from '../../words/use-words.tsx'
import { ContentShown } from '../written/content.tsx'
import type { DraftRead } from './draft-read.ts'
import { inFileOrder } from './in-file-order.ts'

const mostDefects = 200
const fewDefects = 5
const mostParagraphs = 12

interface FoldProps {
  readonly title: string
  readonly open?: boolean
  readonly children: ReactNode
}

const Fold = ({ title, open = false, children }: FoldProps) => (
  <details className="card" open={open}>
    <summary>{title}</summary>
    {children}
  </details>
)

/** What is in dispute, in figures. */
const FiguresShown = ({ read }: { readonly read: DraftRead }) => {
  const { t, number } = useWords()
  const figures = ['paragraphs', 'brackets', 'options', 'maxDepth', 'words', 'wordsInDispute'] as const
  return (
    <dl className="i-figures">
      {figures.map(name => (
        <div key={name}>
          <dt>{t(`papers.figure.${name}`)}</dt>
          <dd className="numeric">{number(read[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Everything odd in the draft, by line and column; nothing of it was dropped. */
const Defects = ({ read }: { readonly read: DraftRead }) => {
  const { t } = useWords()
  const { defects } = read
  if (defects.length === 0) return <p className="soft">{t('papers.defects.none')}</p>
  return (
    <Fold title={t('papers.defects', { n: defects.length })} open={defects.length <= fewDefects}>
      <p className="small soft">{t('papers.defects.help')}</p>
      <ul className="i-list">
        {inFileOrder(defects.slice(0, mostDefects)).map(({ key, thing: { line, column, kind, excerpt } }) => (
          <li key={key}>
            <span className="mono small">{t('papers.defect.at', { line, column })}</span>{' '}
            {t(`papers.defect.${kind}`)}{' '}
            <q dir="auto" className="i-quote">
              {excerpt}
            </q>
          </li>
        ))}
      </ul>
      {defects.length > mostDefects && (
        <p className="soft">{t('papers.more', { n: defects.length - mostDefects })}</p>
      )}
    </Fold>
  )
}

/** What a Word file holds beside its words: who changed what, who remarked what, and what a reader does not see. */
const OfWord = ({ read }: { readonly read: DraftRead }) => {
  const { t } = useWords()
  const { changes = [], comments = [], notices = [] } = read
  return (
    <>
      {changes.length > 0 && (
        <Fold title={t('papers.changes', { n: changes.length })}>
          <ul className="i-list">
            {inFileOrder(changes.slice(0, mostDefects)).map(
              ({ key, thing: { author, deleted, inserted, kind } }) => (
                <li key={key}>
                  <Badge>
                    <bdi>{author}</bdi>
                  </Badge>{' '}
                  {t(`papers.change.${kind}`)} {deleted !== undefined && <del dir="auto">{deleted}</del>}{' '}
                  {inserted !== undefined && <ins dir="auto">{inserted}</ins>}
                </li>
              ),
            )}
          </ul>
        </Fold>
      )}
      {comments.length > 0 && (
        <Fold title={t('papers.comments', { n: comments.length })}>
          <p className="small soft">{t('papers.comments.help')}</p>
          <ul className="i-list">
            {comments.map(({ id, author, words, about }) => (
              <li key={id}>
                <Badge>
                  <bdi>{author}</bdi>
                </Badge>{' '}
                {about !== '' && (
                  <q dir="auto" className="i-quote">
                    {about}
                  </q>
                )}{' '}
                <bdi>{words}</bdi>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {inFileOrder(notices).map(({ key, thing: { kind, words } }) => (
        <Notice key={key} tone="warn">
          {t(`papers.notice.${kind}`)} <bdi>{words}</bdi>
        </Notice>
      ))}
    </>
  )
}

const Start = ({ paragraphs }: { readonly paragraphs: readonly Paragraph[] }) => {
  const { t } = useWords()
  return (
    <section className="card stack">
      <h3>{t('papers.start')}</h3>
      {paragraphs.slice(0, mostParagraphs).map(({ id, number, content, kind }) => (
        <p key={id} className="i-paragraph" data-kind={kind} dir="auto">
          {number !== undefined && number !== '' && <b>{number} </b>}
          <ContentShown content={content} />
        </p>
      ))}
      {paragraphs.length > mostParagraphs && (
        <p className="soft">{t('papers.more', { n: paragraphs.length - mostParagraphs })}</p>
      )}
    </section>
  )
}

/** What was found in a draft, before anything of it is recorded. */
export const Found = ({ read }: { readonly read: DraftRead }) => {
  const { t } = useWords()
  return (
    <section className="stack" aria-label={t('papers.found')}>
      <h2>{t('papers.found')}</h2>
      <FiguresShown read={read} />
      <Defects read={read} />
      <OfWord read={read} />
      <Start paragraphs={read.draft.paragraphs} />
    </section>
  )
}
