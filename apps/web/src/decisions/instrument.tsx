import { type DomainState, decisions, parameter } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { partyName } from '../names/names.ts'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import { InstrumentActs } from './instrument-acts.tsx'
import type { Decision } from './standing.ts'

interface InstrumentProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly instrument: decisions.Instrument
  readonly now: Instant
}

/** A calendar day as treaties have it, without a time zone. */
export const dayWords = ({ tag }: Speech, day: string): string =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00.000Z`),
  )

/** Today at the seat of the organisation. */
export const todayOf = ({ institution }: DomainState, now: Instant): string =>
  decisions.dayAt(now, parameter(institution, 'calendar.utcOffset', now).value)

/** A period of the final clauses in words: months, then days. */
const delayWords = (
  { t, list }: Speech,
  { delayDays, delayMonths = 0 }: decisions.InstrumentTerms['entryIntoForce'],
) =>
  delayMonths + delayDays === 0
    ? t('instrument.delay.none')
    : list([
        ...(delayMonths === 0 ? [] : [t('instrument.delay.months', { n: delayMonths })]),
        ...(delayDays === 0 ? [] : [t('instrument.delay.days', { n: delayDays })]),
      ])

/** A decision that is an instrument: how far it is from entry into force, counted, and what each party has done. */
export const InstrumentShown = ({ state, decision, instrument, now }: InstrumentProps) => {
  const speech = useWords()
  const { t } = speech
  const list = decisions.depositaryList(instrument, todayOf(state, now))
  return (
    <section className="stack" aria-labelledby="instrument-title">
      <h2 id="instrument-title">
        {t('instrument.title')}: <bdi>{instrument.name}</bdi>
      </h2>
      <Count list={list} />
      <Terms terms={instrument.terms} />
      <Parties state={state} list={list} />
      <InstrumentActs state={state} decision={decision} instrument={instrument} today={list.on} />
    </section>
  )
}

/** How many instruments there are of those it takes, and the day that follows. */
const Count = ({ list }: { readonly list: decisions.DepositaryList }) => {
  const speech = useWords()
  const { t } = speech
  const { needed, deposited, missing, inForceOn, completedOn, inForce } = list
  return (
    <div className="card d-count">
      <p>
        <b className="numeric">{t('instrument.counted', { deposited, needed })}</b>
      </p>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" className="d-elapsed">
        <rect width={Math.min(100, (100 * deposited) / needed)} height="1" />
      </svg>
      <p>
        {inForceOn === null
          ? t('instrument.missing', { missing })
          : t(inForce ? 'instrument.inForce' : 'instrument.willBe', { day: dayWords(speech, inForceOn) })}
      </p>
      {completedOn !== null && (
        <p className="small soft">{t('instrument.completed', { day: dayWords(speech, completedOn) })}</p>
      )}
    </div>
  )
}

const Terms = ({ terms }: { readonly terms: decisions.InstrumentTerms }) => {
  const speech = useWords()
  const { t } = speech
  const { signature, entryIntoForce: entry } = terms
  const from = dayWords(speech, signature.from)
  return (
    <ul className="small soft d-terms">
      <li>
        {t('instrument.rule', { delay: delayWords(speech, entry), needed: entry.instruments })}{' '}
        {entry.onFirstOfMonth === true && t('instrument.rule.first')}
      </li>
      <li>
        {signature.until === null
          ? t('instrument.signature.always', { from })
          : t('instrument.signature.open', { from, until: dayWords(speech, signature.until) })}
        {'. '}
        {t('instrument.accession', { from: dayWords(speech, terms.accessionFrom) })}
      </li>
      {terms.provisionalApplication && <li>{t('instrument.provisional')}</li>}
      {terms.reservations === 'none' && <li>{t('instrument.reservations.none')}</li>}
      <li>
        <bdi>{t('instrument.source', { source: terms.source })}</bdi>
      </li>
    </ul>
  )
}

interface PartiesProps {
  readonly state: DomainState
  readonly list: decisions.DepositaryList
}

/** The depositary's list. */
const Parties = ({ state, list }: PartiesProps) => {
  const { t } = useWords()
  if (list.parties.length === 0) return <p className="soft">{t('instrument.parties.none')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t('instrument.parties')}>
      <table className="table">
        <caption className="spoken">{t('instrument.parties')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('instrument.party')}</th>
            <th scope="col">{t('instrument.signed')}</th>
            <th scope="col">{t('instrument.consent')}</th>
            <th scope="col">{t('instrument.forParty')}</th>
            <th scope="col">{t('instrument.notes')}</th>
          </tr>
        </thead>
        <tbody>
          {list.parties.map(row => (
            <PartyShown key={row.party} state={state} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const PartyShown = ({ state, row }: { readonly state: DomainState; readonly row: decisions.PartyRow }) => {
  const speech = useWords()
  const { t } = speech
  const day = (on: string | null): string => (on === null ? '—' : dayWords(speech, on))
  const notes = [
    ...(row.consent !== null && !row.counts ? [t('instrument.notCounted')] : []),
    ...(row.appliesProvisionally ? [t('instrument.provisionally')] : []),
    ...(row.denunciationEffectiveOn === null
      ? []
      : [t('instrument.denounced', { day: dayWords(speech, row.denunciationEffectiveOn) })]),
    ...row.declarations.map(words => t('instrument.declaration', { words })),
    ...row.reservations.map(words => t('instrument.reservation', { words })),
  ]
  return (
    <tr>
      <th scope="row">
        <bdi>{partyName(state, speech, row.party)}</bdi>
      </th>
      <td>{day(row.signedOn)}</td>
      <td>{row.consent === null ? '—' : `${t(`instrument.kind.${row.consent}`)}, ${day(row.consentOn)}`}</td>
      <td>
        {row.bound && <span aria-hidden="true">✓ </span>}
        {day(row.inForceOn)}
      </td>
      <td className="small">
        {notes.map(note => (
          <p key={note}>
            <bdi>{note}</bdi>
          </p>
        ))}
      </td>
    </tr>
  )
}
