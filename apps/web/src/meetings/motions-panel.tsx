import { meetings } from '@gavel/domain'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { TwoSteps } from '../decisions/two-steps.tsx'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'
import { memberNames, ownMember, ownSpeaker, speakerWords } from './roles.ts'

interface MotionProps extends AtHand {
  readonly motion: meetings.Motion
}

/** What a motion asks for beyond its kind. */
const Aim = ({ meeting, motion }: Pick<MotionProps, 'meeting' | 'motion'>) => {
  const { t, instant } = useWords()
  const { aim } = motion
  const until = 'until' in aim ? aim.until : undefined
  if (until !== undefined)
    return (
      <p className="small">
        {t('motion.until')} {instant(until, 'full', meeting.timeZone)}
      </p>
    )
  if (aim.kind === 'divisionOfText')
    return (
      <p className="small" dir="auto">
        {aim.parts}
      </p>
    )
  if (aim.kind !== 'agendaChange') return null
  const { change } = aim
  const said =
    change.kind === 'add'
      ? `+ ${change.item.number} ${change.item.title}`
      : change.kind === 'withdraw'
        ? `− ${change.number}`
        : change.numbers.join(', ')
  return (
    <p className="small" dir="auto">
      {said}
    </p>
  )
}

const Standing = ({ state, meeting, now, motion }: MotionProps) => {
  const speech = useWords()
  const { t } = speech
  const to = { kind: 'motion', motion: motion.motion } as const
  const objectors = motion.outcome === undefined ? meetings.standingObjections(meeting, to, state, now) : []
  return (
    <>
      {motion.for.length > 0 && (
        <p className="small">
          {t('motion.for')}: <bdi>{memberNames(state, speech, motion.for)}</bdi>
        </p>
      )}
      {motion.against.length > 0 && (
        <p className="small">
          {t('motion.against')}: <bdi>{memberNames(state, speech, motion.against)}</bdi>
        </p>
      )}
      {objectors.length > 0 && (
        <p className="said" data-stand="objects">
          <span aria-hidden="true">✕</span>{' '}
          <bdi>{t('motion.objectors', { members: memberNames(state, speech, objectors) })}</bdi>
        </p>
      )}
    </>
  )
}

/** What a delegation can do about a motion: speak once on a side, object in two steps. */
const OwnActs = ({ state, meeting, now, sending, motion }: MotionProps) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const [open, setOpen] = useState(false)
  const member = ownMember(as)
  if (member === undefined) return null
  const to = { kind: 'motion', motion: motion.motion } as const
  const objecting = meetings.standingObjections(meeting, to, state, now).includes(member)
  const objects = { type: 'meetings.object', body: { meeting: meeting.id, to, member } } as const
  const speaks = (side: 'for' | 'against') =>
    ({
      type: 'meetings.speakOnMotion',
      body: { meeting: meeting.id, motion: motion.motion, member, side },
    }) as const
  return (
    <>
      <ActButton state={state} sending={sending} size="small" intent={speaks('for')}>
        {t('motion.speakFor')}
      </ActButton>
      <ActButton state={state} sending={sending} size="small" intent={speaks('against')}>
        {t('motion.speakAgainst')}
      </ActButton>
      {objecting ? (
        <ActButton
          state={state}
          sending={sending}
          size="small"
          intent={{ type: 'meetings.withdrawObjection', body: { meeting: meeting.id, to, member } }}
        >
          {t('motion.withdrawObjection')}
        </ActButton>
      ) : (
        <ActButton
          state={state}
          sending={sending}
          size="small"
          kind="grave"
          intent={objects}
          instead={() => setOpen(true)}
        >
          {t('motion.object')}
        </ActButton>
      )}
      {open && (
        <TwoSteps
          state={state}
          title={t('motion.object')}
          intent={objects}
          confirm={t('motion.object')}
          first={<p>{t('motion.object.lead')}</p>}
          second={<p>{t('decision.object.confirm', { member: partyName(state, speech, member) })}</p>}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

const MotionActs = (at: MotionProps) => {
  const { t } = useWords()
  const { state, meeting, role, sending, motion } = at
  const { as } = useRoom()
  const own = ownSpeaker(as)
  const mine = own !== undefined && JSON.stringify(own) === JSON.stringify(motion.mover)
  const decides = (carried: boolean) =>
    ({
      type: 'meetings.decideMotion',
      body: { meeting: meeting.id, motion: motion.motion, carried },
    }) as const
  return (
    <div className="row">
      {role === 'delegate' && <OwnActs {...at} />}
      {mine && (
        <ActButton
          state={state}
          sending={sending}
          size="small"
          intent={{ type: 'meetings.withdrawMotion', body: { meeting: meeting.id, motion: motion.motion } }}
        >
          {t('motion.withdraw')}
        </ActButton>
      )}
      {role === 'chair' && (
        <>
          <ActButton state={state} sending={sending} size="small" intent={decides(true)}>
            {t('motion.carry')}
          </ActButton>
          <ActButton state={state} sending={sending} size="small" intent={decides(false)}>
            {t('motion.fall')}
          </ActButton>
        </>
      )}
    </div>
  )
}

const MotionShown = (at: MotionProps & { readonly first?: boolean }) => {
  const speech = useWords()
  const { t } = speech
  const { state, motion, first = false } = at
  return (
    <li className="stack" data-gap="small">
      <p>
        <bdi>
          {t('motion.moved', {
            mover: speakerWords(state, speech, motion.mover),
            aim: t(`motion.${motion.aim.kind}`),
          })}
        </bdi>{' '}
        {first && (
          <span className="badge" data-tone="accent">
            {t('motion.first')}
          </span>
        )}
        {motion.outcome !== undefined && (
          <span className="badge">{t(`motion.outcome.${motion.outcome.kind}`)}</span>
        )}
      </p>
      <Aim {...at} />
      {motion.note !== undefined && (
        <blockquote className="m-quote" dir="auto">
          {motion.note}
        </blockquote>
      )}
      <Standing {...at} />
      {motion.outcome === undefined && <MotionActs {...at} />}
    </li>
  )
}

/** Procedural motions: those that are open in the order in which they are decided, those before them below. */
export const MotionsPanel = (at: AtHand) => {
  const { t } = useWords()
  const open = meetings.openMotions(at.meeting)
  const earlier = at.meeting.motions.filter(({ outcome }) => outcome !== undefined).toReversed()
  if (open.length === 0 && earlier.length === 0) return null
  return (
    <section
      className="m-panel"
      aria-labelledby="motions-title"
      data-open={open.length === 0 ? undefined : ''}
    >
      <h2 id="motions-title">{t('motion.title')}</h2>
      <ol className="list">
        {open.map((motion, n) => (
          <MotionShown key={motion.motion} {...at} motion={motion} first={n === 0 && open.length > 1} />
        ))}
      </ol>
      {earlier.length > 0 && (
        <details>
          <summary className="small soft">
            {t('motion.earlier')} ({earlier.length})
          </summary>
          <ol className="list">
            {earlier.map(motion => (
              <MotionShown key={motion.motion} {...at} motion={motion} />
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}
