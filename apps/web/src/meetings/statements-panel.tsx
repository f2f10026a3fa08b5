import type { meetings } from '@gavel/domain'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { Button } from '../kit/button.tsx'
import { useRoom } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { type AtHand, steers } from './at-hand.ts'
import { memberNames, ownMember, ownSpeaker, speakerWords } from './roles.ts'
import { StatementDialog } from './statement-dialog.tsx'

type Statement = meetings.MeetingStatement

interface Told {
  readonly statements: readonly { readonly statement: string; readonly wording: string | null }[]
}

interface StatementProps extends AtHand {
  readonly statement: Statement
  readonly wording: string | null
}

const OwnActs = ({ state, meeting, role, sending, statement }: StatementProps) => {
  const { t } = useWords()
  const { as, viewer } = useRoom()
  const member = ownMember(as)
  const own = ownSpeaker(as)
  const mine =
    steers({ role }) || own === undefined
      ? statement.by === viewer.person
      : JSON.stringify(own) === JSON.stringify(statement.speaker)
  const named = member !== undefined && statement.onBehalfOf.includes(member)
  const at = { meeting: meeting.id, statement: statement.statement }
  return (
    <p className="row">
      {named && !statement.joined.includes(member) && (
        <ActButton
          state={state}
          sending={sending}
          size="small"
          kind="primary"
          intent={{ type: 'meetings.joinStatement', body: { ...at, member } }}
        >
          {t('said.join')}
        </ActButton>
      )}
      {mine && (
        <ActButton
          state={state}
          sending={sending}
          size="small"
          kind="quiet"
          intent={{ type: 'meetings.withdrawStatement', body: at }}
        >
          {t('said.withdraw')}
        </ActButton>
      )}
    </p>
  )
}

const StatementShown = (at: StatementProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const { state, statement, wording } = at
  const { speaker, purpose, joined, onBehalfOf, forJournal, withdrawnAt } = statement
  const { as } = useRoom()
  const member = ownMember(as)
  const waits = member !== undefined && onBehalfOf.includes(member) && !joined.includes(member)
  return (
    <li data-withdrawn={withdrawnAt === undefined ? undefined : ''}>
      <p>
        <b>
          <bdi>{speakerWords(state, speech, speaker)}</bdi>
        </b>{' '}
        <span className="soft small">
          {t(`said.purpose.${purpose}`)}
          {forJournal && ` · ${t('said.annexed')}`}
          {withdrawnAt !== undefined && ` · ${t('said.withdrawn', { at: instant(withdrawnAt, 'time') })}`}
        </span>
      </p>
      {joined.length > 0 && (
        <p className="small">
          <bdi>{t('said.joined', { members: memberNames(state, speech, joined) })}</bdi>
        </p>
      )}
      {wording !== null && withdrawnAt === undefined && (
        <blockquote className="m-quote" dir="auto">
          {wording}
        </blockquote>
      )}
      {waits && <p className="small">{t('said.named', { member: partyName(state, speech, member) })}</p>}
      {withdrawnAt === undefined && <OwnActs {...at} />}
    </li>
  )
}

/** Statements for the record, word for word, and the way to make one. */
export const StatementsPanel = (at: AtHand) => {
  const { t } = useWords()
  const { meeting, role } = at
  const [open, setOpen] = useState(false)
  const { data } = useView<Told>(
    meeting.statements.length === 0 ? null : `/api/meetings/${encodeURIComponent(meeting.id)}/statements`,
  )
  const mayMake = role !== 'onlooker' && meeting.openedAt !== undefined
  if (meeting.statements.length === 0 && !mayMake) return null
  return (
    <section className="m-panel" aria-labelledby="statements-title">
      <h2 id="statements-title">{t('said.title')}</h2>
      {meeting.statements.length === 0 && <p className="soft small">{t('said.none')}</p>}
      <ul className="list">
        {meeting.statements.map(statement => (
          <StatementShown
            key={statement.statement}
            {...at}
            statement={statement}
            wording={data?.statements.find(each => each.statement === statement.statement)?.wording ?? null}
          />
        ))}
      </ul>
      {mayMake && (
        <p>
          <Button size="small" onPress={() => setOpen(true)}>
            {t('said.make')}
          </Button>
        </p>
      )}
      {open && <StatementDialog {...at} onClose={() => setOpen(false)} />}
    </section>
  )
}
