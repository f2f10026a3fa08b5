import '../styles/meetings.css'
import { meetings } from '@gavel/domain'
import type { ReactNode } from 'react'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { Missing } from '../kit/missing.tsx'
import { Notice } from '../kit/notice.tsx'
import { useWords } from '../words/use-words.tsx'
import { AgendaPanel } from './agenda-panel.tsx'
import type { AtHand } from './at-hand.ts'
import { FloorPanel } from './floor-panel.tsx'
import { HallPanel } from './hall-panel.tsx'
import { MatterPanel } from './matter-panel.tsx'
import { MeetingHead, type MeetingTab } from './meeting-head.tsx'
import { MotionsPanel } from './motions-panel.tsx'
import { NextPanel } from './next-panel.tsx'
import { OwnPanel } from './own-panel.tsx'
import { PointsPanel } from './points-panel.tsx'
import { PresencePanel } from './presence-panel.tsx'
import { StatementsPanel } from './statements-panel.tsx'
import { useMeeting } from './use-meeting.ts'

/** Whether the viewer may follow the floor: before closed doors nothing of it is here. */
const follows = ({ meeting, role }: AtHand): boolean =>
  meeting.access === 'public' || role === 'chair' || role === 'secretariat' || role === 'delegate'

/** A sitting on one screen: what is before the meeting in the middle, the agenda and the room beside it. */
const Sitting = (at: AtHand) => {
  const { t } = useWords()
  const { meeting, role, sending } = at
  const seen = follows(at)
  // A point of order comes before everything else while it is open or its ruling can be appealed; past ones do not.
  const points = meetings.openPoint(meeting) !== undefined || meeting.appealable !== null
  return (
    <div className="m-sitting" data-role={role}>
      <div className="m-middle">
        {sending.problem !== null && <ProblemShown problem={sending.problem} />}
        {meeting.access === 'closed' && !seen && <Notice>{t('meeting.doors.closed')}</Notice>}
        <NextPanel {...at} />
        {seen && (
          <>
            {points && <PointsPanel {...at} />}
            <MatterPanel {...at} />
            <FloorPanel {...at} />
            {!points && <PointsPanel {...at} />}
            <MotionsPanel {...at} />
            <StatementsPanel {...at} />
          </>
        )}
      </div>
      <div className="m-side">
        <OwnPanel {...at} />
        {seen && role === 'chair' && <HallPanel {...at} />}
        {seen && <PresencePanel {...at} />}
        {seen && role !== 'chair' && <HallPanel {...at} />}
      </div>
      <div className="m-left">
        <AgendaPanel {...at} />
      </div>
    </div>
  )
}

interface FrameProps {
  readonly id: string
  readonly tab: MeetingTab
  readonly children: (at: AtHand) => ReactNode
}

/** A meeting with its head, and one way to look at it. */
export const MeetingFrame = ({ id, tab, children }: FrameProps) => {
  const { t } = useWords()
  const found = useMeeting(id)
  if (found.kind === 'looking')
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  if (found.kind === 'missing') return <Missing />
  const { state, meeting } = found.at
  return (
    <article className="m-scene">
      <MeetingHead state={state} meeting={meeting} tab={tab} />
      {children(found.at)}
    </article>
  )
}

/** The sitting: one screen for each role, the chair's, the secretariat's, a delegation's, and for who looks on. */
export const MeetingScene = ({ id }: { readonly id: string }) => (
  <MeetingFrame id={id} tab="sitting">
    {at => <Sitting {...at} />}
  </MeetingFrame>
)
