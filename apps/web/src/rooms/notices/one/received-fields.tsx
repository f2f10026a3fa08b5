import type { ReceivedShape } from '@gavel/notices/browser'
import { useState } from 'react'
import { Choice } from '../../../decisions/fields.tsx'
import { useNow } from '../../../live/use-room.tsx'
import { InstantField, namedBy, wallOf } from '../../../meetings/instant-field.tsx'
import { useNoticesWords } from '../use-notices-words.ts'

const ways = ['telephone', 'email', 'letter', 'inPerson'] as const

type How = ReceivedShape['how']

/** N-15. When and how something reached the secretariat: what it says of it, and the fields in which it is said. */
export const useReceived = () => {
  const now = useNow(60_000)
  const [zone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [wall, setWall] = useState(() => wallOf(zone, now))
  const [how, setHow] = useState<How>('telephone')
  const at = namedBy(zone, wall)
  // The clock of the field goes by minutes: of the minute that runs, now is meant.
  const given = at === undefined || (at.slice(0, 16) === now.slice(0, 16) && at <= now) ? now : at
  return { received: { at: given, how }, zone, wall, setWall, how, setHow }
}

export const ReceivedFields = ({ zone, wall, setWall, how, setHow }: ReturnType<typeof useReceived>) => {
  const { t } = useNoticesWords()
  return (
    <>
      <Choice
        label={t('notices.received.how')}
        value={how}
        onChange={next => setHow(next as How)}
        options={ways.map(way => [way, t(`notices.how.${way}`)] as const)}
      />
      <InstantField label={t('notices.received.at')} zone={zone} value={wall} onChange={setWall} />
    </>
  )
}
