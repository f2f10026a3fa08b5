import { meetings } from '@gavel/domain'
import { ActButton } from '../acting/act-button.tsx'
import { Button } from '../kit/button.tsx'
import type { Intent } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'
import { listInView } from './list-in-view.ts'
import { speakerWords } from './roles.ts'
import { SpeakersList } from './speakers-list.tsx'
import { SpeechFigure } from './speech-figure.tsx'

/** What ends a speech, with the hall's screen brought back from a call to time. */
export const endingOf = (meeting: AtHand['meeting']): readonly Intent[] => {
  const ends: Intent = { type: 'meetings.endFloor', body: { meeting: meeting.id } }
  if (meeting.shown?.what.kind !== 'message' || meeting.speaking === null) return [ends]
  const what = { kind: 'speakers', item: meeting.speaking.item } as const
  return [ends, { type: 'meetings.show', body: { meeting: meeting.id, what } }]
}

/** Who has the floor, with the clock; the chair ends it, or calls to time on the screen of the hall. */
const Speaking = ({ state, meeting, role, sending }: AtHand) => {
  const speech = useWords()
  const { t } = speech
  const { speaking } = meeting
  if (speaking === null) return <p className="m-nobody">{t('floor.nobody')}</p>
  const speaker = speakerWords(state, speech, speaking.speaker)
  const words = t('floor.callToTime.words', { speaker })
  return (
    <div className="m-speaking">
      <p className="m-speaker">
        <b>
          <bdi>{speaker}</bdi>
        </b>{' '}
        <span className="soft">{t(speaking.kind === 'reply' ? 'floor.reply' : 'floor.has')}</span>
      </p>
      <SpeechFigure speaking={speaking} />
      {role === 'chair' && (
        <p className="row">
          <ActButton
            state={state}
            sending={sending}
            kind="primary"
            intent={{ type: 'meetings.endFloor', body: { meeting: meeting.id } }}
            instead={() => void sending.send(...endingOf(meeting))}
          >
            {t('floor.end')}
          </ActButton>
          <Button
            onPress={() =>
              void sending.send({
                type: 'meetings.show',
                body: { meeting: meeting.id, what: { kind: 'message', words } },
              })
            }
          >
            {t('floor.callToTime')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** The floor: who has it, who waits for it. */
export const FloorPanel = (at: AtHand) => {
  const { t } = useWords()
  const item = listInView(at.meeting)
  return (
    <section
      className="m-panel m-floor"
      aria-labelledby="floor-title"
      data-speaking={at.meeting.speaking === null ? undefined : ''}
    >
      <h2 id="floor-title">{t('floor.title')}</h2>
      <Speaking {...at} />
      {item !== undefined && <SpeakersList {...at} list={meetings.listOf(at.meeting, item)} />}
    </section>
  )
}
