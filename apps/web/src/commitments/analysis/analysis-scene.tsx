import '../../styles/analysis.css'
import '../../styles/plans.css'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { useView } from '../../live/use-view.ts'
import { useWords } from '../../words/use-words.tsx'
import { Sections } from '../sections.tsx'
import { groups } from './sums.ts'
import { WhoseSums } from './table-scene.tsx'

const Tables = () => {
  const { t } = useWords()
  return groups.map(([group, names]) => (
    <section key={group} className="z-group" aria-labelledby={`z-${group}`}>
      <h2 id={`z-${group}`}>{t(`analysis.group.${group}`)}</h2>
      <ul className="z-tables">
        {names.map(name => (
          <li key={name}>
            <Link href={`/analysis/${name}`}>{t(`analysis.table.${name}`)}</Link>
            <p className="small soft">{t(`analysis.counts.${name}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** The part of a DCAT catalogue that is listed here. */
interface OpenData {
  readonly 'dct:license'?: { readonly '@id': string }
  readonly 'dcat:dataset': readonly { readonly 'dct:identifier': string }[]
}

/** What everybody may take along whole: the sets of the open data, the same whoever asks. */
const OpenDataSets = () => {
  const { t, knows } = useWords()
  const { data } = useView<OpenData>('/api/open-data')
  if (data === undefined) return null
  const licence = data['dct:license']?.['@id']
  return (
    <section className="z-group" aria-labelledby="z-open">
      <h2 id="z-open">{t('analysis.open')}</h2>
      <p className="z-counts soft">{t('analysis.open.lead')}</p>
      <ul className="z-open">
        {data['dcat:dataset'].map(({ 'dct:identifier': id }) => {
          const key = `analysis.open.${id}`
          return (
            <li key={id}>
              <span>{knows(key) ? t(key) : id}</span>
              <span className="row">
                <a href={`/api/open-data/${id}.csv`} download aria-label={t('analysis.open.csv', { id })}>
                  CSV
                </a>
                <a href={`/api/open-data/${id}.json`} download aria-label={t('analysis.open.json', { id })}>
                  JSON
                </a>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="small">
        <a href="/api/open-data">{t('analysis.open.dcat')}</a>{' '}
        {licence === undefined ? (
          t('analysis.open.noLicence')
        ) : (
          <a href={licence} rel="license">
            {t('analysis.open.licence')}
          </a>
        )}
      </p>
    </section>
  )
}

/** What the organisation can say of itself in sums: the list of tables, and the open data. */
export const AnalysisScene = () => {
  const { t } = useWords()
  useEffect(() => {
    document.title = t('analysis.heading')
  }, [t])
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <h1>{t('analysis.heading')}</h1>
        <p className="soft p-lead">{t('analysis.lead')}</p>
        <Sections here="analysis" />
      </header>
      <WhoseSums />
      <Tables />
      <OpenDataSets />
    </div>
  )
}
