import type { DomainState, institution } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { SourceMark } from '../kit/source-mark.tsx'
import { dimensionName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { TermShown } from './bodies-part.tsx'
import { areasByDimension, presentTerms } from './register.ts'

interface AreasProps {
  readonly state: DomainState
  readonly at: Instant
}

const AreaRow = ({ state, at, area }: AreasProps & { readonly area: institution.Area }) => {
  const { t, name } = useWords()
  const called = name(area.name, area.id)
  const held = (['coordinator', 'coCoordinator'] as const).flatMap(kind =>
    presentTerms(state.institution, { kind, area: area.id }, at).map(term => ({ kind, term })),
  )
  return (
    <li>
      <p>
        <bdi>{called}</bdi>
        <SourceMark source={area.source} of={called} />
      </p>
      {held.map(({ kind, term }) => (
        <p key={`${kind} ${term.holder}`} className="small o-meta">
          <span className="soft">{t(`organisation.${kind}`)}</span> <TermShown state={state} term={term} />
        </p>
      ))}
    </li>
  )
}

/** The areas of the organisation's work by dimension, and who coordinates each on a day. */
export const AreasPart = ({ state, at }: AreasProps) => {
  const speech = useWords()
  const { t } = speech
  const all = areasByDimension(state.institution)
  if (all.length === 0) return null
  const coordinated = all.some(({ areas }) =>
    areas.some(({ id }) => presentTerms(state.institution, { kind: 'coordinator', area: id }, at).length > 0),
  )
  return (
    <section className="stack" aria-labelledby="o-areas">
      <h2 id="o-areas">{t('institution.areas')}</h2>
      {!coordinated && <p className="soft">{t('organisation.coordinator.none')}</p>}
      <div className="o-areas">
        {all.map(({ dimension, areas }) => (
          <section key={dimension} className="stack" data-gap="small">
            <h3>
              <bdi>{dimensionName(state, speech, dimension)}</bdi>
            </h3>
            <ul className="o-area-list">
              {areas.map(area => (
                <AreaRow key={area.id} state={state} at={at} area={area} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
