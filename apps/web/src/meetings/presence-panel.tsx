import { institution } from '@gavel/domain'
import { type KeyboardEvent, useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { ActButton } from '../acting/act-button.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { type AtHand, steers } from './at-hand.ts'
import { QuorumLines } from './quorum-lines.tsx'

interface Seat {
  readonly id: ReturnType<typeof institution.membersOf>[number]
  readonly name: string
  readonly there: boolean
}

/** Whether what was typed is meant for a name: it begins with it, or one of its words does, or it is the code. */
export const isMeant = (typed: string, name: string, id: string): boolean => {
  const wanted = typed.trim().toLocaleLowerCase()
  if (wanted === '') return true
  const words = name.toLocaleLowerCase()
  return (
    words.startsWith(wanted) ||
    words.split(/[\s-]+/).some(word => word.startsWith(wanted)) ||
    id.toLocaleLowerCase().startsWith(wanted)
  )
}

const useSeats = ({ state, meeting, now }: AtHand): readonly Seat[] => {
  const speech = useWords()
  return institution
    .membersOf(state.institution, meeting.body, now)
    .map(id => ({ id, name: partyName(state, speech, id), there: meeting.present.includes(id) }))
    .sort((a, b) => speech.compare(a.name, b.name))
}

/** Every delegation with a switch; typing finds one, Enter switches the first that is found. */
const Recording = (at: AtHand) => {
  const { t } = useWords()
  const { state, meeting, sending } = at
  const [typed, setTyped] = useState('')
  const seats = useSeats(at)
  const found = seats.filter(({ id, name }) => isMeant(typed, name, id))
  const intent = ({ id, there }: Seat) =>
    ({
      type: 'meetings.recordPresence',
      body: { meeting: meeting.id, member: id, present: !there },
    }) as const
  const press = async (event: KeyboardEvent): Promise<void> => {
    const [first] = found
    if (event.key !== 'Enter' || typed.trim() === '' || first === undefined) return
    event.preventDefault()
    if (await sending.send(intent(first))) setTyped('')
  }
  return (
    <div className="stack" data-gap="small">
      <SearchField className="field" value={typed} onChange={setTyped} onKeyDown={event => void press(event)}>
        <Label>{t('presence.find')}</Label>
        <Input dir="auto" autoComplete="off" />
      </SearchField>
      <ul className="m-seats">
        {found.map(seat => (
          <li key={seat.id}>
            <ActButton
              state={state}
              sending={sending}
              size="small"
              kind={seat.there ? 'plain' : 'quiet'}
              pressed={seat.there}
              intent={intent(seat)}
            >
              <span aria-hidden="true">{seat.there ? '●' : '○'}</span> <bdi>{seat.name}</bdi>
            </ActButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who is in the room, for those who only look. */
const Board = (at: AtHand) => {
  const { t } = useWords()
  const seats = useSeats(at)
  const there = seats.filter(seat => seat.there)
  const away = seats.filter(seat => !seat.there)
  return (
    <div className="stack" data-gap="small">
      {there.length === 0 ? (
        <p className="soft">{t('presence.none')}</p>
      ) : (
        <ul className="m-board">
          {there.map(({ id, name }) => (
            <li key={id}>
              <span aria-hidden="true">●</span> <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {away.length > 0 && (
        <details>
          <summary className="small soft">
            {t('presence.absent')} ({away.length})
          </summary>
          <ul className="m-board soft">
            {away.map(({ id, name }) => (
              <li key={id}>
                <span aria-hidden="true">○</span> <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Presence and what it makes of the quorums; who steers records it here. */
export const PresencePanel = (at: AtHand) => {
  const { t } = useWords()
  const { meeting, role } = at
  return (
    <section className="m-panel" aria-labelledby="presence-title">
      <h2 id="presence-title">{t('presence.title')}</h2>
      <QuorumLines {...at} />
      {meeting.status === 'closed' || !steers(at) ? (
        <Board {...at} />
      ) : role === 'secretariat' ? (
        <Recording {...at} />
      ) : (
        <details>
          <summary>{t('presence.record')}</summary>
          <Recording {...at} />
        </details>
      )}
    </section>
  )
}
