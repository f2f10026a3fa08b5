import type { Capacity } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { actWords, capacityWords } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { aboutOf, standIn } from './about.ts'

interface ActShown {
  readonly type: string
  readonly as: Capacity
  readonly at: Instant
}

/** An entry as the public sees it in a list; without `act` it is closed, or was erased. */
export interface EntryRow {
  readonly index: number
  readonly act?: ActShown
  /** The first thing that came of it. */
  readonly event?: unknown
}

interface RowsProps {
  readonly entries: readonly EntryRow[]
  /** With the proof of each, as a file. */
  readonly proofs?: boolean
  /** The address of the page they stand on: that an entry is about that goes without saying. */
  readonly here?: string
}

interface WhatProps {
  readonly act: ActShown
  readonly event: unknown
  readonly here: string | undefined
}

const What = ({ act, event, here }: WhatProps) => {
  const speech = useWords()
  const { state } = useReading()
  const about = aboutOf(state, speech, event)
  const stand = standIn(event)
  return (
    <p>
      {stand === undefined ? actWords(speech, act.type) : speech.t(`reading.stood.${stand}`)}
      {about !== undefined && about.href !== here && (
        <>
          {' · '}
          <a href={about.href}>
            <bdi>{about.words}</bdi>
          </a>
        </>
      )}
    </p>
  )
}

interface RowProps {
  readonly entry: EntryRow
  readonly proofs: boolean
  readonly here: string | undefined
}

const Row = ({ entry: { index, act, event }, proofs, here }: RowProps) => {
  const speech = useWords()
  const { t } = speech
  const { state } = useReading()
  return (
    <li>
      <a href={`/record/${index}`} className="r-log-n numeric">
        <span className="spoken">{t('reading.entry')} </span>
        {index}
      </a>
      {act === undefined ? (
        <p className="soft">{t('reading.entry.closed')}</p>
      ) : (
        <div>
          <What act={act} event={event} here={here} />
          <p className="soft small">
            <bdi>{capacityWords(state, speech, act.as)}</bdi> · <When at={act.at} style="short" />
            {proofs && (
              <>
                {' · '}
                <a href={`/api/proof/${index}`} download>
                  {t('reading.proof')}
                  <span className="spoken"> {t('reading.entry.n', { index })}</span>
                </a>
              </>
            )}
          </p>
        </div>
      )}
    </li>
  )
}

/** Entries in a list: what was done and about what, in which capacity, when (UTC). */
export const EntryRows = ({ entries, proofs = false, here }: RowsProps) => (
  <ol className="r-log">
    {entries.map(entry => (
      <Row key={entry.index} entry={entry} proofs={proofs} here={here} />
    ))}
  </ol>
)
