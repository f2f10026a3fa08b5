import { type DomainState, institution } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { Link } from 'wouter'
import { Missing } from '../kit/missing.tsx'
import { Badge } from '../kit/notice.tsx'
import { SourceMark } from '../kit/source-mark.tsx'
import { useNow, useSlice } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Period } from './period.tsx'
import { heldBy } from './register.ts'

interface PartyProps {
  readonly state: DomainState
  readonly party: institution.Party
}

const Claims = ({ party }: Pick<PartyProps, 'party'>) => {
  const { t, name } = useWords()
  return (
    <section className="stack" data-gap="small" aria-labelledby="o-claims">
      <h2 id="o-claims">{t('institution.claims')}</h2>
      <p className="soft">{t('institution.claims.lead')}</p>
      <ul className="list">
        {party.claims.map(claim => (
          <li key={`${claim.recordedAt} ${claim.source} ${claim.from}`} className="stack" data-gap="small">
            <p className="o-meta">
              <b>{t(`institution.claim.${claim.standing}`)}</b>
              {claim.status !== 'active' && (
                <Badge tone="wait">{t(`institution.party.${claim.status}`)}</Badge>
              )}
              <Period from={claim.from} until={claim.until} />
              <SourceMark
                source={claim.source}
                of={name(party.name, party.id)}
                instrument={claim.instrument}
              />
            </p>
            {claim.instrument !== undefined && (
              <p className="small soft">
                {t('institution.instrument.short')}: <bdi>{claim.instrument}</bdi>
              </p>
            )}
            {claim.note !== undefined && (
              <p className="small soft">
                <bdi>{claim.note}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Offices = ({ state, party }: PartyProps) => {
  const speech = useWords()
  const { t, name } = speech
  const held = heldBy(state.institution, party.id)
  if (held.length === 0) return null
  const ofWhat = (office: institution.Office): string => {
    if (office.kind === 'chair') return bodyName(state, speech, office.body)
    return office.kind === 'secretaryGeneral'
      ? ''
      : name(get(state.institution.areas, office.area)?.name, office.area)
  }
  return (
    <section className="stack" data-gap="small" aria-labelledby="o-offices">
      <h2 id="o-offices">{t('institution.terms')}</h2>
      <ul className="list">
        {held.map(({ office, from, until, source, note }) => (
          <li key={`${institution.officeKey(office)} ${from}`} className="o-meta">
            <span>
              {t(`institution.office.${office.kind}`)} <bdi>{ofWhat(office)}</bdi>
            </span>
            <span className="soft small">
              <Period from={from} until={until} />
            </span>
            <SourceMark source={source} of={t(`institution.office.${office.kind}`)} note={note} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A member, observer or partner: what is claimed of it and by whom, and the offices it has held. */
export const MemberScene = ({ id }: { readonly id: string }) => {
  const { t, name } = useWords()
  const now = useNow(60_000)
  const state = useSlice()
  if (state === undefined) return <p className="busy">{t('app.loading')}</p>
  const party = get(state.institution.parties, id)
  if (party === undefined) return <Missing />
  const present = institution.partyAt(state.institution, id, now)
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <p className="small">
          <Link href="/organisation">{t('app.organisation')}</Link>
        </p>
        <h1 dir="auto">{name(party.name, party.id)}</h1>
        <p className="soft">
          {present !== undefined && t(`institution.claim.${present.standing}`)}{' '}
          <span className="mono">{party.id}</span>
        </p>
      </header>
      <Claims party={party} />
      <Offices state={state} party={party} />
    </div>
  )
}
