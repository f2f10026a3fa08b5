import type { MapAnswer } from '@gavel/foresight/browser'
import { useState } from 'react'
import { Choice } from '../../../decisions/fields.tsx'
import { PlotFigure } from '../../../kit/plots/figure.tsx'
import { useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { partyName } from '../../../names/names.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { Line } from './line.tsx'
import { MapTable } from './map-table.tsx'
import { Plane } from './plane.tsx'
import { type SessionMap, yearOf } from './points.ts'

const useRows = (map: SessionMap) => {
  const { t } = useForesightWords()
  const head = ['member', 'votes', 'first', 'firstError', 'second', 'secondError'] as const
  const rounded = (value: number): number => Number(value.toFixed(4))
  return [
    head.map(column => t(`foresight.map.column.${column}`)),
    ...map.points.map(({ member, votes, at, errors }) => [
      member,
      votes,
      rounded(at[0]!),
      rounded(errors[0]!),
      rounded(at[1]!),
      rounded(errors[1]!),
    ]),
  ]
}

const Chosen = ({ map, dimensions }: { readonly map: SessionMap; readonly dimensions: '1' | '2' }) => {
  const speech = useForesightWords()
  const { t } = speech
  const house = useSlice()
  const rows = useRows(map)
  const title = t(`foresight.map.title.${dimensions}`, { session: map.session, year: yearOf(map.session) })
  const counts = t('foresight.map.counts', { n: map.rollCalls })
  const named = map.points
    .map(point => ({ ...point, name: partyName(house, speech, point.member) }))
    .toSorted((a, b) => a.at[0]! - b.at[0]!)
  return (
    <>
      <section className="stack" aria-labelledby="f-map">
        <h2 id="f-map">{title}</h2>
        <p className="small soft">{counts}</p>
        <PlotFigure title={title} counts={counts} file={`map-${map.session}-${dimensions}d`} rows={rows}>
          {dimensions === '1' ? (
            <Line title={title} points={named} />
          ) : (
            <Plane title={title} points={named} />
          )}
        </PlotFigure>
      </section>
      <MapTable points={named} title={title} />
    </>
  )
}

/** Where members stand to each other by their recorded votes, session by session. */
export const MapScene = () => {
  const { t } = useForesightWords()
  const { data, isError } = useView<MapAnswer>('/api/foresight/map')
  const [session, setSession] = useState<string>()
  const [dimensions, setDimensions] = useState<'1' | '2'>('2')
  const map = data?.maps.find(each => String(each.session) === session) ?? data?.maps.at(-1)
  return (
    <RoomPage here="map" lead={<p className="soft f-lead">{t('foresight.map.lead')}</p>}>
      {data === undefined ? (
        <Awaited failed={isError} />
      ) : map === undefined ? (
        <p className="empty">{t('foresight.map.none')}</p>
      ) : (
        <>
          <div className="f-available no-print">
            <Choice
              label={t('foresight.map.session')}
              value={String(map.session)}
              onChange={setSession}
              options={data.maps.map(each => [
                String(each.session),
                t('foresight.map.session.of', { session: each.session, year: yearOf(each.session) }),
              ])}
            />
            <Choice
              label={t('foresight.map.dimensions')}
              value={dimensions}
              onChange={value => setDimensions(value === '1' ? '1' : '2')}
              options={[
                ['1', t('foresight.map.dimensions.1')],
                ['2', t('foresight.map.dimensions.2')],
              ]}
            />
          </div>
          <Chosen map={map} dimensions={dimensions} />
        </>
      )}
    </RoomPage>
  )
}
