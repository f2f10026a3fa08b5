import { type Capacity, capacityName, type DomainState, institution } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { useId, useState } from 'react'
import { Accrediting } from '../credentials/accrediting.tsx'
import type { TextRow } from '../institution/papers.ts'
import { useNow } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { capacityWords } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'

/** Every seat that is no delegate's and that somebody may be accredited to at an instant (I-23). */
const seatsIn = (
  state: DomainState,
  open: readonly TextRow[],
  now: Parameters<typeof institution.partyAt>[2],
) => {
  const own = state.institution
  const observers = own.partyOrder.filter(id => {
    const claim = institution.partyAt(own, id, now)
    return claim !== undefined && claim.standing !== 'member' && claim.status === 'active'
  })
  return [
    { kind: 'secretariat' },
    ...own.bodyOrder.map((body): Capacity => ({ kind: 'chair', body })),
    ...own.areaOrder.map((area): Capacity => ({ kind: 'coordinator', area })),
    ...open.map((text): Capacity => ({ kind: 'facilitator', text: text.id as TextId })),
    ...observers.map((observer): Capacity => ({ kind: 'observer', observer })),
  ] satisfies readonly Capacity[]
}

/** Accrediting somebody to a seat that is no delegate's: which one is chosen first. */
export const OtherSeat = ({
  state,
  onClose,
}: {
  readonly state: DomainState
  readonly onClose: () => void
}) => {
  const speech = useWords()
  const { t } = speech
  const label = useId()
  const now = useNow(60_000)
  const { data } = useView<{ texts: readonly TextRow[] }>('/api/texts')
  const open = (data?.texts ?? []).filter(({ stage }) => stage !== 'adopted')
  const seats: readonly Capacity[] = seatsIn(state, open, now)
  const [chosen, setChosen] = useState('secretariat')
  const capacity = seats.find(seat => capacityName(seat) === chosen) ?? { kind: 'secretariat' as const }
  const words = (seat: Capacity): string => {
    const title = seat.kind === 'facilitator' ? open.find(({ id }) => id === seat.text)?.title : undefined
    return title === undefined
      ? capacityWords(state, speech, seat)
      : `${capacityWords(state, speech, seat)}: ${title}`
  }
  return (
    <Accrediting
      key={capacity.kind}
      state={state}
      title={t('desk.others.do')}
      capacity={capacity}
      onClose={onClose}
      before={
        <div className="field">
          <label htmlFor={label}>{t('credential.capacity')}</label>
          <select id={label} value={chosen} onChange={event => setChosen(event.target.value)}>
            {seats.map(seat => (
              <option key={capacityName(seat)} value={capacityName(seat)}>
                {words(seat)}
              </option>
            ))}
          </select>
        </div>
      }
    />
  )
}
