import { meetings, parameter } from '@gavel/domain'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'

type Quorum = ReturnType<typeof meetings.quorumOf>

/** `1/3` and `>1/2` read alike in every language; the word for the source is the record's own. */
const Line = ({ purpose, quorum }: { readonly purpose: 'opens' | 'decides'; readonly quorum: Quorum }) => {
  const { t } = useWords()
  const { reached, needed, present, share, source } = quorum
  return (
    <li data-reached={reached ? '' : undefined} title={t('presence.share', { share, source })}>
      <span aria-hidden="true">{reached ? '✓' : '○'}</span> {t(`presence.${purpose}`)}:{' '}
      {reached ? t('presence.reached', { needed }) : t('presence.missing', { n: needed - present, needed })}
    </li>
  )
}

/** M-14. Both quorums as the room is now, and of whom they are counted. */
export const QuorumLines = ({ state, meeting, now }: Pick<AtHand, 'state' | 'meeting' | 'now'>) => {
  const { t } = useWords()
  const opens = meetings.quorumOf('opens', meeting, state, now)
  const decides = meetings.quorumOf('decides', meeting, state, now)
  const of = parameter(state.institution, 'quorum.of', now, meeting.body).value
  return (
    <div className="m-quorum" aria-live="polite">
      <p className="m-count">
        <b className="numeric">{t('presence.counts', { present: opens.present, outOf: opens.outOf })}</b>{' '}
        <span className="soft small">{t(`presence.of.${of}`)}</span>
      </p>
      <ul className="m-quorums">
        <Line purpose="opens" quorum={opens} />
        <Line purpose="decides" quorum={decides} />
      </ul>
    </div>
  )
}
