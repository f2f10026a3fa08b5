import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { SourceMark } from '../../kit/source-mark.tsx'
import { dayWords } from '../../names/days.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { AreaRow, EditionRow } from '../answers.ts'
import { AreaActs } from './area-acts.tsx'
import type { AreaOfEditions } from './editions.ts'
import { MeasureShown } from './measure-shown.tsx'

interface AreaProps {
  readonly state: DomainState
  readonly area: AreaOfEditions
}

type Term = AreaRow['coordinators'][number]

/** Who coordinates an area: since when, until when, and who says so. */
const Terms = ({ state, area }: AreaProps) => {
  const speech = useWords()
  const { t } = speech
  const held: readonly (readonly ['coordinator' | 'coCoordinator', Term])[] = [
    ...area.coordinators.map(term => ['coordinator', term] as const),
    ...area.coCoordinators.map(term => ['coCoordinator', term] as const),
  ]
  if (held.length === 0) return <p className="small soft">{t('catalogue.noCoordinator')}</p>
  return (
    <ul className="u-terms small">
      {held.map(([office, term]) => (
        <li key={`${office} ${term.holder} ${term.from}`}>
          <span className="soft">{t(`organisation.${office}`)}</span>{' '}
          <bdi>{partyName(state, speech, term.holder)}</bdi>{' '}
          <span className="soft">
            {term.until === undefined
              ? t('organisation.from', { from: dayWords(speech, term.from) })
              : t('organisation.period', {
                  from: dayWords(speech, term.from),
                  until: dayWords(speech, term.until),
                })}
          </span>
          <SourceMark source={term.source} of={partyName(state, speech, term.holder)} />
        </li>
      ))}
    </ul>
  )
}

/** The concept papers and action plans of an area, each a text to be read. */
const Papers = ({ area }: { readonly area: AreaOfEditions }) => {
  const { t, instant } = useWords()
  if (area.papers.length === 0) return null
  return (
    <ul className="u-terms small">
      {area.papers.map(({ id, kind, text, at }) => (
        <li key={id}>
          <Link href={`/texts/${encodeURIComponent(text)}`}>{t(`catalogue.paper.${kind}`)}</Link>{' '}
          <time className="soft" dateTime={at}>
            {instant(at, 'date')}
          </time>
        </li>
      ))}
    </ul>
  )
}

/** An area: who coordinates it, its papers, and its measures with each edition in a column of its own. */
export const AreaShown = ({
  state,
  area,
  editions,
}: AreaProps & { readonly editions: readonly EditionRow[] }) => {
  const { t, name } = useWords()
  const called = name(area.name, area.area)
  return (
    <section className="u-area" id={`area-${area.area}`} aria-labelledby={`area-name-${area.area}`}>
      <header className="u-area-head">
        <h3 id={`area-name-${area.area}`}>
          <bdi>{called}</bdi> <span className="mono small soft">{area.area}</span>
          <SourceMark source={area.source} of={called} />
        </h3>
        <Terms state={state} area={area} />
        <Papers area={area} />
        <AreaActs area={area.area} called={called} papers={area.papers} />
      </header>
      <div className="u-editions" data-count={editions.length}>
        {area.measures.map(({ catalogue, measures }) => (
          <div key={catalogue} className="u-edition">
            {editions.length > 1 && (
              <h4 className="u-edition-name">{t('catalogue.edition', { catalogue })}</h4>
            )}
            {measures.length === 0 ? (
              <p className="small soft">{t('catalogue.noMeasure')}</p>
            ) : (
              <ul className="list">
                {measures.map(measure => (
                  <MeasureShown key={measure.measure} state={state} catalogue={catalogue} measure={measure} />
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
