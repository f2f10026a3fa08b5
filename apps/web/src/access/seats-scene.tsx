import { type Capacity, capacityName, type DomainState, institution } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { Link, useLocation, useSearch } from 'wouter'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { type Asking, useAsking } from '../acting/use-asking.ts'
import { Button } from '../kit/button.tsx'
import { Badge, Notice } from '../kit/notice.tsx'
import { request } from '../live/request.ts'
import { useNow, useRoom, useSlice } from '../live/use-room.tsx'
import { useAskAgain, useView } from '../live/use-view.ts'
import { partyName } from '../names/names.ts'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import type { Seat } from './answers.ts'
import { returnTo } from './return-to.ts'

/** What a seat is called where it stands among its like. */
const seatTitle = ({ t, name }: Speech, { as, of }: Seat): string => {
  if (as.kind === 'secretariat') return t('app.capacity.secretariat')
  if (as.kind === 'facilitator') return t('seats.facilitator')
  return of === null ? capacityName(as) : name(of)
}

const seatLine = (speech: Speech, { as, of }: Seat, state: DomainState | undefined, now: Instant): string => {
  const { t, name } = speech
  if (as.kind === 'secretariat') return t('seats.secretariat.of')
  if (as.kind === 'chair') {
    const held = state === undefined ? undefined : institution.chairOf(state.institution, as.body, now)
    return held === undefined
      ? t('seats.chair')
      : t('seats.chair.of', { member: partyName(state, speech, held.term.holder) })
  }
  return as.kind === 'facilitator' && of !== null ? name(of) : ''
}

interface SeatProps {
  readonly seat: Seat
  readonly onSit: (as: Capacity) => void
}

/** A seat is one button: its name, what it is, and whether somebody sits there now. */
const SeatButton = ({ seat, onSit }: SeatProps) => {
  const speech = useWords()
  const { t } = speech
  const state = useSlice()
  const now = useNow(60_000)
  const line = seatLine(speech, seat, state, now)
  return (
    <li>
      <Button onPress={() => onSit(seat.as)} {...(seat.mine ? { 'aria-current': 'true' as const } : {})}>
        <span className="s-seat">
          <bdi>{seatTitle(speech, seat)}</bdi>
          <span className="small soft">
            {line !== '' && <bdi>{line}</bdi>}
            {seat.mine ? (
              <Badge tone="good">{t('seats.mine')}</Badge>
            ) : (
              <span data-empty={seat.sitting === 0 ? '' : undefined}>
                {t('seats.sitting', { n: seat.sitting })}
              </span>
            )}
          </span>
        </span>
      </Button>
    </li>
  )
}

interface GroupProps {
  readonly title: string
  readonly lead?: string
  readonly seats: readonly Seat[]
  readonly onSit: (as: Capacity) => void
}

const Group = ({ title, lead, seats, onSit }: GroupProps) =>
  seats.length === 0 ? null : (
    <section className="stack" data-gap="small">
      <h2>{title}</h2>
      {lead !== undefined && <p className="soft">{lead}</p>}
      <ul className="s-seats">
        {seats.map(seat => (
          <SeatButton key={capacityName(seat.as)} seat={seat} onSit={onSit} />
        ))}
      </ul>
    </section>
  )

/** Taking and leaving seats, and where one goes then. */
const useSeat = (asking: Asking) => {
  const { refresh } = useRoom()
  const askAgain = useAskAgain()
  const [, go] = useLocation()
  const from = returnTo(useSearch())
  const moved = async (what: () => Promise<unknown>): Promise<boolean> => {
    const done = await asking.done(() => what())
    if (!done) return false
    await refresh()
    await askAgain('/api/demo/seats')
    return true
  }
  return {
    sit: async (as: Capacity): Promise<void> => {
      if (await moved(() => request('POST', '/api/demo/seat', { as, how: 'cookie' }))) go(from)
    },
    leave: (): Promise<boolean> => moved(() => request('DELETE', '/api/demo/seat')),
  }
}

/** A server that is no demonstration has no seats to take: how one comes in there instead. */
const NoSeats = () => {
  const { t } = useWords()
  const { viewer } = useRoom()
  return (
    <section className="page">
      <h1>{t('seats.title')}</h1>
      <p>{t('seats.none')}</p>
      <p>
        {viewer.person === null ? (
          <Link href="/sign-in">{t('app.signIn')}</Link>
        ) : (
          <Link href="/">{t('app.notFound.way')}</Link>
        )}
      </p>
    </section>
  )
}

/** Whether somebody is on the register as holding what a seat stands for: a chair without a term is nobody's. */
const useHeld = () => {
  const state = useSlice()
  const now = useNow(60_000)
  return ({ as }: Seat): boolean =>
    as.kind !== 'chair' ||
    state === undefined ||
    institution.chairOf(state.institution, as.body, now) !== undefined
}

const WhatSeatsDo = () => {
  const { t } = useWords()
  return (
    <ul className="s-guide" aria-label={t('seats.guide')}>
      {(['delegate', 'chair', 'secretariat'] as const).map(kind => (
        <li key={kind}>{t(`seats.guide.${kind}`)}</li>
      ))}
    </ul>
  )
}

/** Every seat of the demonstration: the chairs and the secretariat, the delegations, the observers. */
export const SeatsScene = () => {
  const speech = useWords()
  const { t } = speech
  const { viewer } = useRoom()
  const asking = useAsking()
  const [wanted, setWanted] = useState('')
  const { sit, leave } = useSeat(asking)
  const isHeld = useHeld()
  const { data, isError } = useView<{ seats: readonly Seat[] }>(
    viewer.demonstration ? '/api/demo/seats' : null,
  )
  if (isError || !viewer.demonstration) return <NoSeats />
  const all = data?.seats ?? []
  const found = all.filter(seat =>
    `${seatTitle(speech, seat)} ${capacityName(seat.as)}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const mine = all.find(seat => seat.mine)
  const of = (...kinds: readonly Capacity['kind'][]) =>
    found
      .filter(({ as }) => kinds.includes(as.kind))
      .sort((a, b) => kinds.indexOf(a.as.kind) - kinds.indexOf(b.as.kind))
  const onSit = (as: Capacity): void => void sit(as)
  const steering = of('secretariat', 'chair', 'facilitator')
  return (
    <section className="page">
      <h1>{t('seats.title')}</h1>
      <Notice tone="warn">{t('seats.lead')}</Notice>
      {mine !== undefined && (
        <p className="row">
          <Badge tone="good">{t('seats.mine')}</Badge>
          <bdi>{seatTitle(speech, mine)}</bdi>
          <Button size="small" onPress={() => void leave()}>
            {t('seats.leave')}
          </Button>
        </p>
      )}
      <WhatSeatsDo />
      <SearchField className="field s-find" value={wanted} onChange={setWanted}>
        <Label>{t('seats.find')}</Label>
        <Input dir="auto" />
      </SearchField>
      <ProblemShown problem={asking.problem} />
      {data === undefined && (
        <p className="busy" role="status">
          {t('app.loading')}
        </p>
      )}
      {data !== undefined && found.length === 0 && <p className="empty">{t('seats.find.none')}</p>}
      <Group title={t('seats.steering')} seats={steering.filter(isHeld)} onSit={onSit} />
      <Group
        title={t('seats.delegations')}
        lead={t('seats.delegations.lead', { n: all.filter(({ as }) => as.kind === 'delegate').length })}
        seats={of('delegate')}
        onSit={onSit}
      />
      <Group
        title={t('seats.observers')}
        lead={t('seats.observers.lead')}
        seats={of('observer')}
        onSit={onSit}
      />
      <Group
        title={t('seats.vacant')}
        lead={t('seats.vacant.lead')}
        seats={steering.filter(seat => !isHeld(seat))}
        onSit={onSit}
      />
    </section>
  )
}
