import type { commitments as chapter, DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { Link } from 'wouter'
import { SourceMark } from '../../kit/source-mark.tsx'
import { dayWords } from '../../names/days.ts'
import { useWords } from '../../words/use-words.tsx'
import type { FoundOne } from '../use-commitment.ts'

type Terms = chapter.Terms

/** The measure of the catalogue, in its words. */
const MeasureOf = ({ state, terms }: { readonly state: DomainState; readonly terms: Terms }) => {
  const { name } = useWords()
  const { measure: ref } = terms
  const edition = ref && get(state.commitments.catalogues, ref.catalogue)
  const measure = ref && edition && get(edition.measures, ref.measure)
  if (measure === undefined) return null
  return (
    <Link href={`/catalogue#area-${measure.area}`}>
      <bdi dir="ltr" className="mono">
        {ref!.catalogue}/{measure.number ?? measure.measure}
      </bdi>{' '}
      <bdi>{name(measure.name, measure.measure)}</bdi>
    </Link>
  )
}

const Wanted = ({ terms }: { readonly terms: Terms }) => {
  const { t } = useWords()
  if (terms.evidence.length === 0) return <p className="soft">{t('commitment.notVerifiable')}</p>
  return (
    <ul className="d-terms">
      {terms.evidence.map(({ kind, what }) => (
        <li key={`${kind} ${what}`}>
          <span className="soft small">{t(`evidence.kind.${kind}`)}:</span> <bdi>{what}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** What terms say: the pledge in its own words, and everything that goes with it. */
const TermsShown = ({ state, terms }: { readonly state: DomainState; readonly terms: Terms }) => {
  const speech = useWords()
  const { t } = speech
  const { reporting, until, from } = terms
  return (
    <>
      <p className="d-wording" dir="auto">
        {terms.pledge}
      </p>
      <dl className="facts u-facts">
        <dt>{t('undertake.dates')}</dt>
        <dd>
          {until === null
            ? t('commitments.openEnd', { from: dayWords(speech, from) })
            : t('organisation.period', { from: dayWords(speech, from), until: dayWords(speech, until) })}
        </dd>
        {terms.measure !== undefined && (
          <>
            <dt>{t('commitment.measure')}</dt>
            <dd>
              <MeasureOf state={state} terms={terms} />
            </dd>
          </>
        )}
        <dt>{t('undertake.evidence')}</dt>
        <dd>
          <Wanted terms={terms} />
        </dd>
        <dt>{t('undertake.reporting')}</dt>
        <dd>
          {reporting === null
            ? t('commitment.noReporting')
            : t('commitment.reporting', {
                first: dayWords(speech, reporting.first),
                every: t('undertake.every.months', { n: reporting.everyMonths }),
              })}
        </dd>
        {terms.decision !== undefined && (
          <>
            <dt>{t('undertake.decision')}</dt>
            <dd>
              <Link href={`/decisions/${encodeURIComponent(terms.decision)}`}>
                <bdi>{get(state.decisions.decisions, terms.decision)?.title ?? terms.decision}</bdi>
              </Link>
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

/** The terms, and what they said before each change. */
export const TermsPart = ({ answer, state }: FoundOne) => {
  const { t, instant } = useWords()
  const { terms, before, source } = answer.commitment
  return (
    <section className="stack" aria-labelledby="terms">
      <h2 id="terms">
        {t('commitment.terms')}
        {source !== undefined && <SourceMark source={source} of={terms.title} />}
      </h2>
      {source !== undefined && <p className="small soft">{t('commitment.recordedBy')}</p>}
      <TermsShown state={state} terms={terms} />
      {before.length > 0 && (
        <details className="u-before">
          <summary>{t('commitment.before', { n: before.length })}</summary>
          {[...before].reverse().map(one => (
            <section key={one.until} className="stack" data-gap="small">
              <h3>{t('commitment.before.until', { day: instant(one.until, 'date') })}</h3>
              <p>
                {t('commitment.before.why')} <bdi className="u-quote">{one.reason}</bdi>
              </p>
              <TermsShown state={state} terms={one.terms} />
            </section>
          ))}
        </details>
      )}
    </section>
  )
}
