import { institution, parameter, parameterNames } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { areasByDimension, partiesOf, standings, valueWords } from '../../institution/register.ts'
import { languageWords } from '../../names/days.ts'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { BodyName, Day, Facts, PageHead, Party, Section, SourceShown } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'

/** Parties of one standing, with the day since which, and how many sources tell of it. */
const Parties = ({ kind }: { readonly kind: institution.Standing }) => {
  const { t } = useWords()
  const { state, now } = useReading()
  const found = partiesOf(state.institution, kind, now)
  if (found.length === 0) return null
  return (
    <Section id={kind} title={`${t(`institution.standing.${kind}`)} (${found.length})`}>
      <ul className="r-names">
        {found.map(({ party, claim }) => (
          <li key={party.id}>
            <Party id={party.id} />
            {claim.status === 'suspended' && <> · {t('institution.party.suspended')}</>}
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
          { name: t('reading.kind'), value: t(`institution.body.${body.kind}`) },
          {
            name: t('institution.body.reportsTo'),
            value: body.reportsTo && <BodyName id={body.reportsTo} />,
          },
          {
            name: t('institution.chair'),
            value: chair && (
              <>
                <Party id={chair.term.holder} /> <Day on={chair.term.from} />
                {chair.term.until !== undefined && (
                  <>
                    {' – '}
                    <Day on={chair.term.until} />
                  </>
                )}
                {chair.continuing && <> · {t('institution.chair.continuing')}</>}
              </>
            ),
          },
          { name: t('institution.body.rhythm'), value: body.rhythm && <bdi>{body.rhythm}</bdi> },
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
    <Section id="bodies" title={t('institution.bodies')}>
      <p className="soft">{t('institution.bodies.lead')}</p>
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
  return (
    <Section id="areas" title={t('institution.areas')}>
      {areasByDimension(own).map(({ dimension, areas }) => (
        <div key={dimension} className="r-dimension">
          <h3>
            <bdi>{dimension}</bdi>
          </h3>
          <ul className="r-plain">
            {areas.map(area => (
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

const Parameters = () => {
  const { t } = useWords()
  const { state, now } = useReading()
  return (
    <Section id="parameters" title={t('institution.parameters')}>
      <p className="soft">{t('institution.parameters.lead')}</p>
      <div className="table-scroll">
        <table className="table r-table">
          <thead>
            <tr>
              <th scope="col">{t('institution.parameter')}</th>
              <th scope="col">{t('institution.value')}</th>
              <th scope="col">{t('institution.since')}</th>
              <th scope="col">{t('app.source')}</th>
            </tr>
          </thead>
          <tbody>
            {parameterNames.map(name => {
              const { value, since, source } = parameter(state.institution, name, now)
              return (
                <tr key={name} id={`parameter-${name}`}>
                  <td className="mono" data-name={t('institution.parameter')}>
                    {name}
                  </td>
                  <td data-name={t('institution.value')}>
                    <bdi>{valueWords(value)}</bdi>
                  </td>
                  <td data-name={t('institution.since')}>
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
  const speech = useWords()
  const { t, name, list } = speech
  const { organisation } = useReading().state.institution
  if (organisation === null) return <PageHead title={t('app.organisation')} />
  return (
    <>
      <PageHead title={name(organisation.name)} lead={t('institution.organisation.lead')} />
      <Facts
        facts={[
          { name: t('institution.shortName'), value: <bdi>{organisation.shortName}</bdi> },
          {
            name: t('institution.languages'),
            value: list(organisation.languages.map(tag => languageWords(speech, tag))),
          },
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
    description: t('institution.organisation.lead'),
  }),
  Body: OrganisationBody,
}
