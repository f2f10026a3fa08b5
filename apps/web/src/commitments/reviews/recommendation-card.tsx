import type { DomainState } from '@gavel/domain'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../kit/button.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { dayWords } from '../../names/days.ts'
import { partyName } from '../../names/names.ts'
import type { Speech } from '../../words/speaking.ts'
import { useWords } from '../../words/use-words.tsx'
import { areaName } from '../plans/plan-words.ts'
import { RespondDialog } from './respond-dialog.tsx'
import { ResponseMark } from './response-mark.tsx'
import type { RecommendationRow } from './shapes.ts'

interface CardProps {
  readonly state: DomainState
  readonly row: RecommendationRow
  /** The heading's place in the page it stands in. */
  readonly level?: 'h3' | 'h4'
}

/** Who recommends: a member, whom the source names, or the coordinator of the area. */
const fromWords = (state: DomainState, speech: Speech, { member, by, area }: RecommendationRow): string => {
  if (member !== null) return partyName(state, speech, member)
  if (by !== undefined) return by
  return area === undefined
    ? speech.t('app.capacity.secretariat')
    : speech.t('app.capacity.coordinator', { area: areaName(state, speech, area) })
}

/** What was said to it, the latest first; what was said before stays to be seen. */
const Responses = ({ row }: Pick<CardProps, 'row'>) => {
  const speech = useWords()
  const { t } = speech
  if (row.responses.length === 0) return null
  return (
    <ul className="q-told">
      {row.responses.toReversed().map(({ response, words, on, at, commitment }) => (
        <li key={at}>
          <ul className="p-meta small">
            <li>
              <ResponseMark response={response} />
            </li>
            <li>
              <time dateTime={on}>{dayWords(speech, on)}</time>
            </li>
            {commitment !== undefined && (
              <li>
                <Link href={`/commitments/${encodeURIComponent(commitment)}`}>
                  {t('recommendations.followed')}
                </Link>
              </li>
            )}
          </ul>
          {words !== '' && (
            <p dir="auto">
              <bdi>{words}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One recommendation: from whom to whom, its words, what was said to it, and the way to say it. */
export const RecommendationCard = ({ state, row, level: Heading = 'h3' }: CardProps) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const [open, setOpen] = useState(false)
  const mine = as?.kind === 'delegate' && as.member === row.to ? as.member : undefined
  return (
    <article className="q-entry" id={`r-${row.id}`}>
      <header className="p-activity-head">
        <Heading className="q-fromto">
          <bdi>{fromWords(state, speech, row)}</bdi> <span className="soft">{t('recommendations.to')}</span>{' '}
          <bdi>{partyName(state, speech, row.to)}</bdi>
        </Heading>
        <ResponseMark response={row.response} />
      </header>
      <blockquote className="q-words" dir="auto">
        {row.wording}
      </blockquote>
      <ul className="p-meta small soft">
        <li>
          <time dateTime={row.on}>{dayWords(speech, row.on)}</time>
        </li>
        {row.area !== undefined && (
          <li>
            <bdi>{areaName(state, speech, row.area)}</bdi>
          </li>
        )}
        {row.review !== undefined && (
          <li>
            <Link href={`/reviews/${encodeURIComponent(row.review)}`}>{t('recommendations.inReview')}</Link>
          </li>
        )}
        {row.source !== undefined && (
          <li>
            <bdi className="source">{row.source}</bdi>
          </li>
        )}
      </ul>
      <Responses row={row} />
      {mine !== undefined && (
        <p className="no-print">
          <Button
            size="small"
            kind={row.response === 'waiting' ? 'primary' : 'plain'}
            onPress={() => setOpen(true)}
          >
            {t(row.response === 'waiting' ? 'recommendations.respond' : 'recommendations.respondAgain')}
          </Button>
        </p>
      )}
      {open && mine !== undefined && (
        <RespondDialog state={state} row={row} member={mine} onClose={() => setOpen(false)} />
      )}
    </article>
  )
}
