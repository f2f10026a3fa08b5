import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { useNow, useRoom, useSlice } from '../live/use-room.tsx'
import { capacityWords } from '../names/names.ts'
import { needsWordsOf } from '../rooms/room-words.ts'
import { rooms } from '../rooms/rooms.ts'
import { HappeningsShown } from '../since/happenings-shown.tsx'
import { useVisit } from '../since/marks.ts'
import { useHappenings } from '../since/use-happenings.ts'
import { useWords } from '../words/use-words.tsx'
import { Around } from './around.tsx'
import { Hints, KeepAWay } from './hints.tsx'
import { NeedsMe } from './needs-me.tsx'
import { Part } from './part.tsx'

const Since = () => {
  const { t } = useWords()
  const { since, seenAll } = useVisit()
  const { all, cut, ready } = useHappenings(since)
  if (!ready) return null
  return (
    <Part
      title={since === null ? t('since.title.new') : t('since.title')}
      more={
        all.length > 0 &&
        since !== null && (
          <Button size="small" kind="quiet" onPress={seenAll}>
            {t('since.seenAll')}
          </Button>
        )
      }
    >
      {all.length === 0 ? <p className="soft">{t('since.none')}</p> : <HappeningsShown all={all} most={4} />}
      {cut && (
        <p className="small soft">
          <Link href="/record">{t('since.cut')}</Link>
        </p>
      )}
    </Part>
  )
}

const Public = () => {
  const { t } = useWords()
  const { viewer } = useRoom()
  return (
    <Part title={t('today.public.title')}>
      <p>{t('today.public.lead')}</p>
      <p className="row">
        <Link href="/sign-in" className="button" data-kind="primary">
          {t('app.signIn')}
        </Link>
        {viewer.demonstration && (
          <Link href="/seats" className="button">
            {t('app.takeSeat')}
          </Link>
        )}
      </p>
    </Part>
  )
}

/** What waits in the rooms; fetched when the day is begun, with the words of its room. */
const waitingInRooms = rooms.flatMap(room => {
  const { name, waiting } = room
  if (waiting === undefined) return []
  const fetched = () => Promise.all([waiting(), needsWordsOf(room)])
  return [[name, lazy(async () => ({ default: (await fetched())[0] }))] as const]
})

const WaitsInRooms = () => (
  <Suspense fallback={null}>
    {waitingInRooms.map(([name, Waiting]) => (
      <Waiting key={name} />
    ))}
  </Suspense>
)

/** The start of the day: what needs one now, what happened, what is on. */
export const TodayScene = () => {
  const speech = useWords()
  const { t, instant } = speech
  const { as, viewer } = useRoom()
  const state = useSlice()
  const now = useNow(60_000)
  if (state === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  return (
    <div className="page h-today">
      <header className="h-head">
        <p className="soft">
          <time dateTime={now.slice(0, 10)}>{instant(now, 'date')}</time>
          {as !== null && (
            <>
              {' · '}
              <bdi>{capacityWords(state, speech, as)}</bdi>
            </>
          )}
        </p>
        <h1>{t('today.title')}</h1>
      </header>
      <div className="h-main">
        <KeepAWay />
        {viewer.person === null ? <Public /> : as !== null && <NeedsMe state={state} as={as} />}
        {as !== null && <WaitsInRooms />}
        <Since />
      </div>
      <div className="h-side">
        <Hints />
        <Around state={state} />
      </div>
    </div>
  )
}
