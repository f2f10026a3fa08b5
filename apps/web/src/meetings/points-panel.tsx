import { meetings, parameter } from '@gavel/domain'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { Line } from '../decisions/fields.tsx'
import { TwoSteps } from '../decisions/two-steps.tsx'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'
import { memberNames, ownMember } from './roles.ts'

interface PointProps extends AtHand {
  readonly point: meetings.Point
}

const Said = ({ state, point }: PointProps) => {
  const speech = useWords()
  const { t } = speech
  return (
    <div className="stack" data-gap="small">
      <p className="m-said">
        <b>
          <bdi>{t('point.by', { member: partyName(state, speech, point.member) })}</bdi>
        </b>
      </p>
      <p>{t(`point.${point.kind}`)}</p>
      {point.note !== undefined && (
        <blockquote className="m-quote" dir="auto">
          {point.note}
        </blockquote>
      )}
    </div>
  )
}

/** The chair's ruling: its words, and which way. */
const Ruling = ({ state, meeting, sending, point }: PointProps) => {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const intent = (upheld: boolean) =>
    ({
      type: 'meetings.rulePoint',
      body: {
        meeting: meeting.id,
        point: point.point,
        upheld,
        ...(words.trim() === '' ? {} : { words: words.trim() }),
      },
    }) as const
  return (
    <div className="stack" data-gap="small">
      <Line label={t('point.words')} value={words} onChange={setWords} />
      <p className="row">
        <ActButton state={state} sending={sending} kind="primary" intent={intent(true)}>
          {t('point.uphold')}
        </ActButton>
        <ActButton state={state} sending={sending} intent={intent(false)}>
          {t('point.reject')}
        </ActButton>
      </p>
    </div>
  )
}

/** A ruling that can be appealed, for a delegation. */
const Appeal = ({ state, meeting, role, now, point }: PointProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const member = ownMember(as)
  const how = parameter(state.institution, 'ruling.appeal', now, meeting.body).value
  if (role !== 'delegate' || member === undefined || how === 'none') return null
  return (
    <>
      <p>
        <button type="button" className="button" data-kind="grave" onClick={() => setOpen(true)}>
          {t('point.appeal')}
        </button>
      </p>
      {open && (
        <TwoSteps
          state={state}
          title={t('point.appeal')}
          intent={{
            type: 'meetings.appealRuling',
            body: {
              meeting: meeting.id,
              point: point.point,
              member,
              ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
            },
          }}
          confirm={t('point.appeal')}
          first={
            <>
              <p>{t(how === 'objection' ? 'point.appeal.leadObjection' : 'point.appeal.lead')}</p>
              <Line label={t('point.note')} value={reason} onChange={setReason} />
            </>
          }
          second={<p>{t(`point.${point.kind}`)}</p>}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** A ruling under appeal: who objects to overturning it, and the chair who closes the appeal. */
const UnderAppeal = ({ state, meeting, role, now, sending, point }: PointProps) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const member = ownMember(as)
  const to = { kind: 'appeal', point: point.point } as const
  const objectors = meetings.standingObjections(meeting, to, state, now)
  const objecting = member !== undefined && objectors.includes(member)
  return (
    <div className="stack" data-gap="small">
      <p>
        <bdi>{t('point.appealed', { member: partyName(state, speech, point.appeal!.member) })}</bdi>
      </p>
      <p className="small soft">{t('point.appeal.lead')}</p>
      {objectors.length > 0 && (
        <p className="said" data-stand="objects">
          <span aria-hidden="true">✕</span>{' '}
          <bdi>{t('motion.objectors', { members: memberNames(state, speech, objectors) })}</bdi>
        </p>
      )}
      <p className="row">
        {role === 'delegate' && member !== undefined && (
          <ActButton
            state={state}
            sending={sending}
            kind={objecting ? 'plain' : 'grave'}
            intent={{
              type: objecting ? 'meetings.withdrawObjection' : 'meetings.object',
              body: { meeting: meeting.id, to, member },
            }}
          >
            {t(objecting ? 'point.appeal.withdraw' : 'point.appeal.object')}
          </ActButton>
        )}
        {role === 'chair' && (
          <ActButton
            state={state}
            sending={sending}
            kind="primary"
            intent={{ type: 'meetings.decideAppeal', body: { meeting: meeting.id, point: point.point } }}
          >
            {t('point.appeal.decide')}
          </ActButton>
        )}
      </p>
    </div>
  )
}

const Outcome = ({ point }: Pick<PointProps, 'point'>) => {
  const { t } = useWords()
  const { ruling, appeal } = point
  if (ruling === undefined) return null
  return (
    <>
      <p>
        <b>{t(ruling.upheld ? 'point.upheld' : 'point.rejected')}</b>
        {appeal?.outcome !== undefined && <span> · {t(`point.appeal.${appeal.outcome}`)}</span>}
      </p>
      {ruling.words !== undefined && (
        <blockquote className="m-quote" dir="auto">
          {ruling.words}
        </blockquote>
      )}
    </>
  )
}

/** The point of order that is open, or whose ruling can be appealed; those before it below. */
export const PointsPanel = (at: AtHand) => {
  const { t } = useWords()
  const { meeting, role } = at
  const open = meetings.openPoint(meeting)
  const appealable = meeting.points.find(({ point }) => point === meeting.appealable)
  const now = open ?? appealable
  const earlier = meeting.points.filter(point => point !== now).toReversed()
  if (now === undefined && earlier.length === 0) return null
  return (
    <section
      className="m-panel m-points"
      aria-labelledby="points-title"
      data-open={open === undefined ? undefined : ''}
    >
      <h2 id="points-title">{t('point.title')}</h2>
      {now !== undefined && <Said {...at} point={now} />}
      {open !== undefined && open.ruling === undefined && role !== 'chair' && (
        <p className="soft small">{t('point.waits')}</p>
      )}
      {open !== undefined && open.ruling === undefined && role === 'chair' && <Ruling {...at} point={open} />}
      {now !== undefined && <Outcome point={now} />}
      {open === undefined && appealable !== undefined && <Appeal {...at} point={appealable} />}
      {open?.appeal !== undefined && <UnderAppeal {...at} point={open} />}
      {earlier.length > 0 && (
        <details>
          <summary className="small soft">
            {t('point.earlier')} ({earlier.length})
          </summary>
          <ul className="list">
            {earlier.map(point => (
              <li key={point.point}>
                <Said {...at} point={point} />
                <Outcome point={point} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
