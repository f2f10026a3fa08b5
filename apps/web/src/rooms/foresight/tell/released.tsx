import type { PointShown, ReleasesAnswer } from '@gavel/foresight/browser'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Missing } from '../../../kit/missing.tsx'
import { useRoom } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { hrefOf, idIn } from '../address.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { ChoicesShown } from './choices.tsx'

type Release = ReleasesAnswer['releases'][number]

interface ReleasesProps<One extends Release> {
  readonly points: readonly PointShown[]
  readonly releases: readonly One[]
  /** What may be done with one of them. */
  readonly act?: (release: One) => ReactNode
}

/** Packages put before the body, newest first; one that was withdrawn says when and why. */
export const ReleasesShown = <One extends Release>({ points, releases, act }: ReleasesProps<One>) => {
  const { t, instant } = useForesightWords()
  if (releases.length === 0) return <p className="empty">{t('foresight.released.none')}</p>
  return (
    <ul className="f-items">
      {releases.map(release => (
        <li key={release.id} className="card f-release" data-withdrawn={release.withdrawn && ''}>
          <h3 dir="auto">{release.title}</h3>
          <p className="small soft">{t('foresight.released.at', { at: instant(release.at) })}</p>
          {release.withdrawn !== undefined && (
            <p>
              {t('foresight.released.withdrawn', { at: instant(release.withdrawn.at) })}{' '}
              <q dir="auto">{release.withdrawn.reason}</q>
            </p>
          )}
          {release.words !== undefined && (
            <p className="f-official" dir="auto">
              {release.words}
            </p>
          )}
          <ChoicesShown points={points} choices={release.choices} />
          {act?.(release)}
        </li>
      ))}
    </ul>
  )
}

/** The packages released on a text, for whoever reads the text. */
export const ReleasedScene = ({ text: part = '' }: { readonly text?: string }) => {
  const text = idIn(part)
  const { t } = useForesightWords()
  const { as } = useRoom()
  const { data, isError } = useView<ReleasesAnswer>(
    `/api/foresight/texts/${encodeURIComponent(text)}/releases`,
  )
  if (isError) return <Missing />
  if (data === undefined) return <Awaited failed={false} />
  return (
    <RoomPage title={data.title} lead={<p className="soft f-lead">{t('foresight.released.lead')}</p>}>
      <p className="row no-print">
        <Link className="button" href={`/texts/${encodeURIComponent(text)}`}>
          {t('foresight.text.way')}
        </Link>
        {as?.kind === 'delegate' && (
          <Link className="button" href={hrefOf(text, '/tell')}>
            {t('foresight.tell.way')}
          </Link>
        )}
      </p>
      <section className="stack" aria-labelledby="f-released">
        <h2 id="f-released">{t('foresight.released.way')}</h2>
        <ReleasesShown points={data.points} releases={data.releases} />
      </section>
    </RoomPage>
  )
}
