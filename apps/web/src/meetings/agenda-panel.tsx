import { meetings } from '@gavel/domain'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { TwoSteps } from '../decisions/two-steps.tsx'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'
import { Documents } from './documents.tsx'
import { memberNames, ownMember } from './roles.ts'
import { statusSign } from './signs.ts'

const outcomes = [
  ['concluded', 'agenda.conclude'],
  ['leftOpen', 'agenda.leaveOpen'],
  ['carriedOver', 'agenda.carryOver'],
] as const

/** What the chair can do with an item: end the one under consideration, take up another. */
const ItemActs = ({ state, meeting, sending, item }: AtHand & { readonly item: string }) => {
  const { t } = useWords()
  const at = { meeting: meeting.id, item }
  const course = meetings.courseOf(meeting, item)
  if (course === 'underConsideration')
    return (
      <p className="row m-item-acts">
        {outcomes.map(([outcome, word]) => (
          <ActButton
            key={outcome}
            state={state}
            sending={sending}
            size="small"
            intent={{ type: 'meetings.concludeItem', body: { ...at, outcome } }}
          >
            {t(word, { number: item })}
          </ActButton>
        ))}
      </p>
    )
  if (course === 'concluded' || meetings.currentItem(meeting) !== undefined) return null
  return (
    <p className="row m-item-acts">
      <ActButton
        state={state}
        sending={sending}
        size="small"
        intent={{ type: 'meetings.takeUpItem', body: at }}
      >
        {t('agenda.takeUp', { number: item })}
      </ActButton>
    </p>
  )
}

const Item = (at: AtHand & { readonly item: meetings.AgendaItem }) => {
  const { t } = useWords()
  const { meeting, role, item } = at
  const { number, title, under } = item
  const course = meetings.courseOf(meeting, number)
  return (
    <li
      data-course={course}
      data-depth={under === undefined ? 0 : number.split('(').length - 1}
      aria-current={course === 'underConsideration' ? 'step' : undefined}
    >
      <span className="m-number">{number}</span>
      <div className="stack" data-gap="small">
        <p>
          <bdi>{title}</bdi>
          {course !== undefined && (
            <span className="m-course">
              {' '}
              <span aria-hidden="true">{statusSign(course)}</span> {t(`agenda.status.${course}`)}
            </span>
          )}
        </p>
        <Documents meeting={meeting} item={number} />
        {role === 'chair' && meeting.status === 'open' && <ItemActs {...at} item={number} />}
      </div>
    </li>
  )
}

/** Until the agenda is adopted: who objects to it, and what can be done about that. */
const Adoption = ({ state, meeting, role, now, sending }: AtHand) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const [open, setOpen] = useState(false)
  const member = ownMember(as)
  const to = { kind: 'agenda' } as const
  const objectors = meetings.standingObjections(meeting, to, state, now)
  return (
    <div className="stack" data-gap="small">
      {objectors.length > 0 && (
        <p className="said" data-stand="objects">
          <span aria-hidden="true">✕</span> {t('agenda.objected')}{' '}
          <bdi>{memberNames(state, speech, objectors)}</bdi>
        </p>
      )}
      {role === 'chair' && meeting.status === 'open' && (
        <p>
          <ActButton
            state={state}
            sending={sending}
            intent={{ type: 'meetings.adoptAgenda', body: { meeting: meeting.id, agenda: meeting.agenda } }}
          >
            {t('agenda.adopt')}
          </ActButton>
        </p>
      )}
      {role === 'delegate' &&
        member !== undefined &&
        (objectors.includes(member) ? (
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
            kind="quiet"
            intent={{ type: 'meetings.object', body: { meeting: meeting.id, to, member } }}
            instead={() => setOpen(true)}
          >
            {t('agenda.object')}
          </ActButton>
        ))}
      {open && member !== undefined && (
        <TwoSteps
          state={state}
          title={t('agenda.object')}
          intent={{ type: 'meetings.object', body: { meeting: meeting.id, to, member } }}
          confirm={t('agenda.object')}
          first={<p>{t('agenda.object.lead', { member: partyName(state, speech, member) })}</p>}
          second={<p>{t('decision.object.confirm', { member: partyName(state, speech, member) })}</p>}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

/** The agenda: what is under consideration, what was dealt with, what lies under each item. */
export const AgendaPanel = (at: AtHand) => {
  const { t } = useWords()
  const { meeting } = at
  const title = meeting.agendaAdopted ? 'agenda.adopted' : 'agenda.provisional'
  return (
    <section className="m-panel m-agenda" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{t(title)}</h2>
      <ol>
        {meeting.agenda.map(item => (
          <Item key={item.number} {...at} item={item} />
        ))}
      </ol>
      {!meeting.agendaAdopted && meeting.status !== 'closed' && <Adoption {...at} />}
    </section>
  )
}
