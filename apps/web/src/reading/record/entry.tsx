import type { Capacity } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { actWords, capacityWords } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { Facts, PageHead, Section, When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { Verify } from './verify.tsx'

export interface EntryProps {
  readonly index: number
  /** What everybody finds in the log, in base64. */
  readonly leaf: string
  /** Absent where the entry is closed to the public, or was erased. */
  readonly act?: {
    readonly id: string
    readonly type: string
    readonly by: string
    readonly as: Capacity
    readonly at: Instant
  }
  readonly events?: readonly unknown[]
}

const Opened = ({
  act,
  events = [],
}: Pick<EntryProps, 'events'> & { readonly act: NonNullable<EntryProps['act']> }) => {
  const speech = useWords()
  const { t } = speech
  const { state } = useReading()
  return (
    <>
      <Facts
        facts={[
          { name: t('reading.entry.at'), value: <When at={act.at} style="precise" /> },
          { name: t('reading.entry.as'), value: <bdi>{capacityWords(state, speech, act.as)}</bdi> },
          { name: t('reading.entry.by'), value: <bdi className="mono">{act.by}</bdi> },
          { name: t('reading.entry.type'), value: <span className="mono">{act.type}</span> },
          { name: t('reading.entry.id'), value: <bdi className="mono">{act.id}</bdi> },
        ]}
      />
      {events.length > 0 && (
        <Section id="events" title={t('reading.entry.events')}>
          <pre dir="ltr">{JSON.stringify(events, null, 2)}</pre>
        </Section>
      )}
    </>
  )
}

const EntryBody = ({ index, act, events, leaf }: EntryProps) => {
  const speech = useWords()
  const { t } = speech
  const { size } = useReading()
  return (
    <>
      <PageHead
        above={<a href="/record">{t('app.record')}</a>}
        title={act === undefined ? t('reading.entry.closed') : actWords(speech, act.type)}
        lead={t('reading.entry.n', { index })}
      />
      {act === undefined ? (
        <>
          <p>{t('reading.entry.closed.lead')}</p>
          <Section id="leaf" title={t('reading.entry.leaf')}>
            <pre dir="ltr">{leaf}</pre>
          </Section>
        </>
      ) : (
        <Opened act={act} {...(events === undefined ? {} : { events })} />
      )}
      <Section id="verify" title={t('reading.verify')}>
        <Verify index={index} />
      </Section>
      <nav aria-label={t('reading.pages')} className="r-inline no-print">
        {index > 0 && (
          <a href={`/record/${index - 1}`} rel="prev">
            {t('reading.entry.before')}
          </a>
        )}{' '}
        {index + 1 < size && (
          <a href={`/record/${index + 1}`} rel="next">
            {t('reading.entry.after')}
          </a>
        )}
      </nav>
    </>
  )
}

/** One entry of the record: the act and what came of it, and how to check that it stands there. */
export const entryPage: PageOf<EntryProps> = {
  head: ({ index }, _reading, { t }) => ({
    title: t('reading.entry.n', { index }),
    verifies: true,
    unlisted: true,
  }),
  Body: EntryBody,
}
