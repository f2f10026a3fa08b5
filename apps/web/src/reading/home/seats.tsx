import { type Capacity, capacityName, texts } from '@gavel/domain'
import type { ReactNode } from 'react'
import { capacityWords, partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { useReading } from '../frame/reading.tsx'
import { glimpseOf, mostDisputed } from '../texts/glimpse.ts'
import { textAddress } from '../texts/list.tsx'

/** A seat anybody may take. */
export interface SeatOffered {
  readonly as: Capacity
}

interface TakeProps {
  readonly as: Capacity
  /** Where the one who sits down begins. */
  readonly to: string
  readonly primary?: boolean
  readonly children: ReactNode
}

/** One press sits down: no script, and no second page. */
const Take = ({ as, to, primary = false, children }: TakeProps) => (
  <form method="post" action="/seat">
    <input type="hidden" name="to" value={to} />
    <button
      type="submit"
      className="button r-seat"
      name="seat"
      value={capacityName(as)}
      {...(primary ? { 'data-kind': 'primary' } : {})}
    >
      {children}
    </button>
  </form>
)

/** The delegation a newcomer is offered: the first that has not spoken on the text yet, else the first of all. */
const suggested = (seats: readonly SeatOffered[], text: texts.Text | undefined): Capacity | undefined => {
  const delegates = seats.flatMap(({ as }) => (as.kind === 'delegate' ? [as] : []))
  const silent = delegates.find(
    ({ member }) => text !== undefined && texts.whereStands(text, member).length === 0,
  )
  return silent ?? delegates[0]
}

interface ThingProps {
  readonly n: number
  readonly title: string
  readonly words: string
  readonly children: ReactNode
}

const Thing = ({ n, title, words, children }: ThingProps) => (
  <li className="r-thing">
    <p className="r-thing-n numeric" aria-hidden="true">
      {n}
    </p>
    <h3>{title}</h3>
    <p>{words}</p>
    {children}
  </li>
)

/** Three things to do, in the order in which an institution does them; the seat each needs comes with it. */
const Things = ({ seats }: { readonly seats: readonly SeatOffered[] }) => {
  const speech = useWords()
  const { t } = speech
  const { state } = useReading()
  const text = mostDisputed(state.texts)
  const delegate = suggested(seats, text)
  const chair = seats.find(({ as }) => as.kind === 'chair' && as.body === text?.body)?.as
  const glimpse = text && glimpseOf(text)
  const address = text === undefined ? '/' : textAddress(text.id)
  const sit = (as: Capacity): string => t('reading.seats.sit', { seat: capacityWords(state, speech, as) })
  return (
    <ol className="r-things">
      {delegate !== undefined && (
        <Thing n={1} title={t('reading.do.negotiate')} words={t('reading.do.negotiate.how')}>
          <Take as={delegate} to={glimpse === undefined ? address : `${address}#p-${glimpse.id}`} primary>
            {sit(delegate)}
          </Take>
        </Thing>
      )}
      {chair !== undefined && (
        <Thing n={2} title={t('reading.do.decide')} words={t('reading.do.decide.how')}>
          <Take as={chair} to={address} primary>
            {sit(chair)}
          </Take>
        </Thing>
      )}
      <Thing n={3} title={t('reading.do.verify')} words={t('reading.do.verify.how')}>
        <a className="button" data-kind="primary" href="/record#verify">
          {t('reading.do.verify.go')}
        </a>
      </Thing>
    </ol>
  )
}

/** The capacities the text is negotiated in, and those that are elsewhere or only look on. */
const inGroups = (seats: readonly SeatOffered[], text: texts.Text | undefined) => {
  const steers = ({ as }: SeatOffered): boolean =>
    as.kind === 'secretariat' || (as.kind === 'chair' && (text === undefined || as.body === text.body))
  const speaks = ({ as }: SeatOffered): boolean => as.kind === 'delegate'
  return {
    steering: seats.filter(steers),
    delegations: seats.filter(speaks),
    others: seats.filter(seat => !steers(seat) && !speaks(seat)),
  }
}

/** Seats at the table, each by one press. */
const Grid = ({ seats, to }: { readonly seats: readonly SeatOffered[]; readonly to: string }) => {
  const speech = useWords()
  const { state } = useReading()
  const wordsOf = (as: Capacity): string =>
    as.kind === 'delegate' ? partyName(state, speech, as.member) : capacityWords(state, speech, as)
  return (
    <form method="post" action="/seat" className="r-seats">
      <input type="hidden" name="to" value={to} />
      {seats.map(({ as }) => (
        <button
          key={capacityName(as)}
          type="submit"
          className="button r-seat"
          name="seat"
          value={capacityName(as)}
        >
          <bdi>{wordsOf(as)}</bdi>
        </button>
      ))}
    </form>
  )
}

/** The way in: three suggestions, and every seat at the table by one press. */
export const Seats = ({ seats }: { readonly seats: readonly SeatOffered[] }) => {
  const { t } = useWords()
  const text = mostDisputed(useReading().state.texts)
  const to = text === undefined ? '/' : textAddress(text.id)
  const { steering, delegations, others } = inGroups(seats, text)
  return (
    <section id="seats" aria-labelledby="seats-title" className="r-table-of-seats no-print">
      <h2 id="seats-title">{t('app.takeSeat')}</h2>
      <p className="r-lead">{t('seats.lead')}</p>
      <Things seats={seats} />
      <div className="r-seats-of">
        <h3>{t('seats.delegations')}</h3>
        <Grid seats={delegations} to={to} />
      </div>
      <div className="r-seats-of">
        <h3>{t('reading.seats.chairs')}</h3>
        <Grid seats={steering} to={to} />
      </div>
      {others.length > 0 && (
        <details className="r-seats-of">
          <summary>{t('reading.seats.others')}</summary>
          <Grid seats={others} to={to} />
        </details>
      )}
    </section>
  )
}
