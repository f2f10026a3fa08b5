import { institution, texts } from '@gavel/domain'
import { heldBy } from '../../institution/register.ts'
import { Badge } from '../../kit/notice.tsx'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { BodyName, Day, Facts, PageHead, Section, SourceShown } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { textAddress } from '../texts/list.tsx'

export interface MemberProps {
  readonly party: institution.Party
}

/** One source's word on the party. Two sources that differ are two claims, and neither is thrown away. */
const ClaimShown = ({ claim }: { readonly claim: institution.Claim }) => {
  const { t } = useWords()
  return (
    <li className="r-item">
      <p>
        <b>{t(`institution.claim.${claim.standing}`)}</b>{' '}
        {claim.status !== 'active' && <Badge tone="wait">{t(`institution.party.${claim.status}`)}</Badge>}{' '}
        {claim.from !== null && <Day on={claim.from} />}
        {claim.until !== undefined && (
          <>
            {' – '}
            <Day on={claim.until} />
          </>
        )}
      </p>
      <Facts
        facts={[
          {
            name: t('institution.instrument.short'),
            value: claim.instrument && <bdi>{claim.instrument}</bdi>,
          },
          { name: t('app.source'), value: <SourceShown source={claim.source} /> },
          { name: t('institution.note'), value: claim.note && <bdi>{claim.note}</bdi> },
        ]}
      />
    </li>
  )
}

const Terms = ({ party }: MemberProps) => {
  const { t } = useWords()
  const { state } = useReading()
  const held = heldBy(state.institution, party.id)
  if (held.length === 0) return null
  return (
    <Section id="terms" title={t('institution.terms')}>
      <ul className="r-list">
        {held.map(({ office, from, until, source }) => (
          <li key={`${JSON.stringify(office)} ${from}`} className="r-item">
            <p>
              {t(`institution.office.${office.kind}`)} {'body' in office && <BodyName id={office.body} />}
              {'area' in office && <bdi>{office.area}</bdi>} · <Day on={from} />
              {until !== undefined && (
                <>
                  {' – '}
                  <Day on={until} />
                </>
              )}{' '}
              <span className="small">
                <SourceShown source={source} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the delegation has said in texts the public may read. */
const Stands = ({ party }: MemberProps) => {
  const { t } = useWords()
  const { state } = useReading()
  const said = state.texts.order.flatMap(id => {
    const text = texts.textOf(state.texts, id)
    const count = text === undefined ? 0 : texts.whereStands(text, party.id).length
    return text === undefined || count === 0 ? [] : [{ text, count }]
  })
  if (said.length === 0) return null
  return (
    <Section id="stands" title={t('reading.member.stands')}>
      <ul className="r-list">
        {said.map(({ text, count }) => (
          <li key={text.id} className="r-item">
            <a href={textAddress(text.id)}>
              <bdi>{text.title}</bdi>
            </a>{' '}
            <span className="soft">{t('reading.member.count', { n: count })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const MemberBody = ({ party }: MemberProps) => {
  const { t, name } = useWords()
  const { state, now } = useReading()
  const present = institution.partyAt(state.institution, party.id, now)
  return (
    <>
      <PageHead
        above={<a href="/organisation">{t('app.organisation')}</a>}
        title={name(party.name, party.id)}
        {...(present === undefined ? {} : { lead: t(`institution.claim.${present.standing}`) })}
      />
      <p className="mono soft">{party.id}</p>
      <Section id="claims" title={t('institution.claims')}>
        <p className="soft">{t('institution.claims.lead')}</p>
        <ul className="r-list">
          {party.claims.map((claim, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: claims are a list that only grows
            <ClaimShown key={at} claim={claim} />
          ))}
        </ul>
      </Section>
      <Terms party={party} />
      <Stands party={party} />
    </>
  )
}

/** A member, observer or partner: what is claimed of it and by whom, the offices it holds, where it has spoken. */
export const memberPage: PageOf<MemberProps> = {
  head: ({ party }, _reading, { name }) => ({ title: name(party.name, party.id) }),
  Body: MemberBody,
}
