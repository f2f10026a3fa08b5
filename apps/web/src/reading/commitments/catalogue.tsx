import type { AreaRow, EditionRow } from '../../commitments/answers.ts'
import {
  type AreaOfEditions,
  byDimension,
  coverage,
  isTakenUp,
} from '../../commitments/catalogue/editions.ts'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { Day, PageHead, Party, Section, SourceShown, When } from '../frame/parts.tsx'

export interface CatalogueProps {
  readonly editions: readonly EditionRow[]
}

type MeasureRow = AreaRow['measures'][number]

const Edition = ({ edition }: { readonly edition: EditionRow }) => {
  const { t, name } = useWords()
  return (
    <li className="r-item">
      <p className="r-item-name">
        <bdi>{name(edition.title)}</bdi>
      </p>
      <p className="r-meta">
        {edition.adopted !== null && <Day on={edition.adopted} />}
        <span>{t('catalogue.coverage', coverage(edition))}</span>
        <SourceShown source={edition.source} />
      </p>
    </li>
  )
}

/** A measure: its words and source, who carries it out since when, and whether it has been taken up. */
const Measure = ({ measure }: { readonly measure: MeasureRow }) => {
  const { t, name } = useWords()
  const taken = isTakenUp(measure)
  const agreed = measure.agreed.filter(({ until }) => until === undefined)
  return (
    <li className="r-item">
      <p>
        {measure.number !== undefined && <span className="mono small soft">{measure.number} </span>}
        <bdi>{name(measure.name, measure.measure)}</bdi>
      </p>
      <p className="r-meta">
        <span>
          <span aria-hidden="true">{taken ? '● ' : '○ '}</span>
          {t(taken ? 'catalogue.takenUp' : 'catalogue.notTakenUp')}
        </span>
        {measure.commitments > 0 && <span>{t('catalogue.commitments', { n: measure.commitments })}</span>}
        {measure.activities > 0 && <span>{t('catalogue.activities', { n: measure.activities })}</span>}
        <SourceShown source={measure.source} />
      </p>
      {agreed.length > 0 && (
        <p className="r-meta">
          <span>{t('catalogue.agreed', { n: agreed.length })}:</span>
          {agreed.map(({ member, from }) => (
            <span key={member}>
              <Party id={member} /> (<Day on={from} />)
            </span>
          ))}
        </p>
      )}
    </li>
  )
}

const Coordinators = ({ area }: { readonly area: AreaOfEditions }) => {
  const { t } = useWords()
  const held = [
    ...area.coordinators.map(term => ['coordinator', term] as const),
    ...area.coCoordinators.map(term => ['coCoordinator', term] as const),
  ]
  return held.map(([office, { holder, from, until, source }]) => (
    <p key={`${office} ${holder}`} className="r-meta">
      <span>{t(`organisation.${office}`)}</span>
      <Party id={holder} />
      <span>
        <Day on={from} />
        {until !== undefined && (
          <>
            {' – '}
            <Day on={until} />
          </>
        )}
      </span>
      <SourceShown source={source} />
    </p>
  ))
}

const Area = ({ area, several }: { readonly area: AreaOfEditions; readonly several: boolean }) => {
  const { t, name } = useWords()
  return (
    <div className="r-dimension">
      <h3 id={`area-${area.area}`}>
        <bdi>{name(area.name, area.area)}</bdi> <span className="mono soft small">{area.area}</span>
      </h3>
      <Coordinators area={area} />
      {area.papers.map(({ id, kind, text, at }) => (
        <p key={id} className="r-meta">
          <a href={`/texts/${encodeURIComponent(text)}`}>{t(`catalogue.paper.${kind}`)}</a>
          <When at={at} style="date" />
        </p>
      ))}
      {area.measures
        .filter(({ measures }) => measures.length > 0)
        .map(({ catalogue, measures }) => (
          <div key={catalogue}>
            {several && <h4>{t('catalogue.edition', { catalogue })}</h4>}
            <ul className="r-list">
              {measures.map(measure => (
                <Measure key={measure.measure} measure={measure} />
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}

const CatalogueBody = ({ editions }: CatalogueProps) => {
  const { t } = useWords()
  return (
    <>
      <PageHead title={t('catalogue.title')} lead={t('catalogue.lead')} />
      <Section id="editions" title={t('catalogue.editions')}>
        {editions.length === 0 && <p className="soft">{t('catalogue.none')}</p>}
        <ul className="r-list">
          {editions.map(edition => (
            <Edition key={edition.catalogue} edition={edition} />
          ))}
        </ul>
      </Section>
      {byDimension(editions).map(({ dimension, areas }) => (
        <Section
          key={dimension}
          id={`dimension-${dimension}`}
          title={t('catalogue.dimension', { dimension })}
        >
          {areas.map(area => (
            <Area key={area.area} area={area} several={editions.length > 1} />
          ))}
        </Section>
      ))}
    </>
  )
}

/** The catalogue of measures, both editions, as everybody may read it. */
export const cataloguePage: PageOf<CatalogueProps> = {
  head: (_props, _reading, { t }) => ({ title: t('catalogue.title'), description: t('catalogue.lead') }),
  Body: CatalogueBody,
}
