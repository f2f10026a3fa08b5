import type { DomainState, institution } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { SourceMark } from '../kit/source-mark.tsx'
import { useWords } from '../words/use-words.tsx'
import { Period } from './period.tsx'
import { type Listed, partiesOf, standings } from './register.ts'

export const memberHref = (id: string): string => `/organisation/members/${encodeURIComponent(id)}`

const Row = ({ party, claim }: Listed) => {
  const { t, name } = useWords()
  const called = name(party.name, party.id)
  return (
    <li>
      <p>
        <Link href={memberHref(party.id)}>
          <bdi>{called}</bdi>
        </Link>{' '}
        {claim.status === 'suspended' && <Badge tone="wait">{t('institution.party.suspended')}</Badge>}
      </p>
      <p className="small soft o-meta">
        <Period from={claim.from} until={claim.until} />
        {party.claims.length > 1 && <span>{t('organisation.sources', { n: party.claims.length })}</span>}
      </p>
      <SourceMark source={claim.source} of={called} instrument={claim.instrument} note={claim.note} />
    </li>
  )
}

interface MembersProps {
  readonly state: DomainState
  readonly at: Instant
}

const Standing = ({ state, at, kind }: MembersProps & { readonly kind: institution.Standing }) => {
  const { t } = useWords()
  const found = partiesOf(state.institution, kind, at)
  if (found.length === 0 && kind !== 'member') return null
  return (
    <section aria-labelledby={`o-${kind}`} className="stack" data-gap="small">
      <h2 id={`o-${kind}`}>
        {t(`institution.standing.${kind}`)} <span className="soft numeric">{found.length}</span>
      </h2>
      {found.length === 0 && <p className="soft">{t('organisation.none')}</p>}
      <ul className="o-parties">
        {found.map(each => (
          <Row key={each.party.id} {...each} />
        ))}
      </ul>
    </section>
  )
}

/** Who belonged to the organisation on a day, in which standing, since when, and who says so. */
export const MembersPart = (props: MembersProps) => (
  <>
    {standings.map(kind => (
      <Standing key={kind} kind={kind} {...props} />
    ))}
  </>
)
