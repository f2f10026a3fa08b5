import { institution, parameter, parameterNames } from '@gavel/domain'
import { get, type Instant } from '@gavel/kernel'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { BodyName, Day, Facts, PageHead, Party, Section, SourceShown } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'

const standings = ['member', 'observerState', 'observerOrganisation', 'partner'] as const

const standing = (own: institution.InstitutionState, kind: institution.Standing, now: Instant) =>
  own.partyOrder.flatMap(id => {
    const claim = institution.partyAt(own, id, now)
    return claim?.standing === kind && claim.status !== 'left' ? [{ id, claim }] : []
  })

/** Parties of one standing, with the day since which, and how many sources tell of it. */
const Parties = ({ kind }: { readonly kind: institution.Standing }) => {
  const { t } = useWords()
  const { state, now } = useReading()
  const found = standing(state.institution, kind, now)
  if (found.length === 0) return null
  return (
    <Section id={kind} title={`${t(`reading.standing.${kind}`)} (${found.length})`}>
      <ul className="r-names">
        {found.map(({ id, claim }) => (
          <li key={id}>
            <Party id={id} />
            {claim.status === 'suspended' && <> · {t('reading.party.suspended')}</>}
            {claim.from !== null && (
              <span className="soft small">
                {' '}
                <Day on={claim.from} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const BodyRow = ({ body, depth }: { readonly body: institution.Body; readonly depth: number }) => {
  const speech = useWords()
  const { t, name } = speech
  const { state, now } = useReading()
  const chair = institution.chairOf(state.institution, body.id, now)
  return (
    <li className="r-body-row" data-depth={Math.min(depth, 4)}>
      <h3>
        <bdi>{name(body.name, body.id)}</bdi> <span className="mono soft small">{body.code}</span>
      </h3>
      <Facts
        facts={[
          { name: t('reading.kind'), value: t(`reading.body.${body.kind}`) },
          { name: t('reading.body.reportsTo'), value: body.reportsTo && <BodyName id={body.reportsTo} /> },
          {
            name: t('reading.chair'),
            value: chair && (
              <>
                <Party id={chair.term.holder} /> <Day on={chair.term.from} />
                {chair.term.until !== undefined && (
                  <>
                    {' – '}
                    <Day on={chair.term.until} />
                  </>
                )}
                {chair.continuing && <> · {t('reading.chair.continuing')}</>}
              </>
            ),
          },
          { name: t('reading.body.rhythm'), value: body.rhythm && <bdi>{body.rhythm}</bdi> },
          { name: t('app.source'), value: <SourceShown source={body.source} /> },
        ]}
      />
    </li>
  )
}

const Bodies = () => {
  const { t } = useWords()
  const { state } = useReading()
  const own = state.institution
  return (
    <Section id="bodies" title={t('reading.bodies')}>
      <p className="soft">{t('reading.bodies.lead')}</p>
      <ol className="r-plain">
        {own.bodyOrder.map(id => (
          <BodyRow key={id} body={get(own.bodies, id)!} depth={institution.ladderFrom(own, id).length - 1} />
        ))}
      </ol>
    </Section>
  )
}

const Areas = () => {
  const { t, name } = useWords()
  const own = useReading().state.institution
  if (own.areaOrder.length === 0) return null
  const all = own.areaOrder.map(id => get(own.areas, id)!)
  const dimensions = [...new Set(all.map(({ dimension }) => dimension))]
  return (
    <Section id="areas" title={t('reading.areas')}>
      {dimensions.map(dimension => (
        <div key={dimension} className="r-dimension">
          <h3>
            <bdi>{dimension}</bdi>
          </h3>
          <ul className="r-plain">
            {all
              .filter(area => area.dimension === dimension)
              .map(area => (
                <li key={area.id}>
                  <bdi>{name(area.name, area.id)}</bdi>{' '}
                  <span className="small">
                    <SourceShown source={area.source} />
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

/** A value of the rules as the rulebook writes it. */
export const valueWords = (value: institution.ParameterValue): string =>
  Array.isArray(value) ? (value.length === 0 ? '∅' : value.join(', ')) : String(value)

const Parameters = () => {
  const { t } = useWords()
  const { state, now } = useReading()
  return (
    <Section id="parameters" title={t('reading.parameters')}>
      <p className="soft">{t('reading.parameters.lead')}</p>
      <div className="table-scroll">
        <table className="table r-table">
          <thead>
            <tr>
              <th scope="col">{t('reading.parameter')}</th>
              <th scope="col">{t('reading.value')}</th>
              <th scope="col">{t('reading.since')}</th>
              <th scope="col">{t('app.source')}</th>
            </tr>
          </thead>
          <tbody>
            {parameterNames.map(name => {
              const { value, since, source } = parameter(state.institution, name, now)
              return (
                <tr key={name} id={`parameter-${name}`}>
                  <td className="mono" data-name={t('reading.parameter')}>
                    {name}
                  </td>
                  <td data-name={t('reading.value')}>
                    <bdi>{valueWords(value)}</bdi>
                  </td>
                  <td data-name={t('reading.since')}>
                    {since.startsWith('1900') ? '' : <Day on={since.slice(0, 10)} />}
                  </td>
                  <td data-name={t('app.source')}>
                    <SourceShown source={source} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

const OrganisationBody = () => {
  const { t, name, list } = useWords()
  const { organisation } = useReading().state.institution
  if (organisation === null) return <PageHead title={t('app.organisation')} />
  return (
    <>
      <PageHead title={name(organisation.name)} lead={t('reading.organisation.lead')} />
      <Facts
        facts={[
          { name: t('reading.shortName'), value: <bdi>{organisation.shortName}</bdi> },
          { name: t('reading.languages'), value: list(organisation.languages) },
          { name: t('app.source'), value: <SourceShown source={organisation.source} /> },
        ]}
      />
      {standings.map(kind => (
        <Parties key={kind} kind={kind} />
      ))}
      <Bodies />
      <Areas />
      <Parameters />
    </>
  )
}

/** The organisation: who belongs to it, its bodies and who chairs them, its areas, and the numbers of its rules. */
export const organisationPage: PageOf<unknown> = {
  head: (_props, { state }, { t, name }) => ({
    title: name(state.institution.organisation?.name, t('app.organisation')),
    description: t('reading.organisation.lead'),
  }),
  Body: OrganisationBody,
}
