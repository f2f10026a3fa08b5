import type { DomainState } from '@gavel/domain'
import { useEffect, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { SourceMark } from '../../kit/source-mark.tsx'
import { useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { dayWords } from '../../names/days.ts'
import { dimensionName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { CatalogueAnswer, EditionRow } from '../answers.ts'
import { Sections } from '../sections.tsx'
import { AreaShown } from './area-shown.tsx'
import { byDimension, coverage } from './editions.ts'

interface ChoiceProps {
  readonly editions: readonly EditionRow[]
  readonly chosen: string
  readonly choose: (edition: string) => void
}

const both = 'both'

/** Both editions, or one: on a narrow screen two stand under one another. */
const EditionChoice = ({ editions, chosen, choose }: ChoiceProps) => {
  const { t, name } = useWords()
  return (
    <ToggleButtonGroup
      aria-label={t('catalogue.editions')}
      className="u-choice no-print"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={keys => choose(String([...keys][0] ?? both))}
    >
      <ToggleButton id={both}>{t('catalogue.both')}</ToggleButton>
      {editions.map(({ catalogue, title }) => (
        <ToggleButton key={catalogue} id={catalogue} aria-label={`${catalogue} · ${name(title)}`}>
          <bdi>{catalogue}</bdi>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** What an edition is, where it comes from, and how much of it has been taken up. */
const EditionHead = ({ edition }: { readonly edition: EditionRow }) => {
  const speech = useWords()
  const { t, name } = speech
  const { taken, all } = coverage(edition)
  return (
    <li className="card stack" data-gap="small">
      <h2>
        <bdi>{name(edition.title)}</bdi>
        <SourceMark source={edition.source} of={name(edition.title)} />
      </h2>
      <p className="small soft">
        {edition.adopted !== null && t('catalogue.adopted', { day: dayWords(speech, edition.adopted) })}
      </p>
      <p className="u-coverage">
        <span>{t('catalogue.coverage', { taken, all })}</span>
        <svg className="u-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect width={all === 0 ? 0 : (100 * taken) / all} height="6" />
        </svg>
      </p>
    </li>
  )
}

const Editions = ({ state, all }: { readonly state: DomainState; readonly all: readonly EditionRow[] }) => {
  const speech = useWords()
  const [chosen, choose] = useState(both)
  const shown = all.filter(({ catalogue }) => chosen === both || catalogue === chosen)
  return (
    <>
      {all.length > 1 && <EditionChoice editions={all} chosen={chosen} choose={choose} />}
      <ul className="u-editions" data-count={shown.length}>
        {shown.map(edition => (
          <EditionHead key={edition.catalogue} edition={edition} />
        ))}
      </ul>
      {byDimension(shown).map(({ dimension, areas }) => (
        <section key={dimension} className="stack u-dimension" aria-labelledby={`dimension-${dimension}`}>
          <h2 id={`dimension-${dimension}`}>{dimensionName(state, speech, dimension)}</h2>
          {areas.map(area => (
            <AreaShown key={area.area} state={state} area={area} editions={shown} />
          ))}
        </section>
      ))}
    </>
  )
}

/** The catalogue of measures: its editions side by side, by dimension and area. */
export const CatalogueScene = () => {
  const { t } = useWords()
  const state = useSlice()
  const { data, isError } = useView<CatalogueAnswer>('/api/catalogue')
  useEffect(() => {
    document.title = t('catalogue.title')
  }, [t])
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <h1>{t('catalogue.title')}</h1>
        <Sections here="catalogue" />
      </header>
      <p className="soft u-lead">{t('catalogue.lead')}</p>
      {isError && <p>{t('app.failed')}</p>}
      {state !== undefined && data !== undefined ? (
        data.editions.length === 0 ? (
          <p className="empty">{t('catalogue.none')}</p>
        ) : (
          <Editions state={state} all={data.editions} />
        )
      ) : (
        !isError && (
          <p className="busy" role="status">
            {t('app.loading')}
          </p>
        )
      )}
    </div>
  )
}
