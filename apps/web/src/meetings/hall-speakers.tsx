import { type DomainState, meetings } from '@gavel/domain'
import { useWords } from '../words/use-words.tsx'
import type { Meeting } from './next-step.ts'
import { speakerWords } from './roles.ts'
import { SpeechFigure } from './speech-figure.tsx'

interface SpeakersProps {
  readonly state: DomainState
  readonly meeting: Meeting
  readonly item: string
}

/** So many names are shown of those who wait. */
const mostWaiting = 6

/** Who has the floor and for how long, and who comes then. */
export const HallSpeakers = ({ state, meeting, item }: SpeakersProps) => {
  const speech = useWords()
  const { t } = speech
  const { requests, closed } = meetings.listOf(meeting, item)
  const { speaking } = meeting
  const waiting = requests.slice(0, mostWaiting)
  return (
    <div className="m-hall-speakers">
      {speaking === null ? (
        <h1 className="m-hall-free">{t('hall.floorFree')}</h1>
      ) : (
        <section aria-label={t('floor.title')}>
          <h1 dir="auto">{speakerWords(state, speech, speaking.speaker)}</h1>
          {speaking.kind === 'reply' && <p className="m-hall-reply">{t('floor.reply')}</p>}
          <SpeechFigure speaking={speaking} />
        </section>
      )}
      {waiting.length > 0 && (
        <section className="m-hall-then" aria-label={t(speaking === null ? 'hall.next' : 'hall.then')}>
          <h2>{t(speaking === null ? 'hall.next' : 'hall.then')}</h2>
          <ol>
            {waiting.map(({ request, speaker, kind }, at) => (
              <li key={request}>
                <span className="m-hall-number">{at + 1}</span>
                <span>
                  <bdi>{speakerWords(state, speech, speaker)}</bdi>
                  {kind === 'reply' && <span className="m-hall-course"> {t('floor.reply')}</span>}
                </span>
              </li>
            ))}
          </ol>
          {requests.length > mostWaiting && (
            <p className="m-hall-course">{t('hall.more', { n: requests.length - mostWaiting })}</p>
          )}
        </section>
      )}
      {closed && <p className="m-hall-course">{t('floor.list.closed')}</p>}
    </div>
  )
}
