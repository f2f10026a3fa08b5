import type { OutlookAnswer } from '@gavel/foresight/browser'
import { useRoom } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { OutlookShown } from './outlook/outlook-shown.tsx'
import { useOutlookPath } from './outlook/use-outlook.ts'
import { Readers, useReaders } from './readers.tsx'
import { Awaited, RoomPage, useMediates } from './sections.tsx'
import { TextsToTell } from './tell/texts-to-tell.tsx'
import { useForesightWords } from './use-foresight-words.ts'

/** F-8. For members where the organisation opens forecasts to them: what these are made of is said on the page. */
const OpenedToMembers = () => {
  const { as } = useRoom()
  const path = useOutlookPath()
  const readers = useReaders()
  const open = as?.kind === 'delegate' && readers?.readers === 'members'
  const { data } = useView<OutlookAnswer>(open ? path : null)
  // What somebody knows as a chair is not shown to her as a delegate.
  return data === undefined || data.inConfidence ? null : <OutlookShown outlook={data} />
}

const Mediating = () => {
  const path = useOutlookPath()
  const { data, isError } = useView<OutlookAnswer>(path)
  return data === undefined ? <Awaited failed={isError} /> : <OutlookShown outlook={data} />
}

/** Where the room begins: the outlook for who mediates, the texts one may tell of for a delegation. */
export const HomeScene = () => {
  const { t } = useForesightWords()
  const mediates = useMediates()
  const { as } = useRoom()
  const lead = mediates
    ? 'foresight.lead'
    : as?.kind === 'delegate'
      ? 'foresight.lead.members'
      : 'foresight.lead.readers'
  return (
    <RoomPage here={mediates ? 'outlook' : 'told'} lead={<p className="soft f-lead">{t(lead)}</p>}>
      {mediates ? (
        <Mediating />
      ) : (
        <>
          <TextsToTell />
          <OpenedToMembers />
          <Readers />
        </>
      )}
    </RoomPage>
  )
}
