import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { Pages } from '../frame/pages.tsx'
import { PageHead, Section } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { type EntryRow, EntryRows } from './happened.tsx'
import { Verify } from './verify.tsx'

export interface RecordProps {
  /** The entries of the page, the latest first. */
  readonly entries: readonly EntryRow[]
  /** From 1: the latest. */
  readonly page: number
  readonly pages: number
  /** The signed head of the log, word for word. */
  readonly checkpoint: string | null
  /** The public key, one line. */
  readonly vkey: string | null
}

const Signed = ({ checkpoint, vkey }: Pick<RecordProps, 'checkpoint' | 'vkey'>) => {
  const { t } = useWords()
  if (checkpoint === null && vkey === null) return null
  return (
    <Section id="signed" title={t('reading.checkpoint')}>
      <p>{t('reading.checkpoint.lead')}</p>
      {checkpoint !== null && <pre dir="ltr">{checkpoint.trim()}</pre>}
      {vkey !== null && (
        <>
          <h3>{t('reading.key')}</h3>
          <pre dir="ltr">{vkey}</pre>
        </>
      )}
    </Section>
  )
}

const RecordBody = ({ entries, page, pages, checkpoint, vkey }: RecordProps) => {
  const { t, number } = useWords()
  const { size } = useReading()
  return (
    <>
      <PageHead title={t('app.record')} lead={t('reading.record.lead')} />
      <Section id="entries" title={t('reading.record.entries', { n: size, size: number(size) })}>
        <EntryRows entries={entries} />
        <Pages of={pages} at={page} address={n => `/record?page=${n}`} />
      </Section>
      {page === 1 && size > 0 && (
        <Section id="verify" title={t('reading.verify')}>
          <Verify index={size - 1} />
          <p>{t('reading.verify.whole')}</p>
          <pre dir="ltr">npx gavel record verify URL --key vkey</pre>
        </Section>
      )}
      {page === 1 && <Signed checkpoint={checkpoint} vkey={vkey} />}
    </>
  )
}

/** The record: what it is, what was entered last, its signed head and its key. */
export const recordPage: PageOf<RecordProps> = {
  head: ({ page }, { size }, { t }) => ({
    title: t('app.record'),
    description: t('reading.record.lead'),
    verifies: page === 1 && size > 0,
  }),
  Body: RecordBody,
}
