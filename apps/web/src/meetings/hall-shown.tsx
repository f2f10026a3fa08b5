import { type DomainState, meetings } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { useNow, useRoom } from '../live/use-room.tsx'
import { bodyName, partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { HallAgenda, HallItem, HallPresence } from './hall-agenda.tsx'
import { HallDecision } from './hall-decision.tsx'
import { useFit } from './hall-fit.ts'
import { HallSpeakers } from './hall-speakers.tsx'
import { HallText } from './hall-text.tsx'
import type { Meeting } from './next-step.ts'
import { PauseWords } from './pause-words.tsx'

interface ShownProps {
  readonly state: DomainState
  readonly meeting: Meeting
}

/** What is on the screen before anybody has driven it, and after the end: what meets here. */
const atFirst = { kind: 'title' } as const

const Content = ({ state, meeting, now }: ShownProps & { readonly now: Instant }) => {
  const speech = useWords()
  const { what } = meeting.shown ?? { what: atFirst }
  switch (what.kind) {
    case 'nothing':
      return null
    case 'title':
      return (
        <>
          <p className="m-hall-item">{bodyName(state, speech, meeting.body)}</p>
          <h1 dir="auto">{meeting.title}</h1>
          <PauseWords meeting={meeting} />
        </>
      )
    case 'agenda':
      return <HallAgenda meeting={meeting} />
    case 'presence':
      return <HallPresence state={state} meeting={meeting} now={now} />
    case 'item':
      return <HallItem meeting={meeting} item={what.item} />
    case 'speakers':
      return <HallSpeakers state={state} meeting={meeting} item={what.item} />
    case 'text':
      return <HallText state={state} text={what.text} paragraphs={what.paragraphs} />
    case 'decision':
    case 'silence':
      return <HallDecision state={state} id={what.decision} timeZone={meeting.timeZone} now={now} />
    case 'message':
      return (
        <p className="m-hall-message" dir="auto">
          {what.words}
        </p>
      )
  }
}

/** A point of order interrupts whatever is shown. */
const PointOnTop = ({ state, meeting }: ShownProps) => {
  const speech = useWords()
  const { t } = speech
  const point = meetings.openPoint(meeting)
  if (point === undefined) return null
  return (
    <p className="m-hall-point">
      <span aria-hidden="true">◆</span> <b>{t('hall.point')}</b>{' '}
      <bdi>{partyName(state, speech, point.member)}</bdi>
      <span className="m-hall-course"> {t(`point.${point.kind}`)}</span>
    </p>
  )
}

const Foot = ({ state, meeting }: ShownProps) => {
  const speech = useWords()
  const { t } = speech
  const { viewer } = useRoom()
  const item = meetings.currentItem(meeting)
  const found = meeting.agenda.find(({ number }) => number === item)
  const sitting = meeting.sittings.at(-1)
  return (
    <footer className="m-hall-foot">
      {viewer.demonstration && (
        <p className="m-hall-exercise">
          <span aria-hidden="true">△</span> {t('hall.exercise')}
        </p>
      )}
      <p>
        <bdi>{meeting.title}</bdi>
        {sitting !== undefined && <span> · {t('hall.sitting', { n: sitting.number })}</span>}
        {meeting.access === 'closed' && <span> · {t('hall.closed')}</span>}
      </p>
      {found !== undefined && (
        <p>
          {found.number} <bdi>{found.title}</bdi>
        </p>
      )}
      <p className="spoken">{bodyName(state, speech, meeting.body)}</p>
    </footer>
  )
}

/**
 * What the hall sees, as large as the box it stands in allows: the whole screen of a projector, or the chair's preview.
 * `preview`: it stands in a small box, where nothing has to be read from afar.
 */
export const HallShown = ({
  state,
  meeting,
  preview = false,
}: ShownProps & { readonly preview?: boolean }) => {
  const { instant } = useWords()
  const now = useNow()
  const box = useFit(state)
  const kind = meeting.shown?.what.kind ?? 'title'
  const { organisation } = state.institution
  return (
    <div className="m-hall" data-preview={preview ? '' : undefined} data-kind={kind}>
      <div className="m-hall-in">
        <header className="m-hall-head">
          <p>
            <bdi>{organisation?.shortName ?? ''}</bdi>
          </p>
          <p className="numeric">{instant(now, 'time', meeting.timeZone)}</p>
        </header>
        <PointOnTop state={state} meeting={meeting} />
        <div className="m-hall-main" ref={box} aria-live={preview ? 'off' : 'polite'}>
          <Content state={state} meeting={meeting} now={now} />
        </div>
        <Foot state={state} meeting={meeting} />
      </div>
    </div>
  )
}
