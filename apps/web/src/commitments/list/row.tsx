import type { DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { Link } from 'wouter'
import { dayWords } from '../../names/days.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { Row } from '../answers.ts'
import { StandingShown } from '../status.tsx'

interface RowProps {
  readonly state: DomainState
  readonly row: Row
}

/** Under which measure or in which area, from when until when, and for whom to read. */
export const RowMeta = ({ state, row }: RowProps) => {
  const speech = useWords()
  const { t, name } = speech
  const { measure, area, from, until, audience, recorded, carriedFrom } = row
  const of = area === null ? undefined : get(state.institution.areas, area)
  return (
    <p className="row small soft">
      {measure !== null && (
        <bdi dir="ltr" className="mono">
          {measure.catalogue}/{measure.measure}
        </bdi>
      )}
      {of !== undefined && <bdi>{name(of.name, of.id)}</bdi>}
      <span>
        {until === null
          ? t('commitments.openEnd', { from: dayWords(speech, from) })
          : t('organisation.period', { from: dayWords(speech, from), until: dayWords(speech, until) })}
      </span>
      {audience.kind !== 'public' && <span>{t(`commitment.audience.${audience.kind}`)}</span>}
      {recorded && <span>{t('commitments.recorded')}</span>}
      {carriedFrom !== null && (
        <Link href={`/commitments/${encodeURIComponent(carriedFrom)}`}>{t('commitment.carriedFrom')}</Link>
      )}
    </p>
  )
}

/** A commitment in the list: what, and how each of its owners stands; nothing is added up between them. */
export const CommitmentRow = ({ state, row }: RowProps) => {
  const speech = useWords()
  return (
    <li>
      <div className="stack" data-gap="small">
        <h3>
          <Link href={`/commitments/${encodeURIComponent(row.id)}`}>
            <bdi>{row.title}</bdi>
          </Link>
        </h3>
        <RowMeta state={state} row={row} />
      </div>
      <ul className="u-owners">
        {row.owners.map(owner => (
          <li key={owner.member}>
            <bdi>{partyName(state, speech, owner.member)}</bdi>
            <StandingShown owner={owner} />
          </li>
        ))}
      </ul>
    </li>
  )
}
