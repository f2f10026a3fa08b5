import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { PageHead } from '../frame/parts.tsx'
import { meetingAddress } from './list.tsx'

/** A part of a printed page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'line' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

export interface JournalProps {
  /** Of the meeting. */
  readonly id: string
  readonly title: string
  /** null: of the whole meeting. */
  readonly sitting: number | null
  readonly sittings: number
  /** The journal as it is printed, in the language it is drawn up in. */
  readonly blocks: readonly Block[]
}

const BlockShown = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? <h3 dir="auto">{block.text}</h3> : <h2 dir="auto">{block.text}</h2>
    case 'line':
      return <p dir="auto">{block.text}</p>
    case 'quote':
      return (
        <blockquote className="r-quote" dir="auto">
          {block.text}
        </blockquote>
      )
    case 'list':
      return (
        <ul className="r-dots">
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed list keeps its order
            <li key={at} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      )
  }
}

const Sittings = ({ id, sitting, sittings }: Pick<JournalProps, 'id' | 'sitting' | 'sittings'>) => {
  const { t } = useWords()
  const address = `${meetingAddress(id)}/journal`
  const numbers = Array.from({ length: sittings }, (_, at) => at + 1)
  return (
    <nav aria-label={t('reading.journal')} className="no-print">
      <ul className="r-inline">
        <li>
          <a href={address} {...(sitting === null ? { 'aria-current': 'page' as const } : {})}>
            {t('reading.journal.whole')}
          </a>
        </li>
        {numbers.map(n => (
          <li key={n}>
            <a
              href={`${address}?sitting=${n}`}
              {...(sitting === n ? { 'aria-current': 'page' as const } : {})}
            >
              {t('reading.journal.sitting', { n })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const JournalBody = ({ id, title, sitting, sittings, blocks }: JournalProps) => {
  const { t } = useWords()
  return (
    <>
      <PageHead
        above={
          <a href={meetingAddress(id)}>
            <bdi>{title}</bdi>
          </a>
        }
        title={sitting === null ? t('reading.journal.whole') : t('reading.journal.sitting', { n: sitting })}
        lead={t('reading.journal.lead')}
      />
      <p className="r-meta no-print">
        <a
          href={`/api${meetingAddress(id)}/journal.pdf${sitting === null ? '' : `?sitting=${sitting}`}`}
          rel="nofollow"
        >
          PDF
        </a>
      </p>
      {sittings > 1 && <Sittings id={id} sitting={sitting} sittings={sittings} />}
      <article lang="en" dir="ltr" className="r-journal" aria-label={t('reading.journal')}>
        {blocks
          .filter(block => block.kind !== 'heading' || block.level > 1)
          .map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed page keeps its order
            <BlockShown key={at} block={block} />
          ))}
      </article>
    </>
  )
}

/** The journal of a meeting, drawn up from the record. */
export const journalPage: PageOf<JournalProps> = {
  head: ({ title }, _reading, { t }) => ({ title: `${t('reading.journal')}: ${title}` }),
  Body: JournalBody,
}
